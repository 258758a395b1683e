"""Backups on the server and signing up with one, in the true window at a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.storage.verification import verify_file
from khata_desktop.sync.door import Door
from khata_desktop.ui.devices.backups_form import BackupsForm, LetGoForm
from khata_desktop.ui.devices.phrase_form import PhraseForm
from khata_desktop.ui.devices.restore_backup_form import RestoreBackupForm, RestoredForm
from khata_desktop.ui.devices.sign_up_form import SignUpForm
from khata_desktop.ui.devices.switch_on_form import SERVER, SwitchOnForm
from khata_desktop.ui.server_backup_keeper import ServerBackupKeeper, set_daily
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.label import Label
from tests.reports.shop import Shopkeeper
from tests.sync.public_server import PublicServer
from tests.ui.pages.conftest import CTRL, Counter
from tests.ui.pages.test_devices_page import (
    ENTER,
    Open,
    devices_page,
    form_of,
    in_step,
    open_book,
    passphrase,
    path,
    server,
    shop,
    url,
    write,
)

__all__ = ["in_step", "open_book", "passphrase", "path", "server", "shop", "url"]


def words_of(form: Form) -> str:
    return " ".join(label.text() for label in form.findChildren(Label))


def listed(shop: Counter) -> BackupsForm:
    form = form_of(shop, BackupsForm)
    shop.wait_for(lambda: not form.busy)
    return form


def backed_up(shop: Counter) -> BackupsForm:
    devices_page(shop).state.backups.click()
    form = listed(shop)
    shop.press(ENTER, CTRL)
    shop.wait_for(lambda: form.table.current_row() is not None)
    return form


def test_a_backup_is_made_listed_and_restored_into_a_new_file_that_opens(
    in_step: Counter, tmp_path: Path, path: Path, open_book: Open
) -> None:
    form = backed_up(in_step)
    backup = form.table.current_row()
    assert backup.vouchers == 1
    form.restore.click()
    asked = form_of(in_step, RestoreBackupForm)
    in_step.wait_for(lambda: "Now the khata holds 1 voucher." in words_of(asked))
    assert "holds 1 voucher." in words_of(asked)
    assert path.name in words_of(asked)
    opened: list[Path] = []
    in_step.context.book_requested.connect(opened.append)
    asked.restore_to(tmp_path / "old.khata")
    in_step.wait_for(lambda: opened == [tmp_path / "old.khata"])
    assert verify_file(tmp_path / "old.khata").is_right
    config = in_step.context.config
    in_step.session.stop()
    again = open_book(tmp_path / "old.khata", config)
    said = words_of(form_of(again, RestoredForm))
    assert "old.khata" in said
    assert str(path) in said
    assert "new series" in said
    again.save()
    assert not again.has_form


def test_a_name_that_is_taken_is_refused_in_words(in_step: Counter, path: Path) -> None:
    form = backed_up(in_step)
    form.restore.click()
    asked = form_of(in_step, RestoreBackupForm)
    asked.restore_to(path)
    in_step.wait_for(lambda: not asked.busy and bool(asked.said()))
    assert verify_file(path).is_right


def test_the_status_line_knows_of_a_backup_on_the_server_and_the_new_one_is_chosen(in_step: Counter) -> None:
    assert in_step.frame.status.state_text("backup") == "No backup yet"
    form = backed_up(in_step)
    assert in_step.frame.status.state_text("backup").startswith("Backed up")
    first = form.table.current_row()
    in_step.on_books(lambda books: Shopkeeper(books).party("Bano"))
    in_step.press(ENTER, CTRL)
    in_step.wait_for(lambda: form.table.current_row() != first)
    assert form.table.current_row().made_ms > first.made_ms


def test_a_backup_goes_by_the_phrase_alone(in_step: Counter) -> None:
    form = backed_up(in_step)
    form.sign_off.click()
    asked = form_of(in_step, LetGoForm)
    in_step.press(ENTER, CTRL)
    assert "24 words" in asked.field("phrase").error
    asked.phrase.setPlainText("these are no words at all")
    in_step.press(ENTER, CTRL)
    in_step.wait_for(lambda: not asked.busy and "spelling" in asked.field("phrase").error)


def test_one_is_made_every_day_and_none_where_it_is_switched_off(in_step: Counter, path: Path) -> None:
    def count() -> int:
        return Door().with_backups(path, None, lambda backups: len(backups.list()))

    keeper = ServerBackupKeeper(in_step.context)
    set_daily(in_step.context, False)
    keeper.look()
    assert not keeper.under_way
    set_daily(in_step.context, True)
    for _ in range(2):
        keeper.look()
        in_step.wait_for(lambda: not keeper.under_way)
    assert count() == 1
    assert keeper.fault is None


@pytest.fixture
def public(tmp_path: Path) -> Iterator[PublicServer]:
    made = PublicServer(tmp_path / "public")
    yield made
    made.stop()


def test_a_public_server_asks_for_the_number_and_the_code_and_goes_on(
    shop: Counter, public: PublicServer
) -> None:
    page = devices_page(shop)
    page.off.switch_on.click()
    form = form_of(shop, SwitchOnForm)
    form.place.set_value(SERVER)
    form.place.choice_changed.emit(SERVER)
    write(shop, form.address, public.url)
    shop.press(ENTER, CTRL)
    phrase = form_of(shop, PhraseForm)
    phrase.submit()
    for number, editor in phrase.answers.items():
        editor.setText(phrase.words[number - 1])
    shop.press(ENTER, CTRL)
    asked = form_of(shop, SignUpForm)
    assert asked.phone.text() == "+92 "
    write(shop, asked.phone, "0300 1234567")
    shop.press(ENTER, CTRL)
    shop.wait_for(lambda: "country" in asked.field("phone").error)
    write(shop, asked.phone, "+92 300 1234567")
    shop.press(ENTER, CTRL)
    shop.wait_for(asked.code.isVisible)
    code = public.gateway.last_code()
    write(shop, asked.code, f"{(int(code) + 1) % 10**6:06}")
    shop.press(ENTER, CTRL)
    shop.wait_for(lambda: bool(asked.field("code").error))
    write(shop, asked.code, code)
    shop.press(ENTER, CTRL)
    shop.wait_for(lambda: shop.context.sync.state.last is not None)
    assert shop.context.sync.state.fault is None
    # The khata is handed over, and the round after it is done.
    shop.wait_for(lambda: not shop.has_form and not shop.context.sync.state.under_way)
    shop.settle()
