"""The tokens hold what they promise: contrast, the grid, complete icons, a live switch."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase, QFontInfo, QTextLayout
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from khata_desktop.config import resource_path
from khata_desktop.ui.theme import active, apply_theme, icon_pixmap, make_font, register_fonts
from khata_desktop.ui.theme.icons import DIRECTIONAL
from khata_desktop.ui.theme.stylesheet import build_stylesheet
from khata_desktop.ui.theme.tokens import COLOURS, Colours, contrast_ratio, metrics_for, text_pairs
from khata_desktop.ui.widgets.label import Label

ICONS = sorted(resource_path("icons").glob("*.svg"))


@pytest.mark.parametrize("colours", COLOURS.values(), ids=COLOURS)
def test_every_text_can_be_read_on_its_ground(colours: Colours) -> None:
    poor = {
        name: round(contrast_ratio(ink, ground), 2)
        for name, ink, ground in text_pairs(colours)
        if contrast_ratio(ink, ground) < 4.5
    }
    assert poor == {}


def test_the_contrast_of_black_on_white_is_twenty_one() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)


def test_high_contrast_reaches_seven_to_one_for_plain_text() -> None:
    colours = COLOURS["contrast"]
    for ground in (colours.paper, colours.surface, colours.select, colours.hover):
        assert contrast_ratio(colours.ink, ground) >= 7


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("language", ["en", "ur", "hi"])
def test_lines_of_type_stand_on_the_grid_and_fit_a_row(scale: float, language: str) -> None:
    metrics = metrics_for(scale=scale, language=language)
    for size in (metrics.tiny, metrics.small, metrics.text, metrics.lead, metrics.title, metrics.total):
        assert metrics.line(size) % 4 == 0
    assert metrics.line(metrics.text) <= metrics.row


def test_rows_are_as_high_in_urdu_as_in_english() -> None:
    assert metrics_for(language="ur").row == metrics_for(language="en").row == 34


@pytest.mark.parametrize("colours", COLOURS.values(), ids=COLOURS)
def test_the_style_sheet_is_complete(colours: Colours) -> None:
    sheet = build_stylesheet(colours, metrics_for())
    assert "${" not in sheet
    assert sheet.count("{") == sheet.count("}")
    for address in re.findall(r"url\(khataicons:([^)]+)\)", sheet):
        assert resource_path("themes", address).is_file()


@pytest.mark.parametrize("name", COLOURS)
def test_shipped_marks_carry_the_colours_of_their_theme(name: str) -> None:
    colours = COLOURS[name]
    expected = {
        "chevron-down": colours.muted,
        "chevron-up": colours.muted,
        "check": colours.accent_ink,
        "dot": colours.accent_ink,
    }
    for mark, colour in expected.items():
        assert colour in resource_path("themes", name, f"{mark}.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_every_icon_is_drawn_with_the_one_stroke_and_takes_any_colour(file: Path, qapp: QApplication) -> None:
    svg = file.read_bytes()
    assert b'stroke="currentColor"' in svg
    assert b'stroke-width="1.8"' in svg
    assert QSvgRenderer(QByteArray(svg.replace(b"currentColor", b"#123456"))).isValid()
    image = icon_pixmap(file.stem, "#FF0000", 24).toImage()
    inked = {
        image.pixelColor(x, y).name()
        for x in range(24)
        for y in range(24)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inked <= {"#ff0000", "#fe0000"}
    assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_icons_named_as_directional_exist() -> None:
    assert {file.stem for file in ICONS} >= DIRECTIONAL


def test_the_program_brings_its_own_fonts(qapp: QApplication) -> None:
    assert {"Noto Sans", "Noto Naskh Arabic", "Noto Sans Devanagari"} <= set(register_fonts())
    assert QFontInfo(make_font(13)).family() == "Noto Sans"


def test_letters_the_fonts_lack_come_from_those_of_the_computer(qapp: QApplication) -> None:
    if not QFontDatabase.families(QFontDatabase.WritingSystem.Hebrew):
        pytest.skip("this computer has no Hebrew letters")
    line = QTextLayout("שלום", make_font(13))
    line.beginLayout()
    line.createLine()
    line.endLayout()
    # Glyph 0 is the box that stands for a letter no font has.
    assert all(glyph for run in line.glyphRuns() for glyph in run.glyphIndexes())


def test_the_theme_changes_live(qapp: QApplication, qtbot: QtBot) -> None:
    edit, label = QLineEdit(), Label("Rs 500", size="title")
    qtbot.addWidget(edit)
    qtbot.addWidget(label)
    edit.show()
    label.show()
    height = label.sizeHint().height()
    light = edit.grab().toImage().pixelColor(edit.width() // 2, 6).name()
    apply_theme(qapp, "dark", scale=1.5, motion=False)
    assert active().colours.dark
    assert edit.grab().toImage().pixelColor(edit.width() // 2, 6).name() != light
    assert label.sizeHint().height() > height
    assert edit.minimumHeight() == 51


def test_an_unknown_choice_of_theme_follows_the_system(qapp: QApplication) -> None:
    assert apply_theme(qapp, "system", motion=False).colours.name in COLOURS
