"""Every word the papers say by themselves, in the three printed languages.

Kept apart from the window's translations: a shop may work in one language and print in another.
"""

from __future__ import annotations

from khata_desktop.config import Language
from khata_desktop.documents.text import isolate

_INDEX: dict[str, int] = {"en": 0, "ur": 1, "hi": 2}

#: key -> (English, Urdu, Hindi)
WORDS: dict[str, tuple[str, str, str]] = {
    # titles
    "invoice": ("Invoice", "بل", "बिल"),
    "cash_memo": ("Cash memo", "کیش میمو", "कैश मेमो"),
    "credit_note": ("Credit note", "کریڈٹ نوٹ", "क्रेडिट नोट"),
    "statement": ("Statement of account", "کھاتے کا گوشوارہ", "खाता विवरण"),
    "copy": ("Copy", "نقل", "कॉपी"),
    # heads
    "number": ("No.", "نمبر", "नंबर"),
    "date": ("Date", "تاریخ", "तारीख"),
    "time": ("Time", "وقت", "समय"),
    "due": ("Due", "آخری تاریخ", "देय तिथि"),
    "against": ("Against", "اصل بل", "मूल बिल"),
    "customer": ("Bill to", "گاہک", "ग्राहक"),
    "account_of": ("Account of", "کھاتہ دار", "खाताधारक"),
    "walk_in": ("Walk-in customer", "عام گاہک", "आम ग्राहक"),
    "sold_by": ("Served by", "فروخت کنندہ", "विक्रेता"),
    "phone": ("Phone", "فون", "फ़ोन"),
    "tax_number": ("Tax no.", "ٹیکس نمبر", "टैक्स नंबर"),
    "period": ("Period", "مدت", "अवधि"),
    # lines
    "item": ("Item", "تفصیل", "विवरण"),
    "quantity": ("Qty", "مقدار", "मात्रा"),
    "price": ("Price", "نرخ", "दर"),
    "discount": ("Discount", "رعایت", "छूट"),
    "tax": ("Tax", "ٹیکس", "टैक्स"),
    "amount": ("Amount", "رقم", "राशि"),
    "no_lines": ("Nothing on this bill", "اس بل میں کچھ نہیں", "इस बिल में कुछ नहीं"),
    "carried": ("Carried forward", "میزان اگلے صفحے پر", "योग अगले पन्ने पर"),
    "brought": ("Brought forward", "پچھلے صفحے کی میزان", "पिछले पन्ने का योग"),
    # sums
    "subtotal": ("Subtotal", "میزان", "योग"),
    "round_off": ("Round-off", "راؤنڈ آف", "पूर्णांकन"),
    "total": ("Total", "کل رقم", "कुल राशि"),
    "included": ("included", "شامل ہے", "शामिल"),
    "in_words": ("In words", "الفاظ میں", "शब्दों में"),
    "cash": ("Cash", "نقد", "नकद"),
    "bank": ("Bank", "بینک", "बैंक"),
    "wallet": ("Wallet", "والٹ", "वॉलेट"),
    "khata": ("On khata", "ادھار", "उधार"),
    "cash_given": ("Cash given", "نقد دیا", "नकद दिया"),
    "change": ("Change", "واپسی", "वापसी"),
    # balances
    "previous_balance": ("Previous balance", "سابقہ بقایا", "पिछला बकाया"),
    "this_bill": ("This bill", "یہ بل", "यह बिल"),
    "this_credit_note": ("This credit note", "یہ کریڈٹ نوٹ", "यह क्रेडिट नोट"),
    "paid": ("Paid", "ادا شدہ", "चुकाया"),
    "paid_back": ("Paid back", "واپس کیا", "लौटाया"),
    "remaining": ("Remaining", "کل بقایا", "कुल बकाया"),
    "advance": ("Advance", "پیشگی", "अग्रिम"),
    # foot
    "scan_to_pay": ("Scan to pay", "ادائیگی کے لیے اسکین کریں", "भुगतान के लिए स्कैन करें"),
    "terms": ("Terms", "شرائط", "शर्तें"),
    "note": ("Note", "نوٹ", "नोट"),
    "signature": ("Signature", "دستخط", "हस्ताक्षर"),
    "thanks": ("Thank you", "شکریہ", "धन्यवाद"),
    "page": ("Page {page} of {pages}", "صفحہ {page} از {pages}", "पन्ना {page} / {pages}"),
    # statement
    "opening_balance": ("Opening balance", "ابتدائی بقایا", "शुरुआती शेष"),
    "closing_balance": ("Closing balance", "اختتامی بقایا", "अंतिम शेष"),
    "entry": ("Entry", "اندراج", "एंट्री"),
    "billed": ("Billed", "ادھار", "उधार"),
    "received": ("Received", "وصول", "जमा"),
    "balance": ("Balance", "بقایا", "शेष"),
    "amount_due": ("Amount due", "واجب الادا", "देय राशि"),
    "in_advance": ("In advance with us", "ہمارے پاس پیشگی", "हमारे पास अग्रिम"),
    "settled": ("Settled", "حساب برابر", "हिसाब बराबर"),
    "no_entries": ("No entries in this period", "اس مدت میں کوئی اندراج نہیں", "इस अवधि में कोई एंट्री नहीं"),
    "ageing": ("How old it is", "بقایا کتنا پرانا ہے", "बकाया कितना पुराना है"),
    "days": ("{span} days", "{span} دن", "{span} दिन"),
    "days_over": ("Over {span} days", "{span} دن سے زائد", "{span} दिन से अधिक"),
    "advance_unused": ("Advance not used", "بچی ہوئی پیشگی", "बचा हुआ अग्रिम"),
    "from_to": ("{first} to {last}", "{first} تا {last}", "{first} से {last} तक"),
    "up_to": ("Up to {last}", "{last} تک", "{last} तक"),
    # kinds of entries
    "kind.sale": ("Sale", "فروخت", "बिक्री"),
    "kind.sale_return": ("Return", "واپسی", "वापसी"),
    "kind.receipt": ("Payment received", "رقم وصول ہوئی", "भुगतान मिला"),
    "kind.payment": ("Payment made", "رقم ادا کی", "भुगतान किया"),
    "kind.khata": ("Khata entry", "کھاتہ اندراج", "खाता एंट्री"),
    "kind.opening": ("Opening balance", "ابتدائی بقایا", "शुरुआती शेष"),
    "kind.journal": ("Journal", "جرنل", "जर्नल"),
    "kind.contra": ("Transfer", "منتقلی", "ट्रांसफ़र"),
    "kind.reversal": ("Cancelled", "منسوخ", "रद्द"),
    # reports
    "sum": ("Total", "کل", "कुल"),
    "nothing": ("Nothing to show", "دکھانے کو کچھ نہیں", "दिखाने को कुछ नहीं"),
}


def word(key: str, language: Language, **values: str) -> str:
    """Return a word or phrase in `language`; inserted values keep their own direction.

    Raises KeyError for a key the papers do not know.
    """
    phrase = WORDS[key][_INDEX[language]]
    return phrase.format(**{name: isolate(value) for name, value in values.items()}) if values else phrase


def kind_word(kind: str, language: Language) -> str:
    """Return what a voucher's kind is called on paper; an unknown kind is shown as it is."""
    key = f"kind.{kind}"
    return word(key, language) if key in WORDS else kind.replace("_", " ").capitalize()
