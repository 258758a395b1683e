"""A word of the shop is found in whichever script and spelling it is sought."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.domain.search_key import search_key

# Each line: one word of the shop in Urdu, in Hindi, and as people type it in Latin letters.
SHOP_WORDS = """
چینی चीनी chini cheeni chinee
آٹا आटा aata atta ata
چاول चावल chawal chaval chaawal
دال दाल daal dal
نمک नमक namak
مرچ मिर्च mirch mirich
ہلدی हल्दी haldi huldi
زیرہ ज़ीरा zeera jeera zira
دھنیا धनिया dhania dhaniya
گھی घी ghee ghi
تیل तेल tel tail
چائے चाय chai chaye chay
پتی पत्ती patti pati
دودھ दूध doodh dudh
دہی दही dahi
مکھن मक्खन makkhan makhan
انڈا अंडा anda unda
آلو आलू aloo alu
پیاز प्याज़ pyaz piyaz pyaaz
لہسن लहसुन lehsun lahsun
ادرک अदरक adrak adrakh
ٹماٹر टमाटर tamatar timatar tamaatar
صابن साबुन sabun saabun
شیمپو शैम्पू shampoo shampu
بسکٹ बिस्कुट biscuit biskut
سگریٹ सिगरेट cigarette sigret
ماچس माचिस machis maachis
کپڑا कपड़ा kapra kapraa
جوتا जूता joota juta
پھل फल phal fal
سبزی सब्ज़ी sabzi sabji
گوشت गोश्त gosht
مرغی मुर्गी murghi murgi
مچھلی मछली machli machhli
پانی पानी pani paani
بوتل बोतल botal bottle
کتاب किताब kitab kitaab
قلم क़लम qalam kalam
کاغذ काग़ज़ kaghaz kagaz
دوائی दवाई dawai dawaee
گولی गोली goli
سستا सस्ता sasta
چکی चक्की chakki
ڈبل डबल double
سٹور स्टोर store
اسکول स्कूल school
اسٹیشن स्टेशन station
جنرل जनरल general
فون फ़ोन phone fon
چارجر चार्जर charger
بیٹری बैटरी battery batri
موبائل मोबाइल mobile mobail
کیبل केबल cable
بلب बल्ब bulb
پائپ पाइप pipe paip
سیمنٹ सीमेंट cement
لمبا लंबा lamba
گنبد गुंबद gumbad
باکس बॉक्स box
لائٹ लाइट light lite
مشین मशीन machine mashin
رسید रसीद raseed rasid
محمد मुहम्मद muhammad mohammad mohammed
احمد अहमद ahmad ahmed
اسلم असलम aslam
عمر उमर umar omar
علی अली ali
حسین हुसैन hussain husain hussein
کریم करीम kareem karim
شیخ शेख़ sheikh shaikh
فاطمہ फ़ातिमा fatima faatima
خدیجہ ख़दीजा khadija khadeeja
لکشمی लक्ष्मी laxmi lakshmi
کرشن कृष्ण krishna krishan
شرما शर्मा sharma
گپتا गुप्ता gupta
یاسین यासीन yaseen yasin
وزن वज़न wazan vazan
نوید नवीद naveed navid
ضیا ज़िया zia ziya
پیکج पैकेज package
ادھار उधार udhaar udhar
کھاتہ खाता khata khaata
"""


@pytest.mark.parametrize("line", SHOP_WORDS.strip().splitlines())
def test_one_word_has_one_key_in_every_script(line: str) -> None:
    keys = {word: search_key(word) for word in line.split()}
    assert len(set(keys.values())) == 1, keys
    assert next(iter(keys.values())).strip()


def test_different_goods_keep_different_keys() -> None:
    goods = "chini chawal daal namak mirch haldi zeera tel doodh aloo pyaz sabun biscuit machis cement bulb"
    keys = [search_key(word) for word in goods.split()]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ﭼﻴﻨﻲ", "چینی"),  # presentation forms
        ("كريم", "کریم"),  # Arabic kaf and yeh
        ("مُحَمَّد", "محمد"),  # vowel signs
        ("Café", "cafe"),
        ("HAJI'S", "hajis"),
        ("खड़ा", "खड\u093cा"),
        ("ک\u200cتاب", "کتاب"),
        ("5kg", "5 KG"),
        ("۵ کلو", "5 kilo"),
        ("५ किलो", "5 kilo"),
        ("Straße", "strasse"),
    ],
)
def test_forms_of_the_same_letters_are_one(first: str, second: str) -> None:
    assert search_key(first) == search_key(second)


def _finds(typed: str, name: str) -> bool:
    connection = sqlite3.connect(":memory:")
    try:
        query = "SELECT ? LIKE '%' || ? || '%'"
        return bool(connection.execute(query, (search_key(name), search_key(typed))).fetchone()[0])
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("chini", "Sugar (چینی) 50kg"),
        ("چینی 50", "Cheeni 50 kg"),
        ("ahm", "محمد احمد"),
        ("karim st", "Karim Store"),
        ("کریم سٹ", "Karim General Store Karim Store"),
        ("1234", "0300-1234567"),
        ("0300 1234567", "+92 300 1234567"),
        ("۰۳۰۰", "0300-1234567"),
        ("0300-123", "03001234567"),
        ("98765", "+91 98765 43210"),
        ("লবণ", "লবণ 1kg"),
    ],
)
def test_typed_text_finds_the_name(typed: str, name: str) -> None:
    assert _finds(typed, name)


@pytest.mark.parametrize(("typed", "name"), [("ghee", "Biscuit sugar-free"), ("tel", "Hotel"), ("5", "Ali")])
def test_words_are_found_by_their_beginning_only(typed: str, name: str) -> None:
    assert not _finds(typed, name)


def test_text_without_letters_or_digits_has_no_key() -> None:
    assert search_key("") == search_key(" -- ") == search_key("\u200f،") == ""


@given(st.text(max_size=40))
def test_any_text_has_a_key_and_its_own_letters_find_it(text: str) -> None:
    key = search_key(text)
    assert key == search_key(text.strip() + " ")
    assert "%" not in key
    assert "_" not in key


@given(st.lists(st.sampled_from([line.split()[2] for line in SHOP_WORDS.strip().splitlines()]), max_size=4))
def test_key_of_a_phrase_is_the_keys_of_its_words(words: list[str]) -> None:
    assert search_key(" ".join(words)) == "".join(search_key(word) for word in words)
