"""One key for one word, however it is spelled: چینی, चीनी, chini and cheeni all give " cn".

A key is a rough skeleton of consonants in Latin letters. Every word of letters begins with a space and
keeps a leading vowel (as `a`); other vowels, aspiration and the letters that are now vowel, now consonant
(y, w, h) are dropped, and sounds that are spelled one for the other become one (z and j, sh and s,
retroflex and dental). Digits stay, and begin with no space at the start of a text, so that any part of a
phone number is found. So `LIKE '%' || search_key(typed) || '%'` finds what has words that begin like the
typed ones, in any of the three scripts, and numbers anywhere.

A key is generous on purpose; who searches shows plain matches of the typed text first, and takes a word
whose key is a single letter (ghee, chai) for whole words only. Keys are stored: when they change, a migration
has to write them anew.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_ARABIC = {
    **dict.fromkeys("بﺐٻ", "b"), **dict.fromkeys("پ", "p"), **dict.fromkeys("تطٹټ", "t"),
    **dict.fromkeys("ثسصشښ", "s"), **dict.fromkeys("جزذضظژ", "j"), **dict.fromkeys("چڃ", "c"),
    **dict.fromkeys("خقكکڪ", "k"), **dict.fromkeys("غگڳ", "g"), **dict.fromkeys("دڈڊ", "d"),
    **dict.fromkeys("رڑړ", "r"), **dict.fromkeys("ف", "f"), **dict.fromkeys("لڵ", "l"),
    **dict.fromkeys("م", "m"), **dict.fromkeys("نںڻ", "n"),
}  # fmt: skip
_ARABIC_FIRST = {
    **dict.fromkeys("اعءٱ", "a"), **dict.fromkeys("يیىے", "y"), **dict.fromkeys("و", "v"),
    **dict.fromkeys("ہهھح", "h"),
}  # fmt: skip

_DEVANAGARI = {
    **dict.fromkeys("कख", "k"), **dict.fromkeys("गघ", "g"), **dict.fromkeys("चछ", "c"),
    **dict.fromkeys("जझ", "j"), **dict.fromkeys("टठतथ", "t"), **dict.fromkeys("डढदध", "d"),
    **dict.fromkeys("ङञणन", "n"), **dict.fromkeys("प", "p"), **dict.fromkeys("फ", "f"),
    **dict.fromkeys("बभ", "b"), **dict.fromkeys("म", "m"), **dict.fromkeys("रऋृ", "r"),
    **dict.fromkeys("लळ", "l"), **dict.fromkeys("शषस", "s"), **dict.fromkeys("\u0901\u0902", "n"),
}  # fmt: skip
_DEVANAGARI_FIRST = {
    **dict.fromkeys("अआइईउऊएऐओऔऑऍ", "a"), "य": "y", "व": "v", "ह": "h",
}  # fmt: skip
_NUKTA, _VIRAMA = "\u093c", "\u094d"

_LATIN = {**{letter: letter for letter in "bdfgjklmnprst"}, "c": "k", "q": "k", "z": "j", "x": "ks"}
_LATIN_FIRST = {**dict.fromkeys("aeiou", "a"), "y": "y", "v": "v", "w": "v", "h": "h"}

# English words keep their own spelling in a shop; these bring the letters nearer to the sound.
_ENGLISH = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^x", "z"),
        (r"^wr", "r"),
        (r"^kn", "n"),
        (r"^ginger", "jinjer"),
        (r"^g(?=ener|entl|enui|el$|ela|ym|iant|eo)", "j"),
        (r"sch(?=oo|em)", "sk"),
        (r"ch(?=r)", "k"),
        (r"[tc]ch", "ch"),
        (r"dge", "je"),
        (r"(?<=[bkst]a|an|on|ar|er)ge(?=s?$)", "je"),
        (r"(?<=ar)ge(?=rs?$)", "je"),
        (r"chine(?=s?$|ry)", "shine"),
        (r"ight", "it"),
        (r"[st]ion", "shan"),
        (r"ture(?=s?$)", "char"),
        (r"ck", "k"),
        (r"c(?=[eiy])", "s"),
        (r"ph", "f"),
    )
]

_TOKENS = re.compile(r"(\d+)|([\u0900-\u0963\u0970-\u097f]+)|([\u0620-\u06ff]+)|([a-z]+)|([^\W\d_]+)")
# Accents of Latin letters, vowel signs of Arabic letters, and what is not seen at all.
_UNHEARD = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "'‘’ʼ\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_ONLY_DIGITS = re.compile(r"[\d\s+().-]+")
_COUNTRY = re.compile(r"(?:00)?9[12](?=\d{9,10}$)")


def search_key(text: str) -> str:
    """Return the key of a name, code or phone number, and of what is typed to find one; see above.

    The same function makes the stored key and the sought one. Empty when text has no letter or digit.
    """
    folded = _folded(text)
    if _ONLY_DIGITS.fullmatch(folded):
        return _number_key(folded)
    key = "".join(
        f" {_digits(token[0])}" if token[1] else f" {_word(token[0])}" for token in _TOKENS.finditer(folded)
    )
    return key[1:] if key[1:2].isdigit() else key


class TypedWord(NamedTuple):
    """A word of what was typed: its key, with the space before it where one is, and its own letters."""

    key: str
    letters: str

    @property
    def says_little(self) -> bool:
        """Whether the key is a single letter: half the shop begins with it, and only whole words count."""
        return len(self.key) == 2 and self.key[1].isalpha()


def typed_words(text: str) -> list[TypedWord]:
    """Return the words of what was typed; together their keys are the text's key."""
    folded = _folded(text)
    keys = re.findall(r" ?[^ ]+", search_key(text))
    if _ONLY_DIGITS.fullmatch(folded):
        return [TypedWord(key, key.strip()) for key in keys]
    tokens = [unicodedata.normalize("NFC", token[0]) for token in _TOKENS.finditer(folded)]
    return [TypedWord(key, letters) for key, letters in zip(keys, tokens, strict=True)]


def _folded(text: str) -> str:
    return _UNHEARD.sub("", unicodedata.normalize("NFKD", text.casefold()))


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(char)) for char in text)


def _number_key(text: str) -> str:
    """Return the key of a text of digits alone; a phone number is one number however it is spaced."""
    parts = [_digits(part) for part in re.findall(r"\d+", text)]
    joined = "".join(parts)
    if len(joined) < 5:
        return " ".join(parts)
    # +92 300 1234567 is also found as 0300 1234567.
    national = _COUNTRY.sub("0", joined, count=1)
    return joined if national == joined else f"{joined} {national}"


@lru_cache(maxsize=8192)
def _word(word: str) -> str:
    if word[0] in "abcdefghijklmnopqrstuvwxyz":
        codes = _latin(word)
    elif "\u0900" <= word[0] <= "\u097f":
        codes = _devanagari(word)
    elif "\u0620" <= word[0] <= "\u06ff":
        codes = _arabic(word)
    else:
        return word  # a script we have no sounds for is still found by its own letters
    # Station and اسٹیشن: Urdu cannot begin with two consonants, English does; so with every s.
    codes = re.sub(r"^as", "s", codes)
    return re.sub(r"n(?=[bp])", "m", codes) or "a"


def _latin(word: str) -> str:
    for pattern, sound in _ENGLISH:
        word = pattern.sub(sound, word)
    codes = _LATIN_FIRST.get(word[0], "")
    after_vowel = True
    for n, letter in enumerate(word):
        code = "c" if word[n : n + 2] == "ch" else _LATIN.get(letter, "")
        if code and (after_vowel or not codes.endswith(code)):
            codes += code
        # A doubled consonant is one long sound: chakki; but in kaka a vowel stands between.
        after_vowel = letter in "aeiouvwy"
    return codes


def _devanagari(word: str) -> str:
    word = word.replace("क्ष", "क्स").replace("ज्ञ", "ग")
    codes = _DEVANAGARI_FIRST.get(word[0], "")
    joined = False
    for n, letter in enumerate(word):
        code = _DEVANAGARI.get(letter, "")
        if letter in "डढ" and word[n + 1 : n + 2] == _NUKTA:
            code = "r"
        if code and not (joined and codes.endswith(code)):
            codes += code
        if letter != _NUKTA:
            joined = letter == _VIRAMA
    return codes


def _arabic(word: str) -> str:
    word = word.replace("پھ", "ف")
    codes = _ARABIC_FIRST.get(word[0], "")
    # Two letters alike have a short vowel between them (سستا is sasta); a long consonant is written once.
    codes += "".join(_ARABIC.get(letter, "") for letter in word)
    return codes
