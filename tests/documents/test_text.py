"""Setting text: nothing is lost, nothing sticks out, nothing raises."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.config import Language
from khata_desktop.documents.fonts import clean, face, faces_for
from khata_desktop.documents.shaping import ShapedRun, shape
from khata_desktop.documents.text import Paragraph, TypeStyle, lay_out
from tests.documents.papers import LANGUAGES

_WORDS = st.sampled_from(
    "محمد اسلم رحمت سٹور چینی کمپنی (نقد) मोहम्मद सत्यम् क्षत्रिय दिल्ली".split()
    + "Lahore Office 1,234.50 -20 ₹ GST 18%".split()
)
_MIXED = st.lists(_WORDS, max_size=12).map(" ".join)
_INVISIBLE = set(
    "\u200b\u200e\u200f\u061c\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\n"
)


def _style(language: Language = "en", size: float = 10) -> TypeStyle:
    return TypeStyle(size=size, language=language)


def _runs(paragraph: Paragraph) -> Iterator[ShapedRun]:
    for line in paragraph.lines:
        for _, run in line.runs:
            yield run


def _letters(text: str) -> list[str]:
    return sorted(char for char in clean(text) if char not in _INVISIBLE and not char.isspace())


@given(st.text(max_size=60), st.sampled_from(LANGUAGES), st.sampled_from([30.0, 80.0, 300.0, None]))
def test_any_text_is_set_and_no_letter_is_lost(text: str, language: Language, width: float | None) -> None:
    paragraph = lay_out(text, _style(language), width=width)
    assert paragraph.height > 0
    said = "".join(glyph.text for run in _runs(paragraph) for glyph in run.glyphs)
    assert _letters(said) == _letters(text)


@given(_MIXED, st.sampled_from(LANGUAGES), st.floats(40, 300))
def test_no_line_is_wider_than_asked_unless_it_is_one_letter(
    text: str, language: Language, width: float
) -> None:
    for line in lay_out(text, _style(language), width=width).lines:
        assert line.width <= width + 0.02 or sum(len(run.text) for _, run in line.runs) <= 2


@given(_MIXED, st.sampled_from(LANGUAGES), st.integers(1, 3))
def test_text_cut_to_some_lines_fits_and_ends_in_an_ellipsis(
    text: str, language: Language, lines: int
) -> None:
    paragraph = lay_out(text, _style(language), width=70, max_lines=lines)
    assert len(paragraph.lines) <= lines
    assert all(line.width <= 70.02 for line in paragraph.lines)
    if paragraph.truncated:
        assert any("…" in run.text for _, run in paragraph.lines[-1].runs)


@given(_MIXED, st.sampled_from(LANGUAGES))
def test_ink_stays_inside_the_line(text: str, language: Language) -> None:
    style = _style(language)
    for line in lay_out(text, style).lines:
        for _, run in line.runs:
            points = style.size * run.face.scale / run.face.upem
            assert run.ink_top * points <= line.ascent + 0.01
            assert -run.ink_bottom * points <= line.descent + 0.01


@pytest.mark.parametrize(
    ("text", "rtl"), [("محمد اسلم", True), ("क्षत्रिय", False), ("ffi", False), ("(نقد)", True)]
)
def test_every_cluster_of_a_run_is_covered_once(text: str, rtl: bool) -> None:
    run = shape(faces_for(text, "ur")[1], text, rtl=rtl, language="ur")
    spoken = [glyph.text for glyph in run.glyphs if glyph.text]
    assert "".join(reversed(spoken) if rtl else spoken) == text


def test_bracket_in_right_to_left_text_is_mirrored() -> None:
    sans = face("sans")
    turned = shape(sans, "(", rtl=True, language="ur").glyphs[0].glyph_id
    assert turned == sans.glyphs[ord(")")]


def test_urdu_is_set_in_nastaliq_in_urdu_and_in_naskh_elsewhere() -> None:
    assert faces_for("محمد", "ur")[0].name == "nastaliq"
    assert faces_for("محمد", "en")[0].name == "naskh"
    assert faces_for("दिल्ली", "hi")[0].name == "devanagari"


def test_figures_look_the_same_in_every_language() -> None:
    assert {faces_for("1,234.50 محمد", language)[0].name for language in LANGUAGES} == {"sans"}


def test_figures_of_one_length_have_one_width() -> None:
    widths = {
        round(lay_out(f"\u20661,1{digit}1.{digit}0\u2069", _style("ur")).width, 6) for digit in range(10)
    }
    assert len(widths) == 1


def test_zero_width_non_joiner_still_parts_letters() -> None:
    joined = lay_out("می خواہ", _style("ur"))
    parted = lay_out("می\u200cخواہ", _style("ur"))
    assert joined.lines[0].runs[0][1].glyphs != parted.lines[0].runs[0][1].glyphs


@pytest.mark.parametrize(
    "hostile", ["\ud800", "a\x00b", "\U0001f600", "\x1b[31m", "\ufffe\uffff", "\u202e" * 99, "\u0301"]
)
def test_hostile_text_is_set_without_error(hostile: str) -> None:
    for language in LANGUAGES:
        assert lay_out(hostile * 3, _style(language), width=40, max_lines=2).lines


def test_line_breaks_of_the_typed_text_are_kept() -> None:
    assert len(lay_out("one\r\ntwo\rthree\n\nfive", _style()).lines) == 5


def test_phone_number_in_urdu_keeps_its_order() -> None:
    paragraph = lay_out("\u20680300 1234567\u2069", _style("ur"))
    assert "".join(run.text for run in _runs(paragraph)) == "0300 1234567"
