"""The headings by which other programs, and people, call the columns; the surest first.

One paragraph a field: its name (a star where an import cannot do without it), then the headings.
Spaces, case and punctuation do not count.
"""

SALES = """
number*: invoice no, invoice number, invoice, bill no, bill number, bill, number, voucher no,
    receipt no, order no, inv no, no, بل نمبر, انوائس نمبر, رسید نمبر, بل, बिल नंबर, बिल संख्या,
    चालान संख्या, इनवॉइस नंबर, रसीद संख्या
date*: invoice date, bill date, sale date, date, تاریخ, तारीख, दिनांक, तिथि, day
item_code: stock code, item code, product code, sku, code, item no, item id, product id, barcode,
    کوڈ, آئٹم کوڈ, कोड, वस्तु कोड, आइटम कोड
item_name: description, item name, product name, item, product, particulars, goods, article, آئٹم,
    چیز, سامان, تفصیل, مال, सामान, वस्तु, आइटम, उत्पाद, विवरण
quantity*: quantity, qty, units, pcs, pieces, nos, مقدار, تعداد, मात्रा, संख्या, नग
unit: unit, uom, unit of measure, اکائی, یونٹ, इकाई, यूनिट
unit_price*: unit price, price, rate, unit rate, sale price, selling price, قیمت, ریٹ, نرخ, فی یونٹ
    قیمت, दर, मूल्य, कीमत, भाव, रेट
discount: line discount, discount amount, discount, رعایت, ڈسکاؤنٹ, छूट
customer_code: customer id, customer code, customer no, party code, account no, client id, گاہک کوڈ,
    ग्राहक कोड
customer_name: customer name, customer, party name, party, client, buyer, bill to, sold to, گاہک,
    گاہک کا نام, خریدار, پارٹی, ग्राहक, ग्राहक का नाम, खरीदार, पार्टी
customer_phone: customer phone, customer mobile, phone, mobile, phone no, phone number, mobile no,
    mobile number, contact, contact no, cell, whatsapp, فون, فون نمبر, موبائل, موبائل نمبر, फ़ोन,
    फोन नंबर, मोबाइल, मोबाइल नंबर
customer_address: customer address, address, street address, city, area, پتہ, ایڈریس, شہر, पता, शहर,
    country, region, ملک, देश
note: note, notes, remarks, remark, comment, narration, memo, نوٹ, تفصیل, ریمارکس, टिप्पणी, नोट,
    विवरण
"""

ENTRIES = """
date*: entry date, transaction date, date, تاریخ, तारीख, दिनांक, तिथि, day
party_code: party code, customer id, customer code, account no, code, کوڈ, कोड
party_name: party name, party, customer name, customer, supplier, account, name, نام, گاہک, پارٹی,
    کھاتہ, नाम, ग्राहक, पार्टी, खाता
party_phone: party phone, customer phone, phone, mobile, phone no, phone number, mobile no, mobile
    number, contact, contact no, cell, whatsapp, فون, فون نمبر, موبائل, موبائل نمبر, फ़ोन, फोन नंबर,
    मोबाइल, मोबाइल नंबर
gave: you gave, gave, debit, dr, given, udhaar, udhar, diya, آپ نے دیے, دیے, دیا, بنام, ادھار, आपने
    दिए, दिया, दिए, नामे, उधार, डेबिट
got: you got, got, credit, cr, received, jama, liya, mila, آپ کو ملے, ملے, لیا, جمع, وصول, आपको
    मिले, लिया, मिले, जमा, क्रेडिट
amount: amount, total, sum, value, رقم, राशि, रकम
type: type, kind, direction, entry type, dr cr, قسم, प्रकार
reference: reference, ref, ref no, voucher no, bill no, حوالہ, संदर्भ
due_date: due date, due on, due, promise date, واجب تاریخ, देय तिथि
note: details, description, particulars, note, notes, remarks, remark, comment, narration, memo,
    نوٹ, تفصیل, ریمارکس, टिप्पणी, नोट, विवरण
"""

PARTIES = """
name: name, party name, customer name, customer, party, supplier name, supplier, account name, full
    name, contact name, نام, گاہک, گاہک کا نام, پارٹی, नाम, ग्राहक, ग्राहक का नाम, पार्टी
code: code, customer id, customer code, party code, id, account no, کوڈ, कोड
phone: phone, mobile, phone no, phone number, mobile no, mobile number, contact, contact no, cell,
    whatsapp, فون, فون نمبر, موبائل, موبائل نمبر, फ़ोन, फोन नंबर, मोबाइल, मोबाइल नंबर
kind: kind, type, party type, category, قسم, प्रकार
email: email, e-mail, mail, ای میل, ईमेल
address: address, street address, city, area, پتہ, ایڈریس, شہر, पता, शहर, country
tax_number: tax number, ntn, gstin, gst, vat no, strn, cnic, ٹیکس نمبر, जीएसटी
credit_limit: credit limit, limit, ادھار حد, حد, उधार सीमा
due_days: due days, credit days, terms, payment terms days, دن, दिन
tags: tags, tag, group, ٹیگ, टैग
opening_balance: opening balance, balance, outstanding, opening, amount due, closing balance,
    ابتدائی بقایا, بقایا, बकाया, प्रारंभिक शेष, शेष
opening_date: opening date, balance date, as of, date, تاریخ, तारीख, दिनांक, तिथि, day
notes: note, notes, remarks, remark, comment, narration, memo, نوٹ, تفصیل, ریمارکس, टिप्पणी, नोट,
    विवरण
"""

ITEMS = """
name: name, item name, product name, item, product, description, particulars, نام, آئٹم, چیز, سامان,
    नाम, वस्तु, आइटम, सामान, उत्पाद
code: code, item code, stock code, sku, product code, item no, id, کوڈ, آئٹم کوڈ, कोड
barcodes: barcode, barcodes, ean, upc, بارکوڈ, बारकोड
other_names: other names, alias, local name, urdu name, hindi name, دوسرے نام, अन्य नाम
category: category, group, department, زمرہ, قسم, श्रेणी, वर्ग
unit: unit, uom, unit of measure, اکائی, یونٹ, इकाई, यूनिट
kind: kind, type, item type, प्रकार
price: sale price, selling price, unit price, retail price, price, rate, mrp, قیمت, قیمت فروخت, ریٹ,
    मूल्य, कीमत, विक्रय मूल्य, दर
wholesale: wholesale price, wholesale, trade price, تھوک قیمت, थोक मूल्य
cost: cost price, purchase price, buying price, cost, buy price, unit cost, لاگت, قیمت خرید, लागत,
    क्रय मूल्य, खरीद मूल्य
reorder: reorder level, reorder, low stock, minimum stock, min stock, کم از کم, न्यूनतम
opening_stock: opening stock, stock, quantity, qty, on hand, stock in hand, opening quantity,
    current stock, اسٹاک, موجودہ اسٹاک, مقدار, स्टॉक, मात्रा
opening_date: opening date, stock date, as of, date, تاریخ, तारीख, दिनांक, तिथि, day
"""
