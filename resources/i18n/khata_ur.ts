<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ur_PK" sourcelanguage="en_US">
<context>
    <name>AboutSection</name>
    <message>
        <source>Free to use, to study, to change and to share.</source>
        <translation>استعمال کرنے، سمجھنے، بدلنے اور بانٹنے کی آزادی ہے۔</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>فونٹ</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>لائسنس</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>لاگ</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>فولڈر کھولیں</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>دکھائیں</translation>
    </message>
    <message>
        <source>The Noto typefaces, under the SIL Open Font Licence.</source>
        <translation>فونٹ Noto، جو SIL Open Font Licence کے تحت ہے۔</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>ورژن</translation>
    </message>
    <message>
        <source>What the program did; it holds no names, phones or amounts.</source>
        <translation>پروگرام نے کیا کیا؛ اس میں کوئی نام، فون یا رقم نہیں ہے۔</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>Bank</source>
        <translation>بینک</translation>
    </message>
    <message>
        <source>Bank charges</source>
        <translation>بینک چارجز</translation>
    </message>
    <message>
        <source>Cash in hand</source>
        <translation>ہاتھ میں نقد</translation>
    </message>
    <message>
        <source>Cost of goods sold</source>
        <translation>بکے ہوئے مال کی لاگت</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>گاہک</translation>
    </message>
    <message>
        <source>Digital wallet</source>
        <translation>ڈیجیٹل والٹ</translation>
    </message>
    <message>
        <source>Electricity and bills</source>
        <translation>بجلی اور بل</translation>
    </message>
    <message>
        <source>Furniture and equipment</source>
        <translation>فرنیچر اور سامان</translation>
    </message>
    <message>
        <source>General expenses</source>
        <translation>عام اخراجات</translation>
    </message>
    <message>
        <source>Loans taken</source>
        <translation>لیے ہوئے قرض</translation>
    </message>
    <message>
        <source>Opening balances</source>
        <translation>ابتدائی بقایا جات</translation>
    </message>
    <message>
        <source>Other income</source>
        <translation>دیگر آمدنی</translation>
    </message>
    <message>
        <source>Owner&apos;s capital</source>
        <translation>مالک کا سرمایہ</translation>
    </message>
    <message>
        <source>Owner&apos;s drawings</source>
        <translation>مالک نے نکالے</translation>
    </message>
    <message>
        <source>Rent</source>
        <translation>کرایہ</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>مرمت</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>راؤنڈ آف</translation>
    </message>
    <message>
        <source>Salaries and wages</source>
        <translation>تنخواہیں اور اجرتیں</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>فروخت</translation>
    </message>
    <message>
        <source>Sales returns</source>
        <translation>فروخت واپسی</translation>
    </message>
    <message>
        <source>Service income</source>
        <translation>خدمات کی آمدنی</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>اسٹاک</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>سپلائر</translation>
    </message>
    <message>
        <source>Tax collected on sales</source>
        <translation>فروخت پر لیا گیا ٹیکس</translation>
    </message>
    <message>
        <source>Tax paid on purchases</source>
        <translation>خریداری پر دیا گیا ٹیکس</translation>
    </message>
    <message>
        <source>Tea and food</source>
        <translation>چائے اور کھانا</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>گاڑی کا کرایہ اور ڈھلائی</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>A bank account or mobile wallet</source>
        <translation>بینک اکاؤنٹ یا موبائل والٹ</translation>
    </message>
    <message>
        <source>A cash box or till</source>
        <translation>نقدی کا گلّہ یا دراز</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>شامل کریں</translation>
    </message>
    <message>
        <source>An expense, such as rent</source>
        <translation>کوئی خرچ، جیسے کرایہ</translation>
    </message>
    <message>
        <source>An income, such as commission</source>
        <translation>کوئی آمدنی، جیسے کمیشن</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>نیا اکاؤنٹ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Orders the reports; may stay empty.</source>
        <translation>رپورٹوں میں ترتیب کے لیے؛ خالی بھی رہ سکتا ہے۔</translation>
    </message>
    <message>
        <source>Rename the account</source>
        <translation>اکاؤنٹ کا نام بدلیں</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Something the shop owes, such as a loan</source>
        <translation>جو دکان کو دینا ہے، جیسے قرض</translation>
    </message>
    <message>
        <source>Something the shop owns</source>
        <translation>جو دکان کی ملکیت ہے</translation>
    </message>
    <message>
        <source>The owner&apos;s money</source>
        <translation>مالک کی رقم</translation>
    </message>
    <message>
        <source>What is it for?</source>
        <translation>یہ کس لیے ہے؟</translation>
    </message>
    <message>
        <source>{name} is saved.</source>
        <translation>‏{name} محفوظ ہو گیا۔</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message numerus="yes">
        <source>%n entries shown</source>
        <translation>
            <numerusform>%n اندراج دکھایا گیا</numerusform>
            <numerusform>%n اندراج دکھائے گئے</numerusform>
        </translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>شروع میں</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>آخر میں</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>بقایا</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>کل آیا</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>کریڈٹ</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>ڈیبٹ</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>ایکسل</translation>
    </message>
    <message>
        <source>Find in this account</source>
        <translation>اس اکاؤنٹ میں تلاش کریں</translation>
    </message>
    <message>
        <source>In</source>
        <translation>آیا</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>لیجر</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>کوئی اندراج نہیں ملا۔</translation>
    </message>
    <message>
        <source>Nothing went through this account yet.</source>
        <translation>اس اکاؤنٹ میں ابھی کچھ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>گیا</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>ادائیگی</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>وصولی</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>نام بدلیں</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>سب دکھائیں</translation>
    </message>
    <message>
        <source>Went out</source>
        <translation>کل گیا</translation>
    </message>
    <message>
        <source>What</source>
        <translation>تفصیل</translation>
    </message>
    <message>
        <source>open voucher</source>
        <extracomment>Accounts that grow on the credit side: their balance is shown as it is spoken of, not negative.</extracomment>
        <translation>واؤچر کھولیں</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>ادائیگی</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>پرانا</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>وصولی</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>اکاؤنٹ</translation>
    </message>
    <message>
        <source>All</source>
        <translation>سب</translation>
    </message>
    <message>
        <source>Cash and accounts</source>
        <translation>نقد اور اکاؤنٹ</translation>
    </message>
    <message>
        <source>Cash and bank</source>
        <translation>نقد اور بینک</translation>
    </message>
    <message>
        <source>Cash in hand</source>
        <translation>ہاتھ میں نقد</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>کریڈٹ</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>ڈیبٹ</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>ایکسل</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>خرچ</translation>
    </message>
    <message>
        <source>In the bank</source>
        <translation>بینک میں</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>آمدنی</translation>
    </message>
    <message>
        <source>Income and expenses</source>
        <translation>آمدنی اور خرچ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Money in all</source>
        <translation>کل رقم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>نام یا نمبر</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>نیا اکاؤنٹ</translation>
    </message>
    <message>
        <source>No account matches.</source>
        <translation>کوئی اکاؤنٹ نہیں ملا۔</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Owned and owed</source>
        <translation>ملکیت اور قرض</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>ادائیگی</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>وصولی</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>سب دکھائیں</translation>
    </message>
    <message>
        <source>The owner&apos;s money</source>
        <translation>مالک کی رقم</translation>
    </message>
    <message>
        <source>The shop owes</source>
        <translation>دکان کو دینا ہے</translation>
    </message>
    <message>
        <source>The shop owns</source>
        <translation>دکان کی ملکیت</translation>
    </message>
    <message>
        <source>Where the money lies, and what it was for</source>
        <translation>رقم کہاں ہے، اور کس مد کی ہے</translation>
    </message>
    <message>
        <source>cash and bank</source>
        <translation>نقد اور بینک</translation>
    </message>
    <message numerus="yes">
        <source>in %n account(s)</source>
        <translation>
            <numerusform>%n اکاؤنٹ میں</numerusform>
            <numerusform>%n اکاؤنٹوں میں</numerusform>
        </translation>
    </message>
    <message>
        <source>open ledger</source>
        <translation>لیجر کھولیں</translation>
    </message>
    <message>
        <source>open the cash book</source>
        <translation>نقد بہی کھولیں</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>ادائیگی</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>وصولی</translation>
    </message>
</context>
<context>
    <name>AccountsSection</name>
    <message>
        <source>Accounts</source>
        <translation>اکاؤنٹ</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>خرچ</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>آمدنی</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>New account</source>
        <extracomment>What bills and payments are posted on by themselves; putting these away would only hide their figures.</extracomment>
        <translation>نیا اکاؤنٹ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>پرانے میں رکھیں</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>نام بدلیں</translation>
    </message>
    <message>
        <source>Show those put away</source>
        <translation>پرانے بھی دکھائیں</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>The owner&apos;s money</source>
        <translation>مالک کی رقم</translation>
    </message>
    <message>
        <source>The shop owes</source>
        <translation>دکان کو دینا ہے</translation>
    </message>
    <message>
        <source>The shop owns</source>
        <translation>دکان کی ملکیت</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>پرانا</translation>
    </message>
    <message>
        <source>{name} was put away.</source>
        <translation>‏{name} پرانے میں رکھ دیا گیا۔</translation>
    </message>
    <message>
        <source>{name} was taken back.</source>
        <translation>‏{name} واپس لایا گیا۔</translation>
    </message>
</context>
<context>
    <name>BackupKeeper</name>
    <message>
        <source>Backed up {when}</source>
        <translation>بیک اپ ہوا: {when}</translation>
    </message>
    <message>
        <source>Backed up {when}, not in the chosen folder</source>
        <translation>بیک اپ ہوا: {when}، چنے ہوئے فولڈر میں نہیں</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>بیک اپ ہو رہا ہے…</translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation>بیک اپ نہیں ہوا</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>ابھی کوئی بیک اپ نہیں</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Another folder…</source>
        <translation>دوسرا فولڈر…</translation>
    </message>
    <message>
        <source>Back to the usual folder</source>
        <translation>پھر وہی عام فولڈر</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>ابھی بیک اپ لیں</translation>
    </message>
    <message>
        <source>Copies go to</source>
        <translation>نقلیں یہاں جاتی ہیں</translation>
    </message>
    <message>
        <source>Copies of this khata</source>
        <translation>اس کھاتے کی نقلیں</translation>
    </message>
    <message>
        <source>Every copy is opened and its trial balance compared before it counts.</source>
        <translation>ہر نقل کھول کر اس کا میزان ملایا جاتا ہے، تب ہی وہ گنی جاتی ہے۔</translation>
    </message>
    <message>
        <source>File</source>
        <translation>فائل</translation>
    </message>
    <message>
        <source>Khata (*.khata);;All files (*)</source>
        <translation>کھاتہ (*.khata);;تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>کب بنی</translation>
    </message>
    <message>
        <source>No copies yet. One is made every 15 minutes while something changes.</source>
        <translation>ابھی کوئی کاپی نہیں۔ کچھ بدلتا رہے تو ہر 15 منٹ میں ایک بنتی ہے۔</translation>
    </message>
    <message>
        <source>On this computer&apos;s own disk.</source>
        <translation>اسی کمپیوٹر کی ڈسک پر۔</translation>
    </message>
    <message>
        <source>Restore another file</source>
        <translation>دوسری فائل واپس لائیں</translation>
    </message>
    <message>
        <source>Restore another file…</source>
        <translation>دوسری فائل واپس لائیں…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>واپس لائیں…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>سائز</translation>
    </message>
    <message>
        <source>The folder is not there now; copies go to the usual one until it is.</source>
        <translation>فولڈر ابھی نہیں مل رہا؛ ملنے تک نقلیں عام فولڈر میں جائیں گی۔</translation>
    </message>
    <message>
        <source>The usual folder</source>
        <translation>عام فولڈر</translation>
    </message>
    <message>
        <source>Where copies go</source>
        <translation>نقلیں کہاں رکھیں</translation>
    </message>
</context>
<context>
    <name>BackupsForm</name>
    <message>
        <source>Back up now</source>
        <translation>ابھی بیک اپ لیں</translation>
    </message>
    <message>
        <source>Backing up on the server</source>
        <translation>سرور پر بیک اپ ہو رہا ہے</translation>
    </message>
    <message>
        <source>Backups on the server</source>
        <translation>سرور پر بیک اپ</translation>
    </message>
    <message>
        <source>It goes on {day}; until then it can be restored.</source>
        <translation>یہ {day} کو ہٹ جائے گا؛ تب تک واپس لایا جا سکتا ہے۔</translation>
    </message>
    <message>
        <source>It was stopped. What was sent is kept, and not sent again.</source>
        <translation>روک دیا گیا۔ جو بھیجا جا چکا وہ محفوظ ہے اور دوبارہ نہیں بھیجا جائے گا۔</translation>
    </message>
    <message>
        <source>Let it go…</source>
        <translation>ہٹائیں…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>کب بنی</translation>
    </message>
    <message>
        <source>Made on “{name}”.</source>
        <translation>‏”{name}“ پر بنا۔</translation>
    </message>
    <message>
        <source>Make one every day by itself</source>
        <translation>ہر روز خود ایک بنائے</translation>
    </message>
    <message>
        <source>No backup on the server yet.</source>
        <translation>سرور پر ابھی کوئی بیک اپ نہیں۔</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>واپس لائیں…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>سائز</translation>
    </message>
    <message>
        <source>The khata is backed up on the server.</source>
        <translation>کھاتے کا بیک اپ سرور پر ہو گیا۔</translation>
    </message>
    <message>
        <source>The whole khata, sealed before it leaves this computer: the server cannot read it.</source>
        <translation>پورا کھاتہ، اس کمپیوٹر سے نکلنے سے پہلے مہر بند: سرور اسے نہیں پڑھ سکتا۔</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>واؤچر</translation>
    </message>
</context>
<context>
    <name>BillErrors</name>
    <message>
        <source>More comes back than is sold; enter what comes back as a sale return ({key}).</source>
        <extracomment>Fields as errors name them, and where on the counter that is.</extracomment>
        <translation>بکنے سے زیادہ مال واپس آ رہا ہے؛ جو واپس آئے اسے فروخت واپسی میں لکھیں ({key})۔</translation>
    </message>
    <message>
        <source>More is sold than comes back; enter what is sold as a bill ({key}).</source>
        <translation>واپسی سے زیادہ مال بک رہا ہے؛ جو بکے اسے بل میں لکھیں ({key})۔</translation>
    </message>
</context>
<context>
    <name>BillFacts</name>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>حوالہ</translation>
    </message>
</context>
<context>
    <name>BillSaver</name>
    <message>
        <source>Corrected {number}, now {amount}</source>
        <translation>‏{number} درست کیا، اب {amount}</translation>
    </message>
    <message>
        <source>Goods for {amount} came back: {number}</source>
        <translation>‏{amount} کا مال واپس آیا: {number}</translation>
    </message>
    <message>
        <source>Sold for {amount}: {number}</source>
        <translation>‏{amount} میں بکا: {number}</translation>
    </message>
    <message>
        <source>{sold} · change {change}</source>
        <translation>‏{sold} · واپسی {change}</translation>
    </message>
</context>
<context>
    <name>BillTable</name>
    <message>
        <source>Amount</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>رعایت</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>آئٹم</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>نرخ</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>مقدار</translation>
    </message>
    <message>
        <source>not in the item list</source>
        <translation>آئٹم کی فہرست میں نہیں</translation>
    </message>
    <message>
        <source>only {quantity} in stock</source>
        <translation>اسٹاک میں صرف {quantity}</translation>
    </message>
</context>
<context>
    <name>BillView</name>
    <message>
        <source>Customer</source>
        <translation>گاہک</translation>
    </message>
    <message>
        <source>Goods that come back</source>
        <translation>واپس آنے والا مال</translation>
    </message>
    <message>
        <source>Lines of the bill</source>
        <translation>بل کی سطریں</translation>
    </message>
    <message>
        <source>Scan the first item that comes back, or type its name.</source>
        <translation>واپس آنے والا پہلا آئٹم اسکین کریں، یا اس کا نام لکھیں۔</translation>
    </message>
    <message>
        <source>Scan the first item, or type its name.</source>
        <translation>پہلا آئٹم اسکین کریں، یا اس کا نام لکھیں۔</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Walk-in customer</source>
        <translation>عام گاہک</translation>
    </message>
    <message>
        <source>{name} was taken off the bill</source>
        <translation>‏{name} بل سے ہٹا دیا گیا</translation>
    </message>
</context>
<context>
    <name>BookSession</name>
    <message>
        <source>All saved</source>
        <translation>سب محفوظ ہے</translation>
    </message>
    <message>
        <source>Can only be looked at: the disk is read-only</source>
        <translation>صرف دیکھا جا سکتا ہے: ڈسک پر لکھنے کی اجازت نہیں</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>محفوظ نہیں ہوا</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>‏{time} پر محفوظ ہوا</translation>
    </message>
    <message>
        <source>There is no note yet to repeat.</source>
        <translation>دہرانے کے لیے ابھی کوئی نوٹ نہیں ہے۔</translation>
    </message>
</context>
<context>
    <name>BusinessForm</name>
    <message>
        <source>Address</source>
        <translation>پتہ</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>کرنسی</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ای میل</translation>
    </message>
    <message>
        <source>Fixed, for there are entries in it.</source>
        <translation>بدل نہیں سکتی، کیونکہ اس میں اندراج ہو چکے ہیں۔</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>Printed at the foot of every bill.</source>
        <translation>ہر بل کے نیچے چھپتی ہیں۔</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>ٹیکس نمبر</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>شرائط</translation>
    </message>
    <message>
        <source>Your shop</source>
        <translation>آپ کی دکان</translation>
    </message>
    <message>
        <source>Your shop&apos;s details are saved.</source>
        <translation>آپ کی دکان کی تفصیل محفوظ ہو گئی۔</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a party, item, voucher or command</source>
        <translation>پارٹی، آئٹم، واؤچر یا کام تلاش کریں</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>کچھ نہیں ملا</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message numerus="yes">
        <source>%n bill(s), yesterday {amount}</source>
        <translation>
            <numerusform>%n بل، گزشتہ کل {amount}</numerusform>
            <numerusform>%n بل، گزشتہ کل {amount}</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a customer</source>
        <translation>گاہک شامل کریں</translation>
    </message>
    <message>
        <source>Best sellers of 30 days</source>
        <translation>30 دن میں زیادہ بکا</translation>
    </message>
    <message>
        <source>Bring in your lists</source>
        <translation>اپنی فہرستیں لائیں</translation>
    </message>
    <message>
        <source>Cash in hand</source>
        <translation>ہاتھ میں نقد</translation>
    </message>
    <message>
        <source>Customers, items or bills from Excel or another program</source>
        <translation>گاہک، آئٹم یا بل، ایکسل یا کسی اور پروگرام سے</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>ڈیش بورڈ</translation>
    </message>
    <message>
        <source>Due by today</source>
        <translation>آج تک کا بقایا</translation>
    </message>
    <message>
        <source>Entered last</source>
        <translation>آخری اندراج</translation>
    </message>
    <message>
        <source>Everything can be changed and added to later.</source>
        <translation>سب کچھ بعد میں بدلا اور بڑھایا جا سکتا ہے۔</translation>
    </message>
    <message>
        <source>How do you want to begin?</source>
        <translation>کیسے شروع کریں گے؟</translation>
    </message>
    <message>
        <source>Make the first sale</source>
        <translation>پہلی فروخت کریں</translation>
    </message>
    <message>
        <source>New sale</source>
        <translation>نئی فروخت</translation>
    </message>
    <message>
        <source>No sale in the last 30 days.</source>
        <translation>پچھلے 30 دن میں کوئی فروخت نہیں۔</translation>
    </message>
    <message>
        <source>Nobody has anything due.</source>
        <translation>کسی پر کچھ باقی نہیں۔</translation>
    </message>
    <message>
        <source>Nothing is running low.</source>
        <translation>کوئی آئٹم کم نہیں۔</translation>
    </message>
    <message>
        <source>Nothing was entered yet.</source>
        <translation>ابھی کوئی اندراج نہیں۔</translation>
    </message>
    <message>
        <source>Nothing was sold by item yet.</source>
        <translation>ابھی کوئی آئٹم نہیں بکا۔</translation>
    </message>
    <message>
        <source>Running low</source>
        <translation>کم رہ گیا</translation>
    </message>
    <message>
        <source>Sales of 30 days</source>
        <translation>30 دن کی فروخت</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>سب دکھائیں</translation>
    </message>
    <message>
        <source>Sold today</source>
        <translation>آج کی فروخت</translation>
    </message>
    <message>
        <source>To collect</source>
        <translation>لینے ہیں</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>دینے ہیں</translation>
    </message>
    <message>
        <source>Type what you sell; items are added on the way</source>
        <translation>جو بیچنا ہے لکھیں؛ آئٹم ساتھ ساتھ شامل ہوں گے</translation>
    </message>
    <message>
        <source>With the balance from your old khata, if there is one</source>
        <translation>پرانے کھاتے کے بقایا کے ساتھ، اگر ہو</translation>
    </message>
    <message numerus="yes">
        <source>from %n</source>
        <translation>
            <numerusform>%n پارٹی سے</numerusform>
            <numerusform>%n پارٹیوں سے</numerusform>
        </translation>
    </message>
    <message>
        <source>new sale</source>
        <translation>نئی فروخت</translation>
    </message>
    <message numerus="yes">
        <source>to %n</source>
        <translation>
            <numerusform>%n پارٹی کو</numerusform>
            <numerusform>%n پارٹیوں کو</numerusform>
        </translation>
    </message>
    <message>
        <source>you gave</source>
        <translation>آپ نے دیا</translation>
    </message>
    <message>
        <source>you got</source>
        <translation>آپ کو ملا</translation>
    </message>
    <message>
        <source>{amount} in the bank</source>
        <translation>بینک میں {amount}</translation>
    </message>
    <message>
        <source>↑ You gave</source>
        <translation>↑ آپ نے دیا</translation>
    </message>
    <message>
        <source>↓ You got</source>
        <translation>↓ آپ کو ملا</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>t today, y yesterday, 15, 15/3 · Alt+Down opens the month</source>
        <translation>آج t، کل y، 15، ⁦15/3⁩ · مہینہ کھولنے کے لیے Alt+Down</translation>
    </message>
</context>
<context>
    <name>DateRangeBox</name>
    <message>
        <source>All dates</source>
        <translation>تمام تاریخیں</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>پچھلے 30 دن</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>پچھلا مہینہ</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>پچھلا سال</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>یہ مہینہ</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>یہ ہفتہ</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>یہ سال</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>آج</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>گزشتہ کل</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>‏{date} سے</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>‏{date} تک</translation>
    </message>
</context>
<context>
    <name>DeletionsForm</name>
    <message numerus="yes">
        <source>%n thing(s) were deleted or voided on this computer: unusually many.</source>
        <translation>
            <numerusform>اس کمپیوٹر پر %n چیز مٹائی یا منسوخ ہوئی: معمول سے زیادہ۔</numerusform>
            <numerusform>اس کمپیوٹر پر %n چیزیں مٹائی یا منسوخ ہوئیں: معمول سے کہیں زیادہ۔</numerusform>
        </translation>
    </message>
    <message>
        <source>If it was a mistake, go back and put the things back: the other devices notice nothing.</source>
        <translation>اگر غلطی تھی تو واپس جا کر چیزیں پہلے جیسی کر دیں: دوسرے آلوں کو کچھ پتہ نہیں چلے گا۔</translation>
    </message>
    <message>
        <source>It was meant: send them</source>
        <translation>جان کر کیا: بھیج دیں</translation>
    </message>
    <message>
        <source>Send these deletions?</source>
        <translation>یہ مٹانا دوسرے آلوں کو بھیجیں؟</translation>
    </message>
    <message>
        <source>They have not gone to the other devices, nor has what was entered after them.</source>
        <translation>یہ دوسرے آلوں تک نہیں گیا، اور نہ وہ جو اس کے بعد لکھا گیا۔</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message numerus="yes">
        <source>%n entry(s) came from the stick; what was new here is on it now.</source>
        <translation>
            <numerusform>اسٹک سے %n اندراج آیا؛ یہاں جو نیا تھا وہ اب اس پر ہے۔</numerusform>
            <numerusform>اسٹک سے %n اندراج آئے؛ یہاں جو نیا تھا وہ اب اس پر ہے۔</numerusform>
        </translation>
    </message>
    <message>
        <source>Computer {series}</source>
        <translation>کمپیوٹر {series}</translation>
    </message>
    <message>
        <source>Handing the khata over, sealed</source>
        <translation>کھاتہ مہر بند کر کے دیا جا رہا ہے</translation>
    </message>
    <message>
        <source>Keeping in step by the stick</source>
        <translation>اسٹک کے ذریعے ہم آہنگی</translation>
    </message>
    <message>
        <source>Sync is on, but the khata is not handed over yet: without that, nothing but this computer has it.</source>
        <translation>ہم آہنگی چالو ہے، مگر کھاتہ ابھی حوالے نہیں ہوا: اس کے بغیر یہ صرف اسی کمپیوٹر پر ہے۔</translation>
    </message>
    <message>
        <source>Sync is on. Let the other computers in now.</source>
        <translation>ہم آہنگی چالو ہے۔ اب دوسرے کمپیوٹروں کو شامل کریں۔</translation>
    </message>
    <message numerus="yes">
        <source>The stick was damaged in %n place(s). What was whole was taken in, and what this computer has was put there again. Take another stick if it happens again.</source>
        <translation>
            <numerusform>اسٹک %n جگہ سے خراب تھی۔ جو صحیح تھا وہ لے لیا گیا، اور جو اس کمپیوٹر کے پاس ہے وہ دوبارہ اس پر رکھ دیا گیا۔ پھر ایسا ہو تو دوسری اسٹک لیں۔</numerusform>
            <numerusform>اسٹک %n جگہوں سے خراب تھی۔ جو صحیح تھا وہ لے لیا گیا، اور جو اس کمپیوٹر کے پاس ہے وہ دوبارہ اس پر رکھ دیا گیا۔ پھر ایسا ہو تو دوسری اسٹک لیں۔</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>پھر کوشش کریں</translation>
    </message>
    <message>
        <source>What is new here is on the stick now; nothing new came from it.</source>
        <translation>یہاں جو نیا ہے وہ اب اسٹک پر ہے؛ وہاں سے کچھ نیا نہیں آیا۔</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message numerus="yes">
        <source>%n device(s) keep this khata together.</source>
        <translation>
            <numerusform>%n آلہ یہ کھاتہ رکھتا ہے۔</numerusform>
            <numerusform>%n آلے مل کر یہ کھاتہ رکھتے ہیں۔</numerusform>
        </translation>
    </message>
    <message>
        <source>By a stick…</source>
        <translation>اسٹک کے ذریعے…</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>آلہ</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>آلے</translation>
    </message>
    <message>
        <source>Devices of this khata</source>
        <translation>اس کھاتے کے آلے</translation>
    </message>
    <message>
        <source>It may</source>
        <translation>اجازت</translation>
    </message>
    <message>
        <source>Its bills are numbered</source>
        <translation>اس کے بلوں کا نمبر</translation>
    </message>
    <message>
        <source>Last heard from</source>
        <translation>آخری رابطہ</translation>
    </message>
    <message>
        <source>Let a device in</source>
        <translation>آلہ شامل کریں</translation>
    </message>
    <message>
        <source>Only this computer keeps this khata.</source>
        <translation>یہ کھاتہ صرف اسی کمپیوٹر پر ہے۔</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>نام بدلیں</translation>
    </message>
    <message>
        <source>Shut out…</source>
        <translation>الگ کریں…</translation>
    </message>
    <message>
        <source>Sync file (*.khatasync)</source>
        <translation>ہم آہنگی فائل (*.khatasync)</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>ابھی ہم آہنگ کریں</translation>
    </message>
    <message>
        <source>The devices are listed once the keys are open.</source>
        <translation>چابیاں کھلنے پر آلوں کی فہرست نظر آئے گی۔</translation>
    </message>
    <message>
        <source>The file on the stick</source>
        <translation>اسٹک پر فائل</translation>
    </message>
    <message>
        <source>This computer was shut out.</source>
        <translation>اس کمپیوٹر کو باہر کر دیا گیا ہے۔</translation>
    </message>
    <message>
        <source>enter and see</source>
        <translation>لکھ اور دیکھ سکتا ہے</translation>
    </message>
    <message>
        <source>get in step now</source>
        <translation>ابھی ہم آہنگ کریں</translation>
    </message>
    <message>
        <source>here</source>
        <translation>یہیں</translation>
    </message>
    <message>
        <source>let a device in</source>
        <translation>آلہ شامل کریں</translation>
    </message>
    <message>
        <source>let in, has not come yet</source>
        <translation>شامل کیا گیا، ابھی تک آیا نہیں</translation>
    </message>
    <message>
        <source>let others in</source>
        <translation>دوسروں کو شامل کر سکتا ہے</translation>
    </message>
    <message>
        <source>nothing any more</source>
        <translation>اب کچھ نہیں</translation>
    </message>
    <message>
        <source>shut out</source>
        <translation>الگ کیا گیا</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>یہ کمپیوٹر</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Copied</source>
        <translation>کاپی ہو گیا</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>رپورٹ کاپی کریں</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>آگے چلیں</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>رپورٹ</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>کچھ گڑبڑ ہو گئی</translation>
    </message>
    <message>
        <source>What you typed is still on the screen. The report holds no names and no amounts.</source>
        <translation>جو آپ نے لکھا وہ اسکرین پر موجود ہے۔ رپورٹ میں کوئی نام یا رقم نہیں ہے۔</translation>
    </message>
</context>
<context>
    <name>FaultPage</name>
    <message>
        <source>A newer version has written to it, in a way that this one does not know.</source>
        <translation>اس میں نئے ورژن نے لکھا ہے، ایسے طریقے سے جو یہ ورژن نہیں جانتا۔</translation>
    </message>
    <message>
        <source>Another khata…</source>
        <translation>دوسرا کھاتہ…</translation>
    </message>
    <message>
        <source>Khata (*.khata)</source>
        <translation>کھاتہ (*.khata)</translation>
    </message>
    <message>
        <source>Khata (*.khata);;All files (*)</source>
        <translation>کھاتہ (*.khata);;تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>دوبارہ دیکھیں</translation>
    </message>
    <message>
        <source>No file stands at the place where it was. Was it on a USB stick, or moved or renamed?</source>
        <translation>جہاں فائل تھی وہاں اب نہیں ہے۔ کیا وہ USB پر تھی، یا ہٹائی گئی یا نام بدلا گیا؟</translation>
    </message>
    <message>
        <source>Older backups</source>
        <translation>پرانے بیک اپ</translation>
    </message>
    <message>
        <source>Open a file that ends in .khata.</source>
        <translation>وہ فائل کھولیں جس کے آخر میں ⁦.khata⁩ ہو۔</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>فائل کھولیں…</translation>
    </message>
    <message>
        <source>Open a khata</source>
        <translation>کھاتہ کھولیں</translation>
    </message>
    <message>
        <source>Other khatas on this computer</source>
        <translation>اس کمپیوٹر پر دوسرے کھاتے</translation>
    </message>
    <message>
        <source>Parts of it cannot be read: a disk or stick that fails, or a copy that broke off.</source>
        <translation>اس کے کچھ حصے پڑھے نہیں جا سکتے: ڈسک یا USB خراب ہے، یا نقل ادھوری رہ گئی۔</translation>
    </message>
    <message>
        <source>Put the stick in and look again, or open the file at its new place.</source>
        <translation>یو ایس بی لگا کر دوبارہ دیکھیں، یا فائل کو اس کی نئی جگہ سے کھولیں۔</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>بیک اپ واپس لائیں</translation>
    </message>
    <message>
        <source>Restore another backup…</source>
        <translation>کوئی اور بیک اپ بحال کریں…</translation>
    </message>
    <message>
        <source>Restore the backup of {when}</source>
        <translation>‏{when} کا بیک اپ واپس لائیں</translation>
    </message>
    <message>
        <source>Restore the last backup; it becomes a new file beside this one.</source>
        <translation>آخری بیک اپ واپس لائیں؛ وہ اس کے ساتھ نئی فائل بن جائے گا۔</translation>
    </message>
    <message>
        <source>The file belongs to another program, or is empty.</source>
        <translation>فائل کسی دوسرے پروگرام کی ہے، یا خالی ہے۔</translation>
    </message>
    <message>
        <source>The file of this khata is damaged</source>
        <translation>اس کھاتے کی فائل خراب ہے</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>فائل کو چھیڑا نہیں گیا۔</translation>
    </message>
    <message>
        <source>The khata cannot be opened</source>
        <translation>کھاتہ کھل نہیں سکتا</translation>
    </message>
    <message>
        <source>The program met something it did not expect.</source>
        <translation>پروگرام کو ایسی چیز ملی جس کی توقع نہ تھی۔</translation>
    </message>
    <message>
        <source>This is not a khata</source>
        <translation>یہ کھاتہ نہیں ہے</translation>
    </message>
    <message>
        <source>This khata needs a newer version of the program</source>
        <translation>اس کھاتے کو پروگرام کا نیا ورژن چاہیے</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>پھر کوشش کریں</translation>
    </message>
    <message>
        <source>Try again; if it stays so, send the log to whoever looks after the program.</source>
        <translation>پھر کوشش کریں؛ ایسا ہی رہے تو لاگ اسے بھیجیں جو پروگرام کی دیکھ بھال کرتا ہے۔</translation>
    </message>
    <message>
        <source>Update the program on this computer, then open it again.</source>
        <translation>اس کمپیوٹر پر پروگرام اپ ڈیٹ کریں، پھر دوبارہ کھولیں۔</translation>
    </message>
    <message>
        <source>{name} is not there</source>
        <translation>‏{name} موجود نہیں</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Back</source>
        <translation>واپس</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>بند کریں (Esc)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>چھوڑ دیں</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>اسی کو جاری رکھیں</translation>
    </message>
    <message>
        <source>Saving… The form closes by itself when that is done.</source>
        <translation>محفوظ ہو رہا ہے… مکمل ہونے پر فارم خود بند ہو جائے گا۔</translation>
    </message>
    <message>
        <source>What you typed is not saved yet. Press Esc again to leave it.</source>
        <translation>جو آپ نے لکھا وہ ابھی محفوظ نہیں ہوا۔ چھوڑنے کے لیے دوبارہ Esc دبائیں۔</translation>
    </message>
</context>
<context>
    <name>FormDraft</name>
    <message>
        <source>You had begun this on {when}.</source>
        <translation>آپ نے یہ {when} کو شروع کیا تھا۔</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Address</source>
        <translation>پتہ</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Balance as of</source>
        <translation>بقایا کی تاریخ</translation>
    </message>
    <message>
        <source>Balance from before</source>
        <translation>پہلے کا بقایا</translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation>بار کوڈ</translation>
    </message>
    <message>
        <source>Bill number</source>
        <translation>بل نمبر</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>بل</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>زمرہ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>لاگت</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>ادھار کی حد</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>گاہک</translation>
    </message>
    <message>
        <source>Customer code</source>
        <translation>گاہک کا کوڈ</translation>
    </message>
    <message>
        <source>Customer&apos;s address</source>
        <translation>گاہک کا پتہ</translation>
    </message>
    <message>
        <source>Customer&apos;s phone</source>
        <translation>گاہک کا فون</translation>
    </message>
    <message>
        <source>Customers and suppliers</source>
        <translation>گاہک اور سپلائر</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>رعایت</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>آخری تاریخ</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ای میل</translation>
    </message>
    <message>
        <source>Given or got</source>
        <translation>دیا یا ملا</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>آئٹم</translation>
    </message>
    <message>
        <source>Item code</source>
        <translation>آئٹم کا کوڈ</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>آئٹم</translation>
    </message>
    <message>
        <source>Khata entries</source>
        <translation>کھاتہ اندراج</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Not used: {columns}.</source>
        <translation>کام نہیں آئے: {columns}۔</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Numbers such as {example} were read as {meant} and not as {other}; say if it is the other way.</source>
        <translation>‏{example} جیسے عدد کو {meant} پڑھا گیا، {other} نہیں؛ الٹا ہو تو بتائیں۔</translation>
    </message>
    <message>
        <source>Numbers were read with a decimal comma: {example} is {meant}; say if it is not.</source>
        <translation>اعشاریہ کی جگہ کوما سمجھا گیا: {example} کا مطلب {meant} ہے؛ ایسا نہ ہو تو بتائیں۔</translation>
    </message>
    <message>
        <source>One supplier comes in as owing you; put a minus before what you owe them.</source>
        <translation>ایک سپلائر سے آپ کو لینے ہوں گے؛ اگر آپ کو دینے ہیں تو رقم سے پہلے منفی کا نشان لگائیں۔</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>دوسرے نام</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>پارٹی</translation>
    </message>
    <message>
        <source>Party code</source>
        <translation>پارٹی کا کوڈ</translation>
    </message>
    <message>
        <source>Party&apos;s phone</source>
        <translation>پارٹی کا فون</translation>
    </message>
    <message>
        <source>Pays within (days)</source>
        <translation>ادائیگی کی مدت (دن)</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>نرخ</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>مقدار</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>حوالہ</translation>
    </message>
    <message>
        <source>Several columns are headed {heading}: {used} was read, and {unused} was not; name the right one if it is not.</source>
        <translation>ایک سے زیادہ کالموں کا عنوان {heading} ہے: {used} پڑھا گیا، {unused} نہیں؛ درست نہ ہو تو صحیح کالم بتائیں۔</translation>
    </message>
    <message>
        <source>Stock now</source>
        <translation>ابھی کا اسٹاک</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>ٹیگ</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>ٹیکس نمبر</translation>
    </message>
    <message>
        <source>The file does not say its encoding and was read as {encoding}: look at the accents.</source>
        <translation>فائل اپنی انکوڈنگ نہیں بتاتی، {encoding} مان کر پڑھی گئی: دیکھ لیں حروف ٹھیک ہیں یا نہیں۔</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>اکائی</translation>
    </message>
    <message>
        <source>Warn at</source>
        <translation>کم اسٹاک کی حد</translation>
    </message>
    <message>
        <source>Wholesale price</source>
        <translation>تھوک نرخ</translation>
    </message>
    <message>
        <source>You gave</source>
        <translation>آپ نے دیا</translation>
    </message>
    <message>
        <source>You got</source>
        <translation>آپ کو ملا</translation>
    </message>
    <message>
        <source>{count} suppliers come in as owing you; put a minus before what you owe them.</source>
        <translation>سپلائر جن سے آپ کو لینے ہوں گے: {count}؛ اگر آپ کو دینے ہیں تو رقم سے پہلے منفی کا نشان لگائیں۔</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>‏{first} یا {second}</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Another file</source>
        <translation>دوسری فائل</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>واپس</translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n line(s)</source>
        <translation>
            <numerusform>%n سطر لائیں</numerusform>
            <numerusform>%n سطریں لائیں</numerusform>
        </translation>
    </message>
    <message>
        <source>Bringing it in</source>
        <translation>فائل لائی جا رہی ہے</translation>
    </message>
    <message>
        <source>CSV or Excel; it may also be dropped here. You will see all before it counts.</source>
        <translation>فائل CSV یا ایکسل کی ہو؛ گھسیٹ کر بھی یہاں چھوڑ سکتے ہیں۔ لکھنے سے پہلے سب دکھایا جائے گا۔</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>فائل جانچیں</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>فائل جانچی جا رہی ہے</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>فائل چنیں</translation>
    </message>
    <message>
        <source>From a table of Excel or another program</source>
        <translation>ایکسل یا کسی اور پروگرام کی فہرست سے</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>فائل لائیں</translation>
    </message>
    <message>
        <source>Names, codes, prices, and the stock there is</source>
        <translation>نام، کوڈ، نرخ، اور موجود اسٹاک</translation>
    </message>
    <message>
        <source>Names, phones, limits, and what they owe from before</source>
        <translation>نام، فون، حد، اور پہلے کا بقایا</translation>
    </message>
    <message>
        <source>One line for each item sold, as other programs write them</source>
        <translation>ہر بکے آئٹم کی ایک سطر، جیسے دوسرے پروگرام لکھتے ہیں</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>فہرست کھولیں</translation>
    </message>
    <message>
        <source>Plain table (*.csv)</source>
        <translation>سادہ جدول (*.csv)</translation>
    </message>
    <message>
        <source>Save the refused lines</source>
        <translation>رد شدہ سطریں محفوظ کریں</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>محفوظ ہوا: {name}</translation>
    </message>
    <message>
        <source>Stopped; nothing was brought in.</source>
        <translation>روک دیا؛ کچھ نہیں لایا گیا۔</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx)</source>
        <translation>جدول (*.csv *.txt *.tsv *.xlsx)</translation>
    </message>
    <message>
        <source>What is in your file?</source>
        <translation>آپ کی فائل میں کیا ہے؟</translation>
    </message>
    <message>
        <source>What you gave and got, day by day</source>
        <translation>روز روز جو دیا اور ملا</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>آگے چلیں</translation>
    </message>
    <message>
        <source>{done} of {total} lines</source>
        <translation>‏{total} میں سے {done} سطریں</translation>
    </message>
    <message>
        <source>{name}: nothing is written yet</source>
        <translation>‏{name}: ابھی کچھ لکھا نہیں گیا</translation>
    </message>
    <message>
        <source>{name}: say which column is what</source>
        <translation>‏{name}: بتائیں کون سا کالم کیا ہے</translation>
    </message>
    <message>
        <source>{name}: this is what came in</source>
        <translation>‏{name}: یہ سب آ گیا</translation>
    </message>
</context>
<context>
    <name>ItemEntry</name>
    <message>
        <source>Add “{text}” to the items</source>
        <translation>‏”{text}“ آئٹموں میں شامل کریں</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>آئٹم</translation>
    </message>
    <message>
        <source>Scan, or type name or code… 3* before it sets the quantity</source>
        <extracomment>&quot;3*&quot; or &quot;2.5 x&quot; before a scan or a name sets the quantity.</extracomment>
        <translation>اسکین کریں، یا نام یا کوڈ لکھیں… پہلے ‎3*‎ لکھنے سے مقدار 3</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>Add</source>
        <translation>شامل کریں</translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation>بار کوڈ</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>زمرہ</translation>
    </message>
    <message>
        <source>Change item</source>
        <translation>آئٹم بدلیں</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>لاگت</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>مال</translation>
    </message>
    <message>
        <source>In stock now</source>
        <translation>ابھی اسٹاک میں</translation>
    </message>
    <message>
        <source>Keep out of the lists (put away)</source>
        <translation>فہرستوں میں نہ دکھائیں (پرانے میں رکھیں)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>نیا آئٹم</translation>
    </message>
    <message>
        <source>No tax</source>
        <translation>کوئی ٹیکس نہیں</translation>
    </message>
    <message>
        <source>Other names, in any script</source>
        <translation>دوسرے نام، کسی بھی رسم الخط میں</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>نرخ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>خدمت</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>ٹیکس</translation>
    </message>
    <message>
        <source>The price includes the tax</source>
        <translation>نرخ میں ٹیکس شامل ہے</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>اکائی</translation>
    </message>
    <message>
        <source>Valued at the cost above.</source>
        <translation>اوپر کی لاگت پر۔</translation>
    </message>
    <message>
        <source>Warn when stock falls to</source>
        <translation>اسٹاک اتنا رہ جائے تو بتائیں</translation>
    </message>
    <message>
        <source>Wholesale price</source>
        <translation>تھوک نرخ</translation>
    </message>
    <message>
        <source>kg, piece, litre</source>
        <translation>کلو، عدد، لیٹر</translation>
    </message>
    <message>
        <source>{name} was added</source>
        <translation>‏{name} شامل ہو گیا</translation>
    </message>
    <message>
        <source>چینی, चीनी, sugar</source>
        <translation>چینی، चीनी، sugar</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>Change</source>
        <translation>بدلیں</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>لاگت</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>ایکسل</translation>
    </message>
    <message>
        <source>In</source>
        <translation>آیا</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>اسٹاک میں</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>آمد و رفت</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>گیا</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>نرخ</translation>
    </message>
    <message>
        <source>Stock in</source>
        <translation>مال آیا</translation>
    </message>
    <message>
        <source>This item has not moved yet.</source>
        <translation>اس آئٹم کا ابھی کوئی لین دین نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>مالیت</translation>
    </message>
    <message>
        <source>What</source>
        <translation>تفصیل</translation>
    </message>
    <message>
        <source>a service has no stock</source>
        <translation>خدمت کا اسٹاک نہیں ہوتا</translation>
    </message>
    <message>
        <source>as entered</source>
        <translation>جیسی لکھی گئی</translation>
    </message>
    <message>
        <source>at moving average</source>
        <translation>اوسط لاگت پر</translation>
    </message>
    <message>
        <source>change</source>
        <translation>بدلیں</translation>
    </message>
    <message>
        <source>open voucher</source>
        <translation>واؤچر کھولیں</translation>
    </message>
    <message>
        <source>per {unit}</source>
        <translation>فی {unit}</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>پرانا</translation>
    </message>
    <message>
        <source>warns at {quantity}</source>
        <translation>‏{quantity} پر بتائے گا</translation>
    </message>
    <message>
        <source>wholesale {price}</source>
        <translation>تھوک {price}</translation>
    </message>
</context>
<context>
    <name>ItemPicker</name>
    <message>
        <source>{quantity} in stock</source>
        <translation>‏{quantity} اسٹاک میں</translation>
    </message>
</context>
<context>
    <name>ItemsPage</name>
    <message>
        <source>All</source>
        <translation>سب</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>لاگت</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>ایکسل</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>اسٹاک میں</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>آئٹم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Name, code or barcode</source>
        <translation>نام، کوڈ یا بار کوڈ</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>نیا آئٹم</translation>
    </message>
    <message>
        <source>No item matches.</source>
        <translation>کوئی آئٹم نہیں ملا۔</translation>
    </message>
    <message>
        <source>Nothing here yet: add the first item, or just sell and add it then.</source>
        <translation>ابھی یہاں کچھ نہیں: پہلا آئٹم شامل کریں، یا بیچتے وقت شامل کر لیں۔</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>نرخ</translation>
    </message>
    <message>
        <source>Put away too</source>
        <translation>پرانے بھی</translation>
    </message>
    <message>
        <source>Running low</source>
        <translation>کم رہ گیا</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>سب دکھائیں</translation>
    </message>
    <message>
        <source>Stock value</source>
        <translation>اسٹاک کی مالیت</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>اکائی</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>مالیت</translation>
    </message>
    <message>
        <source>What you sell, and what of it is there</source>
        <translation>جو آپ بیچتے ہیں، اور کتنا موجود ہے</translation>
    </message>
    <message>
        <source>all well</source>
        <translation>سب ٹھیک</translation>
    </message>
    <message>
        <source>at cost</source>
        <translation>لاگت پر</translation>
    </message>
    <message>
        <source>in this list</source>
        <translation>اس فہرست میں</translation>
    </message>
    <message>
        <source>new item</source>
        <translation>نیا آئٹم</translation>
    </message>
    <message>
        <source>open item</source>
        <translation>آئٹم کھولیں</translation>
    </message>
    <message>
        <source>to order soon</source>
        <translation>جلد منگوانا ہے</translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message>
        <source>Another folder</source>
        <translation>دوسرا فولڈر</translation>
    </message>
    <message>
        <source>By its code</source>
        <translation>اس کے کوڈ سے</translation>
    </message>
    <message>
        <source>By the recovery phrase</source>
        <translation>بحالی کے جملے سے</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>کلپ بورڈ سے</translation>
    </message>
    <message>
        <source>How</source>
        <translation>کیسے</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>شامل ہوں</translation>
    </message>
    <message>
        <source>Join another device</source>
        <translation>دوسرے آلے سے جڑیں</translation>
    </message>
    <message>
        <source>Keep the khata in</source>
        <translation>کھاتہ یہاں رکھیں</translation>
    </message>
    <message>
        <source>Kept in {path}</source>
        <translation>یہاں رکھا جائے گا: {path}</translation>
    </message>
    <message>
        <source>No code was found in that picture; take one of the whole code, or copy its text.</source>
        <translation>اس تصویر میں کوڈ نہیں ملا؛ پورے کوڈ کی تصویر لیں، یا اس کا متن نقل کریں۔</translation>
    </message>
    <message>
        <source>On the other computer: Devices, then “Let a device in”.</source>
        <translation>دوسرے کمپیوٹر پر: آلے، پھر ”آلہ شامل کریں“۔</translation>
    </message>
    <message>
        <source>Picture or screenshot of the code</source>
        <translation>کوڈ کی تصویر یا اسکرین شاٹ</translation>
    </message>
    <message>
        <source>Picture or screenshot…</source>
        <translation>تصویر یا اسکرین شاٹ…</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp);;All files (*)</source>
        <translation>تصویریں (*.png *.jpg *.jpeg *.webp *.bmp);;تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>Read the code of the other device first.</source>
        <translation>پہلے دوسرے آلے کا کوڈ پڑھیں۔</translation>
    </message>
    <message>
        <source>Recovery phrase</source>
        <translation>بحالی کا جملہ</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>دکان</translation>
    </message>
    <message>
        <source>The 24 words from your paper, in their order, with a blank between them.</source>
        <translation>آپ کے کاغذ کے 24 لفظ، اسی ترتیب سے، درمیان میں خالی جگہ کے ساتھ۔</translation>
    </message>
    <message>
        <source>The code of the other device</source>
        <translation>دوسرے آلے کا کوڈ</translation>
    </message>
    <message>
        <source>There is neither a code nor a picture on the clipboard.</source>
        <translation>کلپ بورڈ پر نہ کوڈ ہے نہ تصویر۔</translation>
    </message>
    <message numerus="yes">
        <source>These are %n word(s); the phrase has 24.</source>
        <translation>
            <numerusform>یہ %n لفظ ہے؛ جملے میں 24 ہوتے ہیں۔</numerusform>
            <numerusform>یہ %n لفظ ہیں؛ جملے میں 24 ہوتے ہیں۔</numerusform>
        </translation>
    </message>
    <message>
        <source>Type what this computer is called.</source>
        <translation>لکھیں کہ یہ کمپیوٹر کیا کہلاتا ہے۔</translation>
    </message>
    <message>
        <source>What this computer is called</source>
        <translation>اس کمپیوٹر کا نام</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>A khata that is kept on another computer</source>
        <translation>کھاتہ جو دوسرے کمپیوٹر پر ہے</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>واپس</translation>
    </message>
    <message>
        <source>Go on where it was stopped</source>
        <translation>جہاں رکا تھا وہیں سے آگے چلیں</translation>
    </message>
    <message>
        <source>It is taken over whole, and from then on both keep it together.</source>
        <translation>یہ پورا لے لیا جاتا ہے، اور پھر دونوں اسے مل کر رکھتے ہیں۔</translation>
    </message>
    <message>
        <source>It was stopped. Show a new code on the other device to try again.</source>
        <translation>روک دیا گیا۔ پھر کوشش کے لیے دوسرے آلے پر نیا کوڈ دکھائیں۔</translation>
    </message>
    <message>
        <source>It was stopped. What was taken over is kept, and can go on from there.</source>
        <translation>روک دیا گیا۔ جو لیا جا چکا وہ محفوظ ہے، اور وہیں سے آگے چل سکتا ہے۔</translation>
    </message>
</context>
<context>
    <name>JournalForm</name>
    <message>
        <source>Another line</source>
        <translation>ایک اور سطر</translation>
    </message>
    <message>
        <source>Choose an account</source>
        <translation>اکاؤنٹ چنیں</translation>
    </message>
    <message>
        <source>Correct {number}</source>
        <extracomment>The accounts that carry khatas: a posting to one of them names the party.</extracomment>
        <translation>‏{number} درست کریں</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>کریڈٹ</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>ڈیبٹ</translation>
    </message>
    <message>
        <source>Debit and credit are equal</source>
        <translation>ڈیبٹ اور کریڈٹ برابر ہیں</translation>
    </message>
    <message>
        <source>Journal voucher</source>
        <translation>جرنل واؤچر</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>حوالہ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>درستی محفوظ کریں</translation>
    </message>
    <message>
        <source>{amount} more on the credit side</source>
        <translation>کریڈٹ کی طرف {amount} زیادہ</translation>
    </message>
    <message>
        <source>{amount} more on the debit side</source>
        <translation>ڈیبٹ کی طرف {amount} زیادہ</translation>
    </message>
    <message>
        <source>{number} was posted</source>
        <translation>‏{number} لکھا گیا</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Key</source>
        <translation>کلید</translation>
    </message>
    <message>
        <source>Key: {what}</source>
        <translation>کلید: {what}</translation>
    </message>
    <message>
        <source>Press the key here: F1 to F12, or one with Ctrl or Alt.</source>
        <translation>کلید یہاں دبائیں: F1 سے F12، یا Ctrl یا Alt کے ساتھ کوئی۔</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>The usual key</source>
        <translation>عام کلید</translation>
    </message>
    <message>
        <source>This key is needed for typing; choose one of F1 to F12, or one with Ctrl or Alt.</source>
        <translation>یہ کلید لکھنے کے لیے چاہیے؛ F1 سے F12، یا Ctrl یا Alt کے ساتھ کوئی چنیں۔</translation>
    </message>
    <message>
        <source>This key is taken: {what}. Choose another, or change that one first.</source>
        <translation>یہ کلید پہلے سے لگی ہے: {what}۔ کوئی اور چنیں، یا پہلے وہ بدلیں۔</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>All as usual</source>
        <translation>سب پہلے جیسی</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>کاؤنٹر</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>ہر جگہ</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>فارم میں</translation>
    </message>
    <message>
        <source>Keys as on</source>
        <translation>کلیدیں کس طرح ہوں</translation>
    </message>
    <message>
        <source>On a page</source>
        <translation>کسی صفحے پر</translation>
    </message>
    <message>
        <source>On the counter</source>
        <translation>کاؤنٹر پر</translation>
    </message>
    <message>
        <source>Some keys are your own</source>
        <translation>کچھ کلیدیں آپ کی اپنی ہیں</translation>
    </message>
    <message>
        <source>Tally</source>
        <translation>ٹیلی</translation>
    </message>
    <message>
        <source>Tally: Alt+G finds anything, Alt+K is what you gave, Alt+F6 takes goods back.</source>
        <translation>ٹیلی: Alt+G سے کچھ بھی تلاش کریں، Alt+K آپ نے دیا، Alt+F6 سامان کی واپسی۔</translation>
    </message>
    <message>
        <source>To begin something</source>
        <translation>کچھ شروع کرنے کے لیے</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Find a key or what it does</source>
        <translation>کلید یا اس کا کام تلاش کریں</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>کلیدیں</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>کچھ نہیں ملا</translation>
    </message>
</context>
<context>
    <name>KhataForm</name>
    <message>
        <source>Amount</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>بینک</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>نقد</translation>
    </message>
    <message>
        <source>Correct {number}</source>
        <translation>‏{number} درست کریں</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>مال</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>پارٹی</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>حوالہ</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>درستی محفوظ کریں</translation>
    </message>
    <message>
        <source>Save: you gave</source>
        <translation>محفوظ کریں: آپ نے دیا</translation>
    </message>
    <message>
        <source>Save: you got</source>
        <translation>محفوظ کریں: آپ کو ملا</translation>
    </message>
    <message>
        <source>Sums work too: 3*120+50</source>
        <translation>حساب بھی لکھ سکتے ہیں: ⁦3*120+50⁩</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>کیا تھا؟</translation>
    </message>
    <message>
        <source>You gave</source>
        <translation>آپ نے دیا</translation>
    </message>
    <message>
        <source>You gave {amount} to {name}</source>
        <translation>آپ نے {name} کو {amount} دیے</translation>
    </message>
    <message>
        <source>You got</source>
        <translation>آپ کو ملا</translation>
    </message>
    <message>
        <source>You got {amount} from {name}</source>
        <translation>آپ کو {name} سے {amount} ملے</translation>
    </message>
    <message>
        <source>↑ You gave</source>
        <translation>↑ آپ نے دیا</translation>
    </message>
    <message>
        <source>↓ You got</source>
        <translation>↓ آپ کو ملا</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <extracomment>The kinds a list can be narrowed to; reversals are only ever seen beside what they undo.</extracomment>
        <translation>
            <numerusform>%n آئٹم</numerusform>
            <numerusform>%n آئٹم</numerusform>
        </translation>
    </message>
    <message>
        <source>Balance from before</source>
        <translation>پہلے کا بقایا</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>جرنل</translation>
    </message>
    <message>
        <source>Khata entry</source>
        <translation>کھاتہ اندراج</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>ادائیگی</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>وصولی</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>فروخت</translation>
    </message>
    <message>
        <source>Sale return</source>
        <translation>فروخت واپسی</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>منسوخ کریں</translation>
    </message>
</context>
<context>
    <name>LetGoForm</name>
    <message>
        <source>Let it go</source>
        <translation>ہٹائیں</translation>
    </message>
    <message>
        <source>Let this backup go?</source>
        <translation>یہ بیک اپ ہٹائیں؟</translation>
    </message>
    <message>
        <source>Only the owner can have a backup removed, so that no thief of a computer can.</source>
        <translation>بیک اپ صرف مالک ہٹا سکتا ہے، تاکہ کمپیوٹر چرانے والا نہ ہٹا سکے۔</translation>
    </message>
    <message>
        <source>The 24 words of the recovery phrase</source>
        <translation>بحالی کے جملے کے 24 لفظ</translation>
    </message>
    <message>
        <source>The backup of {moment} is removed in 30 days. Until then it can be restored.</source>
        <translation>‏{moment} کا بیک اپ 30 دن بعد ہٹ جائے گا۔ تب تک واپس لایا جا سکتا ہے۔</translation>
    </message>
    <message>
        <source>Type the 24 words from your paper.</source>
        <translation>اپنے کاغذ سے 24 لفظ لکھیں۔</translation>
    </message>
</context>
<context>
    <name>LetInForm</name>
    <message>
        <source>As a picture…</source>
        <translation>تصویر کے طور پر…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>کاپی ہو گیا</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>متن کے طور پر نقل کریں</translation>
    </message>
    <message>
        <source>Good for one device, and for {time} more.</source>
        <translation>ایک آلے کے لیے، اور مزید {time} تک۔</translation>
    </message>
    <message>
        <source>Handing the khata over to “{name}”</source>
        <translation>کھاتہ ”{name}“ کو دیا جا رہا ہے</translation>
    </message>
    <message>
        <source>Keep the code as a picture</source>
        <translation>کوڈ کو تصویر کے طور پر رکھیں</translation>
    </message>
    <message>
        <source>Let a device in</source>
        <extracomment>What may be over the next time one asks.</extracomment>
        <translation>آلہ شامل کریں</translation>
    </message>
    <message>
        <source>Making the code…</source>
        <translation>کوڈ بن رہا ہے…</translation>
    </message>
    <message>
        <source>On the other computer, open Khata, press “Join another device” and read this code: as a picture, a screenshot or as text.</source>
        <translation>دوسرے کمپیوٹر پر کھاتہ کھولیں، ”دوسرے آلے سے جڑیں“ دبائیں اور یہ کوڈ پڑھیں: تصویر، اسکرین شاٹ یا متن کے طور پر۔</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>تصویر (*.png)</translation>
    </message>
    <message>
        <source>Show a new code</source>
        <translation>نیا کوڈ دکھائیں</translation>
    </message>
    <message>
        <source>The code is kept as a picture. Delete it when the device is in.</source>
        <translation>کوڈ تصویر کے طور پر رکھ لیا گیا۔ آلہ شامل ہونے پر اسے مٹا دیں۔</translation>
    </message>
    <message>
        <source>The device was turned away: somebody else may have read the code. Show a new one, and let nobody but you see it.</source>
        <translation>آلے کو لوٹا دیا گیا: شاید کسی اور نے کوڈ پڑھ لیا۔ نیا کوڈ دکھائیں اور اسے آپ کے سوا کوئی نہ دیکھے۔</translation>
    </message>
    <message>
        <source>The picture could not be written there; choose another folder.</source>
        <translation>تصویر وہاں نہیں لکھی جا سکی؛ دوسرا فولڈر چنیں۔</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>ایک جیسے ہیں</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>مختلف ہیں</translation>
    </message>
    <message>
        <source>This code has run out.</source>
        <translation>اس کوڈ کا وقت ختم ہو گیا۔</translation>
    </message>
    <message>
        <source>“{name}” has read the code. Are these the digits on its screen?</source>
        <translation>‏”{name}“ نے کوڈ پڑھ لیا ہے۔ کیا اس کی اسکرین پر یہی ہندسے ہیں؟</translation>
    </message>
    <message>
        <source>“{name}” is in.</source>
        <translation>‏”{name}“ شامل ہو گیا۔</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Accounting words</source>
        <translation>حساب داری کے الفاظ</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>کمپیوٹر کے مطابق</translation>
    </message>
    <message>
        <source>Close together</source>
        <translation>قریب قریب</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>رنگ</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>کھلی کھلی</translation>
    </message>
    <message>
        <source>Commas in figures</source>
        <translation>ہندسوں میں کوما</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>گہرا</translation>
    </message>
    <message>
        <source>Debit and credit in place of gave and got.</source>
        <translation>دیا اور ملا کی جگہ ڈیبٹ اور کریڈٹ۔</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>ہندسے</translation>
    </message>
    <message>
        <source>Dots in place of amounts while somebody looks on. {key} does the same.</source>
        <translation>جب کوئی دیکھ رہا ہو تو رقم کی جگہ نقطے۔ {key} سے بھی یہی ہوتا ہے۔</translation>
    </message>
    <message>
        <source>Hide amounts</source>
        <translation>رقمیں چھپائیں</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تیز رنگ</translation>
    </message>
    <message>
        <source>Lakh and crore, or thousands and millions; on screen and on paper.</source>
        <translation>لاکھ اور کروڑ، یا ہزار اور ملین؛ اسکرین پر بھی اور کاغذ پر بھی۔</translation>
    </message>
    <message>
        <source>Language and figures</source>
        <translation>زبان اور ہندسے</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>پروگرام کی زبان</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ہلکا</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>ظاہری شکل</translation>
    </message>
    <message>
        <source>Rows of lists</source>
        <translation>فہرستوں کی سطریں</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <translation>حروف کا سائز</translation>
    </message>
    <message>
        <source>Words and privacy</source>
        <translation>الفاظ اور پردہ</translation>
    </message>
</context>
<context>
    <name>LookupEdit</name>
    <message>
        <source>Nothing found</source>
        <translation>کچھ نہیں ملا</translation>
    </message>
</context>
<context>
    <name>LostForm</name>
    <message>
        <source>A device that is shut out gets nothing new, and what is entered there from now on does not come in. This cannot be undone; the device would have to be let in anew.</source>
        <translation>جو آلہ الگ کیا جائے اسے کچھ نیا نہیں ملتا، اور اب سے وہاں جو لکھا جائے گا وہ نہیں آئے گا۔ یہ واپس نہیں ہو سکتا؛ آلے کو نئے سرے سے شامل کرنا پڑے گا۔</translation>
    </message>
    <message>
        <source>Device {series}, lets others in. Last heard from: {heard}</source>
        <translation>آلہ {series}، دوسروں کو شامل کر سکتا ہے۔ آخری رابطہ: {heard}</translation>
    </message>
    <message>
        <source>Device {series}. Last heard from: {heard}</source>
        <translation>آلہ {series}۔ آخری رابطہ: {heard}</translation>
    </message>
    <message>
        <source>Go on, shut nobody out</source>
        <translation>آگے بڑھیں، کسی کو الگ نہ کریں</translation>
    </message>
    <message numerus="yes">
        <source>Go on, shut out %n device(s)</source>
        <translation>
            <numerusform>آگے بڑھیں، %n آلہ الگ کریں</numerusform>
            <numerusform>آگے بڑھیں، %n آلے الگ کریں</numerusform>
        </translation>
    </message>
    <message>
        <source>Lost: shut it out</source>
        <translation>کھو گیا: اسے الگ کریں</translation>
    </message>
    <message>
        <source>The letter of a device is the one in its voucher numbers. Several can be ticked, or none.</source>
        <translation>آلے کا حرف وہی ہے جو اس کے واؤچر نمبروں میں ہے۔ کئی پر نشان لگا سکتے ہیں، یا کسی پر نہیں۔</translation>
    </message>
    <message>
        <source>Tick only what was lost or stolen. All others stay in and work on as before.</source>
        <translation>صرف اس پر نشان لگائیں جو کھو گیا یا چوری ہو گیا۔ باقی سب شامل رہتے ہیں اور پہلے کی طرح کام کرتے ہیں۔</translation>
    </message>
    <message>
        <source>Which devices are lost?</source>
        <translation>کون سے آلے کھو گئے ہیں؟</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Back</source>
        <translation>واپس</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>ہر جگہ</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>فارم میں</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>اگلا خانہ</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>اس صفحے پر</translation>
    </message>
    <message>
        <source>Open the list or the month</source>
        <translation>فہرست یا مہینہ کھولیں</translation>
    </message>
    <message>
        <source>Save from any field</source>
        <translation>کسی بھی خانے سے محفوظ کریں</translation>
    </message>
    <message>
        <source>find anything</source>
        <translation>کچھ بھی تلاش کریں</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>کلیدیں</translation>
    </message>
</context>
<context>
    <name>MappingStep</name>
    <message>
        <source>Dates such as 1/12</source>
        <translation>تاریخیں، جیسے ⁦1/12⁩</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>دن پہلے</translation>
    </message>
    <message>
        <source>Let the file tell</source>
        <translation>فائل سے سمجھیں</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>سطر</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>مہینہ پہلے</translation>
    </message>
    <message>
        <source>Numbers such as 1,500</source>
        <translation>عدد، جیسے ⁦1,500⁩</translation>
    </message>
    <message>
        <source>Still needed: {fields}</source>
        <extracomment>Pixels at 100 %: a column of the preview gives way down to the one, and asks for the other at the most.</extracomment>
        <translation>ابھی ضروری: {fields}</translation>
    </message>
    <message>
        <source>The file has headings and no lines.</source>
        <translation>فائل میں صرف سرخیاں ہیں، سطر کوئی نہیں۔</translation>
    </message>
    <message>
        <source>The file holds</source>
        <translation>فائل میں ہیں</translation>
    </message>
    <message>
        <source>The first lines, as they would come in</source>
        <translation>پہلی سطریں، جیسے وہ آئیں گی</translation>
    </message>
    <message>
        <source>Which column is what? (* is needed)</source>
        <translation>کون سا کالم کیا ہے؟ (* ضروری ہے)</translation>
    </message>
    <message>
        <source>{order}: {example}</source>
        <translation>‏{order}: {example}</translation>
    </message>
</context>
<context>
    <name>MoneyForm</name>
    <message>
        <source>Amount</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>An expense</source>
        <translation>کوئی خرچ</translation>
    </message>
    <message>
        <source>Cheque or reference number</source>
        <translation>چیک یا حوالہ نمبر</translation>
    </message>
    <message>
        <source>Correct {number}</source>
        <translation>‏{number} درست کریں</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>For</source>
        <translation>برائے</translation>
    </message>
    <message>
        <source>From a khata</source>
        <extracomment>Accounts that money in or out is never booked to by hand: they follow from other vouchers.</extracomment>
        <translation>کھاتے سے</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>کس میں</translation>
    </message>
    <message>
        <source>Khata now: {balance}</source>
        <translation>کھاتہ ابھی: {balance}</translation>
    </message>
    <message>
        <source>Khata now: {before}, then: {after}</source>
        <translation>کھاتہ ابھی: {before}، اس کے بعد: {after}</translation>
    </message>
    <message>
        <source>Let me choose</source>
        <translation>میں خود چنوں گا</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>پرانا پہلے</translation>
    </message>
    <message>
        <source>Other income</source>
        <translation>دیگر آمدنی</translation>
    </message>
    <message>
        <source>Out of</source>
        <translation>کس میں سے</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>کس کو دیا</translation>
    </message>
    <message>
        <source>Paid {amount} to {name}</source>
        <translation>‏{name} کو {amount} ادا کیے</translation>
    </message>
    <message>
        <source>Paid {amount}: {name}</source>
        <translation>‏{amount} ادا کیے: {name}</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>ادائیگی</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>وصولی</translation>
    </message>
    <message>
        <source>Received from</source>
        <translation>کس سے وصول ہوا</translation>
    </message>
    <message>
        <source>Received {amount} from {name}</source>
        <translation>‏{name} سے {amount} وصول ہوئے</translation>
    </message>
    <message>
        <source>Received {amount}: {name}</source>
        <translation>‏{amount} وصول ہوئے: {name}</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>درستی محفوظ کریں</translation>
    </message>
    <message>
        <source>Save: money paid</source>
        <translation>محفوظ کریں: رقم دی</translation>
    </message>
    <message>
        <source>Save: money received</source>
        <translation>محفوظ کریں: رقم ملی</translation>
    </message>
    <message>
        <source>Settles</source>
        <translation>کون سے بل ادا ہوئے</translation>
    </message>
    <message>
        <source>To a khata</source>
        <translation>کھاتے میں</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>حساب برابر</translation>
    </message>
    <message>
        <source>↑ {amount} to collect</source>
        <translation>‏↑ {amount} لینے ہیں</translation>
    </message>
    <message>
        <source>↓ {amount} to pay</source>
        <translation>‏↓ {amount} دینے ہیں</translation>
    </message>
</context>
<context>
    <name>MonthPopup</name>
    <message>
        <source>Month after</source>
        <translation>اگلا مہینہ</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>پچھلا مہینہ</translation>
    </message>
</context>
<context>
    <name>MoveForm</name>
    <message>
        <source>Another meeting place</source>
        <translation>ملنے کی دوسری جگہ</translation>
    </message>
    <message>
        <source>Change it on every device: they find each other only where all of them go.</source>
        <translation>ہر آلے پر بدلیں: وہ ایک دوسرے کو وہیں پاتے ہیں جہاں سب جاتے ہیں۔</translation>
    </message>
    <message>
        <source>Meet there</source>
        <translation>وہاں ملیں</translation>
    </message>
    <message>
        <source>The devices meet there from now on.</source>
        <translation>اب سے آلے وہاں ملتے ہیں۔</translation>
    </message>
</context>
<context>
    <name>NetForm</name>
    <message>
        <source>Address of the server</source>
        <translation>سرور کا پتہ</translation>
    </message>
    <message>
        <source>No server answers there; check the address and the network.</source>
        <translation>وہاں کوئی سرور جواب نہیں دیتا؛ پتہ اور نیٹ ورک دیکھیں۔</translation>
    </message>
    <message>
        <source>One moment…</source>
        <extracomment>The name of the field every form about a server has.</extracomment>
        <translation>ایک لمحہ…</translation>
    </message>
    <message>
        <source>Type the address of the server, such as https://khata.example.com.</source>
        <translation>سرور کا پتہ لکھیں، جیسے https://khata.example.com</translation>
    </message>
</context>
<context>
    <name>NewShopForm</name>
    <message>
        <source>A new shop</source>
        <translation>نئی دکان</translation>
    </message>
    <message>
        <source>Another folder</source>
        <translation>دوسرا فولڈر</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>کرنسی</translation>
    </message>
    <message>
        <source>Keep the khata in</source>
        <translation>کھاتہ یہاں رکھیں</translation>
    </message>
    <message>
        <source>Kept in {path}</source>
        <translation>یہاں رکھا جائے گا: {path}</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>دکان کا نام</translation>
    </message>
    <message>
        <source>Phone, printed on bills</source>
        <translation>فون، جو بل پر چھپتا ہے</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>دکان</translation>
    </message>
    <message>
        <source>Start with an empty khata</source>
        <translation>خالی کھاتے سے شروع کریں</translation>
    </message>
    <message>
        <source>Type the name of your shop; it stands on every bill.</source>
        <translation>اپنی دکان کا نام لکھیں؛ یہ ہر بل پر آتا ہے۔</translation>
    </message>
    <message>
        <source>for example Rahmat General Store</source>
        <translation>مثلاً رحمت جنرل اسٹور</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>{name} owes {balance}, over the limit of {limit}</source>
        <translation>‏{name} سے {balance} لینے ہیں، حد {limit} سے زیادہ</translation>
    </message>
    <message>
        <source>{name}: stock is now {quantity}</source>
        <translation>‏{name}: اسٹاک اب {quantity}</translation>
    </message>
</context>
<context>
    <name>OffView</name>
    <message>
        <source>Another computer is let in by a code on your screen and six digits on both. Twenty-four words on paper bring the khata back when every computer is lost.</source>
        <translation>دوسرا کمپیوٹر آپ کی اسکرین کے کوڈ اور دونوں پر چھ ہندسوں سے شامل ہوتا ہے۔ سب کمپیوٹر کھو جائیں تو کاغذ پر لکھے چوبیس لفظ کھاتہ واپس لاتے ہیں۔</translation>
    </message>
    <message>
        <source>Each works by itself. Without a network everything is entered as ever, and goes to the others as soon as there is one. Nothing is lost, and nobody is asked which side to keep.</source>
        <translation>ہر ایک خود کام کرتا ہے۔ نیٹ ورک کے بغیر سب کچھ ہمیشہ کی طرح لکھا جاتا ہے، اور نیٹ ورک آتے ہی دوسروں تک پہنچ جاتا ہے۔ کچھ ضائع نہیں ہوتا، اور کسی سے نہیں پوچھا جاتا کہ کون سا رکھنا ہے۔</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>یہ کیسے کام کرتا ہے</translation>
    </message>
    <message>
        <source>Keep one khata on the counter, in the office and at home: what is entered on one is on all.</source>
        <translation>ایک ہی کھاتہ کاؤنٹر پر، دفتر میں اور گھر پر رکھیں: جو ایک پر لکھا جائے وہ سب پر ہوتا ہے۔</translation>
    </message>
    <message>
        <source>Switch on…</source>
        <translation>چالو کریں…</translation>
    </message>
    <message>
        <source>The computers meet at one place: at one of them, in the shop&apos;s own network and without the internet, or at a server. Without either, a USB stick carries the entries.</source>
        <translation>کمپیوٹر ایک جگہ ملتے ہیں: ان میں سے کسی ایک پر، دکان کے اپنے نیٹ ورک میں انٹرنیٹ کے بغیر، یا کسی سرور پر۔ دونوں نہ ہوں تو USB اسٹک اندراج لے جاتی ہے۔</translation>
    </message>
    <message>
        <source>What travels is sealed: the server can neither read nor change it. Each computer numbers its bills in a series of its own.</source>
        <translation>جو بھیجا جاتا ہے وہ مہر بند ہوتا ہے: سرور اسے نہ پڑھ سکتا ہے نہ بدل سکتا ہے۔ ہر کمپیوٹر اپنے بلوں کو اپنے سلسلے میں نمبر دیتا ہے۔</translation>
    </message>
</context>
<context>
    <name>PageContext</name>
    <message>
        <source>Do it again</source>
        <translation>دوبارہ کریں</translation>
    </message>
    <message>
        <source>Nothing to do again.</source>
        <translation>دوبارہ کرنے کو کچھ نہیں۔</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>واپس لینے کو کچھ نہیں۔</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>کچھ نہیں بدلا</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>واپس لیا گیا: {what}</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back (Esc)</source>
        <translation>واپس (Esc)</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Accounts</source>
        <translation>اکاؤنٹ</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>تمام کلیدیں</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>بیک اپ</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>کام</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>دوبارہ کریں</translation>
    </message>
    <message>
        <source>Hide amounts</source>
        <translation>رقمیں چھپائیں</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>آئٹم</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>زبان اور شکل</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>نیا آئٹم</translation>
    </message>
    <message>
        <source>New party</source>
        <translation>نئی پارٹی</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>پارٹیاں</translation>
    </message>
    <message>
        <source>Show amounts</source>
        <translation>رقمیں دکھائیں</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>واؤچر</translation>
    </message>
    <message>
        <source>You got</source>
        <translation>آپ کو ملا</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>بطور PDF محفوظ کریں</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>محفوظ ہوا: {name}</translation>
    </message>
    <message>
        <source>The printer did not take {name}; check that it is on.</source>
        <translation>پرنٹر نے {name} نہیں چھاپا؛ دیکھیں کہ پرنٹر چالو ہے۔</translation>
    </message>
    <message>
        <source>This computer knows no printer yet; add one in its settings, or save a PDF.</source>
        <translation>اس کمپیوٹر پر ابھی کوئی پرنٹر نہیں؛ کمپیوٹر کی سیٹنگز میں لگائیں، یا PDF محفوظ کریں۔</translation>
    </message>
    <message>
        <source>{name} was sent to the printer</source>
        <translation>‏{name} پرنٹر کو بھیج دیا</translation>
    </message>
</context>
<context>
    <name>PaperNote</name>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>پہلے دیکھیں</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>بطور PDF محفوظ کریں</translation>
    </message>
    <message>
        <source>{number} is saved, but not printed. {why}</source>
        <translation>‏{number} محفوظ ہو گیا، مگر چھپا نہیں۔ {why}</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n صفحہ</numerusform>
            <numerusform>%n صفحے</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>واپس</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نقل</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>صفحہ {number}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>پرنٹ کریں</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>‏PDF بنائیں</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>واٹس ایپ</translation>
    </message>
</context>
<context>
    <name>PaperSection</name>
    <message>
        <source>Ask each time</source>
        <translation>ہر بار پوچھیں</translation>
    </message>
    <message>
        <source>Bills</source>
        <extracomment>Paper kinds by their name in the business record, and in `AppConfig.printers`. What bills can be rounded to, in major units; None leaves them.</extracomment>
        <translation>بل</translation>
    </message>
    <message>
        <source>For {paper}</source>
        <translation>‏{paper} کے لیے</translation>
    </message>
    <message>
        <source>Language of bills</source>
        <translation>بلوں کی زبان</translation>
    </message>
    <message>
        <source>May differ from the language of the program.</source>
        <translation>پروگرام کی زبان سے الگ ہو سکتی ہے۔</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>کاغذ</translation>
    </message>
    <message>
        <source>Payment QR</source>
        <translation>ادائیگی کا QR</translation>
    </message>
    <message>
        <source>Payment address</source>
        <translation>ادائیگی کا پتہ</translation>
    </message>
    <message>
        <source>Printers of this computer</source>
        <translation>اس کمپیوٹر کے پرنٹر</translation>
    </message>
    <message>
        <source>Round bills to</source>
        <translation>بل کو راؤنڈ کریں</translation>
    </message>
    <message>
        <source>The difference is shown on the bill and booked as rounding.</source>
        <translation>فرق بل پر دکھایا جاتا ہے اور راؤنڈ آف میں لکھا جاتا ہے۔</translation>
    </message>
    <message>
        <source>UPI address (shop@bank), Raast IBAN, or any link. Empty prints no QR.</source>
        <translation>راست IBAN، پتہ UPI (shop@bank)، یا کوئی لنک۔ خالی ہو تو QR نہیں چھپے گا۔</translation>
    </message>
    <message>
        <source>What the print key prints on; the preview offers the others.</source>
        <translation>پرنٹ کی کلید اس کاغذ پر چھاپتی ہے؛ باقی کاغذ پیش منظر میں ملیں گے۔</translation>
    </message>
</context>
<context>
    <name>PartiesPage</name>
    <message numerus="yes">
        <source>%n in this list</source>
        <translation>
            <numerusform>اس فہرست میں %n</numerusform>
            <numerusform>اس فہرست میں %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>سب</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>بقایا</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>نام سے</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>گاہک</translation>
    </message>
    <message>
        <source>Due since</source>
        <translation>کب سے باقی</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>سب لوگ</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>ایکسل</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>بڑا پہلے</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Name, phone or code</source>
        <translation>نام، فون یا کوڈ</translation>
    </message>
    <message>
        <source>New party</source>
        <translation>نئی پارٹی</translation>
    </message>
    <message>
        <source>Nobody here yet: add the first customer or supplier.</source>
        <translation>ابھی یہاں کوئی نہیں: پہلا گاہک یا سپلائر شامل کریں۔</translation>
    </message>
    <message>
        <source>Nobody matches.</source>
        <translation>کوئی نہیں ملا۔</translation>
    </message>
    <message>
        <source>Oldest due</source>
        <translation>سب سے پرانا بقایا</translation>
    </message>
    <message>
        <source>Oldest due first</source>
        <translation>پرانا بقایا پہلے</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>پارٹیاں</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>Put away too</source>
        <translation>پرانے بھی</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>وصولی</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>سب دکھائیں</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>عملہ</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>سپلائر</translation>
    </message>
    <message>
        <source>To collect</source>
        <translation>لینے ہیں</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>دینے ہیں</translation>
    </message>
    <message numerus="yes">
        <source>from %n</source>
        <translation>
            <numerusform>%n پارٹی سے</numerusform>
            <numerusform>%n پارٹیوں سے</numerusform>
        </translation>
    </message>
    <message>
        <source>new party</source>
        <translation>نئی پارٹی</translation>
    </message>
    <message>
        <source>nothing is due</source>
        <translation>کچھ باقی نہیں</translation>
    </message>
    <message>
        <source>open khata</source>
        <translation>کھاتہ کھولیں</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>پرانا</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>وصولی</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>عملہ</translation>
    </message>
    <message>
        <source>supplier</source>
        <translation>سپلائر</translation>
    </message>
    <message numerus="yes">
        <source>to %n</source>
        <translation>
            <numerusform>%n پارٹی کو</numerusform>
            <numerusform>%n پارٹیوں کو</numerusform>
        </translation>
    </message>
    <message>
        <source>↑ To collect</source>
        <translation>↑ لینے ہیں</translation>
    </message>
    <message>
        <source>↓ To pay</source>
        <translation>↓ دینے ہیں</translation>
    </message>
</context>
<context>
    <name>PartyField</name>
    <message>
        <source>Add “{text}”</source>
        <translation>‏”{text}“ شامل کریں</translation>
    </message>
    <message>
        <source>Name, phone or code</source>
        <translation>نام، فون یا کوڈ</translation>
    </message>
</context>
<context>
    <name>PartyForm</name>
    <message>
        <source>Add</source>
        <translation>شامل کریں</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>پتہ</translation>
    </message>
    <message>
        <source>Balance from before</source>
        <translation>پہلے کا بقایا</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>تفصیل بدلیں</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>ادھار کی حد</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>گاہک</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ای میل</translation>
    </message>
    <message>
        <source>Keep out of the lists (put away)</source>
        <translation>فہرستوں میں نہ دکھائیں (پرانے میں رکھیں)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>New party</source>
        <translation>نئی پارٹی</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Pays within</source>
        <translation>ادائیگی کی مدت</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>عملہ</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>سپلائر</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>ٹیگ</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>ٹیکس نمبر</translation>
    </message>
    <message>
        <source>They are a</source>
        <translation>یہ ہیں</translation>
    </message>
    <message>
        <source>They owe you</source>
        <translation>ان سے لینے ہیں</translation>
    </message>
    <message>
        <source>What stood open in the old book, if anything.</source>
        <translation>پرانے کھاتے میں جو باقی تھا، اگر کچھ تھا۔</translation>
    </message>
    <message>
        <source>You owe them</source>
        <translation>ان کو دینے ہیں</translation>
    </message>
    <message>
        <source>days</source>
        <translation>دن</translation>
    </message>
    <message>
        <source>{name} was added</source>
        <translation>‏{name} شامل ہو گیا</translation>
    </message>
</context>
<context>
    <name>PartyOutputs</name>
    <message>
        <source>Excel</source>
        <translation>ایکسل</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>گوشوارہ</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>واٹس ایپ</translation>
    </message>
</context>
<context>
    <name>PartyPage</name>
    <message numerus="yes">
        <source>%n entries shown</source>
        <translation>
            <numerusform>%n اندراج دکھایا گیا</numerusform>
            <numerusform>%n اندراج دکھائے گئے</numerusform>
        </translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>ہر قسم</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>بقایا</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>تفصیل بدلیں</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Find in this khata</source>
        <translation>اس کھاتے میں تلاش کریں</translation>
    </message>
    <message>
        <source>Gave</source>
        <translation>دیا</translation>
    </message>
    <message>
        <source>Gave and got</source>
        <translation>دیا اور ملا</translation>
    </message>
    <message>
        <source>Gave in all</source>
        <translation>کل دیا</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>ملا</translation>
    </message>
    <message>
        <source>Khata</source>
        <translation>کھاتہ</translation>
    </message>
    <message>
        <source>New sale</source>
        <translation>نئی فروخت</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>کوئی اندراج نہیں ملا۔</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Owes you</source>
        <translation>ان سے لینے ہیں</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>سب دکھائیں</translation>
    </message>
    <message>
        <source>This khata is empty: write the first entry.</source>
        <translation>یہ کھاتہ خالی ہے: پہلا اندراج لکھیں۔</translation>
    </message>
    <message>
        <source>What</source>
        <translation>تفصیل</translation>
    </message>
    <message>
        <source>You gave</source>
        <translation>آپ نے دیا</translation>
    </message>
    <message>
        <source>You got</source>
        <translation>آپ کو ملا</translation>
    </message>
    <message>
        <source>You owe</source>
        <translation>ان کو دینے ہیں</translation>
    </message>
    <message>
        <source>all clear</source>
        <translation>حساب برابر</translation>
    </message>
    <message>
        <source>an advance, or what you owe</source>
        <translation>پیشگی، یا جو آپ کو دینا ہے</translation>
    </message>
    <message numerus="yes">
        <source>got {amount} · %n entries</source>
        <translation>
            <numerusform>ملے {amount} · %n اندراج</numerusform>
            <numerusform>ملے {amount} · %n اندراج</numerusform>
        </translation>
    </message>
    <message>
        <source>limit {amount}</source>
        <translation>حد {amount}</translation>
    </message>
    <message>
        <source>new sale</source>
        <translation>نئی فروخت</translation>
    </message>
    <message>
        <source>nothing is late</source>
        <translation>ابھی کوئی دیر نہیں</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>پرانا</translation>
    </message>
    <message numerus="yes">
        <source>since {date}, %n day(s)</source>
        <translation>
            <numerusform>‏{date} سے باقی، %n دن</numerusform>
            <numerusform>‏{date} سے باقی، %n دن</numerusform>
        </translation>
    </message>
    <message>
        <source>statement</source>
        <translation>گوشوارہ</translation>
    </message>
    <message>
        <source>you gave</source>
        <translation>آپ نے دیا</translation>
    </message>
    <message>
        <source>you got</source>
        <translation>آپ کو ملا</translation>
    </message>
    <message>
        <source>↑ You gave</source>
        <translation>↑ آپ نے دیا</translation>
    </message>
    <message>
        <source>↓ You got</source>
        <translation>↓ آپ کو ملا</translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>Passphrase for the keys</source>
        <translation>چابیوں کا خفیہ جملہ</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>خفیہ جملہ دوبارہ</translation>
    </message>
    <message>
        <source>The two are not the same; type the passphrase again.</source>
        <translation>دونوں ایک جیسے نہیں؛ خفیہ جملہ دوبارہ لکھیں۔</translation>
    </message>
    <message>
        <source>This computer has no key store: the keys of this khata are kept in a file that this passphrase locks.</source>
        <translation>اس کمپیوٹر میں چابی خانہ نہیں: اس کھاتے کی چابیاں ایک فائل میں رکھی جاتی ہیں جسے یہ خفیہ جملہ بند کرتا ہے۔</translation>
    </message>
    <message>
        <source>Type at least 8 letters; you will be asked for it when the program starts.</source>
        <translation>کم از کم 8 حروف لکھیں؛ پروگرام شروع ہونے پر یہ پوچھا جائے گا۔</translation>
    </message>
</context>
<context>
    <name>PaymentPanel</name>
    <message>
        <source>100 or 5 %</source>
        <translation>100 یا 5 %</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>نقد</translation>
    </message>
    <message>
        <source>Cash back</source>
        <translation>نقد واپس</translation>
    </message>
    <message>
        <source>Cash given back</source>
        <translation>واپس دیا گیا نقد</translation>
    </message>
    <message>
        <source>Cash handed over</source>
        <translation>نقد جو دیا گیا</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>واپسی</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>رعایت</translation>
    </message>
    <message>
        <source>Discount on the whole bill</source>
        <translation>پورے بل پر رعایت</translation>
    </message>
    <message>
        <source>Given back by bank</source>
        <translation>بینک سے واپس دیا گیا</translation>
    </message>
    <message>
        <source>Khata</source>
        <translation>ادھار</translation>
    </message>
    <message>
        <source>Khata: {before} before, {after} after</source>
        <translation>کھاتہ: پہلے {before}، اب {after}</translation>
    </message>
    <message>
        <source>Khata: {before} now, {after} after the correction</source>
        <translation>کھاتہ: ابھی {before}، درستی کے بعد {after}</translation>
    </message>
    <message>
        <source>Paid by bank</source>
        <translation>بینک سے ادا</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>پہلے دیکھیں</translation>
    </message>
    <message>
        <source>Round-off</source>
        <translation>راؤنڈ آف</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Save and preview</source>
        <translation>محفوظ کر کے دیکھیں</translation>
    </message>
    <message>
        <source>Save and print</source>
        <translation>محفوظ کر کے پرنٹ کریں</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>محفوظ ہو رہا ہے…</translation>
    </message>
    <message>
        <source>Still to give back</source>
        <translation>ابھی واپس دینا باقی</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>ابھی باقی</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>میزان</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Take back and print</source>
        <translation>واپس لیں اور چھاپیں</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>ٹیکس</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>واپس دینا ہے</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>کل دینا ہے</translation>
    </message>
    <message>
        <source>To the khata</source>
        <translation>کھاتے میں</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>زیادہ ہے</translation>
    </message>
</context>
<context>
    <name>PhraseForm</name>
    <message>
        <source>I have written them down</source>
        <translation>میں نے لکھ لیے ہیں</translation>
    </message>
    <message>
        <source>Nothing is switched on yet. Press Esc again to leave; next time there are other words.</source>
        <translation>ابھی کچھ چالو نہیں ہوا۔ چھوڑنے کے لیے دوبارہ Esc دبائیں؛ اگلی بار اور لفظ ہوں گے۔</translation>
    </message>
    <message>
        <source>Show the words again</source>
        <translation>لفظ دوبارہ دکھائیں</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>چالو کریں</translation>
    </message>
    <message>
        <source>The recovery phrase</source>
        <translation>بحالی کا جملہ</translation>
    </message>
    <message>
        <source>These 24 words bring the khata back when every computer is lost. Write them on paper, in this order, and keep the paper away from the shop.</source>
        <translation>سب کمپیوٹر کھو جائیں تو یہ 24 لفظ کھاتہ واپس لاتے ہیں۔ انہیں اسی ترتیب سے کاغذ پر لکھیں اور کاغذ دکان سے دور رکھیں۔</translation>
    </message>
    <message>
        <source>They are shown this once. Whoever has them can read the khata.</source>
        <translation>یہ صرف ایک بار دکھائے جاتے ہیں۔ جس کے پاس یہ ہوں وہ کھاتہ پڑھ سکتا ہے۔</translation>
    </message>
    <message>
        <source>This is not word {number} of your phrase; look at the paper again.</source>
        <translation>یہ آپ کے جملے کا لفظ {number} نہیں؛ کاغذ دوبارہ دیکھیں۔</translation>
    </message>
    <message>
        <source>Type these three from your paper.</source>
        <translation>اپنے کاغذ سے یہ تین لکھیں۔</translation>
    </message>
    <message>
        <source>Word {number}</source>
        <translation>لفظ {number}</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Filling the sample shop</source>
        <translation>نمونے کی دکان بھری جا رہی ہے</translation>
    </message>
    <message>
        <source>Saving… The window closes by itself when that is done.</source>
        <translation>محفوظ ہو رہا ہے… مکمل ہونے پر ونڈو خود بند ہو جائے گی۔</translation>
    </message>
</context>
<context>
    <name>ProgressSheet</name>
    <message>
        <source>Cancel</source>
        <translation>منسوخ کریں</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>رک رہا ہے…</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>ڈرائیو</translation>
    </message>
    <message>
        <source>File</source>
        <translation>فائل</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>فولڈر</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>سب منتخب کریں</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>ایک بڑھائیں</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>ایک گھٹائیں</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>‏%1
فولڈر نہیں ملا۔
دیکھ لیں کہ فولڈر کا نام درست ہے۔</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>‏%1
فائل نہیں ملی۔
دیکھ لیں کہ فائل کا نام درست ہے۔</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>‏%1 پہلے سے موجود ہے۔
کیا اس کی جگہ نئی رکھیں؟</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>چنیں</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>مٹائیں</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>یہاں دیکھیں:</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>نیا فولڈر</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>کھولیں</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>نام بدلیں</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is write protected.
Do you want to delete it anyway?</source>
        <translation>‏&apos;%1&apos; بدلنے سے محفوظ ہے۔
کیا پھر بھی مٹائیں؟</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation>کیا واقعی &apos;%1&apos; مٹائیں؟</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>واپس</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>تفصیل کے ساتھ دکھائیں</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>فہرست میں دکھائیں</translation>
    </message>
    <message>
        <source>Could not delete directory.</source>
        <translation>فولڈر مٹایا نہیں جا سکا۔</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>نیا فولڈر بنائیں</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>نیا فولڈر بنائیں</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>مٹائیں</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>تفصیل</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>فولڈر</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>فولڈر:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>فائل کا نام:</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>فائلیں</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>فائل کی قسم:</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation>فولڈر تلاش کریں</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>آگے</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>واپس جائیں</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>آگے جائیں</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>اوپر والے فولڈر میں جائیں</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>فہرست</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>جگہوں کی فہرست</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>نیا فولڈر</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>کھولیں</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>اوپر والا فولڈر</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>حالیہ جگہیں</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>نئے نام سے محفوظ کریں</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>دکھائیں </translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>چھپی فائلیں دکھائیں</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>کنارے کی پٹی</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Computer</source>
        <translation>کمپیوٹر</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>بدلنے کی تاریخ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>میرا کمپیوٹر</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>سائز</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>قسم</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation>کاپی کریں</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>پیسٹ کریں</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>دوبارہ کریں</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>کٹ کریں</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>مٹائیں</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>سب منتخب کریں</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>&amp;No</source>
        <translation>نہیں</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>ہاں</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>روک دیں</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>لاگو کریں</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>منسوخ کریں</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>چھوڑ دیں</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مدد</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>نظر انداز کریں</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ٹھیک ہے</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>کھولیں</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>پہلے جیسا کریں</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>اصل حالت پر لائیں</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>پھر کوشش کریں</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>سب محفوظ کریں</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>کاپی کریں</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>پیسٹ کریں</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>دوبارہ کریں</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>لنک کاپی کریں</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>کٹ کریں</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>مٹائیں</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>سب منتخب کریں</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Navigation</source>
        <translation>صفحات</translation>
    </message>
</context>
<context>
    <name>RenameForm</name>
    <message>
        <source>For example: Counter, Office, Godown.</source>
        <translation>مثلاً: کاؤنٹر، دفتر، گودام۔</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Rename the device</source>
        <translation>آلے کا نام بدلیں</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Type what the device is called.</source>
        <translation>آلے کا نام لکھیں۔</translation>
    </message>
</context>
<context>
    <name>ReportStep</name>
    <message>
        <source>Came in</source>
        <translation>آ گئیں</translation>
    </message>
    <message>
        <source>Every line came in.</source>
        <translation>ہر سطر آ گئی۔</translation>
    </message>
    <message>
        <source>Every line fits.</source>
        <translation>ہر سطر ٹھیک ہے۔</translation>
    </message>
    <message>
        <source>Everything of this file is there already; nothing is added twice.</source>
        <translation>اس فائل کا سب کچھ پہلے سے موجود ہے؛ کچھ دو بار نہیں آتا۔</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>سطر</translation>
    </message>
    <message>
        <source>Lines in the file</source>
        <translation>فائل کی سطریں</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>رد ہوئیں</translation>
    </message>
    <message>
        <source>Refused lines</source>
        <translation>رد شدہ سطریں</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>پہلے سے ہیں</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>Will come in</source>
        <translation>آئیں گی</translation>
    </message>
    <message>
        <source>balances from before: {count}</source>
        <translation>پہلے کے بقایا: {count}</translation>
    </message>
    <message>
        <source>bills: {count}</source>
        <translation>بل: {count}</translation>
    </message>
    <message>
        <source>changed items: {count}</source>
        <translation>بدلے آئٹم: {count}</translation>
    </message>
    <message>
        <source>changed parties: {count}</source>
        <translation>بدلی پارٹیاں: {count}</translation>
    </message>
    <message>
        <source>entries: {count}</source>
        <translation>اندراج: {count}</translation>
    </message>
    <message>
        <source>new items: {count}</source>
        <translation>نئے آئٹم: {count}</translation>
    </message>
    <message>
        <source>new parties: {count}</source>
        <translation>نئی پارٹیاں: {count}</translation>
    </message>
    <message>
        <source>returns: {count}</source>
        <translation>واپسیاں: {count}</translation>
    </message>
    <message>
        <source>together {amount}</source>
        <translation>کل {amount}</translation>
    </message>
</context>
<context>
    <name>RestoreBackupForm</name>
    <message>
        <source>It becomes a new file, which is opened then. The khata as it is now stays as it is in {file}: to undo this, open that again.</source>
        <translation>اس کی ایک نئی فائل بنے گی اور وہی کھل جائے گی۔ کھاتہ جیسا اب ہے {file} میں ویسا ہی رہے گا: واپس آنے کے لیے وہی فائل پھر کھولیں۔</translation>
    </message>
    <message>
        <source>It was made on another computer, whose keys are not here: the new file can be used alone. To keep it together with the others, join anew from the start page.</source>
        <translation>یہ دوسرے کمپیوٹر پر بنا تھا جس کی چابیاں یہاں نہیں: نئی فائل اکیلی استعمال ہو سکتی ہے۔ دوسروں کے ساتھ چلانے کے لیے شروع کے صفحے سے نئے سرے سے جڑیں۔</translation>
    </message>
    <message>
        <source>It was stopped. Nothing was changed.</source>
        <translation>روک دیا گیا۔ کچھ نہیں بدلا۔</translation>
    </message>
    <message>
        <source>Khata (*.khata)</source>
        <translation>کھاتہ (*.khata)</translation>
    </message>
    <message>
        <source>Name the new file…</source>
        <translation>نئی فائل کا نام…</translation>
    </message>
    <message numerus="yes">
        <source>Now the khata holds %n voucher(s).</source>
        <translation>
            <numerusform>اس وقت کھاتے میں %n واؤچر ہے۔</numerusform>
            <numerusform>اس وقت کھاتے میں %n واؤچر ہیں۔</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore into a new file</source>
        <translation>نئی فائل میں واپس لائیں</translation>
    </message>
    <message>
        <source>Restore this backup?</source>
        <translation>یہ بیک اپ واپس لائیں؟</translation>
    </message>
    <message>
        <source>Restoring from the server</source>
        <translation>سرور سے واپس لایا جا رہا ہے</translation>
    </message>
    <message numerus="yes">
        <source>The backup of {moment}, made on “{name}”, holds %n voucher(s).</source>
        <translation>
            <numerusform>‏{moment} کے بیک اپ میں، جو ”{name}“ پر بنا، %n واؤچر ہے۔</numerusform>
            <numerusform>‏{moment} کے بیک اپ میں، جو ”{name}“ پر بنا، %n واؤچر ہیں۔</numerusform>
        </translation>
    </message>
    <message>
        <source>What was entered after it is fetched from the other devices at the next sync. Bills are numbered in a new series from then on, so that no number is given twice.</source>
        <translation>اس کے بعد جو لکھا گیا وہ اگلی ہم آہنگی پر دوسرے آلوں سے آ جائے گا۔ پھر بلوں کے نمبر ایک نئے سلسلے میں ہوں گے، تاکہ کوئی نمبر دو بار نہ لگے۔</translation>
    </message>
</context>
<context>
    <name>RestoreForm</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n آئٹم</numerusform>
            <numerusform>%n آئٹم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n party(s)</source>
        <translation>
            <numerusform>%n پارٹی</numerusform>
            <numerusform>%n پارٹیاں</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s)</source>
        <translation>
            <numerusform>%n واؤچر</numerusform>
            <numerusform>%n واؤچر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s) entered since will be gone from the khata.</source>
        <translation>
            <numerusform>اس کے بعد کا %n واؤچر کھاتے میں نہیں رہے گا۔</numerusform>
            <numerusform>اس کے بعد کے %n واؤچر کھاتے میں نہیں رہیں گے۔</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking into the copy…</source>
        <translation>نقل دیکھی جا رہی ہے…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>واپس لائیں</translation>
    </message>
    <message>
        <source>Restore this copy?</source>
        <translation>یہ نقل واپس لائیں؟</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>واپس لایا جا رہا ہے</translation>
    </message>
    <message>
        <source>The copy holds</source>
        <translation>نقل میں ہے</translation>
    </message>
    <message>
        <source>The copy is restored.</source>
        <translation>نقل واپس آ گئی۔</translation>
    </message>
    <message>
        <source>The khata as it is now is kept beside it as a file of its own, so this can be undone.</source>
        <translation>کھاتہ جیسا ابھی ہے وہ ساتھ ہی الگ فائل میں رہے گا، اس لیے یہ واپس لیا جا سکتا ہے۔</translation>
    </message>
    <message>
        <source>The khata holds now</source>
        <translation>کھاتے میں ابھی ہے</translation>
    </message>
    <message>
        <source>The khata is as it was before.</source>
        <translation>کھاتہ پھر پہلے جیسا ہے۔</translation>
    </message>
    <message>
        <source>This copy is of another shop: {name}.</source>
        <translation>یہ نقل دوسری دکان کی ہے: {name}۔</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>last entry of {day}</source>
        <translation>آخری اندراج {day}</translation>
    </message>
</context>
<context>
    <name>RestoredForm</name>
    <message>
        <source>Go on</source>
        <translation>آگے چلیں</translation>
    </message>
    <message>
        <source>The backup is restored</source>
        <translation>بیک اپ واپس آ گیا</translation>
    </message>
    <message>
        <source>The khata that was open before lies unchanged in {file}.</source>
        <translation>جو کھاتہ پہلے کھلا تھا وہ جوں کا توں {file} میں ہے۔</translation>
    </message>
    <message>
        <source>{file} is a new file, and open now: the khata as it was on {moment}.</source>
        <translation>‏{file} نئی فائل ہے اور اب کھلی ہے: کھاتہ جیسا {moment} کو تھا۔</translation>
    </message>
</context>
<context>
    <name>ReturnForm</name>
    <message>
        <source>Bill</source>
        <translation>بل</translation>
    </message>
    <message>
        <source>Bill number, customer or amount</source>
        <translation>بل نمبر، گاہک یا رقم</translation>
    </message>
    <message>
        <source>By bank</source>
        <translation>بینک سے</translation>
    </message>
    <message>
        <source>Cash back</source>
        <translation>نقد واپس</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Everything comes back</source>
        <translation>سب واپس آیا</translation>
    </message>
    <message>
        <source>Goods come back</source>
        <translation>مال واپس آیا</translation>
    </message>
    <message>
        <source>Goods for {amount} came back</source>
        <translation>‏{amount} کا مال واپس آیا</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>The money</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>To the khata</source>
        <translation>کھاتے میں</translation>
    </message>
    <message>
        <source>What comes back</source>
        <translation>کیا واپس آیا</translation>
    </message>
    <message>
        <source>Without the bill</source>
        <translation>بل کے بغیر</translation>
    </message>
    <message>
        <source>Worth {amount}</source>
        <translation>مالیت {amount}</translation>
    </message>
    <message>
        <source>of {quantity}</source>
        <translation>‏{quantity} میں سے</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>عام گاہک</translation>
    </message>
</context>
<context>
    <name>ReviewDetail</name>
    <message>
        <source>All are right</source>
        <translation>سب ٹھیک ہیں</translation>
    </message>
    <message>
        <source>Bring this one back</source>
        <translation>اسے واپس لائیں</translation>
    </message>
    <message>
        <source>I have looked at it</source>
        <translation>میں نے دیکھ لیا</translation>
    </message>
    <message>
        <source>It is right so</source>
        <translation>یہ ٹھیک ہے</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>یہ والا رکھیں</translation>
    </message>
    <message>
        <source>Leave them void</source>
        <translation>منسوخ ہی رہنے دیں</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Noted by the program: {detail}</source>
        <extracomment>The kinds where one of the versions is right and the rest is one too many.</extracomment>
        <translation>پروگرام نے لکھا: {detail}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>کھولیں</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>اکاؤنٹ کھولیں</translation>
    </message>
    <message>
        <source>Open the item</source>
        <translation>آئٹم کھولیں</translation>
    </message>
    <message>
        <source>Open the khata</source>
        <translation>کھاتہ کھولیں</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>مالک</translation>
    </message>
    <message>
        <source>This is right</source>
        <translation>یہ درست ہے</translation>
    </message>
    <message>
        <source>Void this one</source>
        <translation>اسے منسوخ کریں</translation>
    </message>
    <message>
        <source>What you found; everybody sees it.</source>
        <translation>آپ نے کیا پایا؛ یہ سب کو نظر آتا ہے۔</translation>
    </message>
    <message>
        <source>holds for now</source>
        <translation>ابھی یہ چل رہا ہے</translation>
    </message>
    <message>
        <source>{when}, by {user}</source>
        <translation>‏{when}، از {user}</translation>
    </message>
</context>
<context>
    <name>ReviewsPage</name>
    <message numerus="yes">
        <source>%n thing(s) that devices did apart, or that went wrong between them</source>
        <translation>
            <numerusform>%n بات جو آلوں نے الگ الگ کی، یا جو ان کے درمیان بگڑی</numerusform>
            <numerusform>%n باتیں جو آلوں نے الگ الگ کیں، یا جو ان کے درمیان بگڑیں</numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen, on every device</source>
        <translation>چن لیا گیا، ہر آلے پر</translation>
    </message>
    <message numerus="yes">
        <source>Kept: {number} of {device}; %n other version(s) voided</source>
        <translation>
            <numerusform>رکھا گیا: {number}، {device} کا؛ دوسری شکل منسوخ ہوئی</numerusform>
            <numerusform>رکھا گیا: {number}، {device} کا؛ باقی %n شکلیں منسوخ ہوئیں</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked at, and put away on every device</source>
        <translation>دیکھ لیا گیا، اور ہر آلے سے ہٹا دیا گیا</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>دیکھنے کی باتیں</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>What</source>
        <translation>تفصیل</translation>
    </message>
    <message>
        <source>What the devices did fits together: there is nothing to look at.</source>
        <translation>آلوں کا کام آپس میں ملتا ہے: دیکھنے کو کچھ نہیں۔</translation>
    </message>
    <message>
        <source>When</source>
        <translation>کب</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>چنیں</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>دیکھ لیا</translation>
    </message>
    <message>
        <source>{number} counts again</source>
        <translation>‏{number} پھر سے شمار ہو رہا ہے</translation>
    </message>
    <message>
        <source>{number} is void: money and goods went back</source>
        <translation>‏{number} منسوخ ہوا: رقم اور مال واپس ہو گئے</translation>
    </message>
</context>
<context>
    <name>SalePage</name>
    <message>
        <source>Bill {number} · {name}</source>
        <translation>بل {number} · {name}</translation>
    </message>
    <message>
        <source>Correct {number}</source>
        <translation>‏{number} درست کریں</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>مکمل</translation>
    </message>
    <message>
        <source>New bill</source>
        <translation>نیا بل</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>فوری</translation>
    </message>
    <message>
        <source>Return {number} · {name}</source>
        <translation>واپسی {number} · {name}</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>دکھائیں</translation>
    </message>
    <message>
        <source>The bill was put away</source>
        <translation>بل ہٹا دیا گیا</translation>
    </message>
    <message>
        <source>This bill is being saved; it closes by itself when that is done.</source>
        <translation>یہ بل محفوظ ہو رہا ہے؛ ہو جانے پر خود بند ہو جائے گا۔</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>another bill</source>
        <translation>دوسرا بل</translation>
    </message>
    <message>
        <source>bank</source>
        <translation>بینک</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>نقد</translation>
    </message>
    <message>
        <source>khata</source>
        <translation>ادھار</translation>
    </message>
    <message>
        <source>save and print</source>
        <translation>محفوظ اور پرنٹ</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>عام گاہک</translation>
    </message>
    <message>
        <source>{bill} was not saved. {why}</source>
        <translation>‏{bill} محفوظ نہیں ہوا۔ {why}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About</source>
        <translation>تعارف</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>اکاؤنٹ</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>بیک اپ</translation>
    </message>
    <message>
        <source>Bills and printing</source>
        <translation>بل اور پرنٹ</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>کلیدیں</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>زبان اور شکل</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>سیٹنگز</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>ٹیکس</translation>
    </message>
    <message>
        <source>Your shop</source>
        <extracomment>Sections by key: icon and maker. Their words stand in `SettingsPage._words`.</extracomment>
        <translation>آپ کی دکان</translation>
    </message>
</context>
<context>
    <name>ShopSection</name>
    <message>
        <source>Add a logo…</source>
        <translation>لوگو لگائیں…</translation>
    </message>
    <message>
        <source>Add address and phone: they stand on every bill.</source>
        <translation>پتہ اور فون لکھیں: یہ ہر بل پر آتے ہیں۔</translation>
    </message>
    <message>
        <source>Another logo…</source>
        <translation>دوسرا لوگو…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>بدلیں</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>لوگو چنیں</translation>
    </message>
    <message>
        <source>Currency</source>
        <extracomment>A logo is at most this many pixels on its longer side: sharp at 3 cm in print, small in the book.</extracomment>
        <translation>کرنسی</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg *.webp *.bmp)</source>
        <translation>تصویریں (*.png *.jpg *.jpeg *.svg *.webp *.bmp)</translation>
    </message>
    <message>
        <source>Reports of a year begin with this month.</source>
        <translation>سال کی رپورٹیں اس مہینے سے شروع ہوتی ہیں۔</translation>
    </message>
    <message>
        <source>Tax number {number}</source>
        <translation>ٹیکس نمبر {number}</translation>
    </message>
    <message>
        <source>That file is not a picture; choose a PNG or JPEG.</source>
        <translation>یہ فائل تصویر نہیں ہے؛ PNG یا JPEG چنیں۔</translation>
    </message>
    <message>
        <source>The financial year begins in</source>
        <translation>مالی سال شروع ہوتا ہے</translation>
    </message>
    <message>
        <source>The khata is kept in</source>
        <translation>کھاتہ یہاں رکھا ہے</translation>
    </message>
    <message>
        <source>Without logo</source>
        <translation>لوگو کے بغیر</translation>
    </message>
</context>
<context>
    <name>ShutOutForm</name>
    <message>
        <source>Shut it out</source>
        <translation>الگ کریں</translation>
    </message>
    <message>
        <source>Shut “{name}” out?</source>
        <translation>‏”{name}“ کو الگ کریں؟</translation>
    </message>
    <message>
        <source>This cannot be undone; the device would have to be let in anew.</source>
        <translation>یہ واپس نہیں ہو سکتا؛ آلے کو نئے سرے سے شامل کرنا پڑے گا۔</translation>
    </message>
    <message>
        <source>What is entered there from now on does not come in, and nothing new goes there.</source>
        <translation>اب سے وہاں جو لکھا جائے گا وہ نہیں آئے گا، اور وہاں کچھ نیا نہیں جائے گا۔</translation>
    </message>
    <message>
        <source>What is on its disk stays there: whoever has that computer can read the khata as it was.</source>
        <translation>جو اس کی ڈسک پر ہے وہیں رہتا ہے: جس کے پاس وہ کمپیوٹر ہے وہ کھاتہ اس وقت تک کا پڑھ سکتا ہے۔</translation>
    </message>
    <message>
        <source>What was entered there so far stays in the khata.</source>
        <translation>وہاں اب تک جو لکھا گیا وہ کھاتے میں رہتا ہے۔</translation>
    </message>
    <message>
        <source>“{name}” is shut out.</source>
        <translation>‏”{name}“ کو الگ کر دیا گیا۔</translation>
    </message>
</context>
<context>
    <name>SignUpForm</name>
    <message>
        <source>A code was sent to {number}.</source>
        <translation>کوڈ {number} پر بھیج دیا گیا۔</translation>
    </message>
    <message>
        <source>Another number, or send it again</source>
        <translation>دوسرا نمبر، یا دوبارہ بھیجیں</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>آگے چلیں</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>کوڈ بھیجیں</translation>
    </message>
    <message>
        <source>Sign up with the server</source>
        <extracomment>A country&apos;s code to begin with, by the money the books are kept in.</extracomment>
        <translation>سرور پر نام درج کریں</translation>
    </message>
    <message>
        <source>The server {address} keeps khatas only for owners whose number it knows. It sends a code by SMS; the number is used for nothing else.</source>
        <translation>سرور {address} صرف ان مالکوں کے کھاتے رکھتا ہے جن کا نمبر اسے معلوم ہو۔ وہ SMS سے کوڈ بھیجتا ہے؛ نمبر کسی اور کام نہیں آتا۔</translation>
    </message>
    <message>
        <source>The six digits of the message</source>
        <translation>پیغام کے چھ ہندسے</translation>
    </message>
    <message>
        <source>Type the six digits of the message.</source>
        <translation>پیغام کے چھ ہندسے لکھیں۔</translation>
    </message>
    <message>
        <source>With the country&apos;s code.</source>
        <translation>ملک کے کوڈ کے ساتھ۔</translation>
    </message>
    <message>
        <source>Your mobile number</source>
        <translation>آپ کا موبائل نمبر</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>A .khata file on this computer or a USB stick</source>
        <translation>اس کمپیوٹر یا USB پر ⁦.khata⁩ فائل</translation>
    </message>
    <message>
        <source>A khata that another computer keeps, or a recovery phrase</source>
        <translation>دوسرے کمپیوٹر کا کھاتہ، یا بحالی کا جملہ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>واپس</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Nothing needs the internet.</source>
        <translation>سب کچھ اسی کمپیوٹر پر رہتا ہے۔ انٹرنیٹ کی ضرورت نہیں۔</translation>
    </message>
    <message>
        <source>Half a year of entries to try everything on</source>
        <translation>سب کچھ آزمانے کے لیے چھ مہینے کے اندراج</translation>
    </message>
    <message>
        <source>Into a new file; nothing is overwritten</source>
        <translation>نئی فائل میں؛ کچھ مٹتا نہیں</translation>
    </message>
    <message>
        <source>Join another device</source>
        <translation>دوسرے آلے سے جڑیں</translation>
    </message>
    <message>
        <source>Khata (*.khata)</source>
        <translation>کھاتہ (*.khata)</translation>
    </message>
    <message>
        <source>Khata (*.khata);;All files (*)</source>
        <translation>کھاتہ (*.khata);;تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Look round the sample shop</source>
        <translation>نمونے کی دکان دیکھیں</translation>
    </message>
    <message>
        <source>Open a khata</source>
        <translation>کھاتہ کھولیں</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>حال میں کھولے گئے</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>بیک اپ واپس لائیں</translation>
    </message>
    <message>
        <source>Welcome to Khata</source>
        <translation>کھاتہ میں خوش آمدید</translation>
    </message>
    <message>
        <source>Your shops</source>
        <translation>آپ کی دکانیں</translation>
    </message>
</context>
<context>
    <name>StateSheet</name>
    <message numerus="yes">
        <source>%n entry(s) of this computer wait to be sent.</source>
        <translation>
            <numerusform>اس کمپیوٹر کا %n اندراج بھیجے جانے کا منتظر ہے۔</numerusform>
            <numerusform>اس کمپیوٹر کے %n اندراج بھیجے جانے کے منتظر ہیں۔</numerusform>
        </translation>
    </message>
    <message>
        <source>Another address…</source>
        <translation>دوسرا پتہ…</translation>
    </message>
    <message>
        <source>Backups on the server</source>
        <translation>سرور پر بیک اپ</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>بیک اپ…</translation>
    </message>
    <message>
        <source>Everything entered on this computer is sent.</source>
        <translation>اس کمپیوٹر پر لکھا ہوا سب بھیج دیا گیا ہے۔</translation>
    </message>
    <message>
        <source>It begins with this program and ends with it.</source>
        <translation>یہ اس پروگرام کے ساتھ شروع اور ختم ہوتا ہے۔</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>دیکھیں…</translation>
    </message>
    <message>
        <source>Meet here…</source>
        <translation>یہاں ملیں…</translation>
    </message>
    <message>
        <source>Sign up…</source>
        <translation>نام درج کریں…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>شروع ہو رہا ہے…</translation>
    </message>
    <message>
        <source>The devices meet at</source>
        <translation>آلے یہاں ملتے ہیں</translation>
    </message>
    <message>
        <source>The hub of this computer has another address than where the devices meet</source>
        <translation>اس کمپیوٹر کے مرکز کا پتہ اس جگہ سے مختلف ہے جہاں آلے ملتے ہیں</translation>
    </message>
    <message>
        <source>The khata stays here and can be used alone; nothing of it is sent any more. To keep it together again, join anew from the start page.</source>
        <translation>کھاتہ یہیں رہتا ہے اور اکیلے استعمال ہو سکتا ہے؛ اب اس سے کچھ نہیں بھیجا جاتا۔ پھر سے ساتھ چلانے کے لیے شروع کے صفحے سے نئے سرے سے جڑیں۔</translation>
    </message>
    <message>
        <source>The others reach it at {address} while this program is open here.</source>
        <translation>جب تک یہ پروگرام یہاں کھلا ہے، دوسرے اسے {address} پر پاتے ہیں۔</translation>
    </message>
    <message>
        <source>The whole khata, sealed; a way back when every disk is gone.</source>
        <extracomment>How the address of a hub begins that nobody but its computer can reach. Faults that are the same again however often one tries.</extracomment>
        <translation>پورا کھاتہ، مہر بند؛ ہر ڈسک جاتی رہے تو بھی واپسی کا راستہ۔</translation>
    </message>
    <message>
        <source>The whole khata, sealed; it lies on this computer&apos;s own disk, so keep a copy elsewhere too.</source>
        <translation>پورا کھاتہ، مہر بند؛ یہ اسی کمپیوٹر کی ڈسک پر ہے، اس لیے ایک نقل کہیں اور بھی رکھیں۔</translation>
    </message>
    <message>
        <source>This computer is in no network now; the others reach the hub once it is in one.</source>
        <translation>یہ کمپیوٹر ابھی کسی نیٹ ورک میں نہیں؛ نیٹ ورک ملتے ہی دوسرے مرکز تک پہنچ سکیں گے۔</translation>
    </message>
    <message>
        <source>This computer is the shop&apos;s hub</source>
        <translation>یہ کمپیوٹر دکان کا مرکز ہے</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>پھر کوشش کریں</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>کھولیں…</translation>
    </message>
    <message>
        <source>Unusually much was deleted or voided here; it is not sent before you say yes.</source>
        <translation>یہاں معمول سے کہیں زیادہ مٹایا یا منسوخ کیا گیا؛ آپ کی ہاں سے پہلے یہ نہیں بھیجا جائے گا۔</translation>
    </message>
    <message>
        <source>What you enter is kept in the khata; it goes to the other devices once the keys are open.</source>
        <translation>جو آپ لکھیں وہ کھاتے میں رہتا ہے؛ چابیاں کھلنے پر دوسرے آلوں کو جائے گا۔</translation>
    </message>
</context>
<context>
    <name>StockForm</name>
    <message>
        <source>Add to stock</source>
        <translation>اسٹاک میں شامل کریں</translation>
    </message>
    <message>
        <source>Cost of one</source>
        <translation>ایک کی لاگت</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>مقدار</translation>
    </message>
    <message>
        <source>Stock in: {name}</source>
        <translation>مال آیا: {name}</translation>
    </message>
    <message>
        <source>Worth {amount}</source>
        <translation>مالیت {amount}</translation>
    </message>
    <message>
        <source>{quantity} of {name} came in</source>
        <translation>‏{name}: {quantity} مال آیا</translation>
    </message>
</context>
<context>
    <name>SwitchOnForm</name>
    <message>
        <source>A server</source>
        <translation>سرور</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>آگے چلیں</translation>
    </message>
    <message>
        <source>Keep this khata on several computers</source>
        <translation>یہ کھاتہ کئی کمپیوٹروں پر رکھیں</translation>
    </message>
    <message>
        <source>One that is always on, in the shop or on the internet. It passes on what it cannot read.</source>
        <translation>جو ہمیشہ چلتا رہے، دکان میں یا انٹرنیٹ پر۔ وہ وہی آگے دیتا ہے جسے پڑھ نہیں سکتا۔</translation>
    </message>
    <message>
        <source>One that is always on. It passes on what it cannot read. This computer cannot be the meeting place itself: the server&apos;s parts are not installed here.</source>
        <translation>جو ہمیشہ چلتا رہے۔ وہ وہی آگے دیتا ہے جسے پڑھ نہیں سکتا۔ یہ کمپیوٹر خود ملنے کی جگہ نہیں بن سکتا: سرور کے حصے یہاں نصب نہیں۔</translation>
    </message>
    <message>
        <source>The other computers of the shop reach this one in the shop&apos;s own network while this program is open here. Nothing needs the internet.</source>
        <translation>جب تک یہ پروگرام یہاں کھلا ہے، دکان کے دوسرے کمپیوٹر دکان کے اپنے نیٹ ورک میں اس تک پہنچتے ہیں۔ انٹرنیٹ کی ضرورت نہیں۔</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>یہ کمپیوٹر</translation>
    </message>
    <message>
        <source>Where the devices meet</source>
        <translation>آلے کہاں ملتے ہیں</translation>
    </message>
</context>
<context>
    <name>SyncWatch</name>
    <message numerus="yes">
        <source>%n entry(s) of other devices came in</source>
        <translation>
            <numerusform>دوسرے آلے کا %n اندراج آیا</numerusform>
            <numerusform>دوسرے آلوں کے %n اندراج آئے</numerusform>
        </translation>
    </message>
    <message>
        <source>The keys are locked: nothing goes to the other devices yet.</source>
        <extracomment>So many entries at once are worth a word of their own; a few are what goes on all day. After the devices were apart they do not all come back at the same moment.</extracomment>
        <translation>چابیاں بند ہیں: ابھی دوسرے آلوں کو کچھ نہیں جاتا۔</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>کھولیں</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n arrived</source>
        <translation>
            <numerusform>%n آیا</numerusform>
            <numerusform>%n آئے</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) not sent: server not reached</source>
        <translation>
            <numerusform>%n اندراج نہیں بھیجا گیا: سرور تک رسائی نہیں</numerusform>
            <numerusform>%n اندراج نہیں بھیجے گئے: سرور تک رسائی نہیں</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) waiting to be sent</source>
        <translation>
            <numerusform>%n اندراج بھیجے جانے کا منتظر</numerusform>
            <numerusform>%n اندراج بھیجے جانے کے منتظر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n منٹ پہلے</numerusform>
            <numerusform>%n منٹ پہلے</numerusform>
        </translation>
    </message>
    <message>
        <source>Deletions wait for your yes</source>
        <extracomment>Groups the digits of a count within the words that hold it.</extracomment>
        <translation>مٹانا آپ کی ہاں کا منتظر</translation>
    </message>
    <message>
        <source>Getting into step…</source>
        <translation>ہم آہنگ ہو رہا ہے…</translation>
    </message>
    <message>
        <source>In step {time}</source>
        <translation>ہم آہنگ {time}</translation>
    </message>
    <message>
        <source>Locked: passphrase</source>
        <translation>بند: خفیہ جملہ</translation>
    </message>
    <message>
        <source>Not in step</source>
        <translation>ہم آہنگ نہیں</translation>
    </message>
    <message>
        <source>Not in step: keys missing</source>
        <translation>ہم آہنگ نہیں: چابیاں نہیں</translation>
    </message>
    <message>
        <source>Server not reached</source>
        <translation>سرور تک رسائی نہیں</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>الگ کیا گیا</translation>
    </message>
    <message>
        <source>Waiting for another device</source>
        <translation>دوسرے آلے کا انتظار</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ابھی ابھی</translation>
    </message>
    <message>
        <source>not heard from yet</source>
        <translation>ابھی رابطہ نہیں ہوا</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>آج {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>کل {time}</translation>
    </message>
</context>
<context>
    <name>TableOutput</name>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>ایکسل (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Plain table (*.csv)</source>
        <translation>سادہ جدول (*.csv)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>نئے نام سے محفوظ کریں</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>محفوظ ہوا: {name}</translation>
    </message>
</context>
<context>
    <name>TakingOver</name>
    <message>
        <source>Cancel</source>
        <translation>منسوخ کریں</translation>
    </message>
    <message>
        <source>Compare these digits with the other screen, and confirm there.</source>
        <translation>یہ ہندسے دوسری اسکرین سے ملائیں، اور وہاں تصدیق کریں۔</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>رک رہا ہے…</translation>
    </message>
    <message>
        <source>Taking the khata over</source>
        <translation>کھاتہ لیا جا رہا ہے</translation>
    </message>
    <message>
        <source>Waiting for the other device…</source>
        <translation>دوسرے آلے کا انتظار ہے…</translation>
    </message>
</context>
<context>
    <name>TaxForm</name>
    <message>
        <source>Add</source>
        <translation>شامل کریں</translation>
    </message>
    <message>
        <source>Bills already written keep the rate they were written with.</source>
        <translation>جو بل بن چکے ان پر وہی شرح رہے گی جو تب تھی۔</translation>
    </message>
    <message>
        <source>Change the tax</source>
        <translation>ٹیکس بدلیں</translation>
    </message>
    <message>
        <source>Name on the bill</source>
        <translation>بل پر نام</translation>
    </message>
    <message>
        <source>New tax</source>
        <translation>نیا ٹیکس</translation>
    </message>
    <message>
        <source>On top of the other taxes of the line</source>
        <translation>سطر کے باقی ٹیکسوں کے اوپر</translation>
    </message>
    <message>
        <source>Rate in percent</source>
        <translation>شرح فیصد</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>for example Sales tax or GST</source>
        <translation>مثلاً سیلز ٹیکس یا جی ایس ٹی</translation>
    </message>
    <message>
        <source>{name} is saved.</source>
        <translation>‏{name} محفوظ ہو گیا۔</translation>
    </message>
</context>
<context>
    <name>TaxesSection</name>
    <message>
        <source>Change</source>
        <translation>بدلیں</translation>
    </message>
    <message>
        <source>New tax</source>
        <translation>نیا ٹیکس</translation>
    </message>
    <message>
        <source>No taxes yet. Shops that charge sales tax or GST add it here once.</source>
        <translation>ابھی کوئی ٹیکس نہیں۔ جو دکانیں سیلز ٹیکس یا جی ایس ٹی لیتی ہیں وہ اسے یہاں ایک بار لکھیں۔</translation>
    </message>
    <message>
        <source>On every new bill</source>
        <translation>ہر نئے بل پر</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>پرانے میں رکھیں</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>{name} was put away; old bills keep it.</source>
        <translation>‏{name} پرانے میں رکھ دیا گیا؛ پرانے بلوں میں رہے گا۔</translation>
    </message>
    <message>
        <source>{rate}, on top of the other taxes of the line</source>
        <translation>‏{rate}، سطر کے باقی ٹیکسوں کے اوپر</translation>
    </message>
</context>
<context>
    <name>TransferForm</name>
    <message>
        <source>Amount</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Between cash and bank</source>
        <translation>نقد اور بینک کے درمیان</translation>
    </message>
    <message>
        <source>Cheque or reference number</source>
        <translation>چیک یا حوالہ نمبر</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>کس میں</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Out of</source>
        <translation>کس میں سے</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>This is the account it comes out of; choose another.</source>
        <translation>رقم اسی اکاؤنٹ سے نکل رہی ہے؛ کوئی اور چنیں۔</translation>
    </message>
    <message>
        <source>{amount} moved from {out_of} to {into}</source>
        <translation>‏{amount}: {out_of} سے {into} میں منتقل</translation>
    </message>
</context>
<context>
    <name>UnlockForm</name>
    <message>
        <source>Passphrase for the keys</source>
        <translation>چابیوں کا خفیہ جملہ</translation>
    </message>
    <message>
        <source>The keys are locked</source>
        <translation>چابیاں بند ہیں</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>خفیہ جملہ لکھیں۔</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>کھولیں</translation>
    </message>
    <message>
        <source>What you enter is kept in the khata; it goes to the other devices once the keys are open.</source>
        <translation>جو آپ لکھیں وہ کھاتے میں رہتا ہے؛ چابیاں کھلنے پر دوسرے آلوں کو جائے گا۔</translation>
    </message>
</context>
<context>
    <name>VoucherFacts</name>
    <message>
        <source>Discount</source>
        <translation>رعایت</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>جو دیا گیا</translation>
    </message>
    <message>
        <source>History</source>
        <translation>تاریخچہ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>مالک</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>واپسیاں</translation>
    </message>
    <message>
        <source>Round-off</source>
        <translation>راؤنڈ آف</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>کس سے ادا ہوا</translation>
    </message>
    <message>
        <source>Settles</source>
        <translation>کون سے بل ادا ہوئے</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>میزان</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>Takes back from</source>
        <translation>کس بل کی واپسی</translation>
    </message>
    <message>
        <source>To correct or void this bill, void what came back of it first.</source>
        <translation>اس بل کو درست یا منسوخ کرنے کے لیے پہلے اس کی واپسی منسوخ کریں۔</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>کل</translation>
    </message>
    <message>
        <source>{tax} (included)</source>
        <translation>‏{tax} (شامل ہے)</translation>
    </message>
    <message>
        <source>{when}: corrected by {user}, now {amount}</source>
        <translation>‏{when}: {user} نے درست کیا، اب {amount}</translation>
    </message>
    <message>
        <source>{when}: posted by {user}, {amount}</source>
        <translation>‏{when}: {user} نے لکھا، {amount}</translation>
    </message>
    <message>
        <source>{when}: put back as it was by {user}, {amount}</source>
        <translation>‏{when}: {user} نے پہلے جیسا بحال کیا، {amount}</translation>
    </message>
    <message>
        <source>{when}: undone by {user}</source>
        <translation>‏{when}: {user} نے واپس لیا</translation>
    </message>
</context>
<context>
    <name>VoucherPage</name>
    <message>
        <source>Amount</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>درست کریں</translation>
    </message>
    <message>
        <source>Paid at once</source>
        <translation>فوراً ادا</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>پارٹی</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>پرنٹ کریں</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>ابھی باقی</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>منسوخ کریں</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>عام گاہک</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>درست کریں</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>درست کیا گیا</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>‏{date} تک دینا ہے</translation>
    </message>
    <message>
        <source>print</source>
        <translation>پرنٹ کریں</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>بحال</translation>
    </message>
    <message>
        <source>replaced by a correction</source>
        <translation>درستی سے بدلا گیا</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>پورا ادا</translation>
    </message>
    <message>
        <source>the same once more</source>
        <translation>ایک بار پھر یہی</translation>
    </message>
    <message>
        <source>void</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>void, later put back</source>
        <translation>منسوخ، بعد میں بحال</translation>
    </message>
    <message>
        <source>{amount} on khata</source>
        <translation>‏{amount} ادھار</translation>
    </message>
    <message>
        <source>{number} is void: money and goods went back</source>
        <translation>‏{number} منسوخ ہوا: رقم اور مال واپس ہو گئے</translation>
    </message>
</context>
<context>
    <name>VoucherTables</name>
    <message>
        <source>Account</source>
        <translation>اکاؤنٹ</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>واپس آیا</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>کریڈٹ</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>ڈیبٹ</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>رعایت</translation>
    </message>
    <message>
        <source>In the accounts</source>
        <translation>اکاؤنٹوں میں</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>آئٹم</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>سطریں</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>نرخ</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>مقدار</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>ٹیکس</translation>
    </message>
</context>
<context>
    <name>VouchersPage</name>
    <message numerus="yes">
        <source>%n voucher(s)</source>
        <translation>
            <numerusform>%n واؤچر</numerusform>
            <numerusform>%n واؤچر</numerusform>
        </translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>ہر قسم</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>ایکسل</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>فائل لائیں</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>New sale</source>
        <translation>نئی فروخت</translation>
    </message>
    <message>
        <source>No voucher matches.</source>
        <translation>کوئی واؤچر نہیں ملا۔</translation>
    </message>
    <message>
        <source>Nothing posted yet: make the first sale.</source>
        <translation>ابھی کچھ نہیں لکھا گیا: پہلی فروخت کریں۔</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Number, name, note or amount</source>
        <translation>نمبر، نام، نوٹ یا رقم</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>پارٹی</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>سب دکھائیں</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>درست</translation>
    </message>
    <message>
        <source>Void too</source>
        <translation>منسوخ بھی</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>واؤچر</translation>
    </message>
    <message>
        <source>What</source>
        <translation>تفصیل</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>درست کیا گیا</translation>
    </message>
    <message>
        <source>open voucher</source>
        <translation>واؤچر کھولیں</translation>
    </message>
    <message>
        <source>search</source>
        <translation>تلاش</translation>
    </message>
    <message>
        <source>void</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>عام گاہک</translation>
    </message>
    <message>
        <source>{count}, together {amount}</source>
        <translation>‏{count}، کل {amount}</translation>
    </message>
</context>
<context>
    <name>_PeriodPopup</name>
    <message>
        <source>From</source>
        <translation>کب سے</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>دکھائیں</translation>
    </message>
    <message>
        <source>To</source>
        <translation>کب تک</translation>
    </message>
</context>
<context>
    <name>currencies</name>
    <message>
        <source>Afghan afghani</source>
        <translation>افغان افغانی</translation>
    </message>
    <message>
        <source>Bahraini dinar</source>
        <translation>بحرینی دینار</translation>
    </message>
    <message>
        <source>Bangladeshi taka</source>
        <translation>بنگلہ دیشی ٹکا</translation>
    </message>
    <message>
        <source>Euro</source>
        <translation>یورو</translation>
    </message>
    <message>
        <source>Indian rupee</source>
        <translation>بھارتی روپیہ</translation>
    </message>
    <message>
        <source>Kuwaiti dinar</source>
        <translation>کویتی دینار</translation>
    </message>
    <message>
        <source>Nepalese rupee</source>
        <translation>نیپالی روپیہ</translation>
    </message>
    <message>
        <source>Omani rial</source>
        <translation>عمانی ریال</translation>
    </message>
    <message>
        <source>Pakistani rupee</source>
        <translation>پاکستانی روپیہ</translation>
    </message>
    <message>
        <source>Pound sterling</source>
        <translation>پاؤنڈ اسٹرلنگ</translation>
    </message>
    <message>
        <source>Qatari riyal</source>
        <translation>قطری ریال</translation>
    </message>
    <message>
        <source>Saudi riyal</source>
        <translation>سعودی ریال</translation>
    </message>
    <message>
        <source>Sri Lankan rupee</source>
        <translation>سری لنکن روپیہ</translation>
    </message>
    <message>
        <source>UAE dirham</source>
        <translation>اماراتی درہم</translation>
    </message>
    <message>
        <source>US dollar</source>
        <translation>امریکی ڈالر</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>&apos;{account}&apos; follows the goods by itself; bring in or sell the goods, and it moves with them.</source>
        <translation>‏&apos;{account}&apos; مال کے ساتھ خود بدلتا ہے؛ مال درج کریں یا بیچیں، یہ ساتھ ہی بدل جائے گا۔</translation>
    </message>
    <message>
        <source>&apos;{account}&apos; holds no khatas; leave out the customer or supplier, or choose another account.</source>
        <translation>‏&apos;{account}&apos; میں گاہکوں کے کھاتے نہیں ہوتے؛ گاہک یا سپلائر کا نام ہٹا دیں، یا دوسرا اکاؤنٹ چنیں۔</translation>
    </message>
    <message>
        <source>&apos;{account}&apos; is in use and keeps its kind and its use; add another account instead.</source>
        <translation>‏&apos;{account}&apos; استعمال میں ہے اور اس کی قسم اور کام نہیں بدل سکتے؛ اس کے بجائے نیا اکاؤنٹ شامل کریں۔</translation>
    </message>
    <message>
        <source>&apos;{account}&apos; is not cash or a bank; choose an account that holds money.</source>
        <translation>‏&apos;{account}&apos; نقد یا بینک نہیں ہے؛ وہ اکاؤنٹ چنیں جس میں رقم ہوتی ہے۔</translation>
    </message>
    <message>
        <source>&apos;{account}&apos; was deleted; choose another account.</source>
        <translation>‏&apos;{account}&apos; مٹایا جا چکا ہے؛ دوسرا اکاؤنٹ چنیں۔</translation>
    </message>
    <message>
        <source>&apos;{currency}&apos; is not an ISO 4217 currency code; use one such as PKR, INR or GBP.</source>
        <translation>‏&apos;{currency}&apos; کسی کرنسی کا کوڈ نہیں ہے؛ PKR، INR یا GBP جیسا کوڈ لکھیں۔</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has a khata already, and suppliers&apos; khatas are kept apart; add them once more as the other kind, with a phone or code of its own.</source>
        <translation>‏&apos;{name}&apos; کا کھاتہ پہلے سے چل رہا ہے، اور سپلائروں کے کھاتے الگ رکھے جاتے ہیں؛ انہیں دوسری قسم میں الگ فون یا کوڈ کے ساتھ ایک بار اور شامل کریں۔</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has stock entries and stays goods; archive it, and add the service as a new item.</source>
        <translation>‏&apos;{name}&apos; کے اسٹاک کے اندراج ہیں، اس لیے یہ مال ہی رہے گا؛ اسے پرانے میں رکھ دیں، اور خدمت نئے آئٹم کے طور پر شامل کریں۔</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is a service, which has no stock; leave the stock empty, or make it goods in the book</source>
        <translation>‏&apos;{name}&apos; ایک خدمت ہے، جس کا اسٹاک نہیں ہوتا؛ اسٹاک خالی چھوڑیں، یا اسے کھاتے میں مال بنا دیں</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is already there; use it, or choose another name.</source>
        <translation>‏&apos;{name}&apos; پہلے سے موجود ہے؛ اسی کو استعمال کریں، یا دوسرا نام چنیں۔</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is archived; bring it back into the list of items to sell it.</source>
        <translation>‏&apos;{name}&apos; پرانے میں رکھا ہوا ہے؛ بیچنے کے لیے اسے آئٹموں کی فہرست میں واپس لائیں۔</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is longer than {limit} characters; shorten it.</source>
        <translation>‏&apos;{name}&apos; میں {limit} سے زیادہ حروف ہیں؛ چھوٹا کریں۔</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is used in the books and cannot be deleted; archive it instead.</source>
        <translation>‏&apos;{name}&apos; کھاتے میں استعمال ہو چکا ہے اور مٹ نہیں سکتا؛ اسے پرانے میں رکھ دیں۔</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was deleted; choose another item, or add it again.</source>
        <translation>‏&apos;{name}&apos; مٹایا جا چکا ہے؛ دوسرا آئٹم چنیں، یا اسے دوبارہ شامل کریں۔</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; divides by zero; change the number after the division sign.</source>
        <translation>‏&apos;{text}&apos; میں صفر سے تقسیم ہے؛ تقسیم کے نشان کے بعد کا عدد بدلیں۔</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; has more than {decimals} decimals; leave out the rest.</source>
        <translation>‏&apos;{text}&apos; میں اعشاریہ کے بعد {decimals} سے زیادہ ہندسے ہیں؛ باقی ہٹا دیں۔</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a date; type t for today, 15 for the 15th, or 15/3/2026.</source>
        <translation>‏&apos;{text}&apos; تاریخ نہیں ہے؛ آج کے لیے t، پندرہ تاریخ کے لیے 15، یا 15/3/2026 لکھیں۔</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a quantity; type a number with at most three decimals, such as 2.5.</source>
        <translation>‏&apos;{text}&apos; مقدار نہیں ہے؛ عدد لکھیں جس میں اعشاریہ کے بعد تین سے زیادہ ہندسے نہ ہوں، جیسے 2.5۔</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a rate; type a percentage such as 18 or 2.5%.</source>
        <translation>‏&apos;{text}&apos; شرح نہیں ہے؛ فیصد لکھیں، جیسے 18 یا ⁦2.5%⁩۔</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not an amount; type a number such as 1500 or a sum such as 3*120+50.</source>
        <translation>‏&apos;{text}&apos; رقم نہیں ہے؛ عدد لکھیں جیسے 1500، یا حساب جیسے ⁦3*120+50⁩۔</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; stops in the middle; finish the sum, or remove its last sign.</source>
        <translation>‏&apos;{text}&apos; بیچ میں رک گیا؛ حساب پورا کریں، یا آخری نشان ہٹا دیں۔</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; does not fit the field &apos;{name}&apos;; choose one of {choices}.</source>
        <translation>‏&apos;{value}&apos; خانہ &apos;{name}&apos; میں نہیں آتا؛ ان میں سے ایک چنیں: {choices}۔</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; does not fit the field &apos;{name}&apos;; give {lowest} to {highest}.</source>
        <translation>‏&apos;{value}&apos; خانہ &apos;{name}&apos; میں نہیں آتا؛ {lowest} سے {highest} تک لکھیں۔</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; does not fit the field &apos;{name}&apos;; type another value.</source>
        <translation>‏&apos;{value}&apos; خانہ &apos;{name}&apos; میں نہیں آتا؛ کچھ اور لکھیں۔</translation>
    </message>
    <message>
        <source>A name is needed; type one.</source>
        <translation>نام ضروری ہے؛ لکھیں۔</translation>
    </message>
    <message>
        <source>A recovery was stopped here half-way; recover the book to the same place again with the 24 words, and it goes on where it was.</source>
        <translation>یہاں بحالی بیچ میں رک گئی تھی؛ 24 الفاظ سے اسی جگہ پھر بحال کریں، وہ وہیں سے آگے چلے گی جہاں رکی تھی۔</translation>
    </message>
    <message>
        <source>A sale on khata needs a customer; choose one, or take the whole amount now.</source>
        <translation>ادھار فروخت کے لیے گاہک ضروری ہے؛ گاہک چنیں، یا پوری رقم ابھی لیں۔</translation>
    </message>
    <message>
        <source>A {entity} has no field &apos;{name}&apos;.</source>
        <translation>‏{entity} میں &apos;{name}&apos; نام کا خانہ نہیں ہے۔</translation>
    </message>
    <message>
        <source>An entry of another device is not right ({detail}) and was left out; it is kept for looking at.</source>
        <translation>دوسرے آلے کا ایک اندراج درست نہیں ({detail}) اور شامل نہیں کیا گیا؛ دیکھنے کے لیے رکھ لیا گیا ہے۔</translation>
    </message>
    <message>
        <source>An entry of another device speaks of a {entity} that has not arrived yet; it waits.</source>
        <translation>دوسرے آلے کا ایک اندراج ایسے ریکارڈ ({entity}) کا ذکر کرتا ہے جو ابھی نہیں پہنچا؛ وہ انتظار میں ہے۔</translation>
    </message>
    <message>
        <source>Another book has taken the place of {path}; nothing was saved. Look at it, and save again.</source>
        <translation>‏{path} کی جگہ اب کوئی دوسرا کھاتہ ہے؛ کچھ محفوظ نہیں ہوا۔ اسے دیکھ لیں، پھر دوبارہ محفوظ کریں۔</translation>
    </message>
    <message>
        <source>Another device has used this code already. If it is not yours, refuse it where the code is shown; then show a new code.</source>
        <translation>کوئی اور آلہ یہ کوڈ استعمال کر چکا ہے۔ اگر وہ آپ کا نہیں تو جہاں کوڈ دکھایا گیا ہے وہاں اسے انکار کریں؛ پھر نیا کوڈ دکھائیں۔</translation>
    </message>
    <message>
        <source>Another device uses a newer version of the program; update the program on this one.</source>
        <translation>دوسرا آلہ پروگرام کا نیا نسخہ استعمال کر رہا ہے؛ اس کمپیوٹر پر پروگرام کو تازہ کریں۔</translation>
    </message>
    <message>
        <source>Another program has been writing to {path} for too long; close it and try again.</source>
        <translation>کوئی اور پروگرام دیر سے {path} میں لکھ رہا ہے؛ اسے بند کر کے پھر کوشش کریں۔</translation>
    </message>
    <message>
        <source>Another program on this computer uses port {port}, at which the others look for the hub. Close it (it may be another window of this program); the hub then starts by itself.</source>
        <translation>اس کمپیوٹر پر کوئی اور پروگرام پورٹ {port} استعمال کر رہا ہے، جہاں دوسرے مرکز کو ڈھونڈتے ہیں۔ اسے بند کریں (ہو سکتا ہے وہ اسی پروگرام کی دوسری ونڈو ہو)؛ پھر مرکز خود چل پڑے گا۔</translation>
    </message>
    <message>
        <source>Another voucher already bears the number {number}; choose another, or leave it empty.</source>
        <translation>نمبر {number} پہلے ہی دوسرے واؤچر پر ہے؛ دوسرا نمبر چنیں، یا خانہ خالی چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>At {server} something else answers than a server of this program; check the address, and whether the network wants you to sign in first.</source>
        <translation>‏{server} پر اس پروگرام کے سرور کے بجائے کوئی اور چیز جواب دے رہی ہے؛ پتہ دیکھیں، اور یہ بھی کہ کہیں نیٹ ورک پہلے سائن اِن تو نہیں مانگ رہا۔</translation>
    </message>
    <message>
        <source>Choose the account first.</source>
        <translation>پہلے اکاؤنٹ چنیں۔</translation>
    </message>
    <message>
        <source>Choose the customer or supplier first.</source>
        <translation>پہلے گاہک یا سپلائر چنیں۔</translation>
    </message>
    <message>
        <source>Debit and credit do not come to the same; change an amount until they do.</source>
        <translation>ڈیبٹ اور کریڈٹ برابر نہیں؛ رقم بدل کر دونوں کو برابر کریں۔</translation>
    </message>
    <message>
        <source>Line {line} has neither an item nor a description; name what is sold.</source>
        <translation>سطر {line} میں نہ آئٹم ہے نہ تفصیل؛ لکھیں کہ کیا بکا۔</translation>
    </message>
    <message>
        <source>More comes back than is sold; enter what comes back as a sale return.</source>
        <translation>بیچے ہوئے مال سے زیادہ مال واپس آ رہا ہے؛ واپس آنے والا مال فروخت واپسی میں درج کریں۔</translation>
    </message>
    <message>
        <source>More is set against invoice {number} than is still due on it; lower the amount.</source>
        <translation>بل {number} پر جتنا باقی ہے اس سے زیادہ لگایا گیا ہے؛ رقم کم کریں۔</translation>
    </message>
    <message>
        <source>More is set against invoices than was received; lower one of the amounts.</source>
        <translation>جتنا وصول ہوا اس سے زیادہ بلوں پر لگایا گیا ہے؛ کوئی رقم کم کریں۔</translation>
    </message>
    <message>
        <source>More is sold than comes back; enter what is sold as a bill.</source>
        <translation>واپس آنے والے مال سے زیادہ مال بک رہا ہے؛ بکنے والا مال بل میں درج کریں۔</translation>
    </message>
    <message>
        <source>More of &apos;{item}&apos; is returned than invoice {number} still has; lower the quantity.</source>
        <translation>بل {number} میں &apos;{item}&apos; جتنا باقی ہے اس سے زیادہ واپس ہو رہا ہے؛ مقدار کم کریں۔</translation>
    </message>
    <message>
        <source>No column was found for {fields}; name it, such as {example}. The columns are: {columns}.</source>
        <translation>‏{fields} کے لیے کالم نہیں ملا؛ اس کا نام بتائیں، جیسے {example}۔ کالم یہ ہیں: {columns}۔</translation>
    </message>
    <message>
        <source>No device came within ten minutes, and the code is void. Show a new one.</source>
        <translation>دس منٹ میں کوئی آلہ نہیں آیا، اور کوڈ اب بیکار ہے۔ نیا دکھائیں۔</translation>
    </message>
    <message>
        <source>No pairing code was found in {path}; take a sharper picture of the whole code, or paste its text.</source>
        <translation>‏{path} میں جوڑنے کا کوڈ نہیں ملا؛ پورے کوڈ کی صاف تصویر لیں، یا اس کا متن چسپاں کریں۔</translation>
    </message>
    <message>
        <source>No pairing was stopped here half-way; give the code that the other device shows.</source>
        <translation>یہاں کوئی جوڑنا ادھورا نہیں رہا؛ وہ کوڈ دیں جو دوسرا آلہ دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>No server answers at {server}, where the two devices meet. See that both are in the same network and that the server, or the computer that is the hub, is on; then show a new code.</source>
        <translation>‏{server} پر، جہاں دونوں آلے ملتے ہیں، کوئی سرور جواب نہیں دیتا۔ دیکھیں کہ دونوں ایک ہی نیٹ ورک میں ہیں اور سرور، یا وہ کمپیوٹر جو مرکز ہے، چل رہا ہے؛ پھر نیا کوڈ دکھائیں۔</translation>
    </message>
    <message>
        <source>Nothing is typed yet; type a number.</source>
        <translation>ابھی کچھ نہیں لکھا؛ عدد لکھیں۔</translation>
    </message>
    <message>
        <source>Nothing to save yet; add at least one line with an amount.</source>
        <translation>ابھی محفوظ کرنے کو کچھ نہیں؛ کم از کم ایک سطر رقم کے ساتھ لکھیں۔</translation>
    </message>
    <message>
        <source>Only the device on which sync was switched on can do this.</source>
        <translation>یہ صرف وہ آلہ کر سکتا ہے جس پر ہم آہنگی چالو کی گئی تھی۔</translation>
    </message>
    <message>
        <source>Several {entity} records match &apos;{name}&apos;; give the whole name, phone or code.</source>
        <translation>‏&apos;{name}&apos; سے ایک سے زیادہ {entity} ملتے ہیں؛ پورا نام، فون یا کوڈ دیں۔</translation>
    </message>
    <message>
        <source>Something went wrong that the program did not expect. Nothing was saved; try again.</source>
        <translation>ایسی غلطی ہوئی جس کی پروگرام کو توقع نہ تھی۔ کچھ محفوظ نہیں ہوا؛ پھر کوشش کریں۔</translation>
    </message>
    <message>
        <source>Sync is not switched on for this book; switch it on first, or pair with another device.</source>
        <translation>اس کھاتے کے لیے ہم آہنگی چالو نہیں؛ پہلے اسے چالو کریں، یا دوسرے آلے سے جوڑیں۔</translation>
    </message>
    <message>
        <source>Sync is switched on for this book already, and nothing was changed; keep it in step, or let another device in from here.</source>
        <translation>اس کھاتے کے لیے ہم آہنگی پہلے سے چالو ہے، اور کچھ نہیں بدلا؛ ہم آہنگ کرتے رہیں، یا یہیں سے دوسرے آلے کو شامل کریں۔</translation>
    </message>
    <message>
        <source>That device was let in by the recovery phrase, and only the phrase can shut it out.</source>
        <translation>اس آلے کو بحالی کے جملے سے شامل کیا گیا تھا، اور صرف اسی جملے سے اسے باہر کیا جا سکتا ہے۔</translation>
    </message>
    <message>
        <source>That was tried too often; wait {minutes} minutes and try again.</source>
        <translation>بہت بار کوشش ہوئی؛ {minutes} منٹ ٹھہر کر پھر کوشش کریں۔</translation>
    </message>
    <message>
        <source>The amount is larger than the books can hold; check for a slip of the keys.</source>
        <translation>رقم اتنی بڑی ہے کہ کھاتے میں نہیں آ سکتی؛ دیکھیں کوئی ہندسہ زیادہ تو نہیں لگ گیا۔</translation>
    </message>
    <message>
        <source>The amount must be more than zero; type what was given or got.</source>
        <translation>رقم صفر سے زیادہ ہونی چاہیے؛ جو دیا یا ملا وہ لکھیں۔</translation>
    </message>
    <message>
        <source>The book is too large for a backup on the server; back it up into a folder or on a stick.</source>
        <translation>کھاتہ سرور پر بیک اپ کے لیے بہت بڑا ہے؛ بیک اپ کسی فولڈر یا اسٹک پر لیں۔</translation>
    </message>
    <message>
        <source>The brackets in &apos;{text}&apos; do not match; close each one that is opened.</source>
        <translation>‏&apos;{text}&apos; میں بریکٹ پورے نہیں؛ جو کھولا ہے اسے بند کریں۔</translation>
    </message>
    <message>
        <source>The code &apos;{code}&apos; already belongs to &apos;{name}&apos;; choose another code.</source>
        <translation>کوڈ &apos;{code}&apos; پہلے سے &apos;{name}&apos; کا ہے؛ دوسرا کوڈ چنیں۔</translation>
    </message>
    <message>
        <source>The code has six digits; look at the message and type them all.</source>
        <translation>کوڈ چھ ہندسوں کا ہے؛ پیغام دیکھ کر سب لکھیں۔</translation>
    </message>
    <message>
        <source>The code is too old or was used already; ask for a new one.</source>
        <translation>یہ کوڈ پرانا ہو چکا ہے یا استعمال ہو چکا ہے؛ نیا کوڈ منگوائیں۔</translation>
    </message>
    <message>
        <source>The copy at {path} did not come out right ({detail}); use another disk, and back up again.</source>
        <translation>‏{path} پر نقل ٹھیک نہیں بنی ({detail})؛ دوسری ڈسک پر پھر بیک اپ لیں۔</translation>
    </message>
    <message>
        <source>The currency of a book stays once anything is posted; make a new book for another currency.</source>
        <translation>کھاتے میں کچھ درج ہو جائے تو کرنسی نہیں بدلتی؛ دوسری کرنسی کے لیے نیا کھاتہ بنائیں۔</translation>
    </message>
    <message>
        <source>The data received belongs to the books of another business; it was not taken in.</source>
        <translation>موصول ڈیٹا کسی اور کاروبار کے کھاتوں کا ہے؛ اسے شامل نہیں کیا گیا۔</translation>
    </message>
    <message>
        <source>The data received is larger than the protocol allows ({detail}); it was not taken in.</source>
        <translation>موصول ڈیٹا اجازت سے بڑا ہے ({detail})؛ اسے شامل نہیں کیا گیا۔</translation>
    </message>
    <message>
        <source>The data received is not in the agreed form ({detail}); it was not taken in.</source>
        <translation>موصول ڈیٹا طے شدہ شکل میں نہیں ({detail})؛ اسے شامل نہیں کیا گیا۔</translation>
    </message>
    <message>
        <source>The date {date} is outside 1970 to 2199; check the year.</source>
        <translation>تاریخ {date}، 1970 سے 2199 کے بیچ نہیں ہے؛ سال دیکھ لیں۔</translation>
    </message>
    <message>
        <source>The device was turned away, as you said; nothing was handed over.</source>
        <translation>آپ کے کہنے پر آلے کو واپس کر دیا گیا؛ کچھ حوالے نہیں کیا گیا۔</translation>
    </message>
    <message>
        <source>The device&apos;s certificate does not hold ({detail}); pair the device again.</source>
        <translation>آلے کی سند درست نہیں ({detail})؛ آلے کو دوبارہ جوڑیں۔</translation>
    </message>
    <message>
        <source>The discount is larger than the amount it is taken from; lower it.</source>
        <translation>رعایت اصل رقم سے زیادہ ہے؛ کم کریں۔</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was saved; free some space and save again.</source>
        <translation>ڈسک بھر گئی ہے، اس لیے کچھ محفوظ نہیں ہوا؛ جگہ خالی کر کے پھر محفوظ کریں۔</translation>
    </message>
    <message>
        <source>The disk is full, so {path} cannot be opened; free some space and open it again.</source>
        <translation>ڈسک بھر گئی ہے، اس لیے {path} نہیں کھل سکتی؛ کچھ جگہ خالی کریں اور اسے دوبارہ کھولیں۔</translation>
    </message>
    <message>
        <source>The disk refused ({detail}); nothing was saved. Check the disk or USB stick, and save again.</source>
        <translation>ڈسک نے نہیں لکھا ({detail})؛ کچھ محفوظ نہیں ہوا۔ ڈسک یا USB دیکھ کر پھر محفوظ کریں۔</translation>
    </message>
    <message>
        <source>The event log of {path} is broken at entry {seq}; restore the last good backup.</source>
        <translation>‏{path} کا ریکارڈ اندراج {seq} پر ٹوٹا ہوا ہے؛ آخری درست بیک اپ واپس لائیں۔</translation>
    </message>
    <message>
        <source>The field &apos;{name}&apos; cannot be less than zero; type zero or more.</source>
        <translation>خانہ &apos;{name}&apos; صفر سے کم نہیں ہو سکتا؛ صفر یا اس سے زیادہ لکھیں۔</translation>
    </message>
    <message>
        <source>The field &apos;{name}&apos; holds more than the books can; check for a slip of the keys.</source>
        <translation>خانہ &apos;{name}&apos; میں اتنا بڑا ہندسہ ہے کہ کھاتے میں نہیں آ سکتا؛ دیکھیں کوئی ہندسہ زیادہ تو نہیں لگ گیا۔</translation>
    </message>
    <message>
        <source>The file beside {path} that holds its latest entries was taken away while the book was open; nothing was saved. Close the program, open it again, look at what is there, and save once more.</source>
        <translation>‏{path} کے ساتھ کی وہ فائل جس میں تازہ اندراج رہتے ہیں، کھاتہ کھلا ہونے کے دوران ہٹا دی گئی؛ کچھ محفوظ نہیں ہوا۔ پروگرام بند کر کے دوبارہ کھولیں، جو موجود ہے اسے دیکھ لیں، پھر دوبارہ محفوظ کریں۔</translation>
    </message>
    <message>
        <source>The file has no column &apos;{column}&apos;; the columns are: {columns}.</source>
        <translation>فائل میں &apos;{column}&apos; نام کا کالم نہیں ہے؛ کالم یہ ہیں: {columns}۔</translation>
    </message>
    <message>
        <source>The file of this khata is no longer there. Plug the stick in again or put it back, then save once more.</source>
        <translation>اس کھاتے کی فائل اب وہاں نہیں ہے۔ یو ایس بی دوبارہ لگائیں یا فائل واپس رکھیں، پھر دوبارہ محفوظ کریں۔</translation>
    </message>
    <message>
        <source>The key file {path} is damaged: it is not whole, or is no key file. Put it back from a copy of this computer&apos;s files, or pair this computer as a new device.</source>
        <translation>چابی کی فائل {path} خراب ہے: پوری نہیں، یا چابی کی فائل ہی نہیں۔ اسے اس کمپیوٹر کی فائلوں کی نقل سے واپس رکھیں، یا اس کمپیوٹر کو نئے آلے کے طور پر جوڑیں۔</translation>
    </message>
    <message>
        <source>The key store of this computer holds other keys under the name of this book&apos;s; nothing was changed. Pair this computer as a new device.</source>
        <translation>اس کمپیوٹر کے چابی خانے میں اس کھاتے کے نام پر دوسری چابیاں ہیں؛ کچھ نہیں بدلا۔ اس کمپیوٹر کو نئے آلے کے طور پر جوڑیں۔</translation>
    </message>
    <message>
        <source>The key store of this computer refused ({detail}); unlock it and try again.</source>
        <translation>اس کمپیوٹر کے چابی خانے نے انکار کیا ({detail})؛ اسے کھولیں اور دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>The khata of &apos;{party}&apos; stands on &apos;{account}&apos;; choose that account for it.</source>
        <translation>‏&apos;{party}&apos; کا کھاتہ &apos;{account}&apos; میں ہے؛ اس کے لیے وہی اکاؤنٹ چنیں۔</translation>
    </message>
    <message>
        <source>The message could not be sent; try again later.</source>
        <translation>پیغام نہیں بھیجا جا سکا؛ کچھ دیر بعد دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>The name of this computer is longer than {limit} letters; give a shorter one.</source>
        <translation>اس کمپیوٹر کا نام {limit} حروف سے لمبا ہے؛ چھوٹا نام دیں۔</translation>
    </message>
    <message>
        <source>The other device refused, or somebody else used the code first; show a new code and try again.</source>
        <translation>دوسرے آلے نے انکار کیا، یا کسی اور نے کوڈ پہلے استعمال کر لیا؛ نیا کوڈ دکھائیں اور دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>The other device turned this one away, or stopped showing the code; nothing was handed over. Show a new code there to try again.</source>
        <translation>دوسرے آلے نے اسے واپس کر دیا، یا کوڈ دکھانا بند کر دیا؛ کچھ حوالے نہیں کیا گیا۔ دوبارہ کوشش کے لیے وہاں نیا کوڈ دکھائیں۔</translation>
    </message>
    <message>
        <source>The picture of the code could not be written to {path} ({reason}); name another place.</source>
        <translation>کوڈ کی تصویر {path} پر نہیں لکھی جا سکی ({reason})؛ کوئی اور جگہ بتائیں۔</translation>
    </message>
    <message>
        <source>The picture {path} cannot be read ({reason}); choose another, or paste the text of the code.</source>
        <translation>تصویر {path} پڑھی نہیں جا سکتی ({reason})؛ کوئی اور چنیں، یا کوڈ کا متن چسپاں کریں۔</translation>
    </message>
    <message>
        <source>The quantity is zero; type how many, or remove the line.</source>
        <translation>مقدار صفر ہے؛ لکھیں کتنے، یا سطر ہٹا دیں۔</translation>
    </message>
    <message>
        <source>The refused lines would overwrite {path}; choose another file for them.</source>
        <translation>رد شدہ سطریں {path} کے اوپر لکھی جائیں گی؛ ان کے لیے دوسری فائل چنیں۔</translation>
    </message>
    <message>
        <source>The server at {server} could not prove that it is the one. See that date and time of this computer are right; else ask who runs the server.</source>
        <translation>‏{server} کا سرور ثابت نہ کر سکا کہ وہ وہی ہے۔ دیکھیں کہ اس کمپیوٹر کی تاریخ اور وقت درست ہیں؛ ورنہ سرور چلانے والے سے پوچھیں۔</translation>
    </message>
    <message>
        <source>The server at {server} does not know this code: it was made for another server, or long ago. Show a new one.</source>
        <translation>‏{server} کا سرور یہ کوڈ نہیں جانتا: یہ کسی اور سرور کے لیے بنا تھا، یا بہت پہلے۔ نیا دکھائیں۔</translation>
    </message>
    <message>
        <source>The server did not take this device&apos;s signature; set date and time, and sync again.</source>
        <translation>سرور نے اس آلے کے دستخط نہیں مانے؛ تاریخ اور وقت ٹھیک کریں اور دوبارہ ملائیں۔</translation>
    </message>
    <message>
        <source>The server does not know one of the devices; sync again, so that it is told of it.</source>
        <translation>سرور ایک آلے کو نہیں جانتا؛ دوبارہ ملائیں تاکہ اسے بتا دیا جائے۔</translation>
    </message>
    <message>
        <source>The server does not know these books or this device; check its address, or let the first device sync with it.</source>
        <translation>سرور اس کھاتے یا اس آلے کو نہیں جانتا؛ سرور کا پتہ دیکھیں، یا پہلے آلے کو اس سے ملنے دیں۔</translation>
    </message>
    <message>
        <source>The server has no more room for these books; ask whoever runs it for more.</source>
        <translation>سرور پر اس کھاتے کے لیے اور جگہ نہیں؛ جو اسے چلاتا ہے اس سے مزید جگہ مانگیں۔</translation>
    </message>
    <message>
        <source>The server holds other entries under the same number of a device&apos;s chain.</source>
        <translation>سرور کے پاس ایک آلے کی کڑی کے اسی نمبر پر اور اندراج ہیں۔</translation>
    </message>
    <message>
        <source>The server holds other entries under this device&apos;s numbers, as after a restored copy; sync goes on under a new series.</source>
        <translation>سرور کے پاس اس آلے کے نمبروں پر اور اندراج ہیں، جیسے نقل بحال کرنے کے بعد؛ ہم آہنگی نئے سلسلے سے جاری رہے گی۔</translation>
    </message>
    <message>
        <source>The server lacks earlier entries of a device.</source>
        <translation>سرور کے پاس ایک آلے کے پہلے اندراج نہیں ہیں۔</translation>
    </message>
    <message>
        <source>The server offered an older state than the other device knows; try again, or ask who runs it.</source>
        <translation>سرور نے اس سے پرانی حالت دی جو دوسرا آلہ جانتا ہے؛ دوبارہ کوشش کریں، یا سرور چلانے والے سے پوچھیں۔</translation>
    </message>
    <message>
        <source>The server refused: {detail}.</source>
        <translation>سرور نے انکار کیا: {detail}۔</translation>
    </message>
    <message>
        <source>The server {server} cannot be reached, so nothing can be recovered from it now; check its address and the network, and recover again.</source>
        <translation>سرور {server} تک رسائی نہیں ہوئی، اس لیے ابھی اس سے کچھ بحال نہیں ہو سکتا؛ اس کا پتہ اور نیٹ ورک دیکھ لیں، پھر دوبارہ بحال کریں۔</translation>
    </message>
    <message>
        <source>The server {server} cannot be reached; check its address. Nothing was switched on.</source>
        <translation>سرور {server} تک رسائی نہیں ہوئی؛ اس کا پتہ دیکھ لیں۔ کچھ چالو نہیں کیا گیا۔</translation>
    </message>
    <message>
        <source>The server {server} cannot be reached; what you enter is kept and sent later.</source>
        <translation>سرور {server} تک رسائی نہیں؛ جو آپ لکھیں گے وہ محفوظ رہے گا اور بعد میں بھیجا جائے گا۔</translation>
    </message>
    <message>
        <source>The server {server} has a fault of its own; what you enter is kept and sent later. If it stays so, ask whoever runs the server.</source>
        <translation>سرور {server} میں اپنی کوئی خرابی ہے؛ جو آپ لکھیں گے محفوظ رہے گا اور بعد میں بھیجا جائے گا۔ اگر یہی رہے تو سرور چلانے والے سے پوچھیں۔</translation>
    </message>
    <message>
        <source>The server {server} is busy; what you enter is kept and sent later. Try again in {seconds} seconds.</source>
        <translation>سرور {server} مصروف ہے؛ جو آپ لکھیں گے محفوظ رہے گا اور بعد میں بھیجا جائے گا۔ {seconds} سیکنڈ بعد دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>The shop&apos;s own server did not start ({detail}); choose another port or another computer.</source>
        <translation>دکان کا اپنا سرور شروع نہیں ہوا ({detail})؛ دوسرا پورٹ یا دوسرا کمپیوٹر چنیں۔</translation>
    </message>
    <message>
        <source>The shop&apos;s own server does not run: {detail}. It is tried again; or choose another computer.</source>
        <translation>دکان کا اپنا سرور نہیں چل رہا: {detail}۔ دوبارہ کوشش ہو رہی ہے؛ یا کوئی اور کمپیوٹر چنیں۔</translation>
    </message>
    <message>
        <source>The signature under the {what} does not hold; it was not taken in.</source>
        <translation>اس پر دستخط درست نہیں ({what})؛ اسے شامل نہیں کیا گیا۔</translation>
    </message>
    <message>
        <source>The six digits are not the same on both screens; somebody else may have read the code. Start again.</source>
        <translation>دونوں اسکرینوں پر چھ ہندسے ایک جیسے نہیں؛ شاید کسی اور نے کوڈ پڑھ لیا۔ دوبارہ شروع کریں۔</translation>
    </message>
    <message>
        <source>The tax &apos;{name}&apos; was deleted; take it off the line, and off the item.</source>
        <translation>ٹیکس &apos;{name}&apos; مٹایا جا چکا ہے؛ اسے لائن سے اور آئٹم سے ہٹا دیں۔</translation>
    </message>
    <message>
        <source>The {what} cannot be decrypted with the keys of this business; it was not taken in.</source>
        <translation>یہ اس کاروبار کی چابیوں سے نہیں کھلتا ({what})؛ اسے شامل نہیں کیا گیا۔</translation>
    </message>
    <message>
        <source>There are no letters left for the numbers of another device; no more devices can be let in.</source>
        <translation>دوسرے آلے کے نمبروں کے لیے کوئی حرف باقی نہیں؛ اب مزید آلے شامل نہیں ہو سکتے۔</translation>
    </message>
    <message>
        <source>There is no book at {path}; check the name, or make one with &apos;khata new&apos;.</source>
        <translation>‏{path} پر کوئی کھاتہ نہیں ہے؛ نام دیکھ لیں، یا نیا کھاتہ بنائیں (&apos;khata new&apos;)۔</translation>
    </message>
    <message>
        <source>There is no day {day} in that month; it has {days} days.</source>
        <translation>اس مہینے میں {day} تاریخ نہیں ہے؛ اس میں {days} دن ہیں۔</translation>
    </message>
    <message>
        <source>There is no field &apos;{name}&apos; to fill; the fields are: {fields}.</source>
        <translation>‏&apos;{name}&apos; نام کا خانہ نہیں ہے؛ خانے یہ ہیں: {fields}۔</translation>
    </message>
    <message>
        <source>There is no file {path}; check the name.</source>
        <translation>فائل {path} نہیں ہے؛ نام دیکھ لیں۔</translation>
    </message>
    <message>
        <source>There is no folder {path}; plug in the disk or stick it is on, or make the folder first.</source>
        <translation>‏{path} نام کا کوئی فولڈر نہیں؛ وہ ڈسک یا یو ایس بی لگائیں جس پر یہ ہے، یا پہلے فولڈر بنائیں۔</translation>
    </message>
    <message>
        <source>There is no month {month}; type the day first and then the month, such as 15/3/2026.</source>
        <translation>مہینہ {month} نہیں ہوتا؛ پہلے دن اور پھر مہینہ لکھیں، جیسے 15/3/2026۔</translation>
    </message>
    <message>
        <source>There is no {entity} &apos;{name}&apos; in this book; check the name, or add it first.</source>
        <translation>اس کھاتے میں {entity} &apos;{name}&apos; نہیں ہے؛ نام دیکھ لیں، یا پہلے شامل کریں۔</translation>
    </message>
    <message>
        <source>These are not the 24 words of a recovery phrase; check the spelling and the order.</source>
        <translation>یہ بحالی کے جملے کے 24 لفظ نہیں؛ ہجے اور ترتیب دیکھیں۔</translation>
    </message>
    <message>
        <source>These are the words of another khata; type those that were written down for this one.</source>
        <translation>یہ کسی اور کھاتے کے لفظ ہیں؛ وہ لکھیں جو اس کھاتے کے لیے لکھ کر رکھے تھے۔</translation>
    </message>
    <message>
        <source>This code was made by another version of the program; bring both computers to the newest version, then show a new code.</source>
        <translation>یہ کوڈ پروگرام کے کسی اور ورژن نے بنایا ہے؛ دونوں کمپیوٹروں پر تازہ ترین ورژن لائیں، پھر نیا کوڈ دکھائیں۔</translation>
    </message>
    <message>
        <source>This computer does not hold the keys of this book, as after it was copied from another computer; pair this computer as a new device. What was entered here and not yet sent stays in this file.</source>
        <translation>اس کمپیوٹر کے پاس اس کھاتے کی چابیاں نہیں، جیسے دوسرے کمپیوٹر سے نقل کرنے کے بعد؛ اسے نئے آلے کے طور پر جوڑیں۔ جو یہاں درج ہوا اور ابھی بھیجا نہیں گیا وہ اسی فائل میں رہتا ہے۔</translation>
    </message>
    <message>
        <source>This computer has no key store, so the keys are kept in a file: give a passphrase for it (in a file named by --passphrase-file, or in KHATA_PASSPHRASE).</source>
        <translation>اس کمپیوٹر میں چابی خانہ نہیں، اس لیے چابیاں ایک فائل میں رکھی جاتی ہیں: اس کے لیے خفیہ جملہ دیں (--passphrase-file والی فائل میں، یا KHATA_PASSPHRASE میں)۔</translation>
    </message>
    <message>
        <source>This device does not hold the key of that time (key {key_epoch}); sync with an owner&apos;s device.</source>
        <translation>اس آلے کے پاس اس وقت کی چابی نہیں (چابی {key_epoch})؛ مالک کے آلے سے ہم آہنگ کریں۔</translation>
    </message>
    <message>
        <source>This device was shut out by the owner; its entries stay here and are no longer sent.</source>
        <translation>مالک نے اس آلے کو الگ کر دیا ہے؛ اس کے اندراج یہیں رہتے ہیں اور اب بھیجے نہیں جاتے۔</translation>
    </message>
    <message>
        <source>This is in the books already, as {number}; close it here, and to change it correct {number}.</source>
        <translation>یہ پہلے ہی {number} کے نام سے کھاتوں میں درج ہے؛ اسے یہاں بند کریں، اور بدلنا ہو تو {number} کو درست کریں۔</translation>
    </message>
    <message>
        <source>This is not the code of a device to pair with; show the code again and read all of it.</source>
        <translation>یہ جوڑنے والے آلے کا کوڈ نہیں؛ کوڈ دوبارہ دکھائیں اور پورا پڑھیں۔</translation>
    </message>
    <message>
        <source>This is not the code that was sent; look at the message and type it again.</source>
        <translation>یہ وہ کوڈ نہیں جو بھیجا گیا تھا؛ پیغام دیکھ کر دوبارہ لکھیں۔</translation>
    </message>
    <message>
        <source>This is not the passphrase the keys of this computer are kept under; type it again.</source>
        <translation>اس کمپیوٹر کی چابیاں اس خفیہ جملے سے نہیں رکھی گئیں؛ دوبارہ لکھیں۔</translation>
    </message>
    <message>
        <source>This pairing code is more than ten minutes old; show a new one.</source>
        <translation>یہ کوڈ دس منٹ سے پرانا ہے؛ نیا دکھائیں۔</translation>
    </message>
    <message>
        <source>This pairing has ended already; nothing was handed over. Show a new code.</source>
        <translation>یہ جوڑنا پہلے ہی ختم ہو چکا؛ کچھ حوالے نہیں کیا گیا۔ نیا کوڈ دکھائیں۔</translation>
    </message>
    <message>
        <source>This server goes by another address than the one it was called by; use the one its owner gives.</source>
        <translation>اس سرور کا پتہ وہ نہیں جس سے اسے پکارا گیا؛ وہ پتہ لکھیں جو اس کا مالک دے۔</translation>
    </message>
    <message>
        <source>This server sends no messages; choose another way to remind.</source>
        <translation>یہ سرور پیغام نہیں بھیجتا؛ یاد دلانے کا کوئی اور طریقہ چنیں۔</translation>
    </message>
    <message>
        <source>This server takes no new books; ask whoever runs it, or choose another server.</source>
        <translation>یہ سرور نئے کھاتے نہیں لیتا؛ اسے چلانے والے سے پوچھیں، یا کوئی اور سرور چنیں۔</translation>
    </message>
    <message>
        <source>This server wants the owner&apos;s phone number before it keeps books; sign up with it first.</source>
        <translation>یہ سرور کھاتے رکھنے سے پہلے مالک کا فون نمبر مانگتا ہے؛ پہلے اس پر اندراج کریں۔</translation>
    </message>
    <message>
        <source>This user may not {right}; ask the owner.</source>
        <translation>اس صارف کو اجازت نہیں: {right}؛ مالک سے کہیں۔</translation>
    </message>
    <message>
        <source>Two different entries bear the same id; the first to arrive counts, the other one is kept.</source>
        <translation>دو مختلف اندراجوں کی ایک ہی شناخت ہے؛ پہلے پہنچنے والا گنا جاتا ہے، دوسرا رکھ لیا گیا ہے۔</translation>
    </message>
    <message>
        <source>Type the number with its country&apos;s code, such as +92 300 1234567.</source>
        <translation>نمبر ملک کے کوڈ کے ساتھ لکھیں، جیسے ⁦+92 300 1234567⁩۔</translation>
    </message>
    <message>
        <source>What answered the code is not a device with this version of the program; it was turned away. Bring both computers to the newest version, then show a new code.</source>
        <translation>جس نے کوڈ کا جواب دیا وہ پروگرام کے اس ورژن والا آلہ نہیں؛ اسے واپس کر دیا گیا۔ دونوں کمپیوٹروں پر تازہ ترین ورژن لائیں، پھر نیا کوڈ دکھائیں۔</translation>
    </message>
    <message>
        <source>What is paid and put on khata does not add up to the bill; change one of them.</source>
        <translation>ادا شدہ اور ادھار مل کر بل کے برابر نہیں ہوتے؛ کوئی ایک بدلیں۔</translation>
    </message>
    <message>
        <source>What the server passed on is not from the device that shows the code: somebody is meddling. Refuse on the other device, and pair again where nobody can see the code.</source>
        <translation>سرور نے جو پہنچایا وہ کوڈ دکھانے والے آلے کا نہیں: کوئی بیچ میں چھیڑ چھاڑ کر رہا ہے۔ دوسرے آلے پر انکار کریں، اور وہاں دوبارہ جوڑیں جہاں کوئی کوڈ نہ دیکھ سکے۔</translation>
    </message>
    <message>
        <source>What was taken over does not come to what the other device signed; nothing was opened.</source>
        <translation>جو لیا گیا وہ دوسرے آلے کے دستخط شدہ سے نہیں ملتا؛ کچھ نہیں کھولا گیا۔</translation>
    </message>
    <message>
        <source>With this, a total would be larger than the books can hold; check for a slip of the keys.</source>
        <translation>اس سے کوئی میزان اتنی بڑی ہو جائے گی کہ کھاتے میں نہ آ سکے؛ دیکھیں کوئی ہندسہ زیادہ تو نہیں لگ گیا۔</translation>
    </message>
    <message>
        <source>Word {number}, &apos;{word}&apos;, is not in the list of words; look at the paper again.</source>
        <translation>لفظ نمبر {number}، &apos;{word}&apos;، الفاظ کی فہرست میں نہیں؛ کاغذ دوبارہ دیکھیں۔</translation>
    </message>
    <message>
        <source>a quotation mark is opened and not closed rightly</source>
        <translation>واوین کا نشان کھلا ہے اور ٹھیک سے بند نہیں ہوا</translation>
    </message>
    <message>
        <source>bill {number} came in before for another customer; correct it in the book instead</source>
        <translation>بل {number} پہلے کسی اور گاہک کے نام آ چکا ہے؛ اسے کھاتے میں درست کریں</translation>
    </message>
    <message>
        <source>bill {number} came in before with another date; correct it in the book instead</source>
        <translation>بل {number} پہلے دوسری تاریخ کے ساتھ آ چکا ہے؛ اسے کھاتے میں درست کریں</translation>
    </message>
    <message>
        <source>bill {number} came in before with other lines; correct it in the book instead</source>
        <translation>بل {number} پہلے دوسری سطروں کے ساتھ آ چکا ہے؛ اسے کھاتے میں درست کریں</translation>
    </message>
    <message>
        <source>bill {number} has more than one customer</source>
        <translation>بل {number} میں ایک سے زیادہ گاہک ہیں</translation>
    </message>
    <message>
        <source>bill {number} has more than one date</source>
        <translation>بل {number} میں ایک سے زیادہ تاریخیں ہیں</translation>
    </message>
    <message>
        <source>bill {number} is a return by its C but sells; put a minus before its quantities, or give it a number without the C</source>
        <translation>بل {number} اپنے C کے مطابق واپسی ہے مگر اس میں بکری ہے؛ مقداروں سے پہلے منفی کا نشان لگائیں، یا اسے C کے بغیر نمبر دیں</translation>
    </message>
    <message>
        <source>every cell is empty</source>
        <translation>ہر خانہ خالی ہے</translation>
    </message>
    <message>
        <source>line {line} of the same bill {number} was refused, and a bill comes in whole or not at all</source>
        <translation>اسی بل {number} کی سطر {line} رد ہوئی، اور بل پورا آتا ہے یا بالکل نہیں</translation>
    </message>
    <message>
        <source>neither what was given nor what was got is filled in</source>
        <translation>نہ دیا ہوا لکھا ہے نہ ملا ہوا</translation>
    </message>
    <message>
        <source>several in the book are called &apos;{name}&apos;; give the code or the phone</source>
        <translation>کھاتے میں &apos;{name}&apos; نام کے کئی ہیں؛ کوڈ یا فون دیں</translation>
    </message>
    <message>
        <source>the book already has another opening for &apos;{name}&apos;; correct it in the book instead</source>
        <translation>کھاتے میں &apos;{name}&apos; کا دوسرا ابتدائی بقایا پہلے سے ہے؛ اسے کھاتے میں درست کریں</translation>
    </message>
    <message>
        <source>the discount &apos;{text}&apos; is more than the line&apos;s amount</source>
        <translation>رعایت &apos;{text}&apos; سطر کی رقم سے زیادہ ہے</translation>
    </message>
    <message>
        <source>the line has one cell where the heading has {columns}</source>
        <translation>سطر میں ایک خانہ ہے جبکہ سرخی میں {columns}</translation>
    </message>
    <message>
        <source>the line has {cells} cells where the heading has {columns}</source>
        <translation>سطر میں {cells} خانے ہیں جبکہ سرخی میں {columns}</translation>
    </message>
    <message>
        <source>the line holds NUL bytes, which no text has</source>
        <translation>سطر میں NUL بائٹ ہیں، جو تحریر میں نہیں ہوتے</translation>
    </message>
    <message>
        <source>the line is longer than {limit} characters</source>
        <translation>سطر میں {limit} سے زیادہ حروف ہیں</translation>
    </message>
    <message>
        <source>the line names nobody and nothing: {columns} are all empty</source>
        <translation>سطر میں نہ کوئی نام ہے نہ چیز: {columns} سب خالی ہیں</translation>
    </message>
    <message>
        <source>the line says both given and got</source>
        <translation>سطر میں دیا اور ملا دونوں لکھے ہیں</translation>
    </message>
    <message>
        <source>the number {number} is already borne by another voucher of the book</source>
        <translation>نمبر {number} کھاتے کے دوسرے واؤچر کا ہے</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; has more than {decimals} decimals</source>
        <translation>‏{column} &apos;{text}&apos; میں اعشاریہ کے بعد {decimals} سے زیادہ ہندسے ہیں</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is below zero</source>
        <translation>‏{column} &apos;{text}&apos; صفر سے کم ہے</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is below zero though {type_column} already says &apos;{type}&apos;; leave out the minus or the word</source>
        <translation>‏{column} &apos;{text}&apos; صفر سے کم ہے حالانکہ {type_column} میں پہلے ہی &apos;{type}&apos; لکھا ہے؛ منفی کا نشان ہٹائیں یا لفظ</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is larger than the books can hold</source>
        <translation>‏{column} &apos;{text}&apos; اتنا بڑا ہے کہ کھاتے میں نہیں آ سکتا</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is more than a year after today, {today}; check the year, or the clock of this computer</source>
        <translation>‏{column} &apos;{text}&apos; آج {today} سے ایک سال سے بھی زیادہ بعد کی ہے؛ سال دیکھ لیں، یا اس کمپیوٹر کی گھڑی</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is none of {choices}</source>
        <translation>‏{column} &apos;{text}&apos; ان میں سے نہیں: {choices}</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is not a date</source>
        <translation>‏{column} &apos;{text}&apos; تاریخ نہیں ہے</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is not a number</source>
        <translation>‏{column} &apos;{text}&apos; عدد نہیں ہے</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is outside 1970 to 2199</source>
        <translation>‏{column} &apos;{text}&apos;، 1970 سے 2199 کے بیچ نہیں ہے</translation>
    </message>
    <message>
        <source>{column} is empty</source>
        <translation>‏{column} خالی ہے</translation>
    </message>
    <message>
        <source>{column} is zero</source>
        <translation>‏{column} صفر ہے</translation>
    </message>
    <message>
        <source>{column}: &apos;{day}&apos; in line {day_line} has the day first, &apos;{month}&apos; in line {month_line} the month; say which is meant, or mend the file.</source>
        <translation>‏{column}: سطر {day_line} کی &apos;{day}&apos; میں دن پہلے ہے، سطر {month_line} کی &apos;{month}&apos; میں مہینہ؛ بتائیں کہ کون سا ہے، یا فائل درست کریں۔</translation>
    </message>
    <message>
        <source>{column}: nothing in the file tells whether &apos;{example}&apos; in line {line} is {day_first} (day first) or {month_first} (month first); say which is meant.</source>
        <translation>‏{column}: فائل سے پتہ نہیں چلتا کہ سطر {line} کی &apos;{example}&apos; سے مراد {day_first} ہے (دن پہلے) یا {month_first} (مہینہ پہلے)؛ بتائیں کہ کون سی ہے۔</translation>
    </message>
    <message>
        <source>{column}: {reason}</source>
        <translation>{column}: {reason}</translation>
    </message>
    <message>
        <source>{first_column} &apos;{first}&apos; in line {first_line} and {second_column} &apos;{second}&apos; in line {second_line} do not tell whether a comma or a point stands before the decimals; say which, or mend the file.</source>
        <translation>سطر {first_line} میں {first_column} &apos;{first}&apos; اور سطر {second_line} میں {second_column} &apos;{second}&apos; سے پتا نہیں چلتا کہ اعشاریہ کوما ہے یا نقطہ؛ بتائیں کہ کون سا ہے، یا فائل درست کریں۔</translation>
    </message>
    <message>
        <source>{number} cannot be put back as it was: more goods of the bill came back meanwhile. Enter it anew.</source>
        <translation>‏{number} پہلے جیسا واپس نہیں لایا جا سکتا: اس دوران بل کا اور سامان واپس آ چکا ہے۔ اسے نئے سرے سے درج کریں۔</translation>
    </message>
    <message>
        <source>{number} has payments or returns set against it; void {others} first.</source>
        <translation>‏{number} پر ادائیگیاں یا واپسیاں لگی ہیں؛ پہلے {others} منسوخ کریں۔</translation>
    </message>
    <message>
        <source>{number} is already void; nothing more can be done to it.</source>
        <translation>‏{number} پہلے ہی منسوخ ہے؛ اس پر اور کچھ نہیں ہو سکتا۔</translation>
    </message>
    <message>
        <source>{number} is another kind of voucher and stays what it is; void it, and enter it anew.</source>
        <translation>‏{number} دوسری قسم کا واؤچر ہے اور ویسا ہی رہتا ہے؛ اسے منسوخ کریں اور نئے سرے سے درج کریں۔</translation>
    </message>
    <message>
        <source>{number} undoes another voucher and cannot itself be undone; post the original again.</source>
        <translation>‏{number} دوسرے واؤچر کو منسوخ کرتا ہے اور خود منسوخ نہیں ہو سکتا؛ اصل دوبارہ لکھیں۔</translation>
    </message>
    <message>
        <source>{path} cannot be read ({detail}); nothing was brought in.</source>
        <translation>‏{path} پڑھی نہیں جا سکی ({detail})؛ کچھ نہیں لایا گیا۔</translation>
    </message>
    <message>
        <source>{path} cannot be written to; move the book to a folder you may write to, and save again.</source>
        <translation>‏{path} میں لکھا نہیں جا سکتا؛ کھاتہ ایسے فولڈر میں رکھیں جہاں لکھنے کی اجازت ہو، اور پھر محفوظ کریں۔</translation>
    </message>
    <message>
        <source>{path} could not be upgraded ({detail}); it is as it was, and a copy is at {backup}.</source>
        <translation>‏{path} نئی شکل میں نہیں آ سکا ({detail})؛ وہ پہلے جیسا ہے، اور نقل {backup} پر ہے۔</translation>
    </message>
    <message>
        <source>{path} could not be written ({detail}); what was on it is taken in, and nothing is lost. Make room on the stick or take another one, and do it again.</source>
        <translation>‏{path} پر لکھا نہیں جا سکا ({detail})؛ جو اس پر تھا وہ لے لیا گیا ہے اور کچھ ضائع نہیں ہوا۔ اسٹک پر جگہ بنائیں یا دوسری لیں، اور دوبارہ کریں۔</translation>
    </message>
    <message>
        <source>{path} is a file, and the tables go into a folder; name a new folder for them.</source>
        <translation>‏{path} ایک فائل ہے، اور جدول فولڈر میں جاتے ہیں؛ ان کے لیے نئے فولڈر کا نام دیں۔</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder; nothing can be put into it.</source>
        <translation>‏{path} فائل ہے، فولڈر نہیں؛ اس کے اندر کچھ نہیں رکھا جا سکتا۔</translation>
    </message>
    <message>
        <source>{path} is a folder; name a file in it.</source>
        <translation>‏{path} ایک فولڈر ہے؛ اس کے اندر کسی فائل کا نام دیں۔</translation>
    </message>
    <message>
        <source>{path} is already there; choose another name, nothing was overwritten.</source>
        <translation>‏{path} پہلے سے موجود ہے؛ دوسرا نام چنیں، کچھ مٹایا نہیں گیا۔</translation>
    </message>
    <message>
        <source>{path} is already there; choose another name, or say that it may be replaced (--force).</source>
        <translation>‏{path} پہلے سے موجود ہے؛ دوسرا نام چنیں، یا بتائیں کہ اسے بدلا جا سکتا ہے (⁦--force⁩)۔</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}); it was left untouched. Restore the last backup.</source>
        <translation>‏{path} خراب ہے ({detail})؛ اسے چھیڑا نہیں گیا۔ آخری بیک اپ واپس لائیں۔</translation>
    </message>
    <message>
        <source>{path} is empty; there is nothing to bring in.</source>
        <translation>‏{path} خالی ہے؛ لانے کو کچھ نہیں۔</translation>
    </message>
    <message>
        <source>{path} is not a Khata book; it was left untouched.</source>
        <translation>‏{path} کھاتے کی فائل نہیں ہے؛ اسے چھیڑا نہیں گیا۔</translation>
    </message>
    <message>
        <source>{path} is not a sync file, or too much of it is damaged; choose another file. It was left as it is.</source>
        <translation>‏{path} ہم آہنگی کی فائل نہیں ہے، یا اس کا بہت سا حصہ خراب ہے؛ دوسری فائل چنیں۔ اسے جیسا تھا ویسا ہی چھوڑ دیا گیا۔</translation>
    </message>
    <message>
        <source>{path} is not a table; save the sheet as CSV or XLSX, and bring that in.</source>
        <translation>‏{path} جدول نہیں ہے؛ شیٹ کو CSV یا XLSX میں محفوظ کر کے وہ لائیں۔</translation>
    </message>
    <message>
        <source>{path} is open in a window or another program; close it there, and try again.</source>
        <translation>‏{path} کسی ونڈو یا دوسرے پروگرام میں کھلا ہے؛ وہاں بند کریں، پھر دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>{path} is the book itself; choose another file.</source>
        <translation>‏{path} خود کھاتے کی فائل ہے؛ دوسری فائل چنیں۔</translation>
    </message>
    <message>
        <source>{path} says it is {encoding} but is not; save it again as CSV UTF-8.</source>
        <translation>‏{path} خود کو {encoding} کہتی ہے مگر ہے نہیں؛ اسے CSV UTF-8 میں دوبارہ محفوظ کریں۔</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of the program; update the program. It was left untouched.</source>
        <translation>‏{path} پروگرام کے نئے ورژن میں بنی ہے؛ پروگرام اپ ڈیٹ کریں۔ اسے چھیڑا نہیں گیا۔</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>address</source>
        <translation>پتہ</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>پرانا</translation>
    </message>
    <message>
        <source>barcodes</source>
        <translation>بار کوڈ</translation>
    </message>
    <message>
        <source>category</source>
        <translation>زمرہ</translation>
    </message>
    <message>
        <source>code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>compound</source>
        <translation>ٹیکس پر ٹیکس</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>لاگت</translation>
    </message>
    <message>
        <source>credit limit</source>
        <translation>ادھار کی حد</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>کرنسی</translation>
    </message>
    <message>
        <source>default tax</source>
        <translation>عام ٹیکس</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>مٹا ہوا</translation>
    </message>
    <message>
        <source>due days</source>
        <translation>ادائیگی کے دن</translation>
    </message>
    <message>
        <source>email</source>
        <translation>ای میل</translation>
    </message>
    <message>
        <source>grouping</source>
        <translation>کوما کا طریقہ</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>logo</source>
        <translation>لوگو</translation>
    </message>
    <message>
        <source>name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>other names</source>
        <translation>دوسرے نام</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>کاغذ</translation>
    </message>
    <message>
        <source>payment id</source>
        <translation>ادائیگی کا پتہ</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>price</source>
        <translation>نرخ</translation>
    </message>
    <message>
        <source>price includes tax</source>
        <translation>نرخ میں ٹیکس شامل</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>شرح</translation>
    </message>
    <message>
        <source>reorder</source>
        <translation>دوبارہ منگوانے کی حد</translation>
    </message>
    <message>
        <source>role</source>
        <translation>کردار</translation>
    </message>
    <message>
        <source>round to</source>
        <translation>راؤنڈ</translation>
    </message>
    <message>
        <source>series</source>
        <translation>سلسلہ</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>پورا ادا</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>ٹیگ</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>ٹیکس</translation>
    </message>
    <message>
        <source>tax number</source>
        <translation>ٹیکس نمبر</translation>
    </message>
    <message>
        <source>terms</source>
        <translation>شرائط</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>اکائی</translation>
    </message>
    <message>
        <source>use</source>
        <translation>استعمال</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>vouchers</source>
        <translation>واؤچر</translation>
    </message>
    <message>
        <source>wholesale</source>
        <translation>تھوک نرخ</translation>
    </message>
    <message>
        <source>year start month</source>
        <translation>سال کا پہلا مہینہ</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Add a party or an item on the way</source>
        <translation>وہیں نئی پارٹی یا آئٹم شامل کریں</translation>
    </message>
    <message>
        <source>All by bank</source>
        <translation>سب بینک سے</translation>
    </message>
    <message>
        <source>All in cash</source>
        <translation>سب نقد</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>تمام کلیدیں</translation>
    </message>
    <message>
        <source>All on the khata</source>
        <translation>سب کھاتے پر</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>پچھلے صفحے پر واپس</translation>
    </message>
    <message>
        <source>Between cash and bank</source>
        <translation>نقد اور بینک کے درمیان</translation>
    </message>
    <message>
        <source>Choose the days of this list</source>
        <translation>اس فہرست کے دن چنیں</translation>
    </message>
    <message>
        <source>Correct or change</source>
        <translation>درست کریں یا بدلیں</translation>
    </message>
    <message>
        <source>Do it again after all</source>
        <translation>واپس لیا ہوا دوبارہ کریں</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>پروگرام بند کریں</translation>
    </message>
    <message>
        <source>Find anything, do anything</source>
        <translation>کچھ بھی تلاش کریں، کچھ بھی کریں</translation>
    </message>
    <message>
        <source>Go to the date</source>
        <translation>تاریخ پر جائیں</translation>
    </message>
    <message>
        <source>Goods come back</source>
        <translation>مال واپس آیا</translation>
    </message>
    <message>
        <source>Hide or show amounts</source>
        <translation>رقمیں چھپائیں یا دکھائیں</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>جرنل</translation>
    </message>
    <message>
        <source>New sale</source>
        <translation>نئی فروخت</translation>
    </message>
    <message>
        <source>New: bill, party, item or account</source>
        <translation>نیا: بل، پارٹی، آئٹم یا اکاؤنٹ</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>ادائیگی</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>پرنٹ کریں</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>وصولی</translation>
    </message>
    <message>
        <source>Repeat the last note</source>
        <translation>پچھلا نوٹ دہرائیں</translation>
    </message>
    <message>
        <source>Save without printing</source>
        <translation>چھاپے بغیر محفوظ کریں</translation>
    </message>
    <message>
        <source>Search in this list</source>
        <translation>اس فہرست میں تلاش</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>ایک بار پھر یہی</translation>
    </message>
    <message>
        <source>Undo what was saved last</source>
        <translation>آخری محفوظ کیا ہوا واپس لیں</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>منسوخ کریں</translation>
    </message>
    <message>
        <source>You gave</source>
        <translation>آپ نے دیا</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Account</source>
        <translation>اکاؤنٹ</translation>
    </message>
    <message>
        <source>Between cash and bank</source>
        <translation>نقد اور بینک کے درمیان</translation>
    </message>
    <message>
        <source>Cash and accounts</source>
        <translation>نقد اور اکاؤنٹ</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>ڈیش بورڈ</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>آلے</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>فائل لائیں</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>آئٹم</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>آئٹم</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>جرنل</translation>
    </message>
    <message>
        <source>Khata</source>
        <translation>کھاتہ</translation>
    </message>
    <message>
        <source>Know</source>
        <translation>معلومات</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>پارٹیاں</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>ادائیگی</translation>
    </message>
    <message>
        <source>People</source>
        <translation>لوگ</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>وصولی</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>فروخت</translation>
    </message>
    <message>
        <source>Sale return</source>
        <translation>فروخت واپسی</translation>
    </message>
    <message>
        <source>Sell and buy</source>
        <translation>خرید و فروخت</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>سیٹنگز</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>دیکھنے کی باتیں</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>واؤچر</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>واؤچر</translation>
    </message>
    <message>
        <source>You gave</source>
        <translation>آپ نے دیا</translation>
    </message>
</context>
<context>
    <name>records</name>
    <message>
        <source>account</source>
        <translation>اکاؤنٹ</translation>
    </message>
    <message>
        <source>business</source>
        <translation>دکان</translation>
    </message>
    <message>
        <source>device</source>
        <translation>آلہ</translation>
    </message>
    <message>
        <source>item</source>
        <translation>آئٹم</translation>
    </message>
    <message>
        <source>party</source>
        <translation>پارٹی</translation>
    </message>
    <message>
        <source>review</source>
        <translation>جائزہ</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>ٹیکس</translation>
    </message>
    <message>
        <source>user</source>
        <translation>صارف</translation>
    </message>
    <message>
        <source>voucher</source>
        <translation>واؤچر</translation>
    </message>
</context>
<context>
    <name>reviews</name>
    <message>
        <source>A clock is wrong</source>
        <translation>ایک گھڑی غلط ہے</translation>
    </message>
    <message>
        <source>A copied book is in use</source>
        <translation>کھاتے کی نقل استعمال ہو رہی ہے</translation>
    </message>
    <message>
        <source>A message of {devices} is damaged, or no program of ours wrote it. It does not count, and is kept.</source>
        <translation>‏{devices} کا ایک پیغام خراب ہے، یا ہمارے پروگرام نے نہیں لکھا۔ وہ شمار نہیں ہوتا، اور رکھا ہوا ہے۔</translation>
    </message>
    <message>
        <source>Account for payments</source>
        <translation>ادائیگی کا اکاؤنٹ</translation>
    </message>
    <message>
        <source>An entry of {devices} is not right. It does not count here, and is kept.</source>
        <translation>‏{devices} کا ایک اندراج درست نہیں۔ وہ یہاں شمار نہیں ہوتا، اور رکھا ہوا ہے۔</translation>
    </message>
    <message>
        <source>An entry was left out</source>
        <translation>ایک اندراج چھوڑ دیا گیا</translation>
    </message>
    <message>
        <source>An unknown device</source>
        <translation>ایک انجان آلہ</translation>
    </message>
    <message>
        <source>Another device</source>
        <translation>دوسرا آلہ</translation>
    </message>
    <message>
        <source>Both were voided</source>
        <translation>دونوں منسوخ ہو گئے</translation>
    </message>
    <message>
        <source>Bring the program up to date on every device. If something is missing here, write it once more.</source>
        <translation>ہر آلے پر پروگرام تازہ کریں۔ یہاں کچھ کم ہو تو دوبارہ لکھ دیں۔</translation>
    </message>
    <message>
        <source>Bring the program up to date on this device.</source>
        <translation>اس آلے پر پروگرام تازہ کریں۔</translation>
    </message>
    <message>
        <source>Bring the program up to date on this device; what waits is then taken in by itself.</source>
        <translation>اس آلے پر پروگرام تازہ کریں؛ جو رکا ہوا ہے پھر خود شامل ہو جائے گا۔</translation>
    </message>
    <message>
        <source>Came in after it was shut out</source>
        <translation>بند کیے جانے کے بعد آیا</translation>
    </message>
    <message>
        <source>Choose what is right. Until then the later one holds.</source>
        <translation>جو درست ہے وہ چنیں۔ تب تک بعد والا چلے گا۔</translation>
    </message>
    <message>
        <source>Compare the last days on both devices, and write once more what is missing here.</source>
        <translation>دونوں آلوں پر پچھلے دن ملا کر دیکھیں، اور جو یہاں کم ہے دوبارہ لکھ دیں۔</translation>
    </message>
    <message>
        <source>Corrected on two devices</source>
        <translation>دو آلوں پر درست کیا گیا</translation>
    </message>
    <message>
        <source>Count the money. Void an entry that is wrong, write down what came in, or note what you found.</source>
        <translation>رقم گن لیں۔ غلط اندراج منسوخ کریں، جو آیا وہ لکھ دیں، یا جو پایا وہ نوٹ کریں۔</translation>
    </message>
    <message>
        <source>Count what is on the shelf. Void a bill that is wrong, write down goods that came in, or note what you found.</source>
        <translation>شیلف پر جو ہے گن لیں۔ غلط بل منسوخ کریں، جو مال آیا وہ لکھ دیں، یا جو پایا وہ نوٹ کریں۔</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>ادھار کی حد</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>کرنسی</translation>
    </message>
    <message>
        <source>Device {series}</source>
        <translation>آلہ {series}</translation>
    </message>
    <message>
        <source>Entries came from a device that was never paired with this shop. They were not taken in.</source>
        <translation>ایسے آلے سے اندراج آئے جو اس دکان سے کبھی جوڑا نہیں گیا۔ وہ شامل نہیں کیے گئے۔</translation>
    </message>
    <message>
        <source>Entries of {devices} ({subject}) came in by way of another device after it was shut out. They count.</source>
        <translation>‏{devices} کے اندراج ({subject}) اسے بند کیے جانے کے بعد کسی دوسرے آلے کے راستے آئے۔ وہ شمار ہو رہے ہیں۔</translation>
    </message>
    <message>
        <source>If it is one entry written twice, void one. If all are right, leave them and note it.</source>
        <translation>اگر ایک ہی اندراج دو بار لکھا گیا ہے تو ایک منسوخ کریں۔ سب ٹھیک ہوں تو رہنے دیں اور نوٹ کر دیں۔</translation>
    </message>
    <message>
        <source>If it is yours, pair it. Else nothing needs to be done.</source>
        <translation>اگر وہ آپ کی ہے تو اسے جوڑیں۔ ورنہ کچھ کرنے کی ضرورت نہیں۔</translation>
    </message>
    <message>
        <source>If one of them is right, bring it back. Else leave them void.</source>
        <translation>اگر ان میں سے کوئی ٹھیک ہے تو اسے واپس لائیں۔ ورنہ منسوخ ہی رہنے دیں۔</translation>
    </message>
    <message>
        <source>If one of you meant another entry, void that one. Else say that it is right.</source>
        <translation>اگر کسی کی مراد دوسرا اندراج تھا تو اسے منسوخ کریں۔ ورنہ کہہ دیں کہ یہ ٹھیک ہے۔</translation>
    </message>
    <message>
        <source>If that was meant, note it. Else shut that device out, and restore a backup.</source>
        <translation>اگر ایسا ہی کرنا تھا تو نوٹ کر دیں۔ ورنہ اس آلے کو بند کریں، اور بیک اپ واپس لائیں۔</translation>
    </message>
    <message>
        <source>If the correction is wrong, void it too. Else say that it is right.</source>
        <translation>اگر درستی غلط ہے تو اسے بھی منسوخ کریں۔ ورنہ کہہ دیں کہ یہ ٹھیک ہے۔</translation>
    </message>
    <message>
        <source>If they are right, write them on another device. Else nothing needs to be done.</source>
        <translation>اگر وہ درست ہیں تو انہیں دوسرے آلے پر لکھیں۔ ورنہ کچھ کرنے کی ضرورت نہیں۔</translation>
    </message>
    <message>
        <source>Imported twice</source>
        <translation>دو بار درآمد ہوا</translation>
    </message>
    <message>
        <source>Keep one of them; the rest is voided.</source>
        <translation>ان میں سے ایک رکھیں؛ باقی منسوخ ہو جائے گا۔</translation>
    </message>
    <message>
        <source>Keep the one that is right; the rest is voided.</source>
        <translation>جو درست ہے وہ رکھیں؛ باقی منسوخ ہو جائے گا۔</translation>
    </message>
    <message>
        <source>Let that device sync once more; what is missing is then fetched, and this note goes away. If it stays, bring it over on a USB stick.</source>
        <translation>اس آلے کو ایک بار پھر سنک کرنے دیں؛ جو کم ہے وہ آ جائے گا، اور یہ بات ہٹ جائے گی۔ نہ ہٹے تو یو ایس بی پر لے آئیں۔</translation>
    </message>
    <message>
        <source>Message {count} of {devices} did not arrive, though later ones did.</source>
        <translation>‏{devices} کا پیغام {count} نہیں پہنچا، حالانکہ بعد والے پہنچ گئے۔</translation>
    </message>
    <message>
        <source>Much was deleted at once</source>
        <translation>ایک ساتھ بہت کچھ مٹایا گیا</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>دکان کا نام</translation>
    </message>
    <message>
        <source>Nothing is lost here. Let that device sync itself, and ask whoever runs the server if it stays so.</source>
        <translation>یہاں کچھ نہیں کھویا۔ اس آلے کو خود ملنے دیں، اور اگر یہی رہے تو سرور چلانے والے سے پوچھیں۔</translation>
    </message>
    <message>
        <source>Nothing is lost: it is sent again by itself. Ask whoever runs the server whether an old backup was put back.</source>
        <translation>کچھ گم نہیں ہوا: وہ خود دوبارہ بھیجا جاتا ہے۔ سرور چلانے والے سے پوچھیں کہ کیا پرانا بیک اپ واپس لایا گیا تھا۔</translation>
    </message>
    <message>
        <source>One number, several entries</source>
        <translation>ایک نمبر، کئی اندراج</translation>
    </message>
    <message>
        <source>Open each of them, and void what is not right. What you leave stays in the books.</source>
        <translation>ہر ایک کھول کر دیکھیں، اور جو ٹھیک نہیں اسے منسوخ کریں۔ باقی کھاتے میں رہے گا۔</translation>
    </message>
    <message>
        <source>Paid out more than there was</source>
        <translation>جتنا تھا اس سے زیادہ دیا گیا</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>نرخ</translation>
    </message>
    <message>
        <source>Price includes tax</source>
        <translation>نرخ میں ٹیکس شامل</translation>
    </message>
    <message>
        <source>Rate of tax</source>
        <translation>ٹیکس کی شرح</translation>
    </message>
    <message>
        <source>Set date and time on that device. What it wrote stays as it is, and can be changed as always.</source>
        <translation>اس آلے پر تاریخ اور وقت درست کریں۔ اس نے جو لکھا وہ ویسا ہی رہتا ہے، اور ہمیشہ کی طرح بدلا جا سکتا ہے۔</translation>
    </message>
    <message>
        <source>Sold more than there was</source>
        <translation>جتنا تھا اس سے زیادہ بیچا گیا</translation>
    </message>
    <message>
        <source>Something cannot be read</source>
        <translation>کچھ پڑھا نہیں جا سکتا</translation>
    </message>
    <message>
        <source>Something is held back</source>
        <translation>کچھ روکا جا رہا ہے</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>کچھ کم ہے</translation>
    </message>
    <message>
        <source>Something to look at</source>
        <translation>دیکھنے کی ایک بات</translation>
    </message>
    <message>
        <source>Sync by USB stick until it is clear why, and ask whoever runs the server.</source>
        <translation>جب تک وجہ معلوم نہ ہو یو ایس بی سے سنک کریں، اور سرور چلانے والے سے پوچھیں۔</translation>
    </message>
    <message>
        <source>Syncing met something that this program has no words for.</source>
        <translation>سنک میں ایسی بات آئی جس کے لیے اس پروگرام کے پاس الفاظ نہیں۔</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>ٹیکس نمبر</translation>
    </message>
    <message>
        <source>Tax on tax</source>
        <translation>ٹیکس پر ٹیکس</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>ٹیکس</translation>
    </message>
    <message>
        <source>Taxes on new bills</source>
        <translation>نئے بلوں پر ٹیکس</translation>
    </message>
    <message>
        <source>The clock of {devices} runs more than a day ahead.</source>
        <translation>‏{devices} کی گھڑی ایک دن سے زیادہ آگے ہے۔</translation>
    </message>
    <message>
        <source>The server does not take something</source>
        <translation>سرور کچھ نہیں لے رہا</translation>
    </message>
    <message>
        <source>The server forgot something</source>
        <translation>سرور کچھ بھول گیا</translation>
    </message>
    <message>
        <source>The server holds less of {devices} than it had said it kept.</source>
        <translation>سرور کے پاس {devices} کا اس سے کم ہے جتنا اس نے رکھنے کا کہا تھا۔</translation>
    </message>
    <message>
        <source>The server refuses entries of {devices} that this computer has and it lacks.</source>
        <translation>سرور {devices} کے وہ اندراج نہیں لے رہا جو اس کمپیوٹر پر ہیں اور سرور پر نہیں۔</translation>
    </message>
    <message>
        <source>There are entries of {devices} that the server knows of and does not deliver.</source>
        <translation>‏{devices} کے ایسے اندراج ہیں جو سرور کو معلوم ہیں مگر وہ دیتا نہیں۔</translation>
    </message>
    <message>
        <source>There are two different messages of {devices} under one number ({count}). This happens when the file of a book is copied, or an old one is put back, and goes on being used.</source>
        <translation>‏{devices} کے ایک ہی نمبر ({count}) کے دو الگ پیغام ہیں۔ ایسا تب ہوتا ہے جب کھاتے کی فائل نقل کی جائے یا پرانی واپس رکھی جائے، اور پھر استعمال ہوتی رہے۔</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>یہ آلہ</translation>
    </message>
    <message>
        <source>Try again later. If it stays so, sync by USB stick and ask whoever runs the server.</source>
        <translation>بعد میں پھر کوشش کریں۔ ایسا ہی رہے تو یو ایس بی سے سنک کریں اور سرور چلانے والے سے پوچھیں۔</translation>
    </message>
    <message>
        <source>Two devices were told different things</source>
        <translation>دو آلوں کو الگ الگ بات بتائی گئی</translation>
    </message>
    <message>
        <source>Two different entries came under the same mark. The first one counts, the other one is kept.</source>
        <translation>ایک ہی نشان سے دو الگ اندراج آئے۔ پہلا شمار ہوتا ہے، دوسرا رکھا ہوا ہے۔</translation>
    </message>
    <message>
        <source>Two entries under one mark</source>
        <translation>ایک نشان، دو اندراج</translation>
    </message>
    <message>
        <source>Use the book on one device only and pair the other one anew. What arrived first counts; nothing is deleted.</source>
        <translation>یہ کھاتہ صرف ایک آلے پر چلائیں اور دوسرے کو نئے سرے سے جوڑیں۔ جو پہلے پہنچا وہ شمار ہوتا ہے؛ کچھ مٹایا نہیں جاتا۔</translation>
    </message>
    <message>
        <source>Voided here, corrected there</source>
        <translation>ایک جگہ منسوخ، دوسری جگہ درست</translation>
    </message>
    <message>
        <source>Voided on two devices</source>
        <translation>دو آلوں پر منسوخ</translation>
    </message>
    <message>
        <source>Waiting for a newer program</source>
        <translation>نئے پروگرام کا انتظار</translation>
    </message>
    <message>
        <source>What {devices} wrote was delivered to another device in another form than here.</source>
        <translation>‏{devices} کا لکھا ہوا دوسرے آلے کو یہاں سے الگ شکل میں ملا۔</translation>
    </message>
    <message>
        <source>Wholesale price</source>
        <translation>تھوک نرخ</translation>
    </message>
    <message>
        <source>Without knowing of each other, {devices} each voided what the other one kept ({subject}). None of it counts now.</source>
        <translation>ایک دوسرے کو جانے بغیر {devices} نے وہ منسوخ کیا جو دوسرے نے رکھا تھا ({subject})۔ اب اس میں سے کچھ بھی شمار نہیں ہوتا۔</translation>
    </message>
    <message>
        <source>Written after being shut out</source>
        <translation>بند کیے جانے کے بعد لکھا گیا</translation>
    </message>
    <message>
        <source>another device</source>
        <translation>کسی دوسرے آلے</translation>
    </message>
    <message>
        <source>no</source>
        <translation>نہیں</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>کچھ نہیں</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>اس آلے</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ہاں</translation>
    </message>
    <message>
        <source>{devices} changed “{field}” of {subject} without knowing of each other.</source>
        <translation>‏{devices} نے ایک دوسرے کو جانے بغیر {subject} کا «{field}» بدلا۔</translation>
    </message>
    <message>
        <source>{devices} corrected {subject} without knowing of each other, and every one of these corrections counts.</source>
        <translation>‏{devices} نے ایک دوسرے کو جانے بغیر {subject} درست کیا، اور یہ سب درستیاں شمار ہو رہی ہیں۔</translation>
    </message>
    <message>
        <source>{devices} deleted {count} things at once.</source>
        <translation>‏{devices} نے ایک ساتھ {count} چیزیں مٹائیں۔</translation>
    </message>
    <message>
        <source>{devices} imported the same line of a file; it is in the books {count} times.</source>
        <translation>‏{devices} نے فائل کی ایک ہی سطر درآمد کی؛ وہ کھاتے میں {count} بار ہے۔</translation>
    </message>
    <message>
        <source>{devices} sent entries after it was shut out. They do not count.</source>
        <translation>‏{devices} نے بند کیے جانے کے بعد اندراج بھیجے۔ وہ شمار نہیں ہوتے۔</translation>
    </message>
    <message>
        <source>{devices} sent something that this program cannot read yet. It is kept and waits.</source>
        <translation>‏{devices} نے کچھ بھیجا جو یہ پروگرام ابھی پڑھ نہیں سکتا۔ وہ رکھا ہوا ہے اور انتظار میں ہے۔</translation>
    </message>
    <message>
        <source>{devices} together paid more out of {subject} than there was. Perhaps they did not know of each other&apos;s entries. It now stands at {amount}.</source>
        <translation>‏{devices} نے مل کر {subject} سے اس سے زیادہ رقم دی جتنی موجود تھی۔ شاید انہیں ایک دوسرے کے اندراج معلوم نہ تھے۔ اب اس میں {amount} ہے۔</translation>
    </message>
    <message>
        <source>{devices} together sold more of {subject} than there was. Perhaps they did not know of each other&apos;s bills. Stock now stands at {amount}.</source>
        <translation>‏{devices} نے مل کر {subject} اس سے زیادہ بیچا جتنا موجود تھا۔ شاید انہیں ایک دوسرے کے بل معلوم نہ تھے۔ اب اسٹاک {amount} ہے۔</translation>
    </message>
    <message>
        <source>{devices} voided {subject} without knowing of each other. It is undone once, as it should be.</source>
        <translation>‏{devices} نے ایک دوسرے کو جانے بغیر {subject} منسوخ کیا۔ وہ ایک ہی بار منسوخ ہوا ہے، جیسا ہونا چاہیے۔</translation>
    </message>
    <message>
        <source>{devices} wrote different entries under the number {subject}.</source>
        <translation>‏{devices} نے نمبر {subject} سے الگ الگ اندراج لکھے۔</translation>
    </message>
    <message>
        <source>{field}: two values</source>
        <translation>‏{field}: دو الگ باتیں</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>‏{first} اور {last}</translation>
    </message>
    <message>
        <source>{first}, {next}</source>
        <translation>{first}، {next}</translation>
    </message>
    <message>
        <source>{subject} was voided on one device and corrected on another. The correction counts.</source>
        <translation>‏{subject} ایک آلے پر منسوخ اور دوسرے پر درست کیا گیا۔ درستی شمار ہو رہی ہے۔</translation>
    </message>
</context>
<context>
    <name>rights</name>
    <message>
        <source>change accounts</source>
        <translation>اکاؤنٹ بدلنا</translation>
    </message>
    <message>
        <source>change customers and suppliers</source>
        <translation>گاہک اور سپلائر بدلنا</translation>
    </message>
    <message>
        <source>change items</source>
        <translation>آئٹم بدلنا</translation>
    </message>
    <message>
        <source>change the business settings</source>
        <translation>دکان کی سیٹنگ بدلنا</translation>
    </message>
    <message>
        <source>import files</source>
        <translation>فائلیں لانا</translation>
    </message>
    <message>
        <source>pay out</source>
        <translation>ادائیگی کرنا</translation>
    </message>
    <message>
        <source>post journal vouchers</source>
        <translation>جرنل واؤچر لکھنا</translation>
    </message>
    <message>
        <source>see the books</source>
        <translation>کھاتہ دیکھنا</translation>
    </message>
    <message>
        <source>sell</source>
        <translation>فروخت کرنا</translation>
    </message>
    <message>
        <source>take goods back</source>
        <translation>مال واپس لینا</translation>
    </message>
    <message>
        <source>take payments</source>
        <translation>رقم وصول کرنا</translation>
    </message>
    <message>
        <source>void or correct vouchers</source>
        <translation>واؤچر منسوخ یا درست کرنا</translation>
    </message>
    <message>
        <source>write khata entries</source>
        <translation>کھاتے میں لکھنا</translation>
    </message>
</context>
</TS>
