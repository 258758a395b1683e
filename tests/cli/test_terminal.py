"""Tables on the terminal stand in line in all three scripts."""

from __future__ import annotations

from datetime import date

import pytest

from khata_desktop.cli.sheets import Sheet, SheetColumn, SheetGroup, decimal_text, sheet_csv
from khata_desktop.cli.terminal import fitted, padded, table_lines, width_of
from khata_desktop.formatting.style import TextStyle

STYLE = TextStyle(currency_code="PKR", isolate=False)


def sheet(*rows: tuple[str | int | date | None, ...], groups: tuple[SheetGroup, ...] = ()) -> Sheet:
    return Sheet(
        name="test",
        title="Test",
        columns=(
            SheetColumn("id", "Id", seen_by="programs"),
            SheetColumn("name", "Name"),
            SheetColumn("amount", "Amount", "amount"),
        ),
        rows=rows,
        currency_code="PKR",
        exponent=2,
        business="Shop",
        period="All days",
        groups=groups,
    )


@pytest.mark.parametrize(
    ("text", "width"), [("Aslam", 5), ("اسلم", 4), ("مُحَمَّد", 4), ("茶", 2), ("", 0), ("a\u200db", 2)]
)
def test_a_text_is_as_wide_as_a_terminal_shows_it(text: str, width: int) -> None:
    assert width_of(text) == width


def test_columns_stand_in_line_whatever_the_script() -> None:
    shown = list(
        table_lines(sheet(("1", "Aslam", 12_345_678), ("2", "اسلم ٹریڈرز", -50), ("3", "茶", 0)), STYLE)
    )[5:]
    assert {width_of(line) for line in shown} == {width_of(shown[0])}
    assert [line.rsplit("  ", 1)[1].strip() for line in shown] == ["1,23,456.78", "-0.50", "0.00"]


def test_urdu_is_isolated_so_that_its_figures_stay_in_their_column() -> None:
    assert padded("اسلم", 6, right=False) == "\u2068اسلم\u2069  "
    assert padded("Aslam", 6, right=True) == " Aslam"


def test_what_is_too_wide_is_cut_with_an_ellipsis() -> None:
    assert fitted("Rahmat General Store", 10) == "Rahmat Ge…"
    assert fitted("茶茶茶", 4) == "茶…"


def test_a_name_cannot_move_the_cursor() -> None:
    line = list(table_lines(sheet(("1", "evil\x1b[2Jname\nnext", 5)), STYLE))[5]
    assert "\x1b" not in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("value", "places", "least", "text"),
    [
        (-5, 2, None, "-0.05"),
        (12_500, 3, 0, "12.5"),
        (12_000, 3, 0, "12"),
        (125_000, 4, 2, "12.50"),
        (7, 0, None, "7"),
    ],
)
def test_decimals_are_written_exactly(value: int, places: int, least: int | None, text: str) -> None:
    assert decimal_text(value, places, least) == text


def test_csv_guards_names_but_not_figures() -> None:
    assert sheet_csv(sheet(("1", "=1+1", -5))) == "id,name,amount\n1,'=1+1,-0.05\n"


def test_groups_become_a_column_for_programs() -> None:
    grouped = sheet(("1", "a", 1), ("2", "b", 2), groups=(SheetGroup("X", 0), SheetGroup("Y", 1)))
    assert sheet_csv(grouped) == "section,id,name,amount\nX,1,a,0.01\nY,2,b,0.02\n"
