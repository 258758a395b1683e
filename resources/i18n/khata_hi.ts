<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en_US">
<context>
    <name>AboutSection</name>
    <message>
        <source>Free to use, to study, to change and to share.</source>
        <translation>इस्तेमाल करने, समझने, बदलने और बाँटने की आज़ादी है।</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>फ़ॉन्ट</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>लाइसेंस</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>लॉग</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>फ़ोल्डर खोलें</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>दिखाएँ</translation>
    </message>
    <message>
        <source>The Noto typefaces, under the SIL Open Font Licence.</source>
        <translation>Noto फ़ॉन्ट, SIL Open Font Licence के तहत।</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>संस्करण</translation>
    </message>
    <message>
        <source>What the program did; it holds no names, phones or amounts.</source>
        <translation>प्रोग्राम ने क्या किया; इसमें कोई नाम, फ़ोन या राशि नहीं है।</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>Bank charges</source>
        <translation>बैंक शुल्क</translation>
    </message>
    <message>
        <source>Cash in hand</source>
        <translation>हाथ में नकद</translation>
    </message>
    <message>
        <source>Cost of goods sold</source>
        <translation>बिके माल की लागत</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Digital wallet</source>
        <translation>डिजिटल वॉलेट</translation>
    </message>
    <message>
        <source>Electricity and bills</source>
        <translation>बिजली और बिल</translation>
    </message>
    <message>
        <source>Furniture and equipment</source>
        <translation>फ़र्नीचर और सामान</translation>
    </message>
    <message>
        <source>General expenses</source>
        <translation>सामान्य ख़र्च</translation>
    </message>
    <message>
        <source>Loans taken</source>
        <translation>लिए हुए क़र्ज़</translation>
    </message>
    <message>
        <source>Opening balances</source>
        <translation>शुरुआती शेष</translation>
    </message>
    <message>
        <source>Other income</source>
        <translation>अन्य आमदनी</translation>
    </message>
    <message>
        <source>Owner&apos;s capital</source>
        <translation>मालिक की पूँजी</translation>
    </message>
    <message>
        <source>Owner&apos;s drawings</source>
        <translation>मालिक ने निकाले</translation>
    </message>
    <message>
        <source>Rent</source>
        <translation>किराया</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>मरम्मत</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>पूर्णांकन</translation>
    </message>
    <message>
        <source>Salaries and wages</source>
        <translation>वेतन और मज़दूरी</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>Sales returns</source>
        <translation>बिक्री वापसी</translation>
    </message>
    <message>
        <source>Service income</source>
        <translation>सेवा की आमदनी</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>स्टॉक</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>सप्लायर</translation>
    </message>
    <message>
        <source>Tax collected on sales</source>
        <translation>बिक्री पर लिया टैक्स</translation>
    </message>
    <message>
        <source>Tax paid on purchases</source>
        <translation>ख़रीद पर दिया टैक्स</translation>
    </message>
    <message>
        <source>Tea and food</source>
        <translation>चाय और खाना</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>ढुलाई और भाड़ा</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>A bank account or mobile wallet</source>
        <translation>बैंक अकाउंट या मोबाइल वॉलेट</translation>
    </message>
    <message>
        <source>A cash box or till</source>
        <translation>नकदी का गल्ला या दराज़</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>जोड़ें</translation>
    </message>
    <message>
        <source>An expense, such as rent</source>
        <translation>कोई ख़र्च, जैसे किराया</translation>
    </message>
    <message>
        <source>An income, such as commission</source>
        <translation>कोई आमदनी, जैसे कमीशन</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>नया अकाउंट</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Orders the reports; may stay empty.</source>
        <translation>रिपोर्ट में क्रम के लिए; ख़ाली भी रह सकता है।</translation>
    </message>
    <message>
        <source>Rename the account</source>
        <translation>अकाउंट का नाम बदलें</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Something the shop owes, such as a loan</source>
        <translation>जो दुकान को देना है, जैसे क़र्ज़</translation>
    </message>
    <message>
        <source>Something the shop owns</source>
        <translation>जो दुकान का अपना है</translation>
    </message>
    <message>
        <source>The owner&apos;s money</source>
        <translation>मालिक की रक़म</translation>
    </message>
    <message>
        <source>What is it for?</source>
        <translation>यह किस लिए है?</translation>
    </message>
    <message>
        <source>{name} is saved.</source>
        <translation>{name} सहेजा गया।</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message numerus="yes">
        <source>%n entries shown</source>
        <translation>
            <numerusform>%n एंट्री दिख रही है</numerusform>
            <numerusform>%n एंट्री दिख रही हैं</numerusform>
        </translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>शुरू में</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>आख़िर में</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>शेष</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>कुल आया</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>क्रेडिट</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>डेबिट</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>एक्सेल</translation>
    </message>
    <message>
        <source>Find in this account</source>
        <translation>इस अकाउंट में खोजें</translation>
    </message>
    <message>
        <source>In</source>
        <translation>आया</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>लेजर</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>कोई एंट्री नहीं मिली।</translation>
    </message>
    <message>
        <source>Nothing went through this account yet.</source>
        <translation>इस अकाउंट में अभी कुछ नहीं हुआ।</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>गया</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>वसूली</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>नाम बदलें</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>सब दिखाएँ</translation>
    </message>
    <message>
        <source>Went out</source>
        <translation>कुल गया</translation>
    </message>
    <message>
        <source>What</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>open voucher</source>
        <extracomment>Accounts that grow on the credit side: their balance is shown as it is spoken of, not negative.</extracomment>
        <translation>वाउचर खोलें</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>पुराना</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>वसूली</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>अकाउंट</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सब</translation>
    </message>
    <message>
        <source>Cash and accounts</source>
        <translation>नकद और अकाउंट</translation>
    </message>
    <message>
        <source>Cash and bank</source>
        <translation>नकद और बैंक</translation>
    </message>
    <message>
        <source>Cash in hand</source>
        <translation>हाथ में नकद</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>क्रेडिट</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>डेबिट</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>एक्सेल</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>ख़र्च</translation>
    </message>
    <message>
        <source>In the bank</source>
        <translation>बैंक में</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>आमदनी</translation>
    </message>
    <message>
        <source>Income and expenses</source>
        <translation>आमदनी और ख़र्च</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Money in all</source>
        <translation>कुल रक़म</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>नाम या नंबर</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>नया अकाउंट</translation>
    </message>
    <message>
        <source>No account matches.</source>
        <translation>कोई अकाउंट नहीं मिला।</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Owned and owed</source>
        <translation>संपत्ति और क़र्ज़</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>वसूली</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>सब दिखाएँ</translation>
    </message>
    <message>
        <source>The owner&apos;s money</source>
        <translation>मालिक की रक़म</translation>
    </message>
    <message>
        <source>The shop owes</source>
        <translation>दुकान को देना है</translation>
    </message>
    <message>
        <source>The shop owns</source>
        <translation>दुकान की संपत्ति</translation>
    </message>
    <message>
        <source>Where the money lies, and what it was for</source>
        <translation>रक़म कहाँ है, और किस मद की है</translation>
    </message>
    <message>
        <source>cash and bank</source>
        <translation>नकद और बैंक</translation>
    </message>
    <message numerus="yes">
        <source>in %n account(s)</source>
        <translation>
            <numerusform>%n अकाउंट में</numerusform>
            <numerusform>%n अकाउंट में</numerusform>
        </translation>
    </message>
    <message>
        <source>open ledger</source>
        <translation>लेजर खोलें</translation>
    </message>
    <message>
        <source>open the cash book</source>
        <translation>रोकड़ बही खोलें</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>वसूली</translation>
    </message>
</context>
<context>
    <name>AccountsSection</name>
    <message>
        <source>Accounts</source>
        <translation>अकाउंट</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>ख़र्च</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>आमदनी</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>New account</source>
        <extracomment>What bills and payments are posted on by themselves; putting these away would only hide their figures.</extracomment>
        <translation>नया अकाउंट</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>पुराने में रखें</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>नाम बदलें</translation>
    </message>
    <message>
        <source>Show those put away</source>
        <translation>पुराने भी दिखाएँ</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>The owner&apos;s money</source>
        <translation>मालिक की रक़म</translation>
    </message>
    <message>
        <source>The shop owes</source>
        <translation>दुकान को देना है</translation>
    </message>
    <message>
        <source>The shop owns</source>
        <translation>दुकान की संपत्ति</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>पुराना</translation>
    </message>
    <message>
        <source>{name} was put away.</source>
        <translation>{name} पुराने में रख दिया गया।</translation>
    </message>
    <message>
        <source>{name} was taken back.</source>
        <translation>{name} वापस लाया गया।</translation>
    </message>
</context>
<context>
    <name>BackupKeeper</name>
    <message>
        <source>Backed up {when}</source>
        <translation>बैकअप हुआ: {when}</translation>
    </message>
    <message>
        <source>Backed up {when}, not in the chosen folder</source>
        <translation>बैकअप हुआ: {when}, चुने हुए फ़ोल्डर में नहीं</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>बैकअप हो रहा है…</translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation>बैकअप नहीं हुआ</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>अभी कोई बैकअप नहीं</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Another folder…</source>
        <translation>दूसरा फ़ोल्डर…</translation>
    </message>
    <message>
        <source>Back to the usual folder</source>
        <translation>फिर वही आम फ़ोल्डर</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>अभी बैकअप लें</translation>
    </message>
    <message>
        <source>Copies go to</source>
        <translation>नक़लें यहाँ जाती हैं</translation>
    </message>
    <message>
        <source>Copies of this khata</source>
        <translation>इस खाते की नक़लें</translation>
    </message>
    <message>
        <source>Every copy is opened and its trial balance compared before it counts.</source>
        <translation>हर नक़ल खोलकर उसका तलपट मिलाया जाता है, तभी वह गिनी जाती है।</translation>
    </message>
    <message>
        <source>File</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>Khata (*.khata);;All files (*)</source>
        <translation>खाता (*.khata);;सभी फ़ाइलें (*)</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>कब बनी</translation>
    </message>
    <message>
        <source>No copies yet. One is made every 15 minutes while something changes.</source>
        <translation>अभी कोई कॉपी नहीं। कुछ बदलता रहे तो हर 15 मिनट में एक बनती है।</translation>
    </message>
    <message>
        <source>On this computer&apos;s own disk.</source>
        <translation>इसी कंप्यूटर की डिस्क पर।</translation>
    </message>
    <message>
        <source>Restore another file</source>
        <translation>दूसरी फ़ाइल वापस लाएँ</translation>
    </message>
    <message>
        <source>Restore another file…</source>
        <translation>दूसरी फ़ाइल वापस लाएँ…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>वापस लाएँ…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>The folder is not there now; copies go to the usual one until it is.</source>
        <translation>फ़ोल्डर अभी नहीं मिल रहा; मिलने तक नक़लें आम फ़ोल्डर में जाएँगी।</translation>
    </message>
    <message>
        <source>The usual folder</source>
        <translation>आम फ़ोल्डर</translation>
    </message>
    <message>
        <source>Where copies go</source>
        <translation>नक़लें कहाँ रखें</translation>
    </message>
</context>
<context>
    <name>BackupsForm</name>
    <message>
        <source>Back up now</source>
        <translation>अभी बैकअप लें</translation>
    </message>
    <message>
        <source>Backing up on the server</source>
        <translation>सर्वर पर बैकअप हो रहा है</translation>
    </message>
    <message>
        <source>Backups on the server</source>
        <translation>सर्वर पर बैकअप</translation>
    </message>
    <message>
        <source>It goes on {day}; until then it can be restored.</source>
        <translation>यह {day} को हट जाएगा; तब तक वापस लाया जा सकता है।</translation>
    </message>
    <message>
        <source>It was stopped. What was sent is kept, and not sent again.</source>
        <translation>रोक दिया गया। जो भेजा जा चुका वह सुरक्षित है और दोबारा नहीं भेजा जाएगा।</translation>
    </message>
    <message>
        <source>Let it go…</source>
        <translation>हटाएँ…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>कब बनी</translation>
    </message>
    <message>
        <source>Made on “{name}”.</source>
        <translation>“{name}” पर बना।</translation>
    </message>
    <message>
        <source>Make one every day by itself</source>
        <translation>हर दिन अपने-आप एक बनाए</translation>
    </message>
    <message>
        <source>No backup on the server yet.</source>
        <translation>सर्वर पर अभी कोई बैकअप नहीं।</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>वापस लाएँ…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>The khata is backed up on the server.</source>
        <translation>खाते का बैकअप सर्वर पर हो गया।</translation>
    </message>
    <message>
        <source>The whole khata, sealed before it leaves this computer: the server cannot read it.</source>
        <translation>पूरा खाता, इस कंप्यूटर से निकलने से पहले मुहरबंद: सर्वर इसे नहीं पढ़ सकता।</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>वाउचर</translation>
    </message>
</context>
<context>
    <name>BillErrors</name>
    <message>
        <source>More comes back than is sold; enter what comes back as a sale return ({key}).</source>
        <extracomment>Fields as errors name them, and where on the counter that is.</extracomment>
        <translation>बिकने से ज़्यादा माल वापस आ रहा है; जो वापस आए उसे बिक्री वापसी में लिखें ({key})।</translation>
    </message>
    <message>
        <source>More is sold than comes back; enter what is sold as a bill ({key}).</source>
        <translation>वापसी से ज़्यादा माल बिक रहा है; जो बिके उसे बिल में लिखें ({key})।</translation>
    </message>
</context>
<context>
    <name>BillFacts</name>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>संदर्भ</translation>
    </message>
</context>
<context>
    <name>BillSaver</name>
    <message>
        <source>Corrected {number}, now {amount}</source>
        <translation>{number} सुधारा गया, अब {amount}</translation>
    </message>
    <message>
        <source>Goods for {amount} came back: {number}</source>
        <translation>{amount} का माल वापस आया: {number}</translation>
    </message>
    <message>
        <source>Sold for {amount}: {number}</source>
        <translation>{amount} में बिका: {number}</translation>
    </message>
    <message>
        <source>{sold} · change {change}</source>
        <translation>{sold} · वापसी {change}</translation>
    </message>
</context>
<context>
    <name>BillTable</name>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>आइटम</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>not in the item list</source>
        <translation>आइटम की सूची में नहीं</translation>
    </message>
    <message>
        <source>only {quantity} in stock</source>
        <translation>स्टॉक में सिर्फ़ {quantity}</translation>
    </message>
</context>
<context>
    <name>BillView</name>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Goods that come back</source>
        <translation>वापस आने वाला माल</translation>
    </message>
    <message>
        <source>Lines of the bill</source>
        <translation>बिल की पंक्तियाँ</translation>
    </message>
    <message>
        <source>Scan the first item that comes back, or type its name.</source>
        <translation>वापस आने वाला पहला आइटम स्कैन करें, या उसका नाम लिखें।</translation>
    </message>
    <message>
        <source>Scan the first item, or type its name.</source>
        <translation>पहला आइटम स्कैन करें, या उसका नाम लिखें।</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Walk-in customer</source>
        <translation>आम ग्राहक</translation>
    </message>
    <message>
        <source>{name} was taken off the bill</source>
        <translation>{name} बिल से हटा दिया गया</translation>
    </message>
</context>
<context>
    <name>BookSession</name>
    <message>
        <source>All saved</source>
        <translation>सब सहेजा हुआ है</translation>
    </message>
    <message>
        <source>Can only be looked at: the disk is read-only</source>
        <translation>सिर्फ़ देखा जा सकता है: डिस्क पर लिखने की अनुमति नहीं है</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>सहेजा नहीं गया</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>{time} पर सहेजा गया</translation>
    </message>
    <message>
        <source>There is no note yet to repeat.</source>
        <translation>दोहराने के लिए अभी कोई नोट नहीं है।</translation>
    </message>
</context>
<context>
    <name>BusinessForm</name>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>मुद्रा</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>Fixed, for there are entries in it.</source>
        <translation>बदल नहीं सकती, क्योंकि इसमें एंट्री हो चुकी हैं।</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>Printed at the foot of every bill.</source>
        <translation>हर बिल के नीचे छपती हैं।</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>टैक्स नंबर</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>शर्तें</translation>
    </message>
    <message>
        <source>Your shop</source>
        <translation>आपकी दुकान</translation>
    </message>
    <message>
        <source>Your shop&apos;s details are saved.</source>
        <translation>आपकी दुकान का विवरण सहेजा गया।</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a party, item, voucher or command</source>
        <translation>पार्टी, आइटम, वाउचर या काम खोजें</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>कुछ नहीं मिला</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message numerus="yes">
        <source>%n bill(s), yesterday {amount}</source>
        <translation>
            <numerusform>%n बिल, बीते कल {amount}</numerusform>
            <numerusform>%n बिल, बीते कल {amount}</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a customer</source>
        <translation>ग्राहक जोड़ें</translation>
    </message>
    <message>
        <source>Best sellers of 30 days</source>
        <translation>30 दिन में ज़्यादा बिका</translation>
    </message>
    <message>
        <source>Bring in your lists</source>
        <translation>अपनी सूचियाँ लाएँ</translation>
    </message>
    <message>
        <source>Cash in hand</source>
        <translation>हाथ में नकद</translation>
    </message>
    <message>
        <source>Customers, items or bills from Excel or another program</source>
        <translation>ग्राहक, आइटम या बिल, एक्सेल या किसी और प्रोग्राम से</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>डैशबोर्ड</translation>
    </message>
    <message>
        <source>Due by today</source>
        <translation>आज तक का बकाया</translation>
    </message>
    <message>
        <source>Entered last</source>
        <translation>आख़िरी एंट्री</translation>
    </message>
    <message>
        <source>Everything can be changed and added to later.</source>
        <translation>सब कुछ बाद में बदला और बढ़ाया जा सकता है।</translation>
    </message>
    <message>
        <source>How do you want to begin?</source>
        <translation>कैसे शुरू करेंगे?</translation>
    </message>
    <message>
        <source>Make the first sale</source>
        <translation>पहली बिक्री करें</translation>
    </message>
    <message>
        <source>New sale</source>
        <translation>नई बिक्री</translation>
    </message>
    <message>
        <source>No sale in the last 30 days.</source>
        <translation>पिछले 30 दिन में कोई बिक्री नहीं।</translation>
    </message>
    <message>
        <source>Nobody has anything due.</source>
        <translation>किसी पर कुछ बाक़ी नहीं।</translation>
    </message>
    <message>
        <source>Nothing is running low.</source>
        <translation>कोई आइटम कम नहीं।</translation>
    </message>
    <message>
        <source>Nothing was entered yet.</source>
        <translation>अभी कोई एंट्री नहीं।</translation>
    </message>
    <message>
        <source>Nothing was sold by item yet.</source>
        <translation>अभी कोई आइटम नहीं बिका।</translation>
    </message>
    <message>
        <source>Running low</source>
        <translation>कम बचा</translation>
    </message>
    <message>
        <source>Sales of 30 days</source>
        <translation>30 दिन की बिक्री</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>सब दिखाएँ</translation>
    </message>
    <message>
        <source>Sold today</source>
        <translation>आज की बिक्री</translation>
    </message>
    <message>
        <source>To collect</source>
        <translation>लेने हैं</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>देने हैं</translation>
    </message>
    <message>
        <source>Type what you sell; items are added on the way</source>
        <translation>जो बेचना है लिखें; आइटम साथ-साथ जुड़ते जाएँगे</translation>
    </message>
    <message>
        <source>With the balance from your old khata, if there is one</source>
        <translation>पुराने खाते के बकाया के साथ, अगर हो</translation>
    </message>
    <message numerus="yes">
        <source>from %n</source>
        <translation>
            <numerusform>%n पार्टी से</numerusform>
            <numerusform>%n पार्टियों से</numerusform>
        </translation>
    </message>
    <message>
        <source>new sale</source>
        <translation>नई बिक्री</translation>
    </message>
    <message numerus="yes">
        <source>to %n</source>
        <translation>
            <numerusform>%n पार्टी को</numerusform>
            <numerusform>%n पार्टियों को</numerusform>
        </translation>
    </message>
    <message>
        <source>you gave</source>
        <translation>आपने दिया</translation>
    </message>
    <message>
        <source>you got</source>
        <translation>आपको मिला</translation>
    </message>
    <message>
        <source>{amount} in the bank</source>
        <translation>बैंक में {amount}</translation>
    </message>
    <message>
        <source>↑ You gave</source>
        <translation>↑ आपने दिया</translation>
    </message>
    <message>
        <source>↓ You got</source>
        <translation>↓ आपको मिला</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>t today, y yesterday, 15, 15/3 · Alt+Down opens the month</source>
        <translation>t आज, y कल, 15, 15/3 · महीना खोलने के लिए Alt+Down</translation>
    </message>
</context>
<context>
    <name>DateRangeBox</name>
    <message>
        <source>All dates</source>
        <translation>सभी तारीखें</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>पिछले 30 दिन</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>पिछला महीना</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>पिछला साल</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>यह महीना</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>यह हफ़्ता</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>यह साल</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>बीता कल</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>{date} से</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>{date} तक</translation>
    </message>
</context>
<context>
    <name>DeletionsForm</name>
    <message numerus="yes">
        <source>%n thing(s) were deleted or voided on this computer: unusually many.</source>
        <translation>
            <numerusform>इस कंप्यूटर पर %n चीज़ मिटाई या रद्द हुई: आम से ज़्यादा।</numerusform>
            <numerusform>इस कंप्यूटर पर %n चीज़ें मिटाई या रद्द हुईं: आम से कहीं ज़्यादा।</numerusform>
        </translation>
    </message>
    <message>
        <source>If it was a mistake, go back and put the things back: the other devices notice nothing.</source>
        <translation>अगर ग़लती थी तो लौटकर चीज़ें पहले जैसी कर दें: दूसरे डिवाइसों को कुछ पता नहीं चलेगा।</translation>
    </message>
    <message>
        <source>It was meant: send them</source>
        <translation>जान-बूझकर किया: भेज दें</translation>
    </message>
    <message>
        <source>Send these deletions?</source>
        <translation>यह मिटाना दूसरे डिवाइसों को भेजें?</translation>
    </message>
    <message>
        <source>They have not gone to the other devices, nor has what was entered after them.</source>
        <translation>यह दूसरे डिवाइसों तक नहीं गया, और न वह जो इसके बाद लिखा गया।</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message numerus="yes">
        <source>%n entry(s) came from the stick; what was new here is on it now.</source>
        <translation>
            <numerusform>स्टिक से %n प्रविष्टि आई; यहाँ जो नया था वह अब उस पर है।</numerusform>
            <numerusform>स्टिक से %n प्रविष्टियाँ आईं; यहाँ जो नया था वह अब उस पर है।</numerusform>
        </translation>
    </message>
    <message>
        <source>Computer {series}</source>
        <translation>कंप्यूटर {series}</translation>
    </message>
    <message>
        <source>Handing the khata over, sealed</source>
        <translation>खाता मुहरबंद करके सौंपा जा रहा है</translation>
    </message>
    <message>
        <source>Keeping in step by the stick</source>
        <translation>स्टिक से तालमेल</translation>
    </message>
    <message>
        <source>Sync is on, but the khata is not handed over yet: without that, nothing but this computer has it.</source>
        <translation>तालमेल चालू है, पर खाता अभी सौंपा नहीं गया: उसके बिना यह केवल इसी कंप्यूटर पर है।</translation>
    </message>
    <message>
        <source>Sync is on. Let the other computers in now.</source>
        <translation>तालमेल चालू है। अब दूसरे कंप्यूटरों को शामिल करें।</translation>
    </message>
    <message numerus="yes">
        <source>The stick was damaged in %n place(s). What was whole was taken in, and what this computer has was put there again. Take another stick if it happens again.</source>
        <translation>
            <numerusform>स्टिक %n जगह से ख़राब थी। जो सही था वह ले लिया गया, और जो इस कंप्यूटर के पास है वह उस पर फिर से रख दिया गया। फिर ऐसा हो तो दूसरी स्टिक लें।</numerusform>
            <numerusform>स्टिक %n जगहों से ख़राब थी। जो सही था वह ले लिया गया, और जो इस कंप्यूटर के पास है वह उस पर फिर से रख दिया गया। फिर ऐसा हो तो दूसरी स्टिक लें।</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>What is new here is on the stick now; nothing new came from it.</source>
        <translation>यहाँ जो नया है वह अब स्टिक पर है; वहाँ से कुछ नया नहीं आया।</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message numerus="yes">
        <source>%n device(s) keep this khata together.</source>
        <translation>
            <numerusform>%n डिवाइस यह खाता रखता है।</numerusform>
            <numerusform>%n डिवाइस मिलकर यह खाता रखते हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>By a stick…</source>
        <translation>स्टिक से…</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>डिवाइस</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>डिवाइस</translation>
    </message>
    <message>
        <source>Devices of this khata</source>
        <translation>इस खाते के डिवाइस</translation>
    </message>
    <message>
        <source>It may</source>
        <translation>अनुमति</translation>
    </message>
    <message>
        <source>Its bills are numbered</source>
        <translation>इसके बिलों के नंबर</translation>
    </message>
    <message>
        <source>Last heard from</source>
        <translation>आख़िरी संपर्क</translation>
    </message>
    <message>
        <source>Let a device in</source>
        <translation>डिवाइस शामिल करें</translation>
    </message>
    <message>
        <source>Only this computer keeps this khata.</source>
        <translation>यह खाता केवल इसी कंप्यूटर पर है।</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>नाम बदलें</translation>
    </message>
    <message>
        <source>Shut out…</source>
        <translation>बाहर करें…</translation>
    </message>
    <message>
        <source>Sync file (*.khatasync)</source>
        <translation>तालमेल फ़ाइल (*.khatasync)</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>अभी तालमेल करें</translation>
    </message>
    <message>
        <source>The devices are listed once the keys are open.</source>
        <translation>कुंजियाँ खुलने पर डिवाइसों की सूची दिखेगी।</translation>
    </message>
    <message>
        <source>The file on the stick</source>
        <translation>स्टिक पर फ़ाइल</translation>
    </message>
    <message>
        <source>This computer was shut out.</source>
        <translation>इस कंप्यूटर को बाहर कर दिया गया है।</translation>
    </message>
    <message>
        <source>enter and see</source>
        <translation>लिख और देख सकता है</translation>
    </message>
    <message>
        <source>get in step now</source>
        <translation>अभी तालमेल करें</translation>
    </message>
    <message>
        <source>here</source>
        <translation>यहीं</translation>
    </message>
    <message>
        <source>let a device in</source>
        <translation>डिवाइस शामिल करें</translation>
    </message>
    <message>
        <source>let in, has not come yet</source>
        <translation>शामिल किया गया, अभी तक आया नहीं</translation>
    </message>
    <message>
        <source>let others in</source>
        <translation>दूसरों को शामिल कर सकता है</translation>
    </message>
    <message>
        <source>nothing any more</source>
        <translation>अब कुछ नहीं</translation>
    </message>
    <message>
        <source>shut out</source>
        <translation>बाहर किया गया</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>यह कंप्यूटर</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Copied</source>
        <translation>कॉपी हो गया</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>रिपोर्ट कॉपी करें</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>कुछ गड़बड़ हो गई</translation>
    </message>
    <message>
        <source>What you typed is still on the screen. The report holds no names and no amounts.</source>
        <translation>आपने जो लिखा वह स्क्रीन पर है। रिपोर्ट में कोई नाम या राशि नहीं है।</translation>
    </message>
</context>
<context>
    <name>FaultPage</name>
    <message>
        <source>A newer version has written to it, in a way that this one does not know.</source>
        <translation>इसमें नए संस्करण ने लिखा है, ऐसे ढंग से जो यह संस्करण नहीं जानता।</translation>
    </message>
    <message>
        <source>Another khata…</source>
        <translation>दूसरा खाता…</translation>
    </message>
    <message>
        <source>Khata (*.khata)</source>
        <translation>खाता (*.khata)</translation>
    </message>
    <message>
        <source>Khata (*.khata);;All files (*)</source>
        <translation>खाता (*.khata);;सभी फ़ाइलें (*)</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>फिर देखें</translation>
    </message>
    <message>
        <source>No file stands at the place where it was. Was it on a USB stick, or moved or renamed?</source>
        <translation>जहाँ फ़ाइल थी वहाँ अब नहीं है। क्या वह USB पर थी, या हटाई गई या नाम बदला गया?</translation>
    </message>
    <message>
        <source>Older backups</source>
        <translation>पुराने बैकअप</translation>
    </message>
    <message>
        <source>Open a file that ends in .khata.</source>
        <translation>वह फ़ाइल खोलें जिसके अंत में .khata हो।</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>फ़ाइल खोलें…</translation>
    </message>
    <message>
        <source>Open a khata</source>
        <translation>खाता खोलें</translation>
    </message>
    <message>
        <source>Other khatas on this computer</source>
        <translation>इस कंप्यूटर पर दूसरे खाते</translation>
    </message>
    <message>
        <source>Parts of it cannot be read: a disk or stick that fails, or a copy that broke off.</source>
        <translation>इसके कुछ हिस्से पढ़े नहीं जा सकते: डिस्क या USB ख़राब है, या नक़ल अधूरी रह गई।</translation>
    </message>
    <message>
        <source>Put the stick in and look again, or open the file at its new place.</source>
        <translation>पेन ड्राइव लगाकर फिर देखें, या फ़ाइल को उसकी नई जगह से खोलें।</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>बैकअप वापस लाएँ</translation>
    </message>
    <message>
        <source>Restore another backup…</source>
        <translation>कोई और बैकअप बहाल करें…</translation>
    </message>
    <message>
        <source>Restore the backup of {when}</source>
        <translation>{when} का बैकअप वापस लाएँ</translation>
    </message>
    <message>
        <source>Restore the last backup; it becomes a new file beside this one.</source>
        <translation>आख़िरी बैकअप वापस लाएँ; वह इसके साथ नई फ़ाइल बन जाएगा।</translation>
    </message>
    <message>
        <source>The file belongs to another program, or is empty.</source>
        <translation>फ़ाइल किसी दूसरे प्रोग्राम की है, या ख़ाली है।</translation>
    </message>
    <message>
        <source>The file of this khata is damaged</source>
        <translation>इस खाते की फ़ाइल ख़राब है</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>फ़ाइल को छेड़ा नहीं गया।</translation>
    </message>
    <message>
        <source>The khata cannot be opened</source>
        <translation>खाता खुल नहीं सकता</translation>
    </message>
    <message>
        <source>The program met something it did not expect.</source>
        <translation>प्रोग्राम को ऐसी चीज़ मिली जिसकी उम्मीद न थी।</translation>
    </message>
    <message>
        <source>This is not a khata</source>
        <translation>यह खाता नहीं है</translation>
    </message>
    <message>
        <source>This khata needs a newer version of the program</source>
        <translation>इस खाते को प्रोग्राम का नया संस्करण चाहिए</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Try again; if it stays so, send the log to whoever looks after the program.</source>
        <translation>फिर कोशिश करें; ऐसा ही रहे तो लॉग उसे भेजें जो प्रोग्राम की देखभाल करता है।</translation>
    </message>
    <message>
        <source>Update the program on this computer, then open it again.</source>
        <translation>इस कंप्यूटर पर प्रोग्राम अपडेट करें, फिर दोबारा खोलें।</translation>
    </message>
    <message>
        <source>{name} is not there</source>
        <translation>{name} मौजूद नहीं है</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>बंद करें (Esc)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>छोड़ दें</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>इसे जारी रखें</translation>
    </message>
    <message>
        <source>Saving… The form closes by itself when that is done.</source>
        <translation>सहेजा जा रहा है… पूरा होने पर फ़ॉर्म अपने-आप बंद हो जाएगा।</translation>
    </message>
    <message>
        <source>What you typed is not saved yet. Press Esc again to leave it.</source>
        <translation>आपने जो लिखा वह अभी सहेजा नहीं गया। छोड़ने के लिए फिर Esc दबाएँ।</translation>
    </message>
</context>
<context>
    <name>FormDraft</name>
    <message>
        <source>You had begun this on {when}.</source>
        <translation>आपने यह {when} को शुरू किया था।</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Balance as of</source>
        <translation>बकाया तिथि</translation>
    </message>
    <message>
        <source>Balance from before</source>
        <translation>पहले का बकाया</translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation>बारकोड</translation>
    </message>
    <message>
        <source>Bill number</source>
        <translation>बिल नंबर</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>लागत</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>उधार की सीमा</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Customer code</source>
        <translation>ग्राहक का कोड</translation>
    </message>
    <message>
        <source>Customer&apos;s address</source>
        <translation>ग्राहक का पता</translation>
    </message>
    <message>
        <source>Customer&apos;s phone</source>
        <translation>ग्राहक का फ़ोन</translation>
    </message>
    <message>
        <source>Customers and suppliers</source>
        <translation>ग्राहक और सप्लायर</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>आख़िरी तारीख</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>Given or got</source>
        <translation>दिया या मिला</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>आइटम</translation>
    </message>
    <message>
        <source>Item code</source>
        <translation>आइटम का कोड</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>आइटम</translation>
    </message>
    <message>
        <source>Khata entries</source>
        <translation>खाता एंट्री</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Not used: {columns}.</source>
        <translation>काम नहीं आए: {columns}।</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Numbers such as {example} were read as {meant} and not as {other}; say if it is the other way.</source>
        <translation>{example} जैसी संख्या को {meant} पढ़ा गया, {other} नहीं; उलटा हो तो बताएँ।</translation>
    </message>
    <message>
        <source>Numbers were read with a decimal comma: {example} is {meant}; say if it is not.</source>
        <translation>दशमलव की जगह अल्पविराम समझा गया: {example} का मतलब {meant} है; ऐसा न हो तो बताएँ।</translation>
    </message>
    <message>
        <source>One supplier comes in as owing you; put a minus before what you owe them.</source>
        <translation>एक सप्लायर से आपको लेने होंगे; अगर आपको देने हैं तो राशि से पहले माइनस लगाएँ।</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>दूसरे नाम</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>Party code</source>
        <translation>पार्टी का कोड</translation>
    </message>
    <message>
        <source>Party&apos;s phone</source>
        <translation>पार्टी का फ़ोन</translation>
    </message>
    <message>
        <source>Pays within (days)</source>
        <translation>भुगतान की अवधि (दिन)</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>संदर्भ</translation>
    </message>
    <message>
        <source>Several columns are headed {heading}: {used} was read, and {unused} was not; name the right one if it is not.</source>
        <translation>एक से ज़्यादा कॉलम का शीर्षक {heading} है: {used} पढ़ा गया, {unused} नहीं; ठीक न हो तो सही कॉलम बताएँ।</translation>
    </message>
    <message>
        <source>Stock now</source>
        <translation>अभी का स्टॉक</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>टैग</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>टैक्स नंबर</translation>
    </message>
    <message>
        <source>The file does not say its encoding and was read as {encoding}: look at the accents.</source>
        <translation>फ़ाइल अपनी एन्कोडिंग नहीं बताती, {encoding} मानकर पढ़ी गई: देख लें अक्षर ठीक हैं या नहीं।</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>इकाई</translation>
    </message>
    <message>
        <source>Warn at</source>
        <translation>कम स्टॉक की सीमा</translation>
    </message>
    <message>
        <source>Wholesale price</source>
        <translation>थोक दर</translation>
    </message>
    <message>
        <source>You gave</source>
        <translation>आपने दिया</translation>
    </message>
    <message>
        <source>You got</source>
        <translation>आपको मिला</translation>
    </message>
    <message>
        <source>{count} suppliers come in as owing you; put a minus before what you owe them.</source>
        <translation>सप्लायर जिनसे आपको लेने होंगे: {count}; अगर आपको देने हैं तो राशि से पहले माइनस लगाएँ।</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first} या {second}</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Another file</source>
        <translation>दूसरी फ़ाइल</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n line(s)</source>
        <translation>
            <numerusform>%n पंक्ति लाएँ</numerusform>
            <numerusform>%n पंक्तियाँ लाएँ</numerusform>
        </translation>
    </message>
    <message>
        <source>Bringing it in</source>
        <translation>फ़ाइल लाई जा रही है</translation>
    </message>
    <message>
        <source>CSV or Excel; it may also be dropped here. You will see all before it counts.</source>
        <translation>CSV या एक्सेल; खींचकर भी यहाँ छोड़ सकते हैं। लिखने से पहले सब दिखाया जाएगा।</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>फ़ाइल जाँचें</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>फ़ाइल जाँची जा रही है</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>फ़ाइल चुनें</translation>
    </message>
    <message>
        <source>From a table of Excel or another program</source>
        <translation>एक्सेल या किसी और प्रोग्राम की सूची से</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>फ़ाइल लाएँ</translation>
    </message>
    <message>
        <source>Names, codes, prices, and the stock there is</source>
        <translation>नाम, कोड, दर, और मौजूद स्टॉक</translation>
    </message>
    <message>
        <source>Names, phones, limits, and what they owe from before</source>
        <translation>नाम, फ़ोन, सीमा, और पहले का बकाया</translation>
    </message>
    <message>
        <source>One line for each item sold, as other programs write them</source>
        <translation>हर बिके आइटम की एक पंक्ति, जैसे दूसरे प्रोग्राम लिखते हैं</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>सूची खोलें</translation>
    </message>
    <message>
        <source>Plain table (*.csv)</source>
        <translation>सादी तालिका (*.csv)</translation>
    </message>
    <message>
        <source>Save the refused lines</source>
        <translation>ठुकराई पंक्तियाँ सहेजें</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>सहेजा गया: {name}</translation>
    </message>
    <message>
        <source>Stopped; nothing was brought in.</source>
        <translation>रोक दिया; कुछ नहीं लाया गया।</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx)</source>
        <translation>तालिकाएँ (*.csv *.txt *.tsv *.xlsx)</translation>
    </message>
    <message>
        <source>What is in your file?</source>
        <translation>आपकी फ़ाइल में क्या है?</translation>
    </message>
    <message>
        <source>What you gave and got, day by day</source>
        <translation>रोज़-रोज़ जो दिया और मिला</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>{done} of {total} lines</source>
        <translation>{total} में से {done} पंक्तियाँ</translation>
    </message>
    <message>
        <source>{name}: nothing is written yet</source>
        <translation>{name}: अभी कुछ लिखा नहीं गया</translation>
    </message>
    <message>
        <source>{name}: say which column is what</source>
        <translation>{name}: बताएँ कौन-सा कॉलम क्या है</translation>
    </message>
    <message>
        <source>{name}: this is what came in</source>
        <translation>{name}: यह सब आ गया</translation>
    </message>
</context>
<context>
    <name>ItemEntry</name>
    <message>
        <source>Add “{text}” to the items</source>
        <translation>“{text}” आइटम में जोड़ें</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>आइटम</translation>
    </message>
    <message>
        <source>Scan, or type name or code… 3* before it sets the quantity</source>
        <extracomment>&quot;3*&quot; or &quot;2.5 x&quot; before a scan or a name sets the quantity.</extracomment>
        <translation>स्कैन करें, या नाम या कोड लिखें… पहले 3* लिखने से मात्रा 3</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>Add</source>
        <translation>जोड़ें</translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation>बारकोड</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>Change item</source>
        <translation>आइटम बदलें</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>लागत</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>माल</translation>
    </message>
    <message>
        <source>In stock now</source>
        <translation>अभी स्टॉक में</translation>
    </message>
    <message>
        <source>Keep out of the lists (put away)</source>
        <translation>सूचियों में न दिखाएँ (पुराने में रखें)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>नया आइटम</translation>
    </message>
    <message>
        <source>No tax</source>
        <translation>कोई टैक्स नहीं</translation>
    </message>
    <message>
        <source>Other names, in any script</source>
        <translation>दूसरे नाम, किसी भी लिपि में</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>सेवा</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>टैक्स</translation>
    </message>
    <message>
        <source>The price includes the tax</source>
        <translation>दर में टैक्स शामिल है</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>इकाई</translation>
    </message>
    <message>
        <source>Valued at the cost above.</source>
        <translation>ऊपर की लागत पर।</translation>
    </message>
    <message>
        <source>Warn when stock falls to</source>
        <translation>स्टॉक इतना रह जाए तो बताएँ</translation>
    </message>
    <message>
        <source>Wholesale price</source>
        <translation>थोक दर</translation>
    </message>
    <message>
        <source>kg, piece, litre</source>
        <translation>किलो, नग, लीटर</translation>
    </message>
    <message>
        <source>{name} was added</source>
        <translation>{name} जुड़ गया</translation>
    </message>
    <message>
        <source>چینی, चीनी, sugar</source>
        <translation>چینی, चीनी, sugar</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>Change</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>लागत</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>एक्सेल</translation>
    </message>
    <message>
        <source>In</source>
        <translation>आया</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>स्टॉक में</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>आना-जाना</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>गया</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>Stock in</source>
        <translation>माल आया</translation>
    </message>
    <message>
        <source>This item has not moved yet.</source>
        <translation>इस आइटम का अभी कोई लेन-देन नहीं हुआ।</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मूल्य</translation>
    </message>
    <message>
        <source>What</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>a service has no stock</source>
        <translation>सेवा का स्टॉक नहीं होता</translation>
    </message>
    <message>
        <source>as entered</source>
        <translation>जैसी लिखी गई</translation>
    </message>
    <message>
        <source>at moving average</source>
        <translation>औसत लागत पर</translation>
    </message>
    <message>
        <source>change</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>open voucher</source>
        <translation>वाउचर खोलें</translation>
    </message>
    <message>
        <source>per {unit}</source>
        <translation>प्रति {unit}</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>पुराना</translation>
    </message>
    <message>
        <source>warns at {quantity}</source>
        <translation>{quantity} पर बताएगा</translation>
    </message>
    <message>
        <source>wholesale {price}</source>
        <translation>थोक {price}</translation>
    </message>
</context>
<context>
    <name>ItemPicker</name>
    <message>
        <source>{quantity} in stock</source>
        <translation>{quantity} स्टॉक में</translation>
    </message>
</context>
<context>
    <name>ItemsPage</name>
    <message>
        <source>All</source>
        <translation>सब</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>लागत</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>एक्सेल</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>स्टॉक में</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>आइटम</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Name, code or barcode</source>
        <translation>नाम, कोड या बारकोड</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>नया आइटम</translation>
    </message>
    <message>
        <source>No item matches.</source>
        <translation>कोई आइटम नहीं मिला।</translation>
    </message>
    <message>
        <source>Nothing here yet: add the first item, or just sell and add it then.</source>
        <translation>अभी यहाँ कुछ नहीं: पहला आइटम जोड़ें, या बेचते समय जोड़ लें।</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>Put away too</source>
        <translation>पुराने भी</translation>
    </message>
    <message>
        <source>Running low</source>
        <translation>कम बचा</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>सब दिखाएँ</translation>
    </message>
    <message>
        <source>Stock value</source>
        <translation>स्टॉक का मूल्य</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>इकाई</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मूल्य</translation>
    </message>
    <message>
        <source>What you sell, and what of it is there</source>
        <translation>जो आप बेचते हैं, और कितना मौजूद है</translation>
    </message>
    <message>
        <source>all well</source>
        <translation>सब ठीक</translation>
    </message>
    <message>
        <source>at cost</source>
        <translation>लागत पर</translation>
    </message>
    <message>
        <source>in this list</source>
        <translation>इस सूची में</translation>
    </message>
    <message>
        <source>new item</source>
        <translation>नया आइटम</translation>
    </message>
    <message>
        <source>open item</source>
        <translation>आइटम खोलें</translation>
    </message>
    <message>
        <source>to order soon</source>
        <translation>जल्द मँगाना है</translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message>
        <source>Another folder</source>
        <translation>दूसरा फ़ोल्डर</translation>
    </message>
    <message>
        <source>By its code</source>
        <translation>उसके कोड से</translation>
    </message>
    <message>
        <source>By the recovery phrase</source>
        <translation>बहाली वाक्य से</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>क्लिपबोर्ड से</translation>
    </message>
    <message>
        <source>How</source>
        <translation>कैसे</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>शामिल हों</translation>
    </message>
    <message>
        <source>Join another device</source>
        <translation>दूसरे डिवाइस से जुड़ें</translation>
    </message>
    <message>
        <source>Keep the khata in</source>
        <translation>खाता यहाँ रखें</translation>
    </message>
    <message>
        <source>Kept in {path}</source>
        <translation>यहाँ रखा जाएगा: {path}</translation>
    </message>
    <message>
        <source>No code was found in that picture; take one of the whole code, or copy its text.</source>
        <translation>उस तस्वीर में कोड नहीं मिला; पूरे कोड की तस्वीर लें, या उसका पाठ कॉपी करें।</translation>
    </message>
    <message>
        <source>On the other computer: Devices, then “Let a device in”.</source>
        <translation>दूसरे कंप्यूटर पर: डिवाइस, फिर “डिवाइस शामिल करें”।</translation>
    </message>
    <message>
        <source>Picture or screenshot of the code</source>
        <translation>कोड की तस्वीर या स्क्रीनशॉट</translation>
    </message>
    <message>
        <source>Picture or screenshot…</source>
        <translation>तस्वीर या स्क्रीनशॉट…</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp);;All files (*)</source>
        <translation>तस्वीरें (*.png *.jpg *.jpeg *.webp *.bmp);;सभी फ़ाइलें (*)</translation>
    </message>
    <message>
        <source>Read the code of the other device first.</source>
        <translation>पहले दूसरे डिवाइस का कोड पढ़ें।</translation>
    </message>
    <message>
        <source>Recovery phrase</source>
        <translation>बहाली वाक्य</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>दुकान</translation>
    </message>
    <message>
        <source>The 24 words from your paper, in their order, with a blank between them.</source>
        <translation>आपके काग़ज़ के 24 शब्द, उसी क्रम में, बीच में ख़ाली जगह के साथ।</translation>
    </message>
    <message>
        <source>The code of the other device</source>
        <translation>दूसरे डिवाइस का कोड</translation>
    </message>
    <message>
        <source>There is neither a code nor a picture on the clipboard.</source>
        <translation>क्लिपबोर्ड पर न कोड है न तस्वीर।</translation>
    </message>
    <message numerus="yes">
        <source>These are %n word(s); the phrase has 24.</source>
        <translation>
            <numerusform>यह %n शब्द है; वाक्य में 24 होते हैं।</numerusform>
            <numerusform>ये %n शब्द हैं; वाक्य में 24 होते हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>Type what this computer is called.</source>
        <translation>लिखें कि यह कंप्यूटर क्या कहलाता है।</translation>
    </message>
    <message>
        <source>What this computer is called</source>
        <translation>इस कंप्यूटर का नाम</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>A khata that is kept on another computer</source>
        <translation>खाता जो दूसरे कंप्यूटर पर है</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Go on where it was stopped</source>
        <translation>जहाँ रुका था वहीं से आगे बढ़ें</translation>
    </message>
    <message>
        <source>It is taken over whole, and from then on both keep it together.</source>
        <translation>यह पूरा ले लिया जाता है, और फिर दोनों इसे मिलकर रखते हैं।</translation>
    </message>
    <message>
        <source>It was stopped. Show a new code on the other device to try again.</source>
        <translation>रोक दिया गया। फिर कोशिश के लिए दूसरे डिवाइस पर नया कोड दिखाएँ।</translation>
    </message>
    <message>
        <source>It was stopped. What was taken over is kept, and can go on from there.</source>
        <translation>रोक दिया गया। जो लिया जा चुका वह सुरक्षित है, और वहीं से आगे बढ़ सकता है।</translation>
    </message>
</context>
<context>
    <name>JournalForm</name>
    <message>
        <source>Another line</source>
        <translation>एक और पंक्ति</translation>
    </message>
    <message>
        <source>Choose an account</source>
        <translation>अकाउंट चुनें</translation>
    </message>
    <message>
        <source>Correct {number}</source>
        <extracomment>The accounts that carry khatas: a posting to one of them names the party.</extracomment>
        <translation>{number} ठीक करें</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>क्रेडिट</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>डेबिट</translation>
    </message>
    <message>
        <source>Debit and credit are equal</source>
        <translation>डेबिट और क्रेडिट बराबर हैं</translation>
    </message>
    <message>
        <source>Journal voucher</source>
        <translation>जर्नल वाउचर</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>संदर्भ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>सुधार सहेजें</translation>
    </message>
    <message>
        <source>{amount} more on the credit side</source>
        <translation>क्रेडिट की ओर {amount} ज़्यादा</translation>
    </message>
    <message>
        <source>{amount} more on the debit side</source>
        <translation>डेबिट की ओर {amount} ज़्यादा</translation>
    </message>
    <message>
        <source>{number} was posted</source>
        <translation>{number} लिखा गया</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Key</source>
        <translation>कुंजी</translation>
    </message>
    <message>
        <source>Key: {what}</source>
        <translation>कुंजी: {what}</translation>
    </message>
    <message>
        <source>Press the key here: F1 to F12, or one with Ctrl or Alt.</source>
        <translation>कुंजी यहाँ दबाएँ: F1 से F12, या Ctrl या Alt के साथ कोई।</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>The usual key</source>
        <translation>सामान्य कुंजी</translation>
    </message>
    <message>
        <source>This key is needed for typing; choose one of F1 to F12, or one with Ctrl or Alt.</source>
        <translation>यह कुंजी लिखने के लिए चाहिए; F1 से F12, या Ctrl या Alt के साथ कोई चुनें।</translation>
    </message>
    <message>
        <source>This key is taken: {what}. Choose another, or change that one first.</source>
        <translation>यह कुंजी पहले से लगी है: {what}। कोई और चुनें, या पहले उसे बदलें।</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>All as usual</source>
        <translation>सब सामान्य करें</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>काउंटर</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>हर जगह</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>फ़ॉर्म में</translation>
    </message>
    <message>
        <source>Keys as on</source>
        <translation>कुंजियाँ किस तरह हों</translation>
    </message>
    <message>
        <source>On a page</source>
        <translation>किसी पेज पर</translation>
    </message>
    <message>
        <source>On the counter</source>
        <translation>काउंटर पर</translation>
    </message>
    <message>
        <source>Some keys are your own</source>
        <translation>कुछ कुंजियाँ आपकी अपनी हैं</translation>
    </message>
    <message>
        <source>Tally</source>
        <translation>टैली</translation>
    </message>
    <message>
        <source>Tally: Alt+G finds anything, Alt+K is what you gave, Alt+F6 takes goods back.</source>
        <translation>टैली: Alt+G से कुछ भी खोजें, Alt+K आपने दिया, Alt+F6 सामान की वापसी।</translation>
    </message>
    <message>
        <source>To begin something</source>
        <translation>कुछ शुरू करने के लिए</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Find a key or what it does</source>
        <translation>कुंजी या उसका काम खोजें</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>कुछ नहीं मिला</translation>
    </message>
</context>
<context>
    <name>KhataForm</name>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>नकद</translation>
    </message>
    <message>
        <source>Correct {number}</source>
        <translation>{number} ठीक करें</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>माल</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>संदर्भ</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>सुधार सहेजें</translation>
    </message>
    <message>
        <source>Save: you gave</source>
        <translation>सहेजें: आपने दिया</translation>
    </message>
    <message>
        <source>Save: you got</source>
        <translation>सहेजें: आपको मिला</translation>
    </message>
    <message>
        <source>Sums work too: 3*120+50</source>
        <translation>हिसाब भी लिख सकते हैं: 3*120+50</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>क्या था?</translation>
    </message>
    <message>
        <source>You gave</source>
        <translation>आपने दिया</translation>
    </message>
    <message>
        <source>You gave {amount} to {name}</source>
        <translation>आपने {name} को {amount} दिए</translation>
    </message>
    <message>
        <source>You got</source>
        <translation>आपको मिला</translation>
    </message>
    <message>
        <source>You got {amount} from {name}</source>
        <translation>आपको {name} से {amount} मिले</translation>
    </message>
    <message>
        <source>↑ You gave</source>
        <translation>↑ आपने दिया</translation>
    </message>
    <message>
        <source>↓ You got</source>
        <translation>↓ आपको मिला</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <extracomment>The kinds a list can be narrowed to; reversals are only ever seen beside what they undo.</extracomment>
        <translation>
            <numerusform>%n आइटम</numerusform>
            <numerusform>%n आइटम</numerusform>
        </translation>
    </message>
    <message>
        <source>Balance from before</source>
        <translation>पहले का बकाया</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>जर्नल</translation>
    </message>
    <message>
        <source>Khata entry</source>
        <translation>खाता एंट्री</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>वसूली</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>Sale return</source>
        <translation>बिक्री वापसी</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>रद्द करें</translation>
    </message>
</context>
<context>
    <name>LetGoForm</name>
    <message>
        <source>Let it go</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Let this backup go?</source>
        <translation>यह बैकअप हटाएँ?</translation>
    </message>
    <message>
        <source>Only the owner can have a backup removed, so that no thief of a computer can.</source>
        <translation>बैकअप केवल मालिक हटा सकता है, ताकि कंप्यूटर चुराने वाला न हटा सके।</translation>
    </message>
    <message>
        <source>The 24 words of the recovery phrase</source>
        <translation>बहाली वाक्य के 24 शब्द</translation>
    </message>
    <message>
        <source>The backup of {moment} is removed in 30 days. Until then it can be restored.</source>
        <translation>{moment} का बैकअप 30 दिन बाद हट जाएगा। तब तक वापस लाया जा सकता है।</translation>
    </message>
    <message>
        <source>Type the 24 words from your paper.</source>
        <translation>अपने काग़ज़ से 24 शब्द लिखें।</translation>
    </message>
</context>
<context>
    <name>LetInForm</name>
    <message>
        <source>As a picture…</source>
        <translation>तस्वीर के रूप में…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>कॉपी हो गया</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>पाठ के रूप में कॉपी करें</translation>
    </message>
    <message>
        <source>Good for one device, and for {time} more.</source>
        <translation>एक डिवाइस के लिए, और {time} तक।</translation>
    </message>
    <message>
        <source>Handing the khata over to “{name}”</source>
        <translation>खाता “{name}” को सौंपा जा रहा है</translation>
    </message>
    <message>
        <source>Keep the code as a picture</source>
        <translation>कोड को तस्वीर के रूप में रखें</translation>
    </message>
    <message>
        <source>Let a device in</source>
        <extracomment>What may be over the next time one asks.</extracomment>
        <translation>डिवाइस शामिल करें</translation>
    </message>
    <message>
        <source>Making the code…</source>
        <translation>कोड बन रहा है…</translation>
    </message>
    <message>
        <source>On the other computer, open Khata, press “Join another device” and read this code: as a picture, a screenshot or as text.</source>
        <translation>दूसरे कंप्यूटर पर खाता खोलें, “दूसरे डिवाइस से जुड़ें” दबाएँ और यह कोड पढ़ें: तस्वीर, स्क्रीनशॉट या पाठ के रूप में।</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>तस्वीर (*.png)</translation>
    </message>
    <message>
        <source>Show a new code</source>
        <translation>नया कोड दिखाएँ</translation>
    </message>
    <message>
        <source>The code is kept as a picture. Delete it when the device is in.</source>
        <translation>कोड तस्वीर के रूप में रख लिया गया। डिवाइस शामिल होने पर उसे मिटा दें।</translation>
    </message>
    <message>
        <source>The device was turned away: somebody else may have read the code. Show a new one, and let nobody but you see it.</source>
        <translation>डिवाइस को लौटा दिया गया: शायद किसी और ने कोड पढ़ लिया। नया कोड दिखाएँ, और उसे आपके सिवा कोई न देखे।</translation>
    </message>
    <message>
        <source>The picture could not be written there; choose another folder.</source>
        <translation>तस्वीर वहाँ नहीं लिखी जा सकी; दूसरा फ़ोल्डर चुनें।</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>एक जैसे हैं</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>अलग हैं</translation>
    </message>
    <message>
        <source>This code has run out.</source>
        <translation>इस कोड का समय ख़त्म हो गया।</translation>
    </message>
    <message>
        <source>“{name}” has read the code. Are these the digits on its screen?</source>
        <translation>“{name}” ने कोड पढ़ लिया है। क्या उसकी स्क्रीन पर यही अंक हैं?</translation>
    </message>
    <message>
        <source>“{name}” is in.</source>
        <translation>“{name}” शामिल हो गया।</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Accounting words</source>
        <translation>हिसाब-किताब के शब्द</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>कंप्यूटर के अनुसार</translation>
    </message>
    <message>
        <source>Close together</source>
        <translation>पास-पास</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>रंग</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>खुली-खुली</translation>
    </message>
    <message>
        <source>Commas in figures</source>
        <translation>अंकों में अल्पविराम</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>गहरा</translation>
    </message>
    <message>
        <source>Debit and credit in place of gave and got.</source>
        <translation>दिया और मिला की जगह डेबिट और क्रेडिट।</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>अंक</translation>
    </message>
    <message>
        <source>Dots in place of amounts while somebody looks on. {key} does the same.</source>
        <translation>जब कोई देख रहा हो तो राशि की जगह बिंदु। {key} से भी यही होता है।</translation>
    </message>
    <message>
        <source>Hide amounts</source>
        <translation>राशियाँ छिपाएँ</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>तेज़ रंग</translation>
    </message>
    <message>
        <source>Lakh and crore, or thousands and millions; on screen and on paper.</source>
        <translation>लाख और करोड़, या हज़ार और मिलियन; स्क्रीन पर भी और काग़ज़ पर भी।</translation>
    </message>
    <message>
        <source>Language and figures</source>
        <translation>भाषा और अंक</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>प्रोग्राम की भाषा</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>हल्का</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>रूप</translation>
    </message>
    <message>
        <source>Rows of lists</source>
        <translation>सूचियों की पंक्तियाँ</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <translation>अक्षरों का आकार</translation>
    </message>
    <message>
        <source>Words and privacy</source>
        <translation>शब्द और निजता</translation>
    </message>
</context>
<context>
    <name>LookupEdit</name>
    <message>
        <source>Nothing found</source>
        <translation>कुछ नहीं मिला</translation>
    </message>
</context>
<context>
    <name>LostForm</name>
    <message>
        <source>A device that is shut out gets nothing new, and what is entered there from now on does not come in. This cannot be undone; the device would have to be let in anew.</source>
        <translation>जो डिवाइस बाहर किया जाए उसे कुछ नया नहीं मिलता, और अब से वहाँ जो लिखा जाएगा वह नहीं आएगा। यह वापस नहीं हो सकता; डिवाइस को नए सिरे से शामिल करना होगा।</translation>
    </message>
    <message>
        <source>Device {series}, lets others in. Last heard from: {heard}</source>
        <translation>डिवाइस {series}, दूसरों को शामिल कर सकता है। आख़िरी संपर्क: {heard}</translation>
    </message>
    <message>
        <source>Device {series}. Last heard from: {heard}</source>
        <translation>डिवाइस {series}। आख़िरी संपर्क: {heard}</translation>
    </message>
    <message>
        <source>Go on, shut nobody out</source>
        <translation>आगे बढ़ें, किसी को बाहर न करें</translation>
    </message>
    <message numerus="yes">
        <source>Go on, shut out %n device(s)</source>
        <translation>
            <numerusform>आगे बढ़ें, %n डिवाइस बाहर करें</numerusform>
            <numerusform>आगे बढ़ें, %n डिवाइस बाहर करें</numerusform>
        </translation>
    </message>
    <message>
        <source>Lost: shut it out</source>
        <translation>खो गया: इसे बाहर करें</translation>
    </message>
    <message>
        <source>The letter of a device is the one in its voucher numbers. Several can be ticked, or none.</source>
        <translation>डिवाइस का अक्षर वही है जो उसके वाउचर नंबरों में है। कई पर निशान लगा सकते हैं, या किसी पर नहीं।</translation>
    </message>
    <message>
        <source>Tick only what was lost or stolen. All others stay in and work on as before.</source>
        <translation>सिर्फ़ उस पर निशान लगाएँ जो खो गया या चोरी हो गया। बाक़ी सब शामिल रहते हैं और पहले की तरह काम करते हैं।</translation>
    </message>
    <message>
        <source>Which devices are lost?</source>
        <translation>कौन से डिवाइस खो गए हैं?</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>हर जगह</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>फ़ॉर्म में</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>अगला ख़ाना</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>इस पन्ने पर</translation>
    </message>
    <message>
        <source>Open the list or the month</source>
        <translation>सूची या महीना खोलें</translation>
    </message>
    <message>
        <source>Save from any field</source>
        <translation>किसी भी ख़ाने से सहेजें</translation>
    </message>
    <message>
        <source>find anything</source>
        <translation>कुछ भी खोजें</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>कुंजियाँ</translation>
    </message>
</context>
<context>
    <name>MappingStep</name>
    <message>
        <source>Dates such as 1/12</source>
        <translation>तारीखें, जैसे 1/12</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>दिन पहले</translation>
    </message>
    <message>
        <source>Let the file tell</source>
        <translation>फ़ाइल से समझें</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>पंक्ति</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>महीना पहले</translation>
    </message>
    <message>
        <source>Numbers such as 1,500</source>
        <translation>संख्याएँ, जैसे 1,500</translation>
    </message>
    <message>
        <source>Still needed: {fields}</source>
        <extracomment>Pixels at 100 %: a column of the preview gives way down to the one, and asks for the other at the most.</extracomment>
        <translation>अभी ज़रूरी: {fields}</translation>
    </message>
    <message>
        <source>The file has headings and no lines.</source>
        <translation>फ़ाइल में सिर्फ़ शीर्षक हैं, पंक्ति कोई नहीं।</translation>
    </message>
    <message>
        <source>The file holds</source>
        <translation>फ़ाइल में हैं</translation>
    </message>
    <message>
        <source>The first lines, as they would come in</source>
        <translation>पहली पंक्तियाँ, जैसी वे आएँगी</translation>
    </message>
    <message>
        <source>Which column is what? (* is needed)</source>
        <translation>कौन-सा कॉलम क्या है? (* ज़रूरी है)</translation>
    </message>
    <message>
        <source>{order}: {example}</source>
        <translation>{order}: {example}</translation>
    </message>
</context>
<context>
    <name>MoneyForm</name>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>An expense</source>
        <translation>कोई ख़र्च</translation>
    </message>
    <message>
        <source>Cheque or reference number</source>
        <translation>चेक या संदर्भ नंबर</translation>
    </message>
    <message>
        <source>Correct {number}</source>
        <translation>{number} ठीक करें</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>For</source>
        <translation>के लिए</translation>
    </message>
    <message>
        <source>From a khata</source>
        <extracomment>Accounts that money in or out is never booked to by hand: they follow from other vouchers.</extracomment>
        <translation>खाते से</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>किसमें</translation>
    </message>
    <message>
        <source>Khata now: {balance}</source>
        <translation>खाता अभी: {balance}</translation>
    </message>
    <message>
        <source>Khata now: {before}, then: {after}</source>
        <translation>खाता अभी: {before}, इसके बाद: {after}</translation>
    </message>
    <message>
        <source>Let me choose</source>
        <translation>मैं ख़ुद चुनूँगा</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>पुराना पहले</translation>
    </message>
    <message>
        <source>Other income</source>
        <translation>अन्य आमदनी</translation>
    </message>
    <message>
        <source>Out of</source>
        <translation>किसमें से</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>किसे दिया</translation>
    </message>
    <message>
        <source>Paid {amount} to {name}</source>
        <translation>{name} को {amount} चुकाए</translation>
    </message>
    <message>
        <source>Paid {amount}: {name}</source>
        <translation>{amount} चुकाए: {name}</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>वसूली</translation>
    </message>
    <message>
        <source>Received from</source>
        <translation>किससे मिला</translation>
    </message>
    <message>
        <source>Received {amount} from {name}</source>
        <translation>{name} से {amount} वसूल हुए</translation>
    </message>
    <message>
        <source>Received {amount}: {name}</source>
        <translation>{amount} वसूल हुए: {name}</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>सुधार सहेजें</translation>
    </message>
    <message>
        <source>Save: money paid</source>
        <translation>सहेजें: रक़म दी</translation>
    </message>
    <message>
        <source>Save: money received</source>
        <translation>सहेजें: रक़म मिली</translation>
    </message>
    <message>
        <source>Settles</source>
        <translation>कौन-से बिल चुके</translation>
    </message>
    <message>
        <source>To a khata</source>
        <translation>खाते में</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>हिसाब बराबर</translation>
    </message>
    <message>
        <source>↑ {amount} to collect</source>
        <translation>↑ {amount} लेने हैं</translation>
    </message>
    <message>
        <source>↓ {amount} to pay</source>
        <translation>↓ {amount} देने हैं</translation>
    </message>
</context>
<context>
    <name>MonthPopup</name>
    <message>
        <source>Month after</source>
        <translation>अगला महीना</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>पिछला महीना</translation>
    </message>
</context>
<context>
    <name>MoveForm</name>
    <message>
        <source>Another meeting place</source>
        <translation>मिलने की दूसरी जगह</translation>
    </message>
    <message>
        <source>Change it on every device: they find each other only where all of them go.</source>
        <translation>हर डिवाइस पर बदलें: वे एक-दूसरे को वहीं पाते हैं जहाँ सब जाते हैं।</translation>
    </message>
    <message>
        <source>Meet there</source>
        <translation>वहाँ मिलें</translation>
    </message>
    <message>
        <source>The devices meet there from now on.</source>
        <translation>अब से डिवाइस वहाँ मिलते हैं।</translation>
    </message>
</context>
<context>
    <name>NetForm</name>
    <message>
        <source>Address of the server</source>
        <translation>सर्वर का पता</translation>
    </message>
    <message>
        <source>No server answers there; check the address and the network.</source>
        <translation>वहाँ कोई सर्वर जवाब नहीं देता; पता और नेटवर्क देखें।</translation>
    </message>
    <message>
        <source>One moment…</source>
        <extracomment>The name of the field every form about a server has.</extracomment>
        <translation>एक पल…</translation>
    </message>
    <message>
        <source>Type the address of the server, such as https://khata.example.com.</source>
        <translation>सर्वर का पता लिखें, जैसे https://khata.example.com</translation>
    </message>
</context>
<context>
    <name>NewShopForm</name>
    <message>
        <source>A new shop</source>
        <translation>नई दुकान</translation>
    </message>
    <message>
        <source>Another folder</source>
        <translation>दूसरा फ़ोल्डर</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>मुद्रा</translation>
    </message>
    <message>
        <source>Keep the khata in</source>
        <translation>खाता यहाँ रखें</translation>
    </message>
    <message>
        <source>Kept in {path}</source>
        <translation>यहाँ रखा जाएगा: {path}</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>दुकान का नाम</translation>
    </message>
    <message>
        <source>Phone, printed on bills</source>
        <translation>फ़ोन, जो बिल पर छपता है</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>दुकान</translation>
    </message>
    <message>
        <source>Start with an empty khata</source>
        <translation>ख़ाली खाते से शुरू करें</translation>
    </message>
    <message>
        <source>Type the name of your shop; it stands on every bill.</source>
        <translation>अपनी दुकान का नाम लिखें; यह हर बिल पर आता है।</translation>
    </message>
    <message>
        <source>for example Rahmat General Store</source>
        <translation>जैसे रहमत जनरल स्टोर</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>{name} owes {balance}, over the limit of {limit}</source>
        <translation>{name} से {balance} लेने हैं, सीमा {limit} से ज़्यादा</translation>
    </message>
    <message>
        <source>{name}: stock is now {quantity}</source>
        <translation>{name}: स्टॉक अब {quantity}</translation>
    </message>
</context>
<context>
    <name>OffView</name>
    <message>
        <source>Another computer is let in by a code on your screen and six digits on both. Twenty-four words on paper bring the khata back when every computer is lost.</source>
        <translation>दूसरा कंप्यूटर आपकी स्क्रीन के कोड और दोनों पर छह अंकों से शामिल होता है। सब कंप्यूटर खो जाएँ तो काग़ज़ पर लिखे चौबीस शब्द खाता वापस लाते हैं।</translation>
    </message>
    <message>
        <source>Each works by itself. Without a network everything is entered as ever, and goes to the others as soon as there is one. Nothing is lost, and nobody is asked which side to keep.</source>
        <translation>हर एक अपने आप काम करता है। नेटवर्क के बिना सब कुछ हमेशा की तरह लिखा जाता है, और नेटवर्क आते ही दूसरों तक पहुँच जाता है। कुछ नहीं खोता, और किसी से नहीं पूछा जाता कि कौन सा रखना है।</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>यह कैसे काम करता है</translation>
    </message>
    <message>
        <source>Keep one khata on the counter, in the office and at home: what is entered on one is on all.</source>
        <translation>एक ही खाता काउंटर पर, दफ़्तर में और घर पर रखें: जो एक पर लिखा जाए वह सब पर होता है।</translation>
    </message>
    <message>
        <source>Switch on…</source>
        <translation>चालू करें…</translation>
    </message>
    <message>
        <source>The computers meet at one place: at one of them, in the shop&apos;s own network and without the internet, or at a server. Without either, a USB stick carries the entries.</source>
        <translation>कंप्यूटर एक जगह मिलते हैं: उनमें से किसी एक पर, दुकान के अपने नेटवर्क में इंटरनेट के बिना, या किसी सर्वर पर। दोनों न हों तो USB स्टिक प्रविष्टियाँ ले जाती है।</translation>
    </message>
    <message>
        <source>What travels is sealed: the server can neither read nor change it. Each computer numbers its bills in a series of its own.</source>
        <translation>जो भेजा जाता है वह मुहरबंद होता है: सर्वर उसे न पढ़ सकता है न बदल सकता है। हर कंप्यूटर अपने बिलों को अपनी शृंखला में नंबर देता है।</translation>
    </message>
</context>
<context>
    <name>PageContext</name>
    <message>
        <source>Do it again</source>
        <translation>दोबारा करें</translation>
    </message>
    <message>
        <source>Nothing to do again.</source>
        <translation>दोबारा करने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>वापस लेने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>कुछ नहीं बदला</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>वापस लिया गया: {what}</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back (Esc)</source>
        <translation>वापस (Esc)</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Accounts</source>
        <translation>अकाउंट</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>सभी कुंजियाँ</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>बैकअप</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>काम</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>दोबारा करें</translation>
    </message>
    <message>
        <source>Hide amounts</source>
        <translation>राशियाँ छिपाएँ</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>आइटम</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>भाषा और रूप</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>नया आइटम</translation>
    </message>
    <message>
        <source>New party</source>
        <translation>नई पार्टी</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>पार्टियाँ</translation>
    </message>
    <message>
        <source>Show amounts</source>
        <translation>राशियाँ दिखाएँ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>वाउचर</translation>
    </message>
    <message>
        <source>You got</source>
        <translation>आपको मिला</translation>
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
        <translation>PDF में सहेजें</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>सहेजा गया: {name}</translation>
    </message>
    <message>
        <source>The printer did not take {name}; check that it is on.</source>
        <translation>प्रिंटर ने {name} नहीं छापा; देखें कि प्रिंटर चालू है।</translation>
    </message>
    <message>
        <source>This computer knows no printer yet; add one in its settings, or save a PDF.</source>
        <translation>इस कंप्यूटर पर अभी कोई प्रिंटर नहीं; कंप्यूटर की सेटिंग में जोड़ें, या PDF सहेजें।</translation>
    </message>
    <message>
        <source>{name} was sent to the printer</source>
        <translation>{name} प्रिंटर को भेज दिया</translation>
    </message>
</context>
<context>
    <name>PaperNote</name>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>पहले देखें</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF में सहेजें</translation>
    </message>
    <message>
        <source>{number} is saved, but not printed. {why}</source>
        <translation>{number} सहेजा गया, पर छपा नहीं। {why}</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n पन्ना</numerusform>
            <numerusform>%n पन्ने</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>कॉपी</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>पन्ना {number}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>प्रिंट करें</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDF बनाएँ</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>व्हाट्सऐप</translation>
    </message>
</context>
<context>
    <name>PaperSection</name>
    <message>
        <source>Ask each time</source>
        <translation>हर बार पूछें</translation>
    </message>
    <message>
        <source>Bills</source>
        <extracomment>Paper kinds by their name in the business record, and in `AppConfig.printers`. What bills can be rounded to, in major units; None leaves them.</extracomment>
        <translation>बिल</translation>
    </message>
    <message>
        <source>For {paper}</source>
        <translation>{paper} के लिए</translation>
    </message>
    <message>
        <source>Language of bills</source>
        <translation>बिलों की भाषा</translation>
    </message>
    <message>
        <source>May differ from the language of the program.</source>
        <translation>प्रोग्राम की भाषा से अलग हो सकती है।</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>काग़ज़</translation>
    </message>
    <message>
        <source>Payment QR</source>
        <translation>भुगतान का QR</translation>
    </message>
    <message>
        <source>Payment address</source>
        <translation>भुगतान का पता</translation>
    </message>
    <message>
        <source>Printers of this computer</source>
        <translation>इस कंप्यूटर के प्रिंटर</translation>
    </message>
    <message>
        <source>Round bills to</source>
        <translation>बिल को पूर्णांक करें</translation>
    </message>
    <message>
        <source>The difference is shown on the bill and booked as rounding.</source>
        <translation>अंतर बिल पर दिखता है और पूर्णांकन में लिखा जाता है।</translation>
    </message>
    <message>
        <source>UPI address (shop@bank), Raast IBAN, or any link. Empty prints no QR.</source>
        <translation>UPI पता (shop@bank), Raast IBAN, या कोई लिंक। ख़ाली हो तो QR नहीं छपेगा।</translation>
    </message>
    <message>
        <source>What the print key prints on; the preview offers the others.</source>
        <translation>प्रिंट की कुंजी इस काग़ज़ पर छापती है; बाक़ी काग़ज़ पूर्वावलोकन में मिलेंगे।</translation>
    </message>
</context>
<context>
    <name>PartiesPage</name>
    <message numerus="yes">
        <source>%n in this list</source>
        <translation>
            <numerusform>इस सूची में %n</numerusform>
            <numerusform>इस सूची में %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>सब</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>शेष</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>नाम से</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Due since</source>
        <translation>कब से बाक़ी</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>सब लोग</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>एक्सेल</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>बड़ा पहले</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Name, phone or code</source>
        <translation>नाम, फ़ोन या कोड</translation>
    </message>
    <message>
        <source>New party</source>
        <translation>नई पार्टी</translation>
    </message>
    <message>
        <source>Nobody here yet: add the first customer or supplier.</source>
        <translation>अभी यहाँ कोई नहीं: पहला ग्राहक या सप्लायर जोड़ें।</translation>
    </message>
    <message>
        <source>Nobody matches.</source>
        <translation>कोई नहीं मिला।</translation>
    </message>
    <message>
        <source>Oldest due</source>
        <translation>सबसे पुराना बकाया</translation>
    </message>
    <message>
        <source>Oldest due first</source>
        <translation>पुराना बकाया पहले</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>पार्टियाँ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>Put away too</source>
        <translation>पुराने भी</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>वसूली</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>सब दिखाएँ</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>कर्मचारी</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>सप्लायर</translation>
    </message>
    <message>
        <source>To collect</source>
        <translation>लेने हैं</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>देने हैं</translation>
    </message>
    <message numerus="yes">
        <source>from %n</source>
        <translation>
            <numerusform>%n पार्टी से</numerusform>
            <numerusform>%n पार्टियों से</numerusform>
        </translation>
    </message>
    <message>
        <source>new party</source>
        <translation>नई पार्टी</translation>
    </message>
    <message>
        <source>nothing is due</source>
        <translation>कुछ बाक़ी नहीं</translation>
    </message>
    <message>
        <source>open khata</source>
        <translation>खाता खोलें</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>पुराना</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>वसूली</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>कर्मचारी</translation>
    </message>
    <message>
        <source>supplier</source>
        <translation>सप्लायर</translation>
    </message>
    <message numerus="yes">
        <source>to %n</source>
        <translation>
            <numerusform>%n पार्टी को</numerusform>
            <numerusform>%n पार्टियों को</numerusform>
        </translation>
    </message>
    <message>
        <source>↑ To collect</source>
        <translation>↑ लेने हैं</translation>
    </message>
    <message>
        <source>↓ To pay</source>
        <translation>↓ देने हैं</translation>
    </message>
</context>
<context>
    <name>PartyField</name>
    <message>
        <source>Add “{text}”</source>
        <translation>“{text}” जोड़ें</translation>
    </message>
    <message>
        <source>Name, phone or code</source>
        <translation>नाम, फ़ोन या कोड</translation>
    </message>
</context>
<context>
    <name>PartyForm</name>
    <message>
        <source>Add</source>
        <translation>जोड़ें</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Balance from before</source>
        <translation>पहले का बकाया</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>विवरण बदलें</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>उधार की सीमा</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>Keep out of the lists (put away)</source>
        <translation>सूचियों में न दिखाएँ (पुराने में रखें)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>New party</source>
        <translation>नई पार्टी</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Pays within</source>
        <translation>भुगतान की अवधि</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>कर्मचारी</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>सप्लायर</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>टैग</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>टैक्स नंबर</translation>
    </message>
    <message>
        <source>They are a</source>
        <translation>ये हैं</translation>
    </message>
    <message>
        <source>They owe you</source>
        <translation>उनसे लेने हैं</translation>
    </message>
    <message>
        <source>What stood open in the old book, if anything.</source>
        <translation>पुराने खाते में जो बाक़ी था, अगर कुछ था।</translation>
    </message>
    <message>
        <source>You owe them</source>
        <translation>उनको देने हैं</translation>
    </message>
    <message>
        <source>days</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>{name} was added</source>
        <translation>{name} जुड़ गया</translation>
    </message>
</context>
<context>
    <name>PartyOutputs</name>
    <message>
        <source>Excel</source>
        <translation>एक्सेल</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>खाता विवरण</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>व्हाट्सऐप</translation>
    </message>
</context>
<context>
    <name>PartyPage</name>
    <message numerus="yes">
        <source>%n entries shown</source>
        <translation>
            <numerusform>%n एंट्री दिख रही है</numerusform>
            <numerusform>%n एंट्री दिख रही हैं</numerusform>
        </translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>हर प्रकार</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>शेष</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>विवरण बदलें</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Find in this khata</source>
        <translation>इस खाते में खोजें</translation>
    </message>
    <message>
        <source>Gave</source>
        <translation>दिया</translation>
    </message>
    <message>
        <source>Gave and got</source>
        <translation>दिया और मिला</translation>
    </message>
    <message>
        <source>Gave in all</source>
        <translation>कुल दिया</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>मिला</translation>
    </message>
    <message>
        <source>Khata</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>New sale</source>
        <translation>नई बिक्री</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>कोई एंट्री नहीं मिली।</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Owes you</source>
        <translation>उनसे लेने हैं</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>सब दिखाएँ</translation>
    </message>
    <message>
        <source>This khata is empty: write the first entry.</source>
        <translation>यह खाता ख़ाली है: पहली एंट्री लिखें।</translation>
    </message>
    <message>
        <source>What</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>You gave</source>
        <translation>आपने दिया</translation>
    </message>
    <message>
        <source>You got</source>
        <translation>आपको मिला</translation>
    </message>
    <message>
        <source>You owe</source>
        <translation>उनको देने हैं</translation>
    </message>
    <message>
        <source>all clear</source>
        <translation>हिसाब बराबर</translation>
    </message>
    <message>
        <source>an advance, or what you owe</source>
        <translation>अग्रिम, या जो आपको देना है</translation>
    </message>
    <message numerus="yes">
        <source>got {amount} · %n entries</source>
        <translation>
            <numerusform>मिले {amount} · %n एंट्री</numerusform>
            <numerusform>मिले {amount} · %n एंट्री</numerusform>
        </translation>
    </message>
    <message>
        <source>limit {amount}</source>
        <translation>सीमा {amount}</translation>
    </message>
    <message>
        <source>new sale</source>
        <translation>नई बिक्री</translation>
    </message>
    <message>
        <source>nothing is late</source>
        <translation>अभी कोई देरी नहीं</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>पुराना</translation>
    </message>
    <message numerus="yes">
        <source>since {date}, %n day(s)</source>
        <translation>
            <numerusform>{date} से बाक़ी, %n दिन</numerusform>
            <numerusform>{date} से बाक़ी, %n दिन</numerusform>
        </translation>
    </message>
    <message>
        <source>statement</source>
        <translation>खाता विवरण</translation>
    </message>
    <message>
        <source>you gave</source>
        <translation>आपने दिया</translation>
    </message>
    <message>
        <source>you got</source>
        <translation>आपको मिला</translation>
    </message>
    <message>
        <source>↑ You gave</source>
        <translation>↑ आपने दिया</translation>
    </message>
    <message>
        <source>↓ You got</source>
        <translation>↓ आपको मिला</translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>Passphrase for the keys</source>
        <translation>कुंजियों का गुप्त वाक्य</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>गुप्त वाक्य दोबारा</translation>
    </message>
    <message>
        <source>The two are not the same; type the passphrase again.</source>
        <translation>दोनों एक जैसे नहीं हैं; गुप्त वाक्य फिर लिखें।</translation>
    </message>
    <message>
        <source>This computer has no key store: the keys of this khata are kept in a file that this passphrase locks.</source>
        <translation>इस कंप्यूटर में कुंजी-भंडार नहीं है: इस खाते की कुंजियाँ एक फ़ाइल में रखी जाती हैं जिस पर यह गुप्त वाक्य ताला लगाता है।</translation>
    </message>
    <message>
        <source>Type at least 8 letters; you will be asked for it when the program starts.</source>
        <translation>कम से कम 8 अक्षर लिखें; प्रोग्राम शुरू होने पर यह पूछा जाएगा।</translation>
    </message>
</context>
<context>
    <name>PaymentPanel</name>
    <message>
        <source>100 or 5 %</source>
        <translation>100 या 5 %</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>नकद</translation>
    </message>
    <message>
        <source>Cash back</source>
        <translation>नकद वापस</translation>
    </message>
    <message>
        <source>Cash given back</source>
        <translation>वापस दिया गया नकद</translation>
    </message>
    <message>
        <source>Cash handed over</source>
        <translation>नकद जो दिया गया</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>वापसी</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>Discount on the whole bill</source>
        <translation>पूरे बिल पर छूट</translation>
    </message>
    <message>
        <source>Given back by bank</source>
        <translation>बैंक से वापस दिया गया</translation>
    </message>
    <message>
        <source>Khata</source>
        <translation>उधार</translation>
    </message>
    <message>
        <source>Khata: {before} before, {after} after</source>
        <translation>खाता: पहले {before}, अब {after}</translation>
    </message>
    <message>
        <source>Khata: {before} now, {after} after the correction</source>
        <translation>खाता: अभी {before}, सुधार के बाद {after}</translation>
    </message>
    <message>
        <source>Paid by bank</source>
        <translation>बैंक से चुकाया</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>पहले देखें</translation>
    </message>
    <message>
        <source>Round-off</source>
        <translation>पूर्णांकन</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Save and preview</source>
        <translation>सहेजकर देखें</translation>
    </message>
    <message>
        <source>Save and print</source>
        <translation>सहेजकर प्रिंट करें</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>सहेजा जा रहा है…</translation>
    </message>
    <message>
        <source>Still to give back</source>
        <translation>अभी वापस देना बाकी</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>अभी बाक़ी</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>योग</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Take back and print</source>
        <translation>वापस लें और छापें</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>टैक्स</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>वापस देना है</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>कुल देना है</translation>
    </message>
    <message>
        <source>To the khata</source>
        <translation>खाते में</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>ज़्यादा है</translation>
    </message>
</context>
<context>
    <name>PhraseForm</name>
    <message>
        <source>I have written them down</source>
        <translation>मैंने लिख लिए हैं</translation>
    </message>
    <message>
        <source>Nothing is switched on yet. Press Esc again to leave; next time there are other words.</source>
        <translation>अभी कुछ चालू नहीं हुआ। छोड़ने के लिए फिर Esc दबाएँ; अगली बार दूसरे शब्द होंगे।</translation>
    </message>
    <message>
        <source>Show the words again</source>
        <translation>शब्द फिर दिखाएँ</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>चालू करें</translation>
    </message>
    <message>
        <source>The recovery phrase</source>
        <translation>बहाली वाक्य</translation>
    </message>
    <message>
        <source>These 24 words bring the khata back when every computer is lost. Write them on paper, in this order, and keep the paper away from the shop.</source>
        <translation>सब कंप्यूटर खो जाएँ तो ये 24 शब्द खाता वापस लाते हैं। इन्हें इसी क्रम में काग़ज़ पर लिखें और काग़ज़ दुकान से दूर रखें।</translation>
    </message>
    <message>
        <source>They are shown this once. Whoever has them can read the khata.</source>
        <translation>ये केवल एक बार दिखाए जाते हैं। जिसके पास ये हों वह खाता पढ़ सकता है।</translation>
    </message>
    <message>
        <source>This is not word {number} of your phrase; look at the paper again.</source>
        <translation>यह आपके वाक्य का शब्द {number} नहीं है; काग़ज़ फिर देखें।</translation>
    </message>
    <message>
        <source>Type these three from your paper.</source>
        <translation>अपने काग़ज़ से ये तीन लिखें।</translation>
    </message>
    <message>
        <source>Word {number}</source>
        <translation>शब्द {number}</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Filling the sample shop</source>
        <translation>नमूने की दुकान भरी जा रही है</translation>
    </message>
    <message>
        <source>Saving… The window closes by itself when that is done.</source>
        <translation>सहेजा जा रहा है… पूरा होने पर विंडो अपने-आप बंद हो जाएगी।</translation>
    </message>
</context>
<context>
    <name>ProgressSheet</name>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>रुक रहा है…</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>ड्राइव</translation>
    </message>
    <message>
        <source>File</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>फ़ोल्डर</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>सब चुनें</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>एक बढ़ाएँ</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>एक घटाएँ</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
फ़ोल्डर नहीं मिला।
देख लें कि फ़ोल्डर का नाम सही है।</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
फ़ाइल नहीं मिली।
देख लें कि फ़ाइल का नाम सही है।</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 पहले से मौजूद है।
क्या उसकी जगह नई रखें?</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>चुनें</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>यहाँ देखें:</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>नया फ़ोल्डर</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>नाम बदलें</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is write protected.
Do you want to delete it anyway?</source>
        <translation>&apos;%1&apos; बदलने से सुरक्षित है।
क्या फिर भी मिटाएँ?</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>सभी फ़ाइलें (*)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>सभी फ़ाइलें (*)</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation>क्या सच में &apos;%1&apos; मिटाएँ?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>विवरण के साथ दिखाएँ</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>सूची में दिखाएँ</translation>
    </message>
    <message>
        <source>Could not delete directory.</source>
        <translation>फ़ोल्डर मिटाया नहीं जा सका।</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>नया फ़ोल्डर बनाएँ</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>नया फ़ोल्डर बनाएँ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>फ़ोल्डर</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>फ़ोल्डर:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>फ़ाइल का नाम:</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>फ़ाइलें</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>फ़ाइल का प्रकार:</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation>फ़ोल्डर खोजें</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>वापस जाएँ</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>आगे जाएँ</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>ऊपर वाले फ़ोल्डर में जाएँ</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>सूची</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>जगहों की सूची</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>नया फ़ोल्डर</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>ऊपर वाला फ़ोल्डर</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>हाल की जगहें</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>नए नाम से सहेजें</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>दिखाएँ </translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>छिपी फ़ाइलें दिखाएँ</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>किनारे की पट्टी</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Computer</source>
        <translation>कंप्यूटर</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>बदलने की तारीख</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>मेरा कंप्यूटर</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>प्रकार</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>पेस्ट करें</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>दोबारा करें</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>कट करें</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>सब चुनें</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>&amp;No</source>
        <translation>नहीं</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>रोक दें</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>लागू करें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>छोड़ दें</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>मदद</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>अनदेखा करें</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ठीक है</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>पहले जैसा करें</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>मूल रूप में लाएँ</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>सब सहेजें</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>पेस्ट करें</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>दोबारा करें</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>लिंक कॉपी करें</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>कट करें</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>सब चुनें</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Navigation</source>
        <translation>पन्ने</translation>
    </message>
</context>
<context>
    <name>RenameForm</name>
    <message>
        <source>For example: Counter, Office, Godown.</source>
        <translation>जैसे: काउंटर, दफ़्तर, गोदाम।</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Rename the device</source>
        <translation>डिवाइस का नाम बदलें</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Type what the device is called.</source>
        <translation>डिवाइस का नाम लिखें।</translation>
    </message>
</context>
<context>
    <name>ReportStep</name>
    <message>
        <source>Came in</source>
        <translation>आ गईं</translation>
    </message>
    <message>
        <source>Every line came in.</source>
        <translation>हर पंक्ति आ गई।</translation>
    </message>
    <message>
        <source>Every line fits.</source>
        <translation>हर पंक्ति ठीक है।</translation>
    </message>
    <message>
        <source>Everything of this file is there already; nothing is added twice.</source>
        <translation>इस फ़ाइल का सब कुछ पहले से मौजूद है; कुछ दो बार नहीं आता।</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>पंक्ति</translation>
    </message>
    <message>
        <source>Lines in the file</source>
        <translation>फ़ाइल की पंक्तियाँ</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>ठुकराई गईं</translation>
    </message>
    <message>
        <source>Refused lines</source>
        <translation>ठुकराई गई पंक्तियाँ</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>पहले से हैं</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>वजह</translation>
    </message>
    <message>
        <source>Will come in</source>
        <translation>आएँगी</translation>
    </message>
    <message>
        <source>balances from before: {count}</source>
        <translation>पहले के बकाया: {count}</translation>
    </message>
    <message>
        <source>bills: {count}</source>
        <translation>बिल: {count}</translation>
    </message>
    <message>
        <source>changed items: {count}</source>
        <translation>बदले आइटम: {count}</translation>
    </message>
    <message>
        <source>changed parties: {count}</source>
        <translation>बदली पार्टियाँ: {count}</translation>
    </message>
    <message>
        <source>entries: {count}</source>
        <translation>एंट्री: {count}</translation>
    </message>
    <message>
        <source>new items: {count}</source>
        <translation>नए आइटम: {count}</translation>
    </message>
    <message>
        <source>new parties: {count}</source>
        <translation>नई पार्टियाँ: {count}</translation>
    </message>
    <message>
        <source>returns: {count}</source>
        <translation>वापसी: {count}</translation>
    </message>
    <message>
        <source>together {amount}</source>
        <translation>कुल {amount}</translation>
    </message>
</context>
<context>
    <name>RestoreBackupForm</name>
    <message>
        <source>It becomes a new file, which is opened then. The khata as it is now stays as it is in {file}: to undo this, open that again.</source>
        <translation>इसकी एक नई फ़ाइल बनेगी और वही खुल जाएगी। खाता जैसा अभी है {file} में वैसा ही रहेगा: वापस आने के लिए वही फ़ाइल फिर खोलें।</translation>
    </message>
    <message>
        <source>It was made on another computer, whose keys are not here: the new file can be used alone. To keep it together with the others, join anew from the start page.</source>
        <translation>यह दूसरे कंप्यूटर पर बना था जिसकी चाबियाँ यहाँ नहीं हैं: नई फ़ाइल अकेले इस्तेमाल हो सकती है। दूसरों के साथ चलाने के लिए शुरू के पेज से नए सिरे से जुड़ें।</translation>
    </message>
    <message>
        <source>It was stopped. Nothing was changed.</source>
        <translation>रोक दिया गया। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>Khata (*.khata)</source>
        <translation>खाता (*.khata)</translation>
    </message>
    <message>
        <source>Name the new file…</source>
        <translation>नई फ़ाइल का नाम…</translation>
    </message>
    <message numerus="yes">
        <source>Now the khata holds %n voucher(s).</source>
        <translation>
            <numerusform>अभी खाते में %n वाउचर है।</numerusform>
            <numerusform>अभी खाते में %n वाउचर हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore into a new file</source>
        <translation>नई फ़ाइल में वापस लाएँ</translation>
    </message>
    <message>
        <source>Restore this backup?</source>
        <translation>यह बैकअप वापस लाएँ?</translation>
    </message>
    <message>
        <source>Restoring from the server</source>
        <translation>सर्वर से वापस लाया जा रहा है</translation>
    </message>
    <message numerus="yes">
        <source>The backup of {moment}, made on “{name}”, holds %n voucher(s).</source>
        <translation>
            <numerusform>{moment} के बैकअप में, जो “{name}” पर बना, %n वाउचर है।</numerusform>
            <numerusform>{moment} के बैकअप में, जो “{name}” पर बना, %n वाउचर हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>What was entered after it is fetched from the other devices at the next sync. Bills are numbered in a new series from then on, so that no number is given twice.</source>
        <translation>इसके बाद जो लिखा गया वह अगली बार मिलान पर दूसरे डिवाइस से आ जाएगा। फिर बिलों के नंबर एक नई शृंखला में होंगे, ताकि कोई नंबर दो बार न लगे।</translation>
    </message>
</context>
<context>
    <name>RestoreForm</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n आइटम</numerusform>
            <numerusform>%n आइटम</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n party(s)</source>
        <translation>
            <numerusform>%n पार्टी</numerusform>
            <numerusform>%n पार्टियाँ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s)</source>
        <translation>
            <numerusform>%n वाउचर</numerusform>
            <numerusform>%n वाउचर</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s) entered since will be gone from the khata.</source>
        <translation>
            <numerusform>इसके बाद का %n वाउचर खाते में नहीं रहेगा।</numerusform>
            <numerusform>इसके बाद के %n वाउचर खाते में नहीं रहेंगे।</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking into the copy…</source>
        <translation>नक़ल देखी जा रही है…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>वापस लाएँ</translation>
    </message>
    <message>
        <source>Restore this copy?</source>
        <translation>यह नक़ल वापस लाएँ?</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>वापस लाया जा रहा है</translation>
    </message>
    <message>
        <source>The copy holds</source>
        <translation>नक़ल में है</translation>
    </message>
    <message>
        <source>The copy is restored.</source>
        <translation>नक़ल वापस आ गई।</translation>
    </message>
    <message>
        <source>The khata as it is now is kept beside it as a file of its own, so this can be undone.</source>
        <translation>खाता जैसा अभी है वह साथ ही अलग फ़ाइल में रहेगा, इसलिए यह वापस लिया जा सकता है।</translation>
    </message>
    <message>
        <source>The khata holds now</source>
        <translation>खाते में अभी है</translation>
    </message>
    <message>
        <source>The khata is as it was before.</source>
        <translation>खाता फिर पहले जैसा है।</translation>
    </message>
    <message>
        <source>This copy is of another shop: {name}.</source>
        <translation>यह नक़ल दूसरी दुकान की है: {name}।</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>last entry of {day}</source>
        <translation>आख़िरी एंट्री {day}</translation>
    </message>
</context>
<context>
    <name>RestoredForm</name>
    <message>
        <source>Go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>The backup is restored</source>
        <translation>बैकअप वापस आ गया</translation>
    </message>
    <message>
        <source>The khata that was open before lies unchanged in {file}.</source>
        <translation>जो खाता पहले खुला था वह जैसा का तैसा {file} में है।</translation>
    </message>
    <message>
        <source>{file} is a new file, and open now: the khata as it was on {moment}.</source>
        <translation>{file} नई फ़ाइल है और अब खुली है: खाता जैसा {moment} को था।</translation>
    </message>
</context>
<context>
    <name>ReturnForm</name>
    <message>
        <source>Bill</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Bill number, customer or amount</source>
        <translation>बिल नंबर, ग्राहक या राशि</translation>
    </message>
    <message>
        <source>By bank</source>
        <translation>बैंक से</translation>
    </message>
    <message>
        <source>Cash back</source>
        <translation>नकद वापस</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Everything comes back</source>
        <translation>सब वापस आया</translation>
    </message>
    <message>
        <source>Goods come back</source>
        <translation>माल वापस आया</translation>
    </message>
    <message>
        <source>Goods for {amount} came back</source>
        <translation>{amount} का माल वापस आया</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>The money</source>
        <translation>रक़म</translation>
    </message>
    <message>
        <source>To the khata</source>
        <translation>खाते में</translation>
    </message>
    <message>
        <source>What comes back</source>
        <translation>क्या वापस आया</translation>
    </message>
    <message>
        <source>Without the bill</source>
        <translation>बिल के बिना</translation>
    </message>
    <message>
        <source>Worth {amount}</source>
        <translation>क़ीमत {amount}</translation>
    </message>
    <message>
        <source>of {quantity}</source>
        <translation>{quantity} में से</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>आम ग्राहक</translation>
    </message>
</context>
<context>
    <name>ReviewDetail</name>
    <message>
        <source>All are right</source>
        <translation>सब सही हैं</translation>
    </message>
    <message>
        <source>Bring this one back</source>
        <translation>इसे वापस लाएँ</translation>
    </message>
    <message>
        <source>I have looked at it</source>
        <translation>मैंने देख लिया</translation>
    </message>
    <message>
        <source>It is right so</source>
        <translation>यह सही है</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>यही रखें</translation>
    </message>
    <message>
        <source>Leave them void</source>
        <translation>रद्द ही रहने दें</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Noted by the program: {detail}</source>
        <extracomment>The kinds where one of the versions is right and the rest is one too many.</extracomment>
        <translation>प्रोग्राम ने लिखा: {detail}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>अकाउंट खोलें</translation>
    </message>
    <message>
        <source>Open the item</source>
        <translation>आइटम खोलें</translation>
    </message>
    <message>
        <source>Open the khata</source>
        <translation>खाता खोलें</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>मालिक</translation>
    </message>
    <message>
        <source>This is right</source>
        <translation>यह सही है</translation>
    </message>
    <message>
        <source>Void this one</source>
        <translation>इसे रद्द करें</translation>
    </message>
    <message>
        <source>What you found; everybody sees it.</source>
        <translation>आपने क्या पाया; यह सबको दिखता है।</translation>
    </message>
    <message>
        <source>holds for now</source>
        <translation>अभी यही चल रहा है</translation>
    </message>
    <message>
        <source>{when}, by {user}</source>
        <translation>{when}, {user} ने</translation>
    </message>
</context>
<context>
    <name>ReviewsPage</name>
    <message numerus="yes">
        <source>%n thing(s) that devices did apart, or that went wrong between them</source>
        <translation>
            <numerusform>%n बात जो डिवाइसों ने अलग-अलग की, या जो उनके बीच बिगड़ी</numerusform>
            <numerusform>%n बातें जो डिवाइसों ने अलग-अलग कीं, या जो उनके बीच बिगड़ीं</numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen, on every device</source>
        <translation>चुन लिया गया, हर डिवाइस पर</translation>
    </message>
    <message numerus="yes">
        <source>Kept: {number} of {device}; %n other version(s) voided</source>
        <translation>
            <numerusform>रखा गया: {number}, {device} का; दूसरा रूप रद्द हुआ</numerusform>
            <numerusform>रखा गया: {number}, {device} का; बाकी %n रूप रद्द हुए</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked at, and put away on every device</source>
        <translation>देख लिया गया, और हर डिवाइस से हटा दिया गया</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>देखने की बातें</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>What</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>What the devices did fits together: there is nothing to look at.</source>
        <translation>डिवाइसों का काम आपस में मेल खाता है: देखने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>When</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>चुनें</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>देख लिया</translation>
    </message>
    <message>
        <source>{number} counts again</source>
        <translation>{number} फिर से गिना जा रहा है</translation>
    </message>
    <message>
        <source>{number} is void: money and goods went back</source>
        <translation>{number} रद्द हुआ: रक़म और माल वापस हो गए</translation>
    </message>
</context>
<context>
    <name>SalePage</name>
    <message>
        <source>Bill {number} · {name}</source>
        <translation>बिल {number} · {name}</translation>
    </message>
    <message>
        <source>Correct {number}</source>
        <translation>{number} ठीक करें</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>पूरा</translation>
    </message>
    <message>
        <source>New bill</source>
        <translation>नया बिल</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>झटपट</translation>
    </message>
    <message>
        <source>Return {number} · {name}</source>
        <translation>वापसी {number} · {name}</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>दिखाएँ</translation>
    </message>
    <message>
        <source>The bill was put away</source>
        <translation>बिल हटा दिया गया</translation>
    </message>
    <message>
        <source>This bill is being saved; it closes by itself when that is done.</source>
        <translation>यह बिल सहेजा जा रहा है; हो जाने पर अपने-आप बंद हो जाएगा।</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>another bill</source>
        <translation>दूसरा बिल</translation>
    </message>
    <message>
        <source>bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>नकद</translation>
    </message>
    <message>
        <source>khata</source>
        <translation>उधार</translation>
    </message>
    <message>
        <source>save and print</source>
        <translation>सहेजें और प्रिंट</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>आम ग्राहक</translation>
    </message>
    <message>
        <source>{bill} was not saved. {why}</source>
        <translation>{bill} सहेजा नहीं गया। {why}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About</source>
        <translation>परिचय</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>अकाउंट</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>बैकअप</translation>
    </message>
    <message>
        <source>Bills and printing</source>
        <translation>बिल और प्रिंट</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>भाषा और रूप</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>टैक्स</translation>
    </message>
    <message>
        <source>Your shop</source>
        <extracomment>Sections by key: icon and maker. Their words stand in `SettingsPage._words`.</extracomment>
        <translation>आपकी दुकान</translation>
    </message>
</context>
<context>
    <name>ShopSection</name>
    <message>
        <source>Add a logo…</source>
        <translation>लोगो लगाएँ…</translation>
    </message>
    <message>
        <source>Add address and phone: they stand on every bill.</source>
        <translation>पता और फ़ोन लिखें: ये हर बिल पर आते हैं।</translation>
    </message>
    <message>
        <source>Another logo…</source>
        <translation>दूसरा लोगो…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>लोगो चुनें</translation>
    </message>
    <message>
        <source>Currency</source>
        <extracomment>A logo is at most this many pixels on its longer side: sharp at 3 cm in print, small in the book.</extracomment>
        <translation>मुद्रा</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg *.webp *.bmp)</source>
        <translation>तस्वीरें (*.png *.jpg *.jpeg *.svg *.webp *.bmp)</translation>
    </message>
    <message>
        <source>Reports of a year begin with this month.</source>
        <translation>साल की रिपोर्ट इस महीने से शुरू होती हैं।</translation>
    </message>
    <message>
        <source>Tax number {number}</source>
        <translation>टैक्स नंबर {number}</translation>
    </message>
    <message>
        <source>That file is not a picture; choose a PNG or JPEG.</source>
        <translation>यह फ़ाइल तस्वीर नहीं है; PNG या JPEG चुनें।</translation>
    </message>
    <message>
        <source>The financial year begins in</source>
        <translation>वित्तीय वर्ष शुरू होता है</translation>
    </message>
    <message>
        <source>The khata is kept in</source>
        <translation>खाता यहाँ रखा है</translation>
    </message>
    <message>
        <source>Without logo</source>
        <translation>बिना लोगो</translation>
    </message>
</context>
<context>
    <name>ShutOutForm</name>
    <message>
        <source>Shut it out</source>
        <translation>बाहर करें</translation>
    </message>
    <message>
        <source>Shut “{name}” out?</source>
        <translation>“{name}” को बाहर करें?</translation>
    </message>
    <message>
        <source>This cannot be undone; the device would have to be let in anew.</source>
        <translation>यह वापस नहीं हो सकता; डिवाइस को नए सिरे से शामिल करना होगा।</translation>
    </message>
    <message>
        <source>What is entered there from now on does not come in, and nothing new goes there.</source>
        <translation>अब से वहाँ जो लिखा जाएगा वह नहीं आएगा, और वहाँ कुछ नया नहीं जाएगा।</translation>
    </message>
    <message>
        <source>What is on its disk stays there: whoever has that computer can read the khata as it was.</source>
        <translation>जो उसकी डिस्क पर है वहीं रहता है: जिसके पास वह कंप्यूटर है वह खाता उस समय तक का पढ़ सकता है।</translation>
    </message>
    <message>
        <source>What was entered there so far stays in the khata.</source>
        <translation>वहाँ अब तक जो लिखा गया वह खाते में रहता है।</translation>
    </message>
    <message>
        <source>“{name}” is shut out.</source>
        <translation>“{name}” को बाहर कर दिया गया।</translation>
    </message>
</context>
<context>
    <name>SignUpForm</name>
    <message>
        <source>A code was sent to {number}.</source>
        <translation>कोड {number} पर भेज दिया गया।</translation>
    </message>
    <message>
        <source>Another number, or send it again</source>
        <translation>दूसरा नंबर, या दोबारा भेजें</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>कोड भेजें</translation>
    </message>
    <message>
        <source>Sign up with the server</source>
        <extracomment>A country&apos;s code to begin with, by the money the books are kept in.</extracomment>
        <translation>सर्वर पर नाम दर्ज करें</translation>
    </message>
    <message>
        <source>The server {address} keeps khatas only for owners whose number it knows. It sends a code by SMS; the number is used for nothing else.</source>
        <translation>सर्वर {address} केवल उन मालिकों के खाते रखता है जिनका नंबर उसे मालूम हो। वह SMS से कोड भेजता है; नंबर किसी और काम नहीं आता।</translation>
    </message>
    <message>
        <source>The six digits of the message</source>
        <translation>संदेश के छह अंक</translation>
    </message>
    <message>
        <source>Type the six digits of the message.</source>
        <translation>संदेश के छह अंक लिखें।</translation>
    </message>
    <message>
        <source>With the country&apos;s code.</source>
        <translation>देश के कोड के साथ।</translation>
    </message>
    <message>
        <source>Your mobile number</source>
        <translation>आपका मोबाइल नंबर</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>A .khata file on this computer or a USB stick</source>
        <translation>इस कंप्यूटर या USB पर .khata फ़ाइल</translation>
    </message>
    <message>
        <source>A khata that another computer keeps, or a recovery phrase</source>
        <translation>दूसरे कंप्यूटर का खाता, या बहाली वाक्य</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Nothing needs the internet.</source>
        <translation>सब कुछ इसी कंप्यूटर पर रहता है। इंटरनेट की ज़रूरत नहीं।</translation>
    </message>
    <message>
        <source>Half a year of entries to try everything on</source>
        <translation>सब कुछ आज़माने के लिए छह महीने की एंट्री</translation>
    </message>
    <message>
        <source>Into a new file; nothing is overwritten</source>
        <translation>नई फ़ाइल में; कुछ मिटता नहीं</translation>
    </message>
    <message>
        <source>Join another device</source>
        <translation>दूसरे डिवाइस से जुड़ें</translation>
    </message>
    <message>
        <source>Khata (*.khata)</source>
        <translation>खाता (*.khata)</translation>
    </message>
    <message>
        <source>Khata (*.khata);;All files (*)</source>
        <translation>खाता (*.khata);;सभी फ़ाइलें (*)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Look round the sample shop</source>
        <translation>नमूने की दुकान देखें</translation>
    </message>
    <message>
        <source>Open a khata</source>
        <translation>खाता खोलें</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>हाल में खोले गए</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>बैकअप वापस लाएँ</translation>
    </message>
    <message>
        <source>Welcome to Khata</source>
        <translation>खाता में आपका स्वागत है</translation>
    </message>
    <message>
        <source>Your shops</source>
        <translation>आपकी दुकानें</translation>
    </message>
</context>
<context>
    <name>StateSheet</name>
    <message numerus="yes">
        <source>%n entry(s) of this computer wait to be sent.</source>
        <translation>
            <numerusform>इस कंप्यूटर की %n प्रविष्टि भेजी जानी बाकी है।</numerusform>
            <numerusform>इस कंप्यूटर की %n प्रविष्टियाँ भेजी जानी बाकी हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>Another address…</source>
        <translation>दूसरा पता…</translation>
    </message>
    <message>
        <source>Backups on the server</source>
        <translation>सर्वर पर बैकअप</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>बैकअप…</translation>
    </message>
    <message>
        <source>Everything entered on this computer is sent.</source>
        <translation>इस कंप्यूटर पर लिखा सब भेज दिया गया है।</translation>
    </message>
    <message>
        <source>It begins with this program and ends with it.</source>
        <translation>यह इस प्रोग्राम के साथ शुरू और ख़त्म होता है।</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>देखें…</translation>
    </message>
    <message>
        <source>Meet here…</source>
        <translation>यहाँ मिलें…</translation>
    </message>
    <message>
        <source>Sign up…</source>
        <translation>नाम दर्ज करें…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>शुरू हो रहा है…</translation>
    </message>
    <message>
        <source>The devices meet at</source>
        <translation>डिवाइस यहाँ मिलते हैं</translation>
    </message>
    <message>
        <source>The hub of this computer has another address than where the devices meet</source>
        <translation>इस कंप्यूटर के केंद्र का पता उस जगह से अलग है जहाँ डिवाइस मिलते हैं</translation>
    </message>
    <message>
        <source>The khata stays here and can be used alone; nothing of it is sent any more. To keep it together again, join anew from the start page.</source>
        <translation>खाता यहीं रहता है और अकेले इस्तेमाल हो सकता है; अब इससे कुछ नहीं भेजा जाता। फिर से साथ चलाने के लिए शुरू के पेज से नए सिरे से जुड़ें।</translation>
    </message>
    <message>
        <source>The others reach it at {address} while this program is open here.</source>
        <translation>जब तक यह प्रोग्राम यहाँ खुला है, दूसरे इसे {address} पर पाते हैं।</translation>
    </message>
    <message>
        <source>The whole khata, sealed; a way back when every disk is gone.</source>
        <extracomment>How the address of a hub begins that nobody but its computer can reach. Faults that are the same again however often one tries.</extracomment>
        <translation>पूरा खाता, मुहरबंद; हर डिस्क चली जाए तो भी वापसी का रास्ता।</translation>
    </message>
    <message>
        <source>The whole khata, sealed; it lies on this computer&apos;s own disk, so keep a copy elsewhere too.</source>
        <translation>पूरा खाता, मुहरबंद; यह इसी कंप्यूटर की डिस्क पर है, इसलिए एक कॉपी कहीं और भी रखें।</translation>
    </message>
    <message>
        <source>This computer is in no network now; the others reach the hub once it is in one.</source>
        <translation>यह कंप्यूटर अभी किसी नेटवर्क में नहीं है; नेटवर्क मिलते ही दूसरे केंद्र तक पहुँच सकेंगे।</translation>
    </message>
    <message>
        <source>This computer is the shop&apos;s hub</source>
        <translation>यह कंप्यूटर दुकान का केंद्र है</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>खोलें…</translation>
    </message>
    <message>
        <source>Unusually much was deleted or voided here; it is not sent before you say yes.</source>
        <translation>यहाँ आम से कहीं ज़्यादा मिटाया या रद्द किया गया; आपकी हाँ से पहले यह नहीं भेजा जाएगा।</translation>
    </message>
    <message>
        <source>What you enter is kept in the khata; it goes to the other devices once the keys are open.</source>
        <translation>जो आप लिखें वह खाते में रहता है; कुंजियाँ खुलने पर दूसरे डिवाइसों को जाएगा।</translation>
    </message>
</context>
<context>
    <name>StockForm</name>
    <message>
        <source>Add to stock</source>
        <translation>स्टॉक में जोड़ें</translation>
    </message>
    <message>
        <source>Cost of one</source>
        <translation>एक की लागत</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Stock in: {name}</source>
        <translation>माल आया: {name}</translation>
    </message>
    <message>
        <source>Worth {amount}</source>
        <translation>क़ीमत {amount}</translation>
    </message>
    <message>
        <source>{quantity} of {name} came in</source>
        <translation>{name}: {quantity} माल आया</translation>
    </message>
</context>
<context>
    <name>SwitchOnForm</name>
    <message>
        <source>A server</source>
        <translation>सर्वर</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Keep this khata on several computers</source>
        <translation>यह खाता कई कंप्यूटरों पर रखें</translation>
    </message>
    <message>
        <source>One that is always on, in the shop or on the internet. It passes on what it cannot read.</source>
        <translation>जो हमेशा चालू रहे, दुकान में या इंटरनेट पर। वह वही आगे देता है जिसे पढ़ नहीं सकता।</translation>
    </message>
    <message>
        <source>One that is always on. It passes on what it cannot read. This computer cannot be the meeting place itself: the server&apos;s parts are not installed here.</source>
        <translation>जो हमेशा चालू रहे। वह वही आगे देता है जिसे पढ़ नहीं सकता। यह कंप्यूटर ख़ुद मिलने की जगह नहीं बन सकता: सर्वर के हिस्से यहाँ नहीं लगे हैं।</translation>
    </message>
    <message>
        <source>The other computers of the shop reach this one in the shop&apos;s own network while this program is open here. Nothing needs the internet.</source>
        <translation>जब तक यह प्रोग्राम यहाँ खुला है, दुकान के दूसरे कंप्यूटर दुकान के अपने नेटवर्क में इस तक पहुँचते हैं। इंटरनेट की ज़रूरत नहीं।</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>यह कंप्यूटर</translation>
    </message>
    <message>
        <source>Where the devices meet</source>
        <translation>डिवाइस कहाँ मिलते हैं</translation>
    </message>
</context>
<context>
    <name>SyncWatch</name>
    <message numerus="yes">
        <source>%n entry(s) of other devices came in</source>
        <translation>
            <numerusform>दूसरे डिवाइस की %n प्रविष्टि आई</numerusform>
            <numerusform>दूसरे डिवाइसों की %n प्रविष्टियाँ आईं</numerusform>
        </translation>
    </message>
    <message>
        <source>The keys are locked: nothing goes to the other devices yet.</source>
        <extracomment>So many entries at once are worth a word of their own; a few are what goes on all day. After the devices were apart they do not all come back at the same moment.</extracomment>
        <translation>कुंजियाँ बंद हैं: अभी दूसरे डिवाइसों को कुछ नहीं जाता।</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>खोलें</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n arrived</source>
        <translation>
            <numerusform>%n आई</numerusform>
            <numerusform>%n आईं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) not sent: server not reached</source>
        <translation>
            <numerusform>%n प्रविष्टि नहीं भेजी गई: सर्वर तक पहुँच नहीं</numerusform>
            <numerusform>%n प्रविष्टियाँ नहीं भेजी गईं: सर्वर तक पहुँच नहीं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) waiting to be sent</source>
        <translation>
            <numerusform>%n प्रविष्टि भेजे जाने के इंतज़ार में</numerusform>
            <numerusform>%n प्रविष्टियाँ भेजे जाने के इंतज़ार में</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n मिनट पहले</numerusform>
            <numerusform>%n मिनट पहले</numerusform>
        </translation>
    </message>
    <message>
        <source>Deletions wait for your yes</source>
        <extracomment>Groups the digits of a count within the words that hold it.</extracomment>
        <translation>मिटाना आपकी हाँ का इंतज़ार कर रहा</translation>
    </message>
    <message>
        <source>Getting into step…</source>
        <translation>तालमेल हो रहा है…</translation>
    </message>
    <message>
        <source>In step {time}</source>
        <translation>तालमेल में {time}</translation>
    </message>
    <message>
        <source>Locked: passphrase</source>
        <translation>बंद: गुप्त वाक्य</translation>
    </message>
    <message>
        <source>Not in step</source>
        <translation>तालमेल में नहीं</translation>
    </message>
    <message>
        <source>Not in step: keys missing</source>
        <translation>तालमेल में नहीं: कुंजियाँ नहीं</translation>
    </message>
    <message>
        <source>Server not reached</source>
        <translation>सर्वर तक पहुँच नहीं</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>बाहर किया गया</translation>
    </message>
    <message>
        <source>Waiting for another device</source>
        <translation>दूसरे डिवाइस की प्रतीक्षा</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>अभी-अभी</translation>
    </message>
    <message>
        <source>not heard from yet</source>
        <translation>अभी संपर्क नहीं हुआ</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>आज {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>कल {time}</translation>
    </message>
</context>
<context>
    <name>TableOutput</name>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>एक्सेल (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Plain table (*.csv)</source>
        <translation>सादी तालिका (*.csv)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>नए नाम से सहेजें</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>सहेजा गया: {name}</translation>
    </message>
</context>
<context>
    <name>TakingOver</name>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Compare these digits with the other screen, and confirm there.</source>
        <translation>ये अंक दूसरी स्क्रीन से मिलाएँ, और वहाँ पुष्टि करें।</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>रुक रहा है…</translation>
    </message>
    <message>
        <source>Taking the khata over</source>
        <translation>खाता लिया जा रहा है</translation>
    </message>
    <message>
        <source>Waiting for the other device…</source>
        <translation>दूसरे डिवाइस का इंतज़ार है…</translation>
    </message>
</context>
<context>
    <name>TaxForm</name>
    <message>
        <source>Add</source>
        <translation>जोड़ें</translation>
    </message>
    <message>
        <source>Bills already written keep the rate they were written with.</source>
        <translation>जो बिल बन चुके उन पर वही दर रहेगी जो तब थी।</translation>
    </message>
    <message>
        <source>Change the tax</source>
        <translation>टैक्स बदलें</translation>
    </message>
    <message>
        <source>Name on the bill</source>
        <translation>बिल पर नाम</translation>
    </message>
    <message>
        <source>New tax</source>
        <translation>नया टैक्स</translation>
    </message>
    <message>
        <source>On top of the other taxes of the line</source>
        <translation>पंक्ति के बाक़ी टैक्सों के ऊपर</translation>
    </message>
    <message>
        <source>Rate in percent</source>
        <translation>दर प्रतिशत</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>for example Sales tax or GST</source>
        <translation>जैसे बिक्री कर या जीएसटी</translation>
    </message>
    <message>
        <source>{name} is saved.</source>
        <translation>{name} सहेजा गया।</translation>
    </message>
</context>
<context>
    <name>TaxesSection</name>
    <message>
        <source>Change</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>New tax</source>
        <translation>नया टैक्स</translation>
    </message>
    <message>
        <source>No taxes yet. Shops that charge sales tax or GST add it here once.</source>
        <translation>अभी कोई टैक्स नहीं। जो दुकानें बिक्री कर या जीएसटी लेती हैं वे इसे यहाँ एक बार लिखें।</translation>
    </message>
    <message>
        <source>On every new bill</source>
        <translation>हर नए बिल पर</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>पुराने में रखें</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>{name} was put away; old bills keep it.</source>
        <translation>{name} पुराने में रख दिया गया; पुराने बिलों में रहेगा।</translation>
    </message>
    <message>
        <source>{rate}, on top of the other taxes of the line</source>
        <translation>{rate}, पंक्ति के बाक़ी टैक्सों के ऊपर</translation>
    </message>
</context>
<context>
    <name>TransferForm</name>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Between cash and bank</source>
        <translation>नकद और बैंक के बीच</translation>
    </message>
    <message>
        <source>Cheque or reference number</source>
        <translation>चेक या संदर्भ नंबर</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>किसमें</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Out of</source>
        <translation>किसमें से</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>This is the account it comes out of; choose another.</source>
        <translation>रकम इसी अकाउंट से निकल रही है; कोई और चुनें।</translation>
    </message>
    <message>
        <source>{amount} moved from {out_of} to {into}</source>
        <translation>{amount}: {out_of} से {into} में गए</translation>
    </message>
</context>
<context>
    <name>UnlockForm</name>
    <message>
        <source>Passphrase for the keys</source>
        <translation>कुंजियों का गुप्त वाक्य</translation>
    </message>
    <message>
        <source>The keys are locked</source>
        <translation>कुंजियाँ बंद हैं</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>गुप्त वाक्य लिखें।</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>What you enter is kept in the khata; it goes to the other devices once the keys are open.</source>
        <translation>जो आप लिखें वह खाते में रहता है; कुंजियाँ खुलने पर दूसरे डिवाइसों को जाएगा।</translation>
    </message>
</context>
<context>
    <name>VoucherFacts</name>
    <message>
        <source>Discount</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>जो दिया गया</translation>
    </message>
    <message>
        <source>History</source>
        <translation>इतिहास</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>मालिक</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>वापसी</translation>
    </message>
    <message>
        <source>Round-off</source>
        <translation>पूर्णांकन</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>किससे चुका</translation>
    </message>
    <message>
        <source>Settles</source>
        <translation>कौन-से बिल चुके</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>योग</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>हिसाब</translation>
    </message>
    <message>
        <source>Takes back from</source>
        <translation>किस बिल की वापसी</translation>
    </message>
    <message>
        <source>To correct or void this bill, void what came back of it first.</source>
        <translation>इस बिल को सुधारने या रद्द करने के लिए पहले इसकी वापसी रद्द करें।</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>{tax} (included)</source>
        <translation>{tax} (शामिल)</translation>
    </message>
    <message>
        <source>{when}: corrected by {user}, now {amount}</source>
        <translation>{when}: {user} ने ठीक किया, अब {amount}</translation>
    </message>
    <message>
        <source>{when}: posted by {user}, {amount}</source>
        <translation>{when}: {user} ने लिखा, {amount}</translation>
    </message>
    <message>
        <source>{when}: put back as it was by {user}, {amount}</source>
        <translation>{when}: {user} ने पहले जैसा बहाल किया, {amount}</translation>
    </message>
    <message>
        <source>{when}: undone by {user}</source>
        <translation>{when}: {user} ने वापस लिया</translation>
    </message>
</context>
<context>
    <name>VoucherPage</name>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>ठीक करें</translation>
    </message>
    <message>
        <source>Paid at once</source>
        <translation>तुरंत चुकाया</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>प्रिंट करें</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>अभी बाक़ी</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>आम ग्राहक</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>ठीक करें</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>ठीक किया गया</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>{date} तक देना है</translation>
    </message>
    <message>
        <source>print</source>
        <translation>प्रिंट करें</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>बहाल</translation>
    </message>
    <message>
        <source>replaced by a correction</source>
        <translation>सुधार से बदला गया</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>पूरा चुका</translation>
    </message>
    <message>
        <source>the same once more</source>
        <translation>फिर से यही</translation>
    </message>
    <message>
        <source>void</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>void, later put back</source>
        <translation>रद्द, बाद में बहाल</translation>
    </message>
    <message>
        <source>{amount} on khata</source>
        <translation>{amount} उधार</translation>
    </message>
    <message>
        <source>{number} is void: money and goods went back</source>
        <translation>{number} रद्द हुआ: रक़म और माल वापस हो गए</translation>
    </message>
</context>
<context>
    <name>VoucherTables</name>
    <message>
        <source>Account</source>
        <translation>अकाउंट</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>वापस आया</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>क्रेडिट</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>डेबिट</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>In the accounts</source>
        <translation>अकाउंट में</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>आइटम</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>पंक्तियाँ</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>टैक्स</translation>
    </message>
</context>
<context>
    <name>VouchersPage</name>
    <message numerus="yes">
        <source>%n voucher(s)</source>
        <translation>
            <numerusform>%n वाउचर</numerusform>
            <numerusform>%n वाउचर</numerusform>
        </translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>हर प्रकार</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>एक्सेल</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>फ़ाइल लाएँ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>New sale</source>
        <translation>नई बिक्री</translation>
    </message>
    <message>
        <source>No voucher matches.</source>
        <translation>कोई वाउचर नहीं मिला।</translation>
    </message>
    <message>
        <source>Nothing posted yet: make the first sale.</source>
        <translation>अभी कुछ नहीं लिखा गया: पहली बिक्री करें।</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Number, name, note or amount</source>
        <translation>नंबर, नाम, नोट या राशि</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>सब दिखाएँ</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>सही</translation>
    </message>
    <message>
        <source>Void too</source>
        <translation>रद्द भी</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>वाउचर</translation>
    </message>
    <message>
        <source>What</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>ठीक किया गया</translation>
    </message>
    <message>
        <source>open voucher</source>
        <translation>वाउचर खोलें</translation>
    </message>
    <message>
        <source>search</source>
        <translation>खोज</translation>
    </message>
    <message>
        <source>void</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>आम ग्राहक</translation>
    </message>
    <message>
        <source>{count}, together {amount}</source>
        <translation>{count}, कुल {amount}</translation>
    </message>
</context>
<context>
    <name>_PeriodPopup</name>
    <message>
        <source>From</source>
        <translation>कब से</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>दिखाएँ</translation>
    </message>
    <message>
        <source>To</source>
        <translation>कब तक</translation>
    </message>
</context>
<context>
    <name>currencies</name>
    <message>
        <source>Afghan afghani</source>
        <translation>अफ़ग़ान अफ़ग़ानी</translation>
    </message>
    <message>
        <source>Bahraini dinar</source>
        <translation>बहरीनी दीनार</translation>
    </message>
    <message>
        <source>Bangladeshi taka</source>
        <translation>बांग्लादेशी टका</translation>
    </message>
    <message>
        <source>Euro</source>
        <translation>यूरो</translation>
    </message>
    <message>
        <source>Indian rupee</source>
        <translation>भारतीय रुपया</translation>
    </message>
    <message>
        <source>Kuwaiti dinar</source>
        <translation>कुवैती दीनार</translation>
    </message>
    <message>
        <source>Nepalese rupee</source>
        <translation>नेपाली रुपया</translation>
    </message>
    <message>
        <source>Omani rial</source>
        <translation>ओमानी रियाल</translation>
    </message>
    <message>
        <source>Pakistani rupee</source>
        <translation>पाकिस्तानी रुपया</translation>
    </message>
    <message>
        <source>Pound sterling</source>
        <translation>पाउंड स्टर्लिंग</translation>
    </message>
    <message>
        <source>Qatari riyal</source>
        <translation>क़तरी रियाल</translation>
    </message>
    <message>
        <source>Saudi riyal</source>
        <translation>सऊदी रियाल</translation>
    </message>
    <message>
        <source>Sri Lankan rupee</source>
        <translation>श्रीलंकाई रुपया</translation>
    </message>
    <message>
        <source>UAE dirham</source>
        <translation>यूएई दिरहम</translation>
    </message>
    <message>
        <source>US dollar</source>
        <translation>अमेरिकी डॉलर</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>&apos;{account}&apos; follows the goods by itself; bring in or sell the goods, and it moves with them.</source>
        <translation>&apos;{account}&apos; माल के साथ अपने आप बदलता है; माल दर्ज करें या बेचें, यह साथ ही बदल जाएगा।</translation>
    </message>
    <message>
        <source>&apos;{account}&apos; holds no khatas; leave out the customer or supplier, or choose another account.</source>
        <translation>&apos;{account}&apos; में ग्राहकों के खाते नहीं होते; ग्राहक या सप्लायर का नाम हटा दें, या दूसरा अकाउंट चुनें।</translation>
    </message>
    <message>
        <source>&apos;{account}&apos; is in use and keeps its kind and its use; add another account instead.</source>
        <translation>&apos;{account}&apos; काम में है और उसकी क़िस्म और काम नहीं बदल सकते; इसके बजाय नया अकाउंट जोड़ें।</translation>
    </message>
    <message>
        <source>&apos;{account}&apos; is not cash or a bank; choose an account that holds money.</source>
        <translation>&apos;{account}&apos; नकद या बैंक नहीं है; वह अकाउंट चुनें जिसमें रक़म होती है।</translation>
    </message>
    <message>
        <source>&apos;{account}&apos; was deleted; choose another account.</source>
        <translation>&apos;{account}&apos; मिटाया जा चुका है; दूसरा अकाउंट चुनें।</translation>
    </message>
    <message>
        <source>&apos;{currency}&apos; is not an ISO 4217 currency code; use one such as PKR, INR or GBP.</source>
        <translation>&apos;{currency}&apos; किसी मुद्रा का कोड नहीं है; PKR, INR या GBP जैसा कोड लिखें।</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has a khata already, and suppliers&apos; khatas are kept apart; add them once more as the other kind, with a phone or code of its own.</source>
        <translation>&apos;{name}&apos; का खाता पहले से चल रहा है, और सप्लायरों के खाते अलग रखे जाते हैं; उन्हें दूसरी क़िस्म में अलग फ़ोन या कोड के साथ एक बार और जोड़ें।</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has stock entries and stays goods; archive it, and add the service as a new item.</source>
        <translation>&apos;{name}&apos; की स्टॉक की एंट्रियाँ हैं, इसलिए यह माल ही रहेगा; इसे पुराने में रख दें, और सेवा को नए आइटम के रूप में जोड़ें।</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is a service, which has no stock; leave the stock empty, or make it goods in the book</source>
        <translation>&apos;{name}&apos; एक सेवा है, जिसका स्टॉक नहीं होता; स्टॉक ख़ाली छोड़ें, या उसे खाते में माल बना दें</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is already there; use it, or choose another name.</source>
        <translation>&apos;{name}&apos; पहले से मौजूद है; उसी को लें, या दूसरा नाम चुनें।</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is archived; bring it back into the list of items to sell it.</source>
        <translation>&apos;{name}&apos; पुराने में रखा हुआ है; बेचने के लिए उसे आइटमों की सूची में वापस लाएँ।</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is longer than {limit} characters; shorten it.</source>
        <translation>&apos;{name}&apos; में {limit} से ज़्यादा अक्षर हैं; छोटा करें।</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is used in the books and cannot be deleted; archive it instead.</source>
        <translation>&apos;{name}&apos; खाते में काम आ चुका है और मिट नहीं सकता; उसे पुराने में रख दें।</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was deleted; choose another item, or add it again.</source>
        <translation>&apos;{name}&apos; मिटाया जा चुका है; दूसरा आइटम चुनें, या उसे फिर से जोड़ें।</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; divides by zero; change the number after the division sign.</source>
        <translation>&apos;{text}&apos; में शून्य से भाग है; भाग के निशान के बाद की संख्या बदलें।</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; has more than {decimals} decimals; leave out the rest.</source>
        <translation>&apos;{text}&apos; में दशमलव के बाद {decimals} से ज़्यादा अंक हैं; बाक़ी हटा दें।</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a date; type t for today, 15 for the 15th, or 15/3/2026.</source>
        <translation>&apos;{text}&apos; तारीख नहीं है; आज के लिए t, पंद्रह तारीख के लिए 15, या 15/3/2026 लिखें।</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a quantity; type a number with at most three decimals, such as 2.5.</source>
        <translation>&apos;{text}&apos; मात्रा नहीं है; संख्या लिखें जिसमें दशमलव के बाद तीन से ज़्यादा अंक न हों, जैसे 2.5।</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a rate; type a percentage such as 18 or 2.5%.</source>
        <translation>&apos;{text}&apos; दर नहीं है; प्रतिशत लिखें, जैसे 18 या 2.5%।</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not an amount; type a number such as 1500 or a sum such as 3*120+50.</source>
        <translation>&apos;{text}&apos; राशि नहीं है; संख्या लिखें जैसे 1500, या हिसाब जैसे 3*120+50।</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; stops in the middle; finish the sum, or remove its last sign.</source>
        <translation>&apos;{text}&apos; बीच में रुक गया; हिसाब पूरा करें, या आख़िरी निशान हटा दें।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; does not fit the field &apos;{name}&apos;; choose one of {choices}.</source>
        <translation>&apos;{value}&apos; ख़ाना &apos;{name}&apos; में नहीं आता; इनमें से एक चुनें: {choices}।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; does not fit the field &apos;{name}&apos;; give {lowest} to {highest}.</source>
        <translation>&apos;{value}&apos; ख़ाना &apos;{name}&apos; में नहीं आता; {lowest} से {highest} तक लिखें।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; does not fit the field &apos;{name}&apos;; type another value.</source>
        <translation>&apos;{value}&apos; ख़ाना &apos;{name}&apos; में नहीं आता; कुछ और लिखें।</translation>
    </message>
    <message>
        <source>A name is needed; type one.</source>
        <translation>नाम ज़रूरी है; लिखें।</translation>
    </message>
    <message>
        <source>A recovery was stopped here half-way; recover the book to the same place again with the 24 words, and it goes on where it was.</source>
        <translation>यहाँ बहाली बीच में रुक गई थी; 24 शब्दों से उसी जगह फिर बहाल करें, वह वहीं से आगे चलेगी जहाँ रुकी थी।</translation>
    </message>
    <message>
        <source>A sale on khata needs a customer; choose one, or take the whole amount now.</source>
        <translation>उधार बिक्री के लिए ग्राहक ज़रूरी है; ग्राहक चुनें, या पूरी राशि अभी लें।</translation>
    </message>
    <message>
        <source>A {entity} has no field &apos;{name}&apos;.</source>
        <translation>{entity} में &apos;{name}&apos; नाम का ख़ाना नहीं है।</translation>
    </message>
    <message>
        <source>An entry of another device is not right ({detail}) and was left out; it is kept for looking at.</source>
        <translation>दूसरे डिवाइस की एक प्रविष्टि सही नहीं है ({detail}) और छोड़ दी गई; देखने के लिए रखी गई है।</translation>
    </message>
    <message>
        <source>An entry of another device speaks of a {entity} that has not arrived yet; it waits.</source>
        <translation>दूसरे डिवाइस की एक प्रविष्टि ऐसे रिकॉर्ड ({entity}) की बात करती है जो अभी नहीं पहुँचा; वह रुकी है।</translation>
    </message>
    <message>
        <source>Another book has taken the place of {path}; nothing was saved. Look at it, and save again.</source>
        <translation>{path} की जगह अब कोई दूसरा खाता है; कुछ सहेजा नहीं गया। उसे देख लें, फिर दोबारा सहेजें।</translation>
    </message>
    <message>
        <source>Another device has used this code already. If it is not yours, refuse it where the code is shown; then show a new code.</source>
        <translation>कोई और डिवाइस यह कोड इस्तेमाल कर चुका है। अगर वह आपका नहीं है तो जहाँ कोड दिखाया गया है वहाँ उसे मना करें; फिर नया कोड दिखाएँ।</translation>
    </message>
    <message>
        <source>Another device uses a newer version of the program; update the program on this one.</source>
        <translation>दूसरा डिवाइस प्रोग्राम का नया संस्करण चलाता है; इस कंप्यूटर पर प्रोग्राम को अपडेट करें।</translation>
    </message>
    <message>
        <source>Another program has been writing to {path} for too long; close it and try again.</source>
        <translation>कोई और प्रोग्राम देर से {path} में लिख रहा है; उसे बंद करके फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Another program on this computer uses port {port}, at which the others look for the hub. Close it (it may be another window of this program); the hub then starts by itself.</source>
        <translation>इस कंप्यूटर पर कोई और प्रोग्राम पोर्ट {port} इस्तेमाल कर रहा है, जहाँ दूसरे केंद्र को ढूँढ़ते हैं। उसे बंद करें (हो सकता है वह इसी प्रोग्राम की दूसरी विंडो हो); फिर केंद्र अपने आप चल पड़ेगा।</translation>
    </message>
    <message>
        <source>Another voucher already bears the number {number}; choose another, or leave it empty.</source>
        <translation>नंबर {number} पहले ही दूसरे वाउचर पर है; दूसरा नंबर चुनें, या ख़ाना ख़ाली छोड़ दें।</translation>
    </message>
    <message>
        <source>At {server} something else answers than a server of this program; check the address, and whether the network wants you to sign in first.</source>
        <translation>{server} पर इस प्रोग्राम के सर्वर के बजाय कोई और चीज़ जवाब दे रही है; पता जाँचें, और यह भी कि कहीं नेटवर्क पहले साइन-इन तो नहीं माँग रहा।</translation>
    </message>
    <message>
        <source>Choose the account first.</source>
        <translation>पहले अकाउंट चुनें।</translation>
    </message>
    <message>
        <source>Choose the customer or supplier first.</source>
        <translation>पहले ग्राहक या सप्लायर चुनें।</translation>
    </message>
    <message>
        <source>Debit and credit do not come to the same; change an amount until they do.</source>
        <translation>डेबिट और क्रेडिट बराबर नहीं हैं; राशि बदलकर दोनों को बराबर करें।</translation>
    </message>
    <message>
        <source>Line {line} has neither an item nor a description; name what is sold.</source>
        <translation>पंक्ति {line} में न आइटम है न विवरण; लिखें कि क्या बिका।</translation>
    </message>
    <message>
        <source>More comes back than is sold; enter what comes back as a sale return.</source>
        <translation>बेचे हुए माल से ज़्यादा माल वापस आ रहा है; वापस आने वाला माल बिक्री वापसी में दर्ज करें।</translation>
    </message>
    <message>
        <source>More is set against invoice {number} than is still due on it; lower the amount.</source>
        <translation>बिल {number} पर जितना बाक़ी है उससे ज़्यादा लगाया गया है; राशि कम करें।</translation>
    </message>
    <message>
        <source>More is set against invoices than was received; lower one of the amounts.</source>
        <translation>जितना मिला उससे ज़्यादा बिलों पर लगाया गया है; कोई राशि कम करें।</translation>
    </message>
    <message>
        <source>More is sold than comes back; enter what is sold as a bill.</source>
        <translation>वापस आने वाले माल से ज़्यादा माल बिक रहा है; बिकने वाला माल बिल में दर्ज करें।</translation>
    </message>
    <message>
        <source>More of &apos;{item}&apos; is returned than invoice {number} still has; lower the quantity.</source>
        <translation>बिल {number} में &apos;{item}&apos; जितना बाक़ी है उससे ज़्यादा लौट रहा है; मात्रा कम करें।</translation>
    </message>
    <message>
        <source>No column was found for {fields}; name it, such as {example}. The columns are: {columns}.</source>
        <translation>{fields} के लिए कॉलम नहीं मिला; उसका नाम बताएँ, जैसे {example}। कॉलम ये हैं: {columns}।</translation>
    </message>
    <message>
        <source>No device came within ten minutes, and the code is void. Show a new one.</source>
        <translation>दस मिनट में कोई डिवाइस नहीं आया, और कोड अब बेकार है। नया दिखाएँ।</translation>
    </message>
    <message>
        <source>No pairing code was found in {path}; take a sharper picture of the whole code, or paste its text.</source>
        <translation>{path} में जोड़ने का कोड नहीं मिला; पूरे कोड की साफ़ तस्वीर लें, या उसका पाठ चिपकाएँ।</translation>
    </message>
    <message>
        <source>No pairing was stopped here half-way; give the code that the other device shows.</source>
        <translation>यहाँ कोई जोड़ना अधूरा नहीं रहा; वह कोड दें जो दूसरा डिवाइस दिखाता है।</translation>
    </message>
    <message>
        <source>No server answers at {server}, where the two devices meet. See that both are in the same network and that the server, or the computer that is the hub, is on; then show a new code.</source>
        <translation>{server} पर, जहाँ दोनों डिवाइस मिलते हैं, कोई सर्वर जवाब नहीं देता। देखें कि दोनों एक ही नेटवर्क में हैं और सर्वर, या वह कंप्यूटर जो केंद्र है, चालू है; फिर नया कोड दिखाएँ।</translation>
    </message>
    <message>
        <source>Nothing is typed yet; type a number.</source>
        <translation>अभी कुछ नहीं लिखा; संख्या लिखें।</translation>
    </message>
    <message>
        <source>Nothing to save yet; add at least one line with an amount.</source>
        <translation>अभी सहेजने को कुछ नहीं; कम से कम एक पंक्ति राशि के साथ लिखें।</translation>
    </message>
    <message>
        <source>Only the device on which sync was switched on can do this.</source>
        <translation>यह केवल वही डिवाइस कर सकता है जिस पर तालमेल चालू किया गया था।</translation>
    </message>
    <message>
        <source>Several {entity} records match &apos;{name}&apos;; give the whole name, phone or code.</source>
        <translation>&apos;{name}&apos; से एक से ज़्यादा {entity} मिलते हैं; पूरा नाम, फ़ोन या कोड दें।</translation>
    </message>
    <message>
        <source>Something went wrong that the program did not expect. Nothing was saved; try again.</source>
        <translation>ऐसी ग़लती हुई जिसकी प्रोग्राम को उम्मीद न थी। कुछ सहेजा नहीं गया; फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Sync is not switched on for this book; switch it on first, or pair with another device.</source>
        <translation>इस बही के लिए तालमेल चालू नहीं है; पहले उसे चालू करें, या दूसरे डिवाइस से जोड़ें।</translation>
    </message>
    <message>
        <source>Sync is switched on for this book already, and nothing was changed; keep it in step, or let another device in from here.</source>
        <translation>इस बही के लिए तालमेल पहले से चालू है, और कुछ नहीं बदला; तालमेल करते रहें, या यहीं से दूसरे डिवाइस को शामिल करें।</translation>
    </message>
    <message>
        <source>That device was let in by the recovery phrase, and only the phrase can shut it out.</source>
        <translation>इस डिवाइस को बहाली वाक्य से जोड़ा गया था, और केवल उसी वाक्य से इसे बाहर किया जा सकता है।</translation>
    </message>
    <message>
        <source>That was tried too often; wait {minutes} minutes and try again.</source>
        <translation>बहुत बार कोशिश हुई; {minutes} मिनट रुककर फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The amount is larger than the books can hold; check for a slip of the keys.</source>
        <translation>राशि इतनी बड़ी है कि खाते में नहीं आ सकती; देखें कोई अंक ज़्यादा तो नहीं लग गया।</translation>
    </message>
    <message>
        <source>The amount must be more than zero; type what was given or got.</source>
        <translation>राशि शून्य से ज़्यादा होनी चाहिए; जो दिया या मिला वह लिखें।</translation>
    </message>
    <message>
        <source>The book is too large for a backup on the server; back it up into a folder or on a stick.</source>
        <translation>खाता सर्वर पर बैकअप के लिए बहुत बड़ा है; बैकअप किसी फ़ोल्डर या स्टिक पर लें।</translation>
    </message>
    <message>
        <source>The brackets in &apos;{text}&apos; do not match; close each one that is opened.</source>
        <translation>&apos;{text}&apos; में कोष्ठक पूरे नहीं; जो खोला है उसे बंद करें।</translation>
    </message>
    <message>
        <source>The code &apos;{code}&apos; already belongs to &apos;{name}&apos;; choose another code.</source>
        <translation>कोड &apos;{code}&apos; पहले से &apos;{name}&apos; का है; दूसरा कोड चुनें।</translation>
    </message>
    <message>
        <source>The code has six digits; look at the message and type them all.</source>
        <translation>कोड छह अंकों का है; संदेश देखकर सब लिखें।</translation>
    </message>
    <message>
        <source>The code is too old or was used already; ask for a new one.</source>
        <translation>यह कोड पुराना हो चुका है या इस्तेमाल हो चुका है; नया कोड मँगवाएँ।</translation>
    </message>
    <message>
        <source>The copy at {path} did not come out right ({detail}); use another disk, and back up again.</source>
        <translation>{path} पर नक़ल ठीक नहीं बनी ({detail}); दूसरी डिस्क पर फिर बैकअप लें।</translation>
    </message>
    <message>
        <source>The currency of a book stays once anything is posted; make a new book for another currency.</source>
        <translation>खाते में कुछ दर्ज हो जाए तो मुद्रा नहीं बदलती; दूसरी मुद्रा के लिए नया खाता बनाएँ।</translation>
    </message>
    <message>
        <source>The data received belongs to the books of another business; it was not taken in.</source>
        <translation>मिला हुआ डेटा किसी और व्यवसाय की बही का है; उसे शामिल नहीं किया गया।</translation>
    </message>
    <message>
        <source>The data received is larger than the protocol allows ({detail}); it was not taken in.</source>
        <translation>मिला हुआ डेटा अनुमत आकार से बड़ा है ({detail}); उसे शामिल नहीं किया गया।</translation>
    </message>
    <message>
        <source>The data received is not in the agreed form ({detail}); it was not taken in.</source>
        <translation>मिला हुआ डेटा तय रूप में नहीं है ({detail}); उसे शामिल नहीं किया गया।</translation>
    </message>
    <message>
        <source>The date {date} is outside 1970 to 2199; check the year.</source>
        <translation>तारीख {date}, 1970 से 2199 के बीच नहीं है; साल देख लें।</translation>
    </message>
    <message>
        <source>The device was turned away, as you said; nothing was handed over.</source>
        <translation>आपके कहने पर डिवाइस को लौटा दिया गया; कुछ नहीं सौंपा गया।</translation>
    </message>
    <message>
        <source>The device&apos;s certificate does not hold ({detail}); pair the device again.</source>
        <translation>डिवाइस का प्रमाणपत्र सही नहीं है ({detail}); डिवाइस को फिर से जोड़ें।</translation>
    </message>
    <message>
        <source>The discount is larger than the amount it is taken from; lower it.</source>
        <translation>छूट असल राशि से ज़्यादा है; कम करें।</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was saved; free some space and save again.</source>
        <translation>डिस्क भर गई है, इसलिए कुछ सहेजा नहीं गया; जगह ख़ाली करके फिर सहेजें।</translation>
    </message>
    <message>
        <source>The disk is full, so {path} cannot be opened; free some space and open it again.</source>
        <translation>डिस्क भर गई है, इसलिए {path} नहीं खुल सकती; कुछ जगह ख़ाली करें और उसे फिर खोलें।</translation>
    </message>
    <message>
        <source>The disk refused ({detail}); nothing was saved. Check the disk or USB stick, and save again.</source>
        <translation>डिस्क ने नहीं लिखा ({detail}); कुछ सहेजा नहीं गया। डिस्क या USB देखकर फिर सहेजें।</translation>
    </message>
    <message>
        <source>The event log of {path} is broken at entry {seq}; restore the last good backup.</source>
        <translation>{path} का रिकॉर्ड एंट्री {seq} पर टूटा हुआ है; आख़िरी सही बैकअप वापस लाएँ।</translation>
    </message>
    <message>
        <source>The field &apos;{name}&apos; cannot be less than zero; type zero or more.</source>
        <translation>ख़ाना &apos;{name}&apos; शून्य से कम नहीं हो सकता; शून्य या उससे ज़्यादा लिखें।</translation>
    </message>
    <message>
        <source>The field &apos;{name}&apos; holds more than the books can; check for a slip of the keys.</source>
        <translation>ख़ाना &apos;{name}&apos; में इतनी बड़ी संख्या है कि खाते में नहीं आ सकती; देखें कोई अंक ज़्यादा तो नहीं लग गया।</translation>
    </message>
    <message>
        <source>The file beside {path} that holds its latest entries was taken away while the book was open; nothing was saved. Close the program, open it again, look at what is there, and save once more.</source>
        <translation>{path} के साथ की वह फ़ाइल, जिसमें ताज़ा प्रविष्टियाँ रहती हैं, खाता खुला रहते हटा दी गई; कुछ सहेजा नहीं गया। प्रोग्राम बंद करके दोबारा खोलें, जो मौजूद है उसे देख लें, फिर दोबारा सहेजें।</translation>
    </message>
    <message>
        <source>The file has no column &apos;{column}&apos;; the columns are: {columns}.</source>
        <translation>फ़ाइल में &apos;{column}&apos; नाम का कॉलम नहीं है; कॉलम ये हैं: {columns}।</translation>
    </message>
    <message>
        <source>The file of this khata is no longer there. Plug the stick in again or put it back, then save once more.</source>
        <translation>इस खाते की फ़ाइल अब वहाँ नहीं है। यूएसबी दोबारा लगाएँ या फ़ाइल वापस रखें, फिर दोबारा सहेजें।</translation>
    </message>
    <message>
        <source>The key file {path} is damaged: it is not whole, or is no key file. Put it back from a copy of this computer&apos;s files, or pair this computer as a new device.</source>
        <translation>कुंजी की फ़ाइल {path} ख़राब है: पूरी नहीं है, या कुंजी की फ़ाइल ही नहीं है। उसे इस कंप्यूटर की फ़ाइलों की कॉपी से वापस रखें, या इस कंप्यूटर को नए डिवाइस के रूप में जोड़ें।</translation>
    </message>
    <message>
        <source>The key store of this computer holds other keys under the name of this book&apos;s; nothing was changed. Pair this computer as a new device.</source>
        <translation>इस कंप्यूटर के कुंजी-भंडार में इस बही के नाम पर दूसरी कुंजियाँ हैं; कुछ नहीं बदला। इस कंप्यूटर को नए डिवाइस के रूप में जोड़ें।</translation>
    </message>
    <message>
        <source>The key store of this computer refused ({detail}); unlock it and try again.</source>
        <translation>इस कंप्यूटर के कुंजी-भंडार ने मना किया ({detail}); उसे खोलें और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The khata of &apos;{party}&apos; stands on &apos;{account}&apos;; choose that account for it.</source>
        <translation>&apos;{party}&apos; का खाता &apos;{account}&apos; में है; उसके लिए वही अकाउंट चुनें।</translation>
    </message>
    <message>
        <source>The message could not be sent; try again later.</source>
        <translation>संदेश नहीं भेजा जा सका; थोड़ी देर बाद फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The name of this computer is longer than {limit} letters; give a shorter one.</source>
        <translation>इस कंप्यूटर का नाम {limit} अक्षरों से लंबा है; छोटा नाम दें।</translation>
    </message>
    <message>
        <source>The other device refused, or somebody else used the code first; show a new code and try again.</source>
        <translation>दूसरे डिवाइस ने मना किया, या किसी और ने कोड पहले इस्तेमाल कर लिया; नया कोड दिखाएँ और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The other device turned this one away, or stopped showing the code; nothing was handed over. Show a new code there to try again.</source>
        <translation>दूसरे डिवाइस ने इसे लौटा दिया, या कोड दिखाना बंद कर दिया; कुछ नहीं सौंपा गया। फिर कोशिश करने के लिए वहाँ नया कोड दिखाएँ।</translation>
    </message>
    <message>
        <source>The picture of the code could not be written to {path} ({reason}); name another place.</source>
        <translation>कोड की तस्वीर {path} पर नहीं लिखी जा सकी ({reason}); कोई और जगह बताएँ।</translation>
    </message>
    <message>
        <source>The picture {path} cannot be read ({reason}); choose another, or paste the text of the code.</source>
        <translation>तस्वीर {path} पढ़ी नहीं जा सकती ({reason}); कोई और चुनें, या कोड का पाठ चिपकाएँ।</translation>
    </message>
    <message>
        <source>The quantity is zero; type how many, or remove the line.</source>
        <translation>मात्रा शून्य है; लिखें कितने, या पंक्ति हटा दें।</translation>
    </message>
    <message>
        <source>The refused lines would overwrite {path}; choose another file for them.</source>
        <translation>ठुकराई गई पंक्तियाँ {path} के ऊपर लिख जाएँगी; उनके लिए दूसरी फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>The server at {server} could not prove that it is the one. See that date and time of this computer are right; else ask who runs the server.</source>
        <translation>{server} का सर्वर साबित न कर सका कि वह वही है। देखें कि इस कंप्यूटर की तारीख़ और समय सही हैं; नहीं तो सर्वर चलाने वाले से पूछें।</translation>
    </message>
    <message>
        <source>The server at {server} does not know this code: it was made for another server, or long ago. Show a new one.</source>
        <translation>{server} का सर्वर यह कोड नहीं जानता: यह किसी और सर्वर के लिए बना था, या बहुत पहले। नया दिखाएँ।</translation>
    </message>
    <message>
        <source>The server did not take this device&apos;s signature; set date and time, and sync again.</source>
        <translation>सर्वर ने इस डिवाइस के हस्ताक्षर नहीं माने; तारीख और समय ठीक करें और फिर से मिलाएँ।</translation>
    </message>
    <message>
        <source>The server does not know one of the devices; sync again, so that it is told of it.</source>
        <translation>सर्वर एक डिवाइस को नहीं जानता; फिर से मिलाएँ ताकि उसे बता दिया जाए।</translation>
    </message>
    <message>
        <source>The server does not know these books or this device; check its address, or let the first device sync with it.</source>
        <translation>सर्वर इस खाते या इस डिवाइस को नहीं जानता; सर्वर का पता जाँचें, या पहले डिवाइस को उससे मिलने दें।</translation>
    </message>
    <message>
        <source>The server has no more room for these books; ask whoever runs it for more.</source>
        <translation>सर्वर पर इस खाते के लिए और जगह नहीं है; जो उसे चलाता है उससे और जगह माँगें।</translation>
    </message>
    <message>
        <source>The server holds other entries under the same number of a device&apos;s chain.</source>
        <translation>सर्वर के पास एक डिवाइस की कड़ी के उसी नंबर पर दूसरी प्रविष्टियाँ हैं।</translation>
    </message>
    <message>
        <source>The server holds other entries under this device&apos;s numbers, as after a restored copy; sync goes on under a new series.</source>
        <translation>सर्वर के पास इस डिवाइस के नंबरों पर दूसरी प्रविष्टियाँ हैं, जैसे कॉपी लौटाने के बाद; तालमेल नई शृंखला से चलता रहेगा।</translation>
    </message>
    <message>
        <source>The server lacks earlier entries of a device.</source>
        <translation>सर्वर के पास एक डिवाइस की पहले की प्रविष्टियाँ नहीं हैं।</translation>
    </message>
    <message>
        <source>The server offered an older state than the other device knows; try again, or ask who runs it.</source>
        <translation>सर्वर ने उससे पुरानी स्थिति दी जो दूसरा डिवाइस जानता है; फिर कोशिश करें, या सर्वर चलाने वाले से पूछें।</translation>
    </message>
    <message>
        <source>The server refused: {detail}.</source>
        <translation>सर्वर ने मना किया: {detail}।</translation>
    </message>
    <message>
        <source>The server {server} cannot be reached, so nothing can be recovered from it now; check its address and the network, and recover again.</source>
        <translation>सर्वर {server} तक पहुँच नहीं हुई, इसलिए अभी उससे कुछ बहाल नहीं हो सकता; उसका पता और नेटवर्क जाँचें, फिर दोबारा बहाल करें।</translation>
    </message>
    <message>
        <source>The server {server} cannot be reached; check its address. Nothing was switched on.</source>
        <translation>सर्वर {server} तक पहुँच नहीं हुई; उसका पता जाँचें। कुछ चालू नहीं किया गया।</translation>
    </message>
    <message>
        <source>The server {server} cannot be reached; what you enter is kept and sent later.</source>
        <translation>सर्वर {server} तक पहुँच नहीं है; जो आप लिखेंगे वह सुरक्षित रहेगा और बाद में भेजा जाएगा।</translation>
    </message>
    <message>
        <source>The server {server} has a fault of its own; what you enter is kept and sent later. If it stays so, ask whoever runs the server.</source>
        <translation>सर्वर {server} में उसकी अपनी कोई खराबी है; आप जो लिखेंगे वह सुरक्षित रहेगा और बाद में भेजा जाएगा। यही रहे तो सर्वर चलाने वाले से पूछें।</translation>
    </message>
    <message>
        <source>The server {server} is busy; what you enter is kept and sent later. Try again in {seconds} seconds.</source>
        <translation>सर्वर {server} व्यस्त है; आप जो लिखेंगे वह सुरक्षित रहेगा और बाद में भेजा जाएगा। {seconds} सेकंड बाद फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The shop&apos;s own server did not start ({detail}); choose another port or another computer.</source>
        <translation>दुकान का अपना सर्वर शुरू नहीं हुआ ({detail}); दूसरा पोर्ट या दूसरा कंप्यूटर चुनें।</translation>
    </message>
    <message>
        <source>The shop&apos;s own server does not run: {detail}. It is tried again; or choose another computer.</source>
        <translation>दुकान का अपना सर्वर नहीं चल रहा: {detail}। फिर कोशिश हो रही है; या कोई और कंप्यूटर चुनें।</translation>
    </message>
    <message>
        <source>The signature under the {what} does not hold; it was not taken in.</source>
        <translation>इसके हस्ताक्षर सही नहीं हैं ({what}); उसे शामिल नहीं किया गया।</translation>
    </message>
    <message>
        <source>The six digits are not the same on both screens; somebody else may have read the code. Start again.</source>
        <translation>दोनों स्क्रीनों पर छह अंक एक जैसे नहीं हैं; शायद किसी और ने कोड पढ़ लिया। फिर से शुरू करें।</translation>
    </message>
    <message>
        <source>The tax &apos;{name}&apos; was deleted; take it off the line, and off the item.</source>
        <translation>टैक्स &apos;{name}&apos; मिटाया जा चुका है; उसे लाइन से और आइटम से हटा दें।</translation>
    </message>
    <message>
        <source>The {what} cannot be decrypted with the keys of this business; it was not taken in.</source>
        <translation>यह इस व्यवसाय की कुंजियों से नहीं खुलता ({what}); उसे शामिल नहीं किया गया।</translation>
    </message>
    <message>
        <source>There are no letters left for the numbers of another device; no more devices can be let in.</source>
        <translation>दूसरे डिवाइस के नंबरों के लिए कोई अक्षर नहीं बचा; अब और डिवाइस शामिल नहीं हो सकते।</translation>
    </message>
    <message>
        <source>There is no book at {path}; check the name, or make one with &apos;khata new&apos;.</source>
        <translation>{path} पर कोई खाता नहीं है; नाम देख लें, या नया खाता बनाएँ (&apos;khata new&apos;)।</translation>
    </message>
    <message>
        <source>There is no day {day} in that month; it has {days} days.</source>
        <translation>उस महीने में {day} तारीख नहीं है; उसमें {days} दिन हैं।</translation>
    </message>
    <message>
        <source>There is no field &apos;{name}&apos; to fill; the fields are: {fields}.</source>
        <translation>&apos;{name}&apos; नाम का ख़ाना नहीं है; ख़ाने ये हैं: {fields}।</translation>
    </message>
    <message>
        <source>There is no file {path}; check the name.</source>
        <translation>फ़ाइल {path} नहीं है; नाम देख लें।</translation>
    </message>
    <message>
        <source>There is no folder {path}; plug in the disk or stick it is on, or make the folder first.</source>
        <translation>{path} नाम का कोई फ़ोल्डर नहीं है; वह डिस्क या यूएसबी लगाएँ जिस पर यह है, या पहले फ़ोल्डर बनाएँ।</translation>
    </message>
    <message>
        <source>There is no month {month}; type the day first and then the month, such as 15/3/2026.</source>
        <translation>महीना {month} नहीं होता; पहले दिन और फिर महीना लिखें, जैसे 15/3/2026।</translation>
    </message>
    <message>
        <source>There is no {entity} &apos;{name}&apos; in this book; check the name, or add it first.</source>
        <translation>इस खाते में {entity} &apos;{name}&apos; नहीं है; नाम देख लें, या पहले जोड़ें।</translation>
    </message>
    <message>
        <source>These are not the 24 words of a recovery phrase; check the spelling and the order.</source>
        <translation>ये बहाली वाक्य के 24 शब्द नहीं हैं; वर्तनी और क्रम देखें।</translation>
    </message>
    <message>
        <source>These are the words of another khata; type those that were written down for this one.</source>
        <translation>ये किसी और खाते के शब्द हैं; वे लिखें जो इस खाते के लिए लिखकर रखे थे।</translation>
    </message>
    <message>
        <source>This code was made by another version of the program; bring both computers to the newest version, then show a new code.</source>
        <translation>यह कोड प्रोग्राम के किसी और संस्करण ने बनाया है; दोनों कंप्यूटरों पर सबसे नया संस्करण लाएँ, फिर नया कोड दिखाएँ।</translation>
    </message>
    <message>
        <source>This computer does not hold the keys of this book, as after it was copied from another computer; pair this computer as a new device. What was entered here and not yet sent stays in this file.</source>
        <translation>इस कंप्यूटर के पास इस बही की कुंजियाँ नहीं हैं, जैसे दूसरे कंप्यूटर से कॉपी करने के बाद; इसे नए डिवाइस के रूप में जोड़ें। जो यहाँ दर्ज हुआ और अभी भेजा नहीं गया, वह इसी फ़ाइल में रहता है।</translation>
    </message>
    <message>
        <source>This computer has no key store, so the keys are kept in a file: give a passphrase for it (in a file named by --passphrase-file, or in KHATA_PASSPHRASE).</source>
        <translation>इस कंप्यूटर में कुंजी-भंडार नहीं है, इसलिए कुंजियाँ एक फ़ाइल में रखी जाती हैं: उसके लिए गुप्त वाक्य दें (--passphrase-file वाली फ़ाइल में, या KHATA_PASSPHRASE में)।</translation>
    </message>
    <message>
        <source>This device does not hold the key of that time (key {key_epoch}); sync with an owner&apos;s device.</source>
        <translation>इस डिवाइस के पास उस समय की कुंजी नहीं है (कुंजी {key_epoch}); मालिक के डिवाइस से तालमेल करें।</translation>
    </message>
    <message>
        <source>This device was shut out by the owner; its entries stay here and are no longer sent.</source>
        <translation>मालिक ने इस डिवाइस को बाहर कर दिया है; इसकी प्रविष्टियाँ यहीं रहती हैं और अब भेजी नहीं जातीं।</translation>
    </message>
    <message>
        <source>This is in the books already, as {number}; close it here, and to change it correct {number}.</source>
        <translation>यह {number} के नाम से बही में पहले ही दर्ज है; इसे यहाँ बंद करें, और बदलना हो तो {number} को सुधारें।</translation>
    </message>
    <message>
        <source>This is not the code of a device to pair with; show the code again and read all of it.</source>
        <translation>यह जोड़ने वाले डिवाइस का कोड नहीं है; कोड फिर दिखाएँ और पूरा पढ़ें।</translation>
    </message>
    <message>
        <source>This is not the code that was sent; look at the message and type it again.</source>
        <translation>यह वह कोड नहीं है जो भेजा गया था; संदेश देखकर फिर से लिखें।</translation>
    </message>
    <message>
        <source>This is not the passphrase the keys of this computer are kept under; type it again.</source>
        <translation>इस कंप्यूटर की कुंजियाँ इस गुप्त वाक्य से नहीं रखी गईं; फिर से लिखें।</translation>
    </message>
    <message>
        <source>This pairing code is more than ten minutes old; show a new one.</source>
        <translation>यह कोड दस मिनट से पुराना है; नया दिखाएँ।</translation>
    </message>
    <message>
        <source>This pairing has ended already; nothing was handed over. Show a new code.</source>
        <translation>यह जोड़ना पहले ही ख़त्म हो चुका; कुछ नहीं सौंपा गया। नया कोड दिखाएँ।</translation>
    </message>
    <message>
        <source>This server goes by another address than the one it was called by; use the one its owner gives.</source>
        <translation>इस सर्वर का पता वह नहीं है जिससे इसे पुकारा गया; वह पता लिखें जो इसका मालिक दे।</translation>
    </message>
    <message>
        <source>This server sends no messages; choose another way to remind.</source>
        <translation>यह सर्वर संदेश नहीं भेजता; याद दिलाने का कोई और तरीका चुनें।</translation>
    </message>
    <message>
        <source>This server takes no new books; ask whoever runs it, or choose another server.</source>
        <translation>यह सर्वर नए खाते नहीं लेता; इसे चलाने वाले से पूछें, या कोई और सर्वर चुनें।</translation>
    </message>
    <message>
        <source>This server wants the owner&apos;s phone number before it keeps books; sign up with it first.</source>
        <translation>यह सर्वर बही रखने से पहले मालिक का फ़ोन नंबर माँगता है; पहले उस पर पंजीकरण करें।</translation>
    </message>
    <message>
        <source>This user may not {right}; ask the owner.</source>
        <translation>इस उपयोगकर्ता को अनुमति नहीं: {right}; मालिक से कहें।</translation>
    </message>
    <message>
        <source>Two different entries bear the same id; the first to arrive counts, the other one is kept.</source>
        <translation>दो अलग प्रविष्टियों की एक ही पहचान है; पहले पहुँचने वाली गिनी जाती है, दूसरी रख ली गई है।</translation>
    </message>
    <message>
        <source>Type the number with its country&apos;s code, such as +92 300 1234567.</source>
        <translation>नंबर देश के कोड के साथ लिखें, जैसे +92 300 1234567।</translation>
    </message>
    <message>
        <source>What answered the code is not a device with this version of the program; it was turned away. Bring both computers to the newest version, then show a new code.</source>
        <translation>जिसने कोड का जवाब दिया वह प्रोग्राम के इस संस्करण वाला डिवाइस नहीं है; उसे लौटा दिया गया। दोनों कंप्यूटरों पर सबसे नया संस्करण लाएँ, फिर नया कोड दिखाएँ।</translation>
    </message>
    <message>
        <source>What is paid and put on khata does not add up to the bill; change one of them.</source>
        <translation>चुकाया हुआ और उधार मिलकर बिल के बराबर नहीं होते; कोई एक बदलें।</translation>
    </message>
    <message>
        <source>What the server passed on is not from the device that shows the code: somebody is meddling. Refuse on the other device, and pair again where nobody can see the code.</source>
        <translation>सर्वर ने जो पहुँचाया वह कोड दिखाने वाले डिवाइस का नहीं है: कोई बीच में छेड़छाड़ कर रहा है। दूसरे डिवाइस पर मना करें, और वहाँ फिर जोड़ें जहाँ कोई कोड न देख सके।</translation>
    </message>
    <message>
        <source>What was taken over does not come to what the other device signed; nothing was opened.</source>
        <translation>जो लिया गया वह दूसरे डिवाइस के हस्ताक्षरित से मेल नहीं खाता; कुछ नहीं खोला गया।</translation>
    </message>
    <message>
        <source>With this, a total would be larger than the books can hold; check for a slip of the keys.</source>
        <translation>इससे कोई योग इतना बड़ा हो जाएगा कि खाते में न आ सके; देखें कोई अंक ज़्यादा तो नहीं लग गया।</translation>
    </message>
    <message>
        <source>Word {number}, &apos;{word}&apos;, is not in the list of words; look at the paper again.</source>
        <translation>शब्द संख्या {number}, &apos;{word}&apos;, शब्दों की सूची में नहीं है; काग़ज़ फिर से देखें।</translation>
    </message>
    <message>
        <source>a quotation mark is opened and not closed rightly</source>
        <translation>उद्धरण चिह्न खुला है और ठीक से बंद नहीं हुआ</translation>
    </message>
    <message>
        <source>bill {number} came in before for another customer; correct it in the book instead</source>
        <translation>बिल {number} पहले किसी और ग्राहक के नाम आ चुका है; उसे खाते में ठीक करें</translation>
    </message>
    <message>
        <source>bill {number} came in before with another date; correct it in the book instead</source>
        <translation>बिल {number} पहले दूसरी तारीख के साथ आ चुका है; उसे खाते में ठीक करें</translation>
    </message>
    <message>
        <source>bill {number} came in before with other lines; correct it in the book instead</source>
        <translation>बिल {number} पहले दूसरी पंक्तियों के साथ आ चुका है; उसे खाते में ठीक करें</translation>
    </message>
    <message>
        <source>bill {number} has more than one customer</source>
        <translation>बिल {number} में एक से ज़्यादा ग्राहक हैं</translation>
    </message>
    <message>
        <source>bill {number} has more than one date</source>
        <translation>बिल {number} में एक से ज़्यादा तारीखें हैं</translation>
    </message>
    <message>
        <source>bill {number} is a return by its C but sells; put a minus before its quantities, or give it a number without the C</source>
        <translation>बिल {number} अपने C के अनुसार वापसी है पर उसमें बिक्री है; मात्राओं से पहले ऋण का निशान लगाएँ, या उसे C के बिना नंबर दें</translation>
    </message>
    <message>
        <source>every cell is empty</source>
        <translation>हर ख़ाना ख़ाली है</translation>
    </message>
    <message>
        <source>line {line} of the same bill {number} was refused, and a bill comes in whole or not at all</source>
        <translation>उसी बिल {number} की पंक्ति {line} ठुकराई गई, और बिल पूरा आता है या बिल्कुल नहीं</translation>
    </message>
    <message>
        <source>neither what was given nor what was got is filled in</source>
        <translation>न दिया हुआ लिखा है न मिला हुआ</translation>
    </message>
    <message>
        <source>several in the book are called &apos;{name}&apos;; give the code or the phone</source>
        <translation>खाते में &apos;{name}&apos; नाम के कई हैं; कोड या फ़ोन दें</translation>
    </message>
    <message>
        <source>the book already has another opening for &apos;{name}&apos;; correct it in the book instead</source>
        <translation>खाते में &apos;{name}&apos; का दूसरा शुरुआती शेष पहले से है; उसे खाते में ठीक करें</translation>
    </message>
    <message>
        <source>the discount &apos;{text}&apos; is more than the line&apos;s amount</source>
        <translation>छूट &apos;{text}&apos; पंक्ति की राशि से ज़्यादा है</translation>
    </message>
    <message>
        <source>the line has one cell where the heading has {columns}</source>
        <translation>पंक्ति में एक ख़ाना है जबकि शीर्षक में {columns}</translation>
    </message>
    <message>
        <source>the line has {cells} cells where the heading has {columns}</source>
        <translation>पंक्ति में {cells} ख़ाने हैं जबकि शीर्षक में {columns}</translation>
    </message>
    <message>
        <source>the line holds NUL bytes, which no text has</source>
        <translation>पंक्ति में NUL बाइट हैं, जो लिखावट में नहीं होते</translation>
    </message>
    <message>
        <source>the line is longer than {limit} characters</source>
        <translation>पंक्ति में {limit} से ज़्यादा अक्षर हैं</translation>
    </message>
    <message>
        <source>the line names nobody and nothing: {columns} are all empty</source>
        <translation>पंक्ति में न कोई नाम है न चीज़: {columns} सब ख़ाली हैं</translation>
    </message>
    <message>
        <source>the line says both given and got</source>
        <translation>पंक्ति में दिया और मिला दोनों लिखे हैं</translation>
    </message>
    <message>
        <source>the number {number} is already borne by another voucher of the book</source>
        <translation>नंबर {number} खाते के दूसरे वाउचर का है</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; has more than {decimals} decimals</source>
        <translation>{column} &apos;{text}&apos; में दशमलव के बाद {decimals} से ज़्यादा अंक हैं</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is below zero</source>
        <translation>{column} &apos;{text}&apos; शून्य से कम है</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is below zero though {type_column} already says &apos;{type}&apos;; leave out the minus or the word</source>
        <translation>{column} &apos;{text}&apos; शून्य से कम है जबकि {type_column} में पहले ही &apos;{type}&apos; लिखा है; ऋण का निशान हटाएँ या शब्द</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is larger than the books can hold</source>
        <translation>{column} &apos;{text}&apos; इतना बड़ा है कि खाते में नहीं आ सकता</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is more than a year after today, {today}; check the year, or the clock of this computer</source>
        <translation>{column} &apos;{text}&apos; आज {today} से एक साल से भी ज़्यादा बाद की है; साल देख लें, या इस कंप्यूटर की घड़ी</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is none of {choices}</source>
        <translation>{column} &apos;{text}&apos; इनमें से नहीं: {choices}</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is not a date</source>
        <translation>{column} &apos;{text}&apos; तारीख नहीं है</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is not a number</source>
        <translation>{column} &apos;{text}&apos; संख्या नहीं है</translation>
    </message>
    <message>
        <source>{column} &apos;{text}&apos; is outside 1970 to 2199</source>
        <translation>{column} &apos;{text}&apos;, 1970 से 2199 के बीच नहीं है</translation>
    </message>
    <message>
        <source>{column} is empty</source>
        <translation>{column} ख़ाली है</translation>
    </message>
    <message>
        <source>{column} is zero</source>
        <translation>{column} शून्य है</translation>
    </message>
    <message>
        <source>{column}: &apos;{day}&apos; in line {day_line} has the day first, &apos;{month}&apos; in line {month_line} the month; say which is meant, or mend the file.</source>
        <translation>{column}: पंक्ति {day_line} की &apos;{day}&apos; में दिन पहले है, पंक्ति {month_line} की &apos;{month}&apos; में महीना; बताएँ कि कौन-सा है, या फ़ाइल ठीक करें।</translation>
    </message>
    <message>
        <source>{column}: nothing in the file tells whether &apos;{example}&apos; in line {line} is {day_first} (day first) or {month_first} (month first); say which is meant.</source>
        <translation>{column}: फ़ाइल से पता नहीं चलता कि पंक्ति {line} की &apos;{example}&apos; का मतलब {day_first} है (दिन पहले) या {month_first} (महीना पहले); बताएँ कि कौन-सी है।</translation>
    </message>
    <message>
        <source>{column}: {reason}</source>
        <translation>{column}: {reason}</translation>
    </message>
    <message>
        <source>{first_column} &apos;{first}&apos; in line {first_line} and {second_column} &apos;{second}&apos; in line {second_line} do not tell whether a comma or a point stands before the decimals; say which, or mend the file.</source>
        <translation>पंक्ति {first_line} में {first_column} &apos;{first}&apos; और पंक्ति {second_line} में {second_column} &apos;{second}&apos; से पता नहीं चलता कि दशमलव अल्पविराम है या बिंदु; बताएँ कि कौन-सा है, या फ़ाइल ठीक करें।</translation>
    </message>
    <message>
        <source>{number} cannot be put back as it was: more goods of the bill came back meanwhile. Enter it anew.</source>
        <translation>{number} को पहले जैसा वापस नहीं लाया जा सकता: इस बीच बिल का और सामान वापस आ चुका है। इसे नए सिरे से दर्ज करें।</translation>
    </message>
    <message>
        <source>{number} has payments or returns set against it; void {others} first.</source>
        <translation>{number} पर भुगतान या वापसी लगी है; पहले {others} रद्द करें।</translation>
    </message>
    <message>
        <source>{number} is already void; nothing more can be done to it.</source>
        <translation>{number} पहले ही रद्द है; इस पर और कुछ नहीं हो सकता।</translation>
    </message>
    <message>
        <source>{number} is another kind of voucher and stays what it is; void it, and enter it anew.</source>
        <translation>{number} दूसरी तरह का वाउचर है और वैसा ही रहता है; उसे रद्द करें और नए सिरे से दर्ज करें।</translation>
    </message>
    <message>
        <source>{number} undoes another voucher and cannot itself be undone; post the original again.</source>
        <translation>{number} दूसरे वाउचर को रद्द करता है और ख़ुद रद्द नहीं हो सकता; असल दोबारा लिखें।</translation>
    </message>
    <message>
        <source>{path} cannot be read ({detail}); nothing was brought in.</source>
        <translation>{path} पढ़ी नहीं जा सकी ({detail}); कुछ नहीं लाया गया।</translation>
    </message>
    <message>
        <source>{path} cannot be written to; move the book to a folder you may write to, and save again.</source>
        <translation>{path} में लिखा नहीं जा सकता; खाता ऐसे फ़ोल्डर में रखें जहाँ लिखने की अनुमति हो, और फिर सहेजें।</translation>
    </message>
    <message>
        <source>{path} could not be upgraded ({detail}); it is as it was, and a copy is at {backup}.</source>
        <translation>{path} नए रूप में नहीं आ सका ({detail}); वह पहले जैसा है, और नक़ल {backup} पर है।</translation>
    </message>
    <message>
        <source>{path} could not be written ({detail}); what was on it is taken in, and nothing is lost. Make room on the stick or take another one, and do it again.</source>
        <translation>{path} पर लिखा नहीं जा सका ({detail}); जो उस पर था वह ले लिया गया है और कुछ खोया नहीं है। स्टिक पर जगह बनाएँ या दूसरी लें, और फिर से करें।</translation>
    </message>
    <message>
        <source>{path} is a file, and the tables go into a folder; name a new folder for them.</source>
        <translation>{path} एक फ़ाइल है, और तालिकाएँ फ़ोल्डर में जाती हैं; उनके लिए नए फ़ोल्डर का नाम दें।</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder; nothing can be put into it.</source>
        <translation>{path} फ़ाइल है, फ़ोल्डर नहीं; इसके अंदर कुछ नहीं रखा जा सकता।</translation>
    </message>
    <message>
        <source>{path} is a folder; name a file in it.</source>
        <translation>{path} एक फ़ोल्डर है; उसके अंदर किसी फ़ाइल का नाम दें।</translation>
    </message>
    <message>
        <source>{path} is already there; choose another name, nothing was overwritten.</source>
        <translation>{path} पहले से मौजूद है; दूसरा नाम चुनें, कुछ मिटाया नहीं गया।</translation>
    </message>
    <message>
        <source>{path} is already there; choose another name, or say that it may be replaced (--force).</source>
        <translation>{path} पहले से मौजूद है; दूसरा नाम चुनें, या बताएँ कि उसे बदला जा सकता है (--force)।</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}); it was left untouched. Restore the last backup.</source>
        <translation>{path} ख़राब है ({detail}); उसे छेड़ा नहीं गया। आख़िरी बैकअप वापस लाएँ।</translation>
    </message>
    <message>
        <source>{path} is empty; there is nothing to bring in.</source>
        <translation>{path} ख़ाली है; लाने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>{path} is not a Khata book; it was left untouched.</source>
        <translation>{path} खाते की फ़ाइल नहीं है; उसे छेड़ा नहीं गया।</translation>
    </message>
    <message>
        <source>{path} is not a sync file, or too much of it is damaged; choose another file. It was left as it is.</source>
        <translation>{path} तालमेल की फ़ाइल नहीं है, या इसका बहुत-सा हिस्सा ख़राब है; दूसरी फ़ाइल चुनें। इसे जैसा था वैसा ही छोड़ दिया गया।</translation>
    </message>
    <message>
        <source>{path} is not a table; save the sheet as CSV or XLSX, and bring that in.</source>
        <translation>{path} तालिका नहीं है; शीट को CSV या XLSX में सहेजकर वह लाएँ।</translation>
    </message>
    <message>
        <source>{path} is open in a window or another program; close it there, and try again.</source>
        <translation>{path} किसी विंडो या दूसरे प्रोग्राम में खुला है; वहाँ बंद करें, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>{path} is the book itself; choose another file.</source>
        <translation>{path} ख़ुद खाते की फ़ाइल है; दूसरी फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>{path} says it is {encoding} but is not; save it again as CSV UTF-8.</source>
        <translation>{path} ख़ुद को {encoding} कहती है पर है नहीं; उसे CSV UTF-8 में दोबारा सहेजें।</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of the program; update the program. It was left untouched.</source>
        <translation>{path} प्रोग्राम के नए संस्करण में बनी है; प्रोग्राम अपडेट करें। उसे छेड़ा नहीं गया।</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>पुराना</translation>
    </message>
    <message>
        <source>barcodes</source>
        <translation>बारकोड</translation>
    </message>
    <message>
        <source>category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>compound</source>
        <translation>टैक्स पर टैक्स</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>लागत</translation>
    </message>
    <message>
        <source>credit limit</source>
        <translation>उधार की सीमा</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>मुद्रा</translation>
    </message>
    <message>
        <source>default tax</source>
        <translation>सामान्य टैक्स</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>मिटा हुआ</translation>
    </message>
    <message>
        <source>due days</source>
        <translation>भुगतान के दिन</translation>
    </message>
    <message>
        <source>email</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>grouping</source>
        <translation>अल्पविराम का तरीक़ा</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>logo</source>
        <translation>लोगो</translation>
    </message>
    <message>
        <source>name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>note</source>
        <translation>टिप्पणी</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>other names</source>
        <translation>दूसरे नाम</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>काग़ज़</translation>
    </message>
    <message>
        <source>payment id</source>
        <translation>भुगतान का पता</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>price</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>price includes tax</source>
        <translation>दर में टैक्स शामिल</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>reorder</source>
        <translation>फिर मँगाने की सीमा</translation>
    </message>
    <message>
        <source>role</source>
        <translation>भूमिका</translation>
    </message>
    <message>
        <source>round to</source>
        <translation>पूर्णांक</translation>
    </message>
    <message>
        <source>series</source>
        <translation>शृंखला</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>पूरा चुका</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>टैग</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>टैक्स</translation>
    </message>
    <message>
        <source>tax number</source>
        <translation>टैक्स नंबर</translation>
    </message>
    <message>
        <source>terms</source>
        <translation>शर्तें</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>इकाई</translation>
    </message>
    <message>
        <source>use</source>
        <translation>उपयोग</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>vouchers</source>
        <translation>वाउचर</translation>
    </message>
    <message>
        <source>wholesale</source>
        <translation>थोक दर</translation>
    </message>
    <message>
        <source>year start month</source>
        <translation>साल का पहला महीना</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Add a party or an item on the way</source>
        <translation>वहीं नई पार्टी या आइटम जोड़ें</translation>
    </message>
    <message>
        <source>All by bank</source>
        <translation>सब बैंक से</translation>
    </message>
    <message>
        <source>All in cash</source>
        <translation>सब नकद</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>सभी कुंजियाँ</translation>
    </message>
    <message>
        <source>All on the khata</source>
        <translation>सब खाते पर</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>पिछले पेज पर वापस</translation>
    </message>
    <message>
        <source>Between cash and bank</source>
        <translation>नकद और बैंक के बीच</translation>
    </message>
    <message>
        <source>Choose the days of this list</source>
        <translation>इस सूची के दिन चुनें</translation>
    </message>
    <message>
        <source>Correct or change</source>
        <translation>सुधारें या बदलें</translation>
    </message>
    <message>
        <source>Do it again after all</source>
        <translation>वापस लिया हुआ फिर करें</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>प्रोग्राम बंद करें</translation>
    </message>
    <message>
        <source>Find anything, do anything</source>
        <translation>कुछ भी खोजें, कुछ भी करें</translation>
    </message>
    <message>
        <source>Go to the date</source>
        <translation>तारीख़ पर जाएँ</translation>
    </message>
    <message>
        <source>Goods come back</source>
        <translation>माल वापस आया</translation>
    </message>
    <message>
        <source>Hide or show amounts</source>
        <translation>रकमें छिपाएँ या दिखाएँ</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>जर्नल</translation>
    </message>
    <message>
        <source>New sale</source>
        <translation>नई बिक्री</translation>
    </message>
    <message>
        <source>New: bill, party, item or account</source>
        <translation>नया: बिल, पार्टी, आइटम या अकाउंट</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>प्रिंट करें</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>वसूली</translation>
    </message>
    <message>
        <source>Repeat the last note</source>
        <translation>पिछला नोट दोहराएँ</translation>
    </message>
    <message>
        <source>Save without printing</source>
        <translation>छापे बिना सहेजें</translation>
    </message>
    <message>
        <source>Search in this list</source>
        <translation>इस सूची में खोजें</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>फिर से यही</translation>
    </message>
    <message>
        <source>Undo what was saved last</source>
        <translation>आख़िरी सहेजा हुआ वापस लें</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>You gave</source>
        <translation>आपने दिया</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Account</source>
        <translation>अकाउंट</translation>
    </message>
    <message>
        <source>Between cash and bank</source>
        <translation>नकद और बैंक के बीच</translation>
    </message>
    <message>
        <source>Cash and accounts</source>
        <translation>नकद और अकाउंट</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>डैशबोर्ड</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>डिवाइस</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>फ़ाइल लाएँ</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>आइटम</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>आइटम</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>जर्नल</translation>
    </message>
    <message>
        <source>Khata</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Know</source>
        <translation>जानकारी</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>पैसा</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>पार्टियाँ</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>People</source>
        <translation>लोग</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>वसूली</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>Sale return</source>
        <translation>बिक्री वापसी</translation>
    </message>
    <message>
        <source>Sell and buy</source>
        <translation>ख़रीद-बिक्री</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>देखने की बातें</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>वाउचर</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>वाउचर</translation>
    </message>
    <message>
        <source>You gave</source>
        <translation>आपने दिया</translation>
    </message>
</context>
<context>
    <name>records</name>
    <message>
        <source>account</source>
        <translation>अकाउंट</translation>
    </message>
    <message>
        <source>business</source>
        <translation>दुकान</translation>
    </message>
    <message>
        <source>device</source>
        <translation>डिवाइस</translation>
    </message>
    <message>
        <source>item</source>
        <translation>आइटम</translation>
    </message>
    <message>
        <source>party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>review</source>
        <translation>समीक्षा</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>टैक्स</translation>
    </message>
    <message>
        <source>user</source>
        <translation>उपयोगकर्ता</translation>
    </message>
    <message>
        <source>voucher</source>
        <translation>वाउचर</translation>
    </message>
</context>
<context>
    <name>reviews</name>
    <message>
        <source>A clock is wrong</source>
        <translation>एक घड़ी ग़लत है</translation>
    </message>
    <message>
        <source>A copied book is in use</source>
        <translation>खाते की नक़ल इस्तेमाल हो रही है</translation>
    </message>
    <message>
        <source>A message of {devices} is damaged, or no program of ours wrote it. It does not count, and is kept.</source>
        <translation>{devices} का एक संदेश ख़राब है, या हमारे प्रोग्राम ने नहीं लिखा। वह गिना नहीं जाता, और रखा हुआ है।</translation>
    </message>
    <message>
        <source>Account for payments</source>
        <translation>भुगतान का अकाउंट</translation>
    </message>
    <message>
        <source>An entry of {devices} is not right. It does not count here, and is kept.</source>
        <translation>{devices} की एक एंट्री सही नहीं है। वह यहाँ गिनी नहीं जाती, और रखी हुई है।</translation>
    </message>
    <message>
        <source>An entry was left out</source>
        <translation>एक एंट्री छोड़ दी गई</translation>
    </message>
    <message>
        <source>An unknown device</source>
        <translation>एक अनजान डिवाइस</translation>
    </message>
    <message>
        <source>Another device</source>
        <translation>दूसरा डिवाइस</translation>
    </message>
    <message>
        <source>Both were voided</source>
        <translation>दोनों रद्द हो गए</translation>
    </message>
    <message>
        <source>Bring the program up to date on every device. If something is missing here, write it once more.</source>
        <translation>हर डिवाइस पर प्रोग्राम ताज़ा करें। यहाँ कुछ कम हो तो दोबारा लिख दें।</translation>
    </message>
    <message>
        <source>Bring the program up to date on this device.</source>
        <translation>इस डिवाइस पर प्रोग्राम ताज़ा करें।</translation>
    </message>
    <message>
        <source>Bring the program up to date on this device; what waits is then taken in by itself.</source>
        <translation>इस डिवाइस पर प्रोग्राम ताज़ा करें; जो रुका है वह फिर अपने आप शामिल हो जाएगा।</translation>
    </message>
    <message>
        <source>Came in after it was shut out</source>
        <translation>बंद किए जाने के बाद आया</translation>
    </message>
    <message>
        <source>Choose what is right. Until then the later one holds.</source>
        <translation>जो सही है वह चुनें। तब तक बाद वाला चलेगा।</translation>
    </message>
    <message>
        <source>Compare the last days on both devices, and write once more what is missing here.</source>
        <translation>दोनों डिवाइसों पर पिछले दिन मिलाकर देखें, और जो यहाँ कम है दोबारा लिख दें।</translation>
    </message>
    <message>
        <source>Corrected on two devices</source>
        <translation>दो डिवाइसों पर सुधारा गया</translation>
    </message>
    <message>
        <source>Count the money. Void an entry that is wrong, write down what came in, or note what you found.</source>
        <translation>रक़म गिन लें। ग़लत एंट्री रद्द करें, जो आया वह लिख दें, या जो पाया वह नोट करें।</translation>
    </message>
    <message>
        <source>Count what is on the shelf. Void a bill that is wrong, write down goods that came in, or note what you found.</source>
        <translation>शेल्फ़ पर जो है गिन लें। ग़लत बिल रद्द करें, जो माल आया वह लिख दें, या जो पाया वह नोट करें।</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>उधार की सीमा</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>मुद्रा</translation>
    </message>
    <message>
        <source>Device {series}</source>
        <translation>डिवाइस {series}</translation>
    </message>
    <message>
        <source>Entries came from a device that was never paired with this shop. They were not taken in.</source>
        <translation>ऐसे डिवाइस से एंट्री आईं जो इस दुकान से कभी जोड़ा नहीं गया। वे शामिल नहीं की गईं।</translation>
    </message>
    <message>
        <source>Entries of {devices} ({subject}) came in by way of another device after it was shut out. They count.</source>
        <translation>{devices} की एंट्री ({subject}) उसे बंद किए जाने के बाद किसी दूसरे डिवाइस के रास्ते आईं। वे गिनी जा रही हैं।</translation>
    </message>
    <message>
        <source>If it is one entry written twice, void one. If all are right, leave them and note it.</source>
        <translation>अगर एक ही एंट्री दो बार लिखी गई है तो एक रद्द करें। सब सही हों तो रहने दें और नोट कर दें।</translation>
    </message>
    <message>
        <source>If it is yours, pair it. Else nothing needs to be done.</source>
        <translation>अगर वह आपका है तो उसे जोड़ें। वरना कुछ करने की ज़रूरत नहीं।</translation>
    </message>
    <message>
        <source>If one of them is right, bring it back. Else leave them void.</source>
        <translation>अगर इनमें से कोई सही है तो उसे वापस लाएँ। वरना रद्द ही रहने दें।</translation>
    </message>
    <message>
        <source>If one of you meant another entry, void that one. Else say that it is right.</source>
        <translation>अगर किसी का मतलब दूसरी एंट्री से था तो उसे रद्द करें। वरना कह दें कि यह सही है।</translation>
    </message>
    <message>
        <source>If that was meant, note it. Else shut that device out, and restore a backup.</source>
        <translation>अगर ऐसा ही करना था तो नोट कर दें। वरना उस डिवाइस को बंद करें, और बैकअप वापस लाएँ।</translation>
    </message>
    <message>
        <source>If the correction is wrong, void it too. Else say that it is right.</source>
        <translation>अगर सुधार ग़लत है तो उसे भी रद्द करें। वरना कह दें कि यह सही है।</translation>
    </message>
    <message>
        <source>If they are right, write them on another device. Else nothing needs to be done.</source>
        <translation>अगर वे सही हैं तो उन्हें दूसरे डिवाइस पर लिखें। वरना कुछ करने की ज़रूरत नहीं।</translation>
    </message>
    <message>
        <source>Imported twice</source>
        <translation>दो बार इम्पोर्ट हुआ</translation>
    </message>
    <message>
        <source>Keep one of them; the rest is voided.</source>
        <translation>इनमें से एक रखें; बाक़ी रद्द हो जाएगा।</translation>
    </message>
    <message>
        <source>Keep the one that is right; the rest is voided.</source>
        <translation>जो सही है वह रखें; बाक़ी रद्द हो जाएगा।</translation>
    </message>
    <message>
        <source>Let that device sync once more; what is missing is then fetched, and this note goes away. If it stays, bring it over on a USB stick.</source>
        <translation>उस डिवाइस को एक बार फिर सिंक करने दें; जो कम है वह आ जाएगा, और यह बात हट जाएगी। न हटे तो यूएसबी पर ले आएँ।</translation>
    </message>
    <message>
        <source>Message {count} of {devices} did not arrive, though later ones did.</source>
        <translation>{devices} का संदेश {count} नहीं पहुँचा, हालाँकि बाद वाले पहुँच गए।</translation>
    </message>
    <message>
        <source>Much was deleted at once</source>
        <translation>एक साथ बहुत कुछ मिटाया गया</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>दुकान का नाम</translation>
    </message>
    <message>
        <source>Nothing is lost here. Let that device sync itself, and ask whoever runs the server if it stays so.</source>
        <translation>यहाँ कुछ नहीं खोया। उस डिवाइस को खुद मिलने दें, और यही रहे तो सर्वर चलाने वाले से पूछें।</translation>
    </message>
    <message>
        <source>Nothing is lost: it is sent again by itself. Ask whoever runs the server whether an old backup was put back.</source>
        <translation>कुछ खोया नहीं है: वह अपने आप दोबारा भेजा जाता है। सर्वर चलाने वाले से पूछें कि क्या पुराना बैकअप वापस लाया गया था।</translation>
    </message>
    <message>
        <source>One number, several entries</source>
        <translation>एक नंबर, कई एंट्री</translation>
    </message>
    <message>
        <source>Open each of them, and void what is not right. What you leave stays in the books.</source>
        <translation>हर एक खोलकर देखें, और जो सही नहीं उसे रद्द करें। बाक़ी खाते में रहेगा।</translation>
    </message>
    <message>
        <source>Paid out more than there was</source>
        <translation>जितना था उससे ज़्यादा दिया गया</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>Price includes tax</source>
        <translation>दर में टैक्स शामिल</translation>
    </message>
    <message>
        <source>Rate of tax</source>
        <translation>टैक्स की दर</translation>
    </message>
    <message>
        <source>Set date and time on that device. What it wrote stays as it is, and can be changed as always.</source>
        <translation>उस डिवाइस पर तारीख़ और समय सही करें। उसने जो लिखा वह वैसा ही रहता है, और हमेशा की तरह बदला जा सकता है।</translation>
    </message>
    <message>
        <source>Sold more than there was</source>
        <translation>जितना था उससे ज़्यादा बेचा गया</translation>
    </message>
    <message>
        <source>Something cannot be read</source>
        <translation>कुछ पढ़ा नहीं जा सकता</translation>
    </message>
    <message>
        <source>Something is held back</source>
        <translation>कुछ रोका जा रहा है</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>कुछ कम है</translation>
    </message>
    <message>
        <source>Something to look at</source>
        <translation>देखने की एक बात</translation>
    </message>
    <message>
        <source>Sync by USB stick until it is clear why, and ask whoever runs the server.</source>
        <translation>जब तक वजह पता न चले यूएसबी से सिंक करें, और सर्वर चलाने वाले से पूछें।</translation>
    </message>
    <message>
        <source>Syncing met something that this program has no words for.</source>
        <translation>सिंक में ऐसी बात आई जिसके लिए इस प्रोग्राम के पास शब्द नहीं।</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>टैक्स नंबर</translation>
    </message>
    <message>
        <source>Tax on tax</source>
        <translation>टैक्स पर टैक्स</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>टैक्स</translation>
    </message>
    <message>
        <source>Taxes on new bills</source>
        <translation>नए बिलों पर टैक्स</translation>
    </message>
    <message>
        <source>The clock of {devices} runs more than a day ahead.</source>
        <translation>{devices} की घड़ी एक दिन से ज़्यादा आगे है।</translation>
    </message>
    <message>
        <source>The server does not take something</source>
        <translation>सर्वर कुछ नहीं ले रहा</translation>
    </message>
    <message>
        <source>The server forgot something</source>
        <translation>सर्वर कुछ भूल गया</translation>
    </message>
    <message>
        <source>The server holds less of {devices} than it had said it kept.</source>
        <translation>सर्वर के पास {devices} का उससे कम है जितना उसने रखने को कहा था।</translation>
    </message>
    <message>
        <source>The server refuses entries of {devices} that this computer has and it lacks.</source>
        <translation>सर्वर {devices} की वे प्रविष्टियाँ नहीं ले रहा जो इस कंप्यूटर पर हैं और सर्वर पर नहीं।</translation>
    </message>
    <message>
        <source>There are entries of {devices} that the server knows of and does not deliver.</source>
        <translation>{devices} की ऐसी एंट्री हैं जो सर्वर को पता हैं मगर वह देता नहीं।</translation>
    </message>
    <message>
        <source>There are two different messages of {devices} under one number ({count}). This happens when the file of a book is copied, or an old one is put back, and goes on being used.</source>
        <translation>{devices} के एक ही नंबर ({count}) के दो अलग संदेश हैं। ऐसा तब होता है जब खाते की फ़ाइल नक़ल की जाए या पुरानी वापस रखी जाए, और फिर इस्तेमाल होती रहे।</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>यह डिवाइस</translation>
    </message>
    <message>
        <source>Try again later. If it stays so, sync by USB stick and ask whoever runs the server.</source>
        <translation>बाद में फिर कोशिश करें। ऐसा ही रहे तो यूएसबी से सिंक करें और सर्वर चलाने वाले से पूछें।</translation>
    </message>
    <message>
        <source>Two devices were told different things</source>
        <translation>दो डिवाइसों को अलग-अलग बात बताई गई</translation>
    </message>
    <message>
        <source>Two different entries came under the same mark. The first one counts, the other one is kept.</source>
        <translation>एक ही निशान से दो अलग एंट्री आईं। पहली गिनी जाती है, दूसरी रखी हुई है।</translation>
    </message>
    <message>
        <source>Two entries under one mark</source>
        <translation>एक निशान, दो एंट्री</translation>
    </message>
    <message>
        <source>Use the book on one device only and pair the other one anew. What arrived first counts; nothing is deleted.</source>
        <translation>यह खाता सिर्फ़ एक डिवाइस पर चलाएँ और दूसरे को नए सिरे से जोड़ें। जो पहले पहुँचा वह गिना जाता है; कुछ मिटाया नहीं जाता।</translation>
    </message>
    <message>
        <source>Voided here, corrected there</source>
        <translation>एक जगह रद्द, दूसरी जगह सुधारा</translation>
    </message>
    <message>
        <source>Voided on two devices</source>
        <translation>दो डिवाइसों पर रद्द</translation>
    </message>
    <message>
        <source>Waiting for a newer program</source>
        <translation>नए प्रोग्राम का इंतज़ार</translation>
    </message>
    <message>
        <source>What {devices} wrote was delivered to another device in another form than here.</source>
        <translation>{devices} का लिखा हुआ दूसरे डिवाइस को यहाँ से अलग रूप में मिला।</translation>
    </message>
    <message>
        <source>Wholesale price</source>
        <translation>थोक दर</translation>
    </message>
    <message>
        <source>Without knowing of each other, {devices} each voided what the other one kept ({subject}). None of it counts now.</source>
        <translation>एक-दूसरे को जाने बिना {devices} ने वह रद्द किया जो दूसरे ने रखा था ({subject})। अब उसमें से कुछ भी नहीं गिना जाता।</translation>
    </message>
    <message>
        <source>Written after being shut out</source>
        <translation>बंद किए जाने के बाद लिखा गया</translation>
    </message>
    <message>
        <source>another device</source>
        <translation>किसी दूसरे डिवाइस</translation>
    </message>
    <message>
        <source>no</source>
        <translation>नहीं</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>कुछ नहीं</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>इस डिवाइस</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>{devices} changed “{field}” of {subject} without knowing of each other.</source>
        <translation>{devices} ने एक-दूसरे को जाने बिना {subject} का “{field}” बदला।</translation>
    </message>
    <message>
        <source>{devices} corrected {subject} without knowing of each other, and every one of these corrections counts.</source>
        <translation>{devices} ने एक-दूसरे को जाने बिना {subject} सुधारा, और ये सब सुधार गिने जा रहे हैं।</translation>
    </message>
    <message>
        <source>{devices} deleted {count} things at once.</source>
        <translation>{devices} ने एक साथ {count} चीज़ें मिटाईं।</translation>
    </message>
    <message>
        <source>{devices} imported the same line of a file; it is in the books {count} times.</source>
        <translation>{devices} ने फ़ाइल की एक ही पंक्ति इम्पोर्ट की; वह खाते में {count} बार है।</translation>
    </message>
    <message>
        <source>{devices} sent entries after it was shut out. They do not count.</source>
        <translation>{devices} ने बंद किए जाने के बाद एंट्री भेजीं। वे गिनी नहीं जातीं।</translation>
    </message>
    <message>
        <source>{devices} sent something that this program cannot read yet. It is kept and waits.</source>
        <translation>{devices} ने कुछ भेजा जो यह प्रोग्राम अभी पढ़ नहीं सकता। वह रखा हुआ है और इंतज़ार में है।</translation>
    </message>
    <message>
        <source>{devices} together paid more out of {subject} than there was. Perhaps they did not know of each other&apos;s entries. It now stands at {amount}.</source>
        <translation>{devices} ने मिलकर {subject} से जितना था उससे ज़्यादा रक़म दी। शायद उन्हें एक-दूसरे की एंट्री पता नहीं थी। अब उसमें {amount} है।</translation>
    </message>
    <message>
        <source>{devices} together sold more of {subject} than there was. Perhaps they did not know of each other&apos;s bills. Stock now stands at {amount}.</source>
        <translation>{devices} ने मिलकर {subject} जितना था उससे ज़्यादा बेचा। शायद उन्हें एक-दूसरे के बिल पता नहीं थे। अब स्टॉक {amount} है।</translation>
    </message>
    <message>
        <source>{devices} voided {subject} without knowing of each other. It is undone once, as it should be.</source>
        <translation>{devices} ने एक-दूसरे को जाने बिना {subject} रद्द किया। वह एक ही बार रद्द हुआ है, जैसा होना चाहिए।</translation>
    </message>
    <message>
        <source>{devices} wrote different entries under the number {subject}.</source>
        <translation>{devices} ने नंबर {subject} से अलग-अलग एंट्री लिखीं।</translation>
    </message>
    <message>
        <source>{field}: two values</source>
        <translation>{field}: दो अलग बातें</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} और {last}</translation>
    </message>
    <message>
        <source>{first}, {next}</source>
        <translation>{first}, {next}</translation>
    </message>
    <message>
        <source>{subject} was voided on one device and corrected on another. The correction counts.</source>
        <translation>{subject} एक डिवाइस पर रद्द और दूसरे पर सुधारा गया। सुधार गिना जा रहा है।</translation>
    </message>
</context>
<context>
    <name>rights</name>
    <message>
        <source>change accounts</source>
        <translation>अकाउंट बदलना</translation>
    </message>
    <message>
        <source>change customers and suppliers</source>
        <translation>ग्राहक और सप्लायर बदलना</translation>
    </message>
    <message>
        <source>change items</source>
        <translation>आइटम बदलना</translation>
    </message>
    <message>
        <source>change the business settings</source>
        <translation>दुकान की सेटिंग बदलना</translation>
    </message>
    <message>
        <source>import files</source>
        <translation>फ़ाइलें लाना</translation>
    </message>
    <message>
        <source>pay out</source>
        <translation>भुगतान करना</translation>
    </message>
    <message>
        <source>post journal vouchers</source>
        <translation>जर्नल वाउचर लिखना</translation>
    </message>
    <message>
        <source>see the books</source>
        <translation>खाता देखना</translation>
    </message>
    <message>
        <source>sell</source>
        <translation>बेचना</translation>
    </message>
    <message>
        <source>take goods back</source>
        <translation>माल वापस लेना</translation>
    </message>
    <message>
        <source>take payments</source>
        <translation>रक़म वसूल करना</translation>
    </message>
    <message>
        <source>void or correct vouchers</source>
        <translation>वाउचर रद्द या ठीक करना</translation>
    </message>
    <message>
        <source>write khata entries</source>
        <translation>खाते में लिखना</translation>
    </message>
</context>
</TS>
