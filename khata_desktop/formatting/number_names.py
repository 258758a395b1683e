"""Names of numbers. Urdu and Hindi have a name of its own for every number up to 99, so all are listed."""

from khata_desktop.formatting.digits import Language

UP_TO_99: dict[Language, tuple[str, ...]] = {
    "en": (
        *"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(),
        *"fifteen sixteen seventeen eighteen nineteen".split(),
        *(
            f"{tens}-{unit}" if unit else tens
            for tens in "twenty thirty forty fifty sixty seventy eighty ninety".split()
            for unit in ["", *"one two three four five six seven eight nine".split()]
        ),
    ),
    "ur": tuple(
        """
        صفر ایک دو تین چار پانچ چھ سات آٹھ نو
        دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس
        بیس اکیس بائیس تئیس چوبیس پچیس چھبیس ستائیس اٹھائیس انتیس
        تیس اکتیس بتیس تینتیس چونتیس پینتیس چھتیس سینتیس اڑتیس انتالیس
        چالیس اکتالیس بیالیس تینتالیس چوالیس پینتالیس چھیالیس سینتالیس اڑتالیس انچاس
        پچاس اکیاون باون ترپن چون پچپن چھپن ستاون اٹھاون انسٹھ
        ساٹھ اکسٹھ باسٹھ تریسٹھ چونسٹھ پینسٹھ چھیاسٹھ سڑسٹھ اڑسٹھ انہتر
        ستر اکہتر بہتر تہتر چوہتر پچہتر چھہتر ستتر اٹھہتر اناسی
        اسی اکیاسی بیاسی تراسی چوراسی پچاسی چھیاسی ستاسی اٹھاسی نواسی
        نوے اکانوے بانوے ترانوے چورانوے پچانوے چھیانوے ستانوے اٹھانوے ننانوے
        """.split()
    ),
    "hi": tuple(
        """
        शून्य एक दो तीन चार पाँच छह सात आठ नौ
        दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस
        बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस
        तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस
        चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास
        पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ
        साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर
        सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी
        अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी
        नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे
        """.split()
    ),
}

HUNDRED: dict[Language, str] = {"en": "hundred", "ur": "سو", "hi": "सौ"}

#: Powers of ten and their names, largest first. English says "one hundred crore" and goes no higher;
#: Urdu and Hindi have arab, kharab and neel.
LAKH_SCALES: dict[Language, tuple[tuple[int, str], ...]] = {
    "en": ((10**7, "crore"), (10**5, "lakh"), (10**3, "thousand")),
    "ur": (
        (10**15, "پدم"),
        (10**13, "نیل"),
        (10**11, "کھرب"),
        (10**9, "ارب"),
        (10**7, "کروڑ"),
        (10**5, "لاکھ"),
        (10**3, "ہزار"),
    ),
    "hi": (
        (10**15, "पद्म"),
        (10**13, "नील"),
        (10**11, "खरब"),
        (10**9, "अरब"),
        (10**7, "करोड़"),
        (10**5, "लाख"),
        (10**3, "हज़ार"),
    ),
}
MILLION_SCALES: dict[Language, tuple[tuple[int, str], ...]] = {
    "en": ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand")),
    "ur": ((10**12, "ٹریلین"), (10**9, "بلین"), (10**6, "ملین"), (10**3, "ہزار")),
    "hi": ((10**12, "ट्रिलियन"), (10**9, "बिलियन"), (10**6, "मिलियन"), (10**3, "हज़ार")),
}

#: For each currency and language: major unit one and many, minor unit one and many.
UNITS: dict[str, dict[Language, tuple[str, str, str, str]]] = {
    "PKR": {
        "en": ("rupee", "rupees", "paisa", "paisa"),
        "ur": ("روپیہ", "روپے", "پیسہ", "پیسے"),
        "hi": ("रुपया", "रुपये", "पैसा", "पैसे"),
    },
    "BDT": {
        "en": ("taka", "taka", "paisa", "paisa"),
        "ur": ("ٹکا", "ٹکے", "پیسہ", "پیسے"),
        "hi": ("टका", "टके", "पैसा", "पैसे"),
    },
    "LKR": {
        "en": ("rupee", "rupees", "cent", "cents"),
        "ur": ("روپیہ", "روپے", "سینٹ", "سینٹ"),
        "hi": ("रुपया", "रुपये", "सेंट", "सेंट"),
    },
    "USD": {
        "en": ("dollar", "dollars", "cent", "cents"),
        "ur": ("ڈالر", "ڈالر", "سینٹ", "سینٹ"),
        "hi": ("डॉलर", "डॉलर", "सेंट", "सेंट"),
    },
    "GBP": {
        "en": ("pound", "pounds", "penny", "pence"),
        "ur": ("پاؤنڈ", "پاؤنڈ", "پینس", "پینس"),
        "hi": ("पाउंड", "पाउंड", "पेंस", "पेंस"),
    },
    "EUR": {
        "en": ("euro", "euros", "cent", "cents"),
        "ur": ("یورو", "یورو", "سینٹ", "سینٹ"),
        "hi": ("यूरो", "यूरो", "सेंट", "सेंट"),
    },
    "AED": {
        "en": ("dirham", "dirhams", "fils", "fils"),
        "ur": ("درہم", "درہم", "فلس", "فلس"),
        "hi": ("दिरहम", "दिरहम", "फ़िल्स", "फ़िल्स"),
    },
    "SAR": {
        "en": ("riyal", "riyals", "halala", "halalas"),
        "ur": ("ریال", "ریال", "ہللہ", "ہللے"),
        "hi": ("रियाल", "रियाल", "हलाला", "हलाला"),
    },
    "QAR": {
        "en": ("riyal", "riyals", "dirham", "dirhams"),
        "ur": ("ریال", "ریال", "درہم", "درہم"),
        "hi": ("रियाल", "रियाल", "दिरहम", "दिरहम"),
    },
    "OMR": {
        "en": ("rial", "rials", "baisa", "baisa"),
        "ur": ("ریال", "ریال", "بیسہ", "بیسے"),
        "hi": ("रियाल", "रियाल", "बैसा", "बैसा"),
    },
    "KWD": {
        "en": ("dinar", "dinars", "fils", "fils"),
        "ur": ("دینار", "دینار", "فلس", "فلس"),
        "hi": ("दीनार", "दीनार", "फ़िल्स", "फ़िल्स"),
    },
    "AFN": {
        "en": ("afghani", "afghanis", "pul", "pul"),
        "ur": ("افغانی", "افغانی", "پل", "پل"),
        "hi": ("अफ़ग़ानी", "अफ़ग़ानी", "पुल", "पुल"),
    },
    "MYR": {
        "en": ("ringgit", "ringgit", "sen", "sen"),
        "ur": ("رنگٹ", "رنگٹ", "سین", "سین"),
        "hi": ("रिंगिट", "रिंगिट", "सेन", "सेन"),
    },
    "JPY": {
        "en": ("yen", "yen", "", ""),
        "ur": ("ین", "ین", "", ""),
        "hi": ("येन", "येन", "", ""),
    },
}
#: Currencies whose units are called as another's.
SAME_UNITS = {
    "INR": "PKR", "NPR": "PKR", "IQD": "KWD", "BHD": "KWD", "JOD": "KWD", "CAD": "USD", "AUD": "USD",
    "NZD": "USD", "SGD": "USD", "HKD": "USD",
}  # fmt: skip

MINUS: dict[Language, str] = {"en": "minus", "ur": "منفی", "hi": "माइनस"}
AND: dict[Language, str] = {"en": "and", "ur": "اور", "hi": "और"}
ONLY: dict[Language, str] = {"en": "only", "ur": "صرف", "hi": "मात्र"}
