"""Saving that takes its time: another process holds the book, and somebody goes on pressing keys."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from khata_desktop.reports.party_balances import PartyBalanceRow, party_balances
from khata_desktop.reports.pickers import party_pick
from khata_desktop.ui.dialogs.journal_form import JournalForm
from tests.ui.pages.conftest import CTRL, Counter

_HOLD = """
import sqlite3, sys
book = sqlite3.connect(sys.argv[1], isolation_level=None)
book.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
book.execute("ROLLBACK")
"""


@contextmanager
def held_by_another_process(book: Path) -> Iterator[None]:
    """Nothing can be written to the book meanwhile."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(book)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        other.stdout.readline()
        try:
            yield
        finally:
            other.stdin.close()


def someone(shop: Counter) -> PartyBalanceRow:
    return shop.ask(party_balances, only="to_collect").rows[0]


def test_escape_does_not_leave_a_form_that_is_saving(shop: Counter) -> None:
    party = someone(shop)
    shop.go("party", party_id=party.party_id)
    shop.press(Qt.Key.Key_F6)
    form = shop.form
    shop.type("25")
    with held_by_another_process(shop.session.path):
        QTest.keyClick(shop.focus, Qt.Key.Key_Return, CTRL)
        for _ in range(3):
            QTest.keyClick(shop.focus, Qt.Key.Key_Escape)
            QTest.qWait(50)
        assert shop.form is form
        assert "Saving" in form._notice.text()
        # Nor does the rail take it away.
        shop.frame.rail.chosen.emit("items")
        assert shop.form is form
    shop.settle()
    assert not shop.has_form
    assert "25" in shop.toast
    assert shop.ask(party_pick, party_id=party.party_id).balance_minor == party.balance_minor - 2_500
    shop.press(Qt.Key.Key_Z, CTRL)
    assert shop.ask(party_pick, party_id=party.party_id).balance_minor == party.balance_minor


def test_a_form_put_aside_while_it_saves_still_tells_how_it_went(shop: Counter) -> None:
    party = someone(shop)
    shop.go("party", party_id=party.party_id)
    shop.press(Qt.Key.Key_F6)
    shop.type("25")
    with held_by_another_process(shop.session.path):
        QTest.keyClick(shop.focus, Qt.Key.Key_Return, CTRL)
        other = JournalForm(shop.context)
        shop.frame.sheet.show_form(other)
        QTest.qWait(100)
    shop.settle()
    # The one that came later stays, and what the first one saved is told and can be undone.
    assert shop.form is other
    assert "25" in shop.toast
    assert shop.context.can_undo
    assert shop.ask(party_pick, party_id=party.party_id).balance_minor == party.balance_minor - 2_500


def test_a_form_whose_data_came_late_pushes_no_other_aside(shop: Counter) -> None:
    shop.press(Qt.Key.Key_F7)
    journal = shop.form
    assert isinstance(journal, JournalForm)
    journal._rows[0].debit.setFocus()
    shop.type("5")
    shop.context.show_sheet(JournalForm(shop.context))
    assert shop.form is journal
    assert journal._rows[0].debit.value == 500


def test_the_status_says_what_is_not_saved_until_it_is_saved_or_left(shop: Counter) -> None:
    def state() -> str:
        return shop.frame.status.state_text("saved")

    def refused() -> None:
        party = someone(shop)
        shop.go("party", party_id=party.party_id)
        shop.press(Qt.Key.Key_F6)
        shop.save()

    assert state() == "All saved"
    refused()
    assert state() == "Not saved"
    shop.type("5")
    shop.save()
    assert state().startswith("Saved ")
    refused()
    assert state() == "Not saved"
    shop.press(Qt.Key.Key_Escape)
    shop.press(Qt.Key.Key_Escape)
    assert state().startswith("Saved ")
