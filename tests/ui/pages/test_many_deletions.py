"""Unusually many deletions wait in the window for somebody's yes."""

from __future__ import annotations

from pathlib import Path

from khata_desktop.domain.records import Entity
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.records import delete_record
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.holding_back import MANY
from khata_desktop.ui.devices.device_forms import DeletionsForm
from tests.reports.shop import Shopkeeper
from tests.ui.pages.conftest import CTRL, Counter
from tests.ui.pages.test_devices_page import (
    ENTER,
    devices_page,
    form_of,
    in_step,
    open_book,
    passphrase,
    path,
    server,
    status,
    url,
)

__all__ = ["in_step", "open_book", "passphrase", "path", "server", "url"]


def test_many_deletions_are_asked_about_and_sent_after_a_yes(in_step: Counter, path: Path) -> None:
    with Books.open(path) as books:
        keeper = Shopkeeper(books)
        parties = [keeper.party(f"Party {number}") for number in range(MANY + 1)]

        def delete_all(uow: UnitOfWork) -> Outcome[None]:
            for party in parties:
                delete_record(uow, Entity.PARTY, party)
            return Outcome(None, frozenset())

        # At once: a round that came between would find fewer on either side of it.
        books.execute(delete_all)
    sync = in_step.context.sync
    sync.keep_in_step_now()
    in_step.wait_for(lambda: sync.state.held_back > MANY)
    assert status(in_step) == "Deletions wait for your yes"
    devices_page(in_step).state.deletions.click()
    form_of(in_step, DeletionsForm)
    in_step.press(ENTER, CTRL)
    in_step.wait_for(lambda: sync.state.held_back == 0 and sync.state.unsent == 0)
    in_step.wait_for(lambda: not in_step.has_form)
