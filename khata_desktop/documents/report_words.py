"""The words of the books' reports, and the names of the standard accounts, in the three printed languages.

As in ``words``, apart from the window's translations: a report is printed in the language of the business.
"""

from __future__ import annotations

from khata_desktop.config import Language
from khata_desktop.documents.text import isolate

_INDEX: dict[str, int] = {"en": 0, "ur": 1, "hi": 2}

#: key -> (English, Urdu, Hindi)
REPORT_WORDS: dict[str, tuple[str, str, str]] = {
    # titles
    "trial_balance": ("Trial balance", "آزمائشی میزان", "ट्रायल बैलेंस"),
    "profit_loss": ("Profit and loss", "نفع و نقصان", "लाभ और हानि"),
    "balance_sheet": ("Balance sheet", "بیلنس شیٹ", "बैलेंस शीट"),
    "party_balances": ("Who owes what", "کس سے کتنا لینا دینا ہے", "किससे कितना लेना-देना है"),
    "party_ledger": ("Khata of {name}", "{name} کا کھاتہ", "{name} का खाता"),
    "day_book": ("Day book", "روزنامچہ", "रोज़नामचा"),
    "stock": ("Stock", "اسٹاک", "स्टॉक"),
    # days
    "as_of": ("As of {day}", "{day} تک", "{day} तक"),
    "from": ("From {day}", "{day} سے", "{day} से"),
    "up_to": ("Up to {day}", "{day} تک", "{day} तक"),
    "from_to": ("{day} to {last}", "{day} تا {last}", "{day} से {last} तक"),
    "all_days": ("All days", "تمام دن", "सभी दिन"),
    # headings
    "id": ("Id", "شناخت", "पहचान"),
    "code": ("Code", "کوڈ", "कोड"),
    "account": ("Account", "اکاؤنٹ", "अकाउंट"),
    "debit": ("Debit", "ڈیبٹ", "डेबिट"),
    "credit": ("Credit", "کریڈٹ", "क्रेडिट"),
    "opening": ("Opening", "شروع میں", "शुरू में"),
    "closing": ("Closing", "آخر میں", "अंत में"),
    "amount": ("Amount", "رقم", "राशि"),
    "date": ("Date", "تاریخ", "तारीख"),
    "number": ("Number", "نمبر", "नंबर"),
    "kind": ("Kind", "قسم", "प्रकार"),
    "name": ("Name", "نام", "नाम"),
    "phone": ("Phone", "فون", "फ़ोन"),
    "owes_you": ("Owes you", "ان سے لینے ہیں", "उनसे लेने हैं"),
    "details": ("Details", "تفصیل", "विवरण"),
    "gave": ("You gave", "آپ نے دیا", "आपने दिया"),
    "got": ("You got", "آپ کو ملا", "आपको मिला"),
    "party": ("Party", "پارٹی", "पार्टी"),
    "total": ("Total", "کل", "कुल"),
    "money_in": ("Money in", "رقم آئی", "पैसा आया"),
    "money_out": ("Money out", "رقم گئی", "पैसा गया"),
    "on_khata": ("On khata", "ادھار", "उधार"),
    "item": ("Item", "آئٹم", "आइटम"),
    "unit": ("Unit", "اکائی", "इकाई"),
    "on_hand": ("On hand", "موجود", "मौजूद"),
    "average_cost": ("Average cost", "اوسط لاگت", "औसत लागत"),
    "value": ("Value", "مالیت", "मूल्य"),
    # parts and sums
    "sales": ("Sales", "فروخت", "बिक्री"),
    "returns": ("Returns", "واپسیاں", "वापसी"),
    "cost": ("Cost of goods sold", "بکے ہوئے مال کی لاگت", "बिके माल की लागत"),
    "other_income": ("Other income", "دیگر آمدنی", "अन्य आमदनी"),
    "expenses": ("Expenses", "اخراجات", "ख़र्च"),
    "net_profit": ("Net profit", "خالص نفع", "शुद्ध लाभ"),
    "net_loss": ("Net loss", "خالص نقصان", "शुद्ध हानि"),
    "assets": ("Assets", "اثاثے", "संपत्तियाँ"),
    "liabilities": ("Liabilities", "واجبات", "देनदारियाँ"),
    "equity": ("Equity", "سرمایہ", "पूँजी"),
    "total_assets": ("Total assets", "کل اثاثے", "कुल संपत्तियाँ"),
    "total_liabilities": ("Total liabilities", "کل واجبات", "कुल देनदारियाँ"),
    "total_equity": ("Total equity", "کل سرمایہ", "कुल पूँजी"),
    "earlier_profit": ("Profit of earlier years", "پچھلے سالوں کا نفع", "पिछले सालों का लाभ"),
    "this_profit": ("Profit of this year", "اس سال کا نفع", "इस साल का लाभ"),
    "balance_before": ("Balance before", "سابقہ بقایا", "पिछला बकाया"),
    # kinds of vouchers and of parties
    "kind.sale": ("Sale", "فروخت", "बिक्री"),
    "kind.sale_return": ("Return", "واپسی", "वापसी"),
    "kind.receipt": ("Received", "وصولی", "वसूली"),
    "kind.payment": ("Paid", "ادائیگی", "भुगतान"),
    "kind.khata": ("Khata entry", "کھاتہ اندراج", "खाता एंट्री"),
    "kind.opening": ("Opening", "ابتدائی بقایا", "शुरुआती शेष"),
    "kind.journal": ("Journal", "جرنل", "जर्नल"),
    "kind.reversal": ("Undone", "منسوخ", "रद्द"),
    "kind.customer": ("Customer", "گاہک", "ग्राहक"),
    "kind.supplier": ("Supplier", "سپلائر", "सप्लायर"),
    "kind.staff": ("Staff", "عملہ", "कर्मचारी"),
}

#: A standard account's name in the book -> (Urdu, Hindi)
ACCOUNT_NAMES: dict[str, tuple[str, str]] = {
    "Cash in hand": ("ہاتھ میں نقد", "हाथ में नकद"),
    "Bank": ("بینک", "बैंक"),
    "Digital wallet": ("ڈیجیٹل والٹ", "डिजिटल वॉलेट"),
    "Customers": ("گاہک", "ग्राहक"),
    "Stock": ("اسٹاک", "स्टॉक"),
    "Tax paid on purchases": ("خریداری پر دیا گیا ٹیکس", "ख़रीद पर दिया टैक्स"),
    "Furniture and equipment": ("فرنیچر اور سامان", "फ़र्नीचर और सामान"),
    "Suppliers": ("سپلائر", "सप्लायर"),
    "Tax collected on sales": ("فروخت پر لیا گیا ٹیکس", "बिक्री पर लिया टैक्स"),
    "Loans taken": ("لیے ہوئے قرض", "लिए हुए क़र्ज़"),
    "Owner's capital": ("مالک کا سرمایہ", "मालिक की पूँजी"),
    "Owner's drawings": ("مالک نے نکالے", "मालिक ने निकाले"),
    "Opening balances": ("ابتدائی بقایا جات", "शुरुआती शेष"),
    "Sales": ("فروخت", "बिक्री"),
    "Sales returns": ("فروخت واپسی", "बिक्री वापसी"),
    "Service income": ("خدمات کی آمدنی", "सेवा की आमदनी"),
    "Other income": ("دیگر آمدنی", "अन्य आमदनी"),
    "Cost of goods sold": ("بکے ہوئے مال کی لاگت", "बिके माल की लागत"),
    "Rounding": ("راؤنڈ آف", "पूर्णांकन"),
    "General expenses": ("عام اخراجات", "सामान्य ख़र्च"),
    "Rent": ("کرایہ", "किराया"),
    "Electricity and bills": ("بجلی اور بل", "बिजली और बिल"),
    "Salaries and wages": ("تنخواہیں اور اجرتیں", "वेतन और मज़दूरी"),
    "Transport": ("گاڑی کا کرایہ اور ڈھلائی", "ढुलाई और भाड़ा"),
    "Tea and food": ("چائے اور کھانا", "चाय और खाना"),
    "Repairs": ("مرمت", "मरम्मत"),
    "Bank charges": ("بینک چارجز", "बैंक शुल्क"),
}


def report_word(key: str, language: Language, **values: str) -> str:
    """Return a word or phrase of the reports; inserted values keep their own direction.

    Raises KeyError for a key the reports do not know.
    """
    phrase = REPORT_WORDS[key][_INDEX[language]]
    if language != "en":
        values = {name: isolate(value) for name, value in values.items()}
    return phrase.format(**values) if values else phrase


def account_name(name: str, language: Language) -> str:
    """Return a standard account's name as printed; one that was renamed or added keeps its own."""
    names = ACCOUNT_NAMES.get(name)
    return name if names is None or language == "en" else names[_INDEX[language] - 1]
