"""What is typed into a search field finds first what is written so, and only then what sounds alike."""

import pytest

from khata_desktop.reports.accounts_list import accounts_list
from khata_desktop.reports.items_list import items_list
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.reports.pickers import find_items, find_parties
from khata_desktop.reports.search import search
from khata_desktop.services.books import Books
from khata_desktop.ui.palette_providers import find_commands
from khata_desktop.ui.widgets.command_palette import PaletteItem
from tests.reports.shop import Shopkeeper

SHELF = (
    "Garam masala 50 g", "Garlic", "Ghee pouch 1 kg", "Green tea 25 bags", "گھی 500 g", "Desi ghee 1 kg",
    "Bath soap 130 g", "Banaspatighee", "General store bag", "Chini", "Chai", "چائے", "Hotel soap", "Tel 1 l",
    "تیل", "Tailor chalk", "Gift (ghee)",
)  # fmt: skip


@pytest.fixture
def shelf(books: Books, keeper: Shopkeeper) -> Books:
    for name in SHELF:
        keeper.item(name)
    return books


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (
            "Ghee",
            ["Ghee pouch 1 kg", "Desi ghee 1 kg", "Gift (ghee)", "Banaspatighee", "گھی 500 g"],
        ),
        ("ghe", ["Ghee pouch 1 kg", "Desi ghee 1 kg", "Gift (ghee)", "Banaspatighee", "گھی 500 g"]),
        ("گھی", ["گھی 500 g", "Ghee pouch 1 kg", "Desi ghee 1 kg", "Gift (ghee)"]),
        ("ghee 1", ["Desi ghee 1 kg", "Ghee pouch 1 kg"]),
        ("ghee 1kg", ["Desi ghee 1 kg", "Ghee pouch 1 kg"]),
        ("chai", ["Chai", "چائے"]),
        ("chini", ["Chini"]),
        ("gen", ["General store bag"]),
        ("tel", ["Tel 1 l", "Hotel soap", "Tailor chalk", "تیل"]),
        ("tail", ["Tailor chalk", "Tel 1 l", "تیل"]),
        ("zz", []),
    ],
)
def test_what_is_written_so_comes_before_what_sounds_alike(
    shelf: Books, typed: str, names: list[str]
) -> None:
    assert [pick.name for pick in shelf.query(find_items, text=typed)] == names
    assert [pick.name for pick in shelf.query(search, text=typed, limit=20).items] == names


@pytest.mark.parametrize("typed", ["g", "G", "c", "a", "h"])
def test_one_letter_finds_only_words_that_are_written_with_it(shelf: Books, typed: str) -> None:
    for name in [pick.name for pick in shelf.query(find_items, text=typed)] + [
        row.name for row in shelf.query(items_list, search=typed).rows
    ]:
        words = name.casefold().replace("(", " ").split()
        assert any(word.startswith(typed.casefold()) for word in words), name


def test_code_is_found_by_its_beginning_though_it_begins_with_one_letter(
    books: Books, keeper: Shopkeeper
) -> None:
    keeper.item("Soap", code="G12")
    keeper.item("Tea", code="T1")
    for typed in ("g", "g1", "G12"):
        assert [pick.name for pick in books.query(find_items, text=typed)] == ["Soap"]


def test_parties_are_found_by_their_letters_before_their_sound(books: Books, keeper: Shopkeeper) -> None:
    for name in ("Gohar", "Ghee wala Aslam", "Haji Ghee Traders", "شیخ", "Shakeel", "Sheikh Nadeem"):
        keeper.party(name)
    assert [pick.name for pick in books.query(find_parties, text="ghee")] == [
        "Ghee wala Aslam",
        "Haji Ghee Traders",
    ]
    assert [pick.name for pick in books.query(find_parties, text="shei")] == ["Sheikh Nadeem"]
    assert [pick.name for pick in books.query(find_parties, text="sheikh")][::2] == ["Sheikh Nadeem", "شیخ"]
    listed = books.query(party_balances, search="ghee", order="name").rows
    assert [row.name for row in listed] == ["Ghee wala Aslam", "Haji Ghee Traders"]


def test_lists_take_a_short_sound_for_whole_words_only(shelf: Books) -> None:
    found = {row.name for row in shelf.query(items_list, search="ghee").rows}
    assert found == {"Ghee pouch 1 kg", "Desi ghee 1 kg", "گھی 500 g", "Gift (ghee)"}


def test_accounts_are_found_by_whole_words_too(books: Books) -> None:
    assert [row.name for row in books.query(accounts_list, search="rent")] == ["Rent"]
    assert [row.name for row in books.query(accounts_list, search="ghee")] == []


def test_commands_begin_with_what_was_typed_before_they_sound_so() -> None:
    titles = ["Wholesale", "You gave", "Go to the till", "Sales return", "New sale", "Settings"]
    known = [PaletteItem(title=title, run=lambda: None) for title in titles]
    assert [item.title for item in find_commands(known, "ghee")] == []
    assert [item.title for item in find_commands(known, "sale")] == ["Sales return", "New sale", "Wholesale"]
    assert [item.title for item in find_commands(known, "setings")] == ["Settings"]


@pytest.mark.parametrize("typed", ["%", "*", "[", "g*", "100%", "_"])
def test_marks_of_a_pattern_are_nothing_special(shelf: Books, typed: str) -> None:
    for pick in shelf.query(find_items, text=typed):
        assert typed.strip("%*[_").casefold() in pick.name.casefold()
