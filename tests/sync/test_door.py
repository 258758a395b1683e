"""What the window asks of sync: the phrase before anything is done, another server when the old one goes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from khata_desktop.server.run import RunningServer
from khata_desktop.server.settings import Settings
from khata_desktop.services.books import Books
from khata_desktop.sync.door import Desk, Door
from khata_desktop.sync.errors import ServerUnreachable
from khata_desktop.wire.errors import PhraseWrong
from tests.reports.shop import Shopkeeper
from tests.sync.floor import DAY

Serve = Callable[[str], str]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    running: list[RunningServer] = []

    def start(name: str) -> str:
        server = RunningServer(Settings.embedded(tmp_path / name))
        server.start_in_thread()
        running.append(server)
        return f"http://127.0.0.1:{server.port}"

    yield start
    for server in running:
        server.stop()


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHATA_PASSPHRASE", "open sesame")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    book = tmp_path / "shop.khata"
    Books.create(book, name="Shop", currency_code="PKR").close()
    return book


def let_in(desk: Desk, path: Path) -> Desk:
    shown = desk.invite()
    accepting = Door().accept(shown.text, "Till", None)
    joining = threading.Thread(target=accepting.take_over, args=(path, lambda: True))
    joining.start()
    while not desk.look_for_offer(shown):
        pass
    desk.confirm(shown)
    joining.join()
    return Door().open(path, None)


def test_the_phrase_that_was_written_down_first_is_the_one_that_counts(serve: Serve, path: Path) -> None:
    door = Door()
    url = serve("one")
    phrase = door.new_phrase()
    assert len(phrase.split()) == 24
    assert not door.is_syncing(path)
    desk, kept = door.switch_on(path, url, None, None, phrase)
    desk.keep_in_step()
    desk.leave_snapshot()
    desk.close()
    assert kept == phrase
    again = path.with_name("again.khata")
    door.recover(again, url, phrase, None, name="New counter", shut_out=())
    assert door.is_syncing(again)


def test_a_phrase_that_is_none_switches_nothing_on(serve: Serve, path: Path) -> None:
    door = Door()
    with pytest.raises(PhraseWrong):
        door.switch_on(path, serve("one"), None, None, "one two three")
    assert not door.is_syncing(path)


def test_an_address_where_no_server_answers_is_told(serve: Serve) -> None:
    door = Door()
    door.look_for(serve("one"))
    with pytest.raises(ServerUnreachable):
        door.look_for("http://127.0.0.1:9")


def test_devices_that_move_to_another_server_meet_there(serve: Serve, path: Path) -> None:
    desk, _ = Door().switch_on(path, serve("old"), None, None)
    desk.keep_in_step()
    till = let_in(desk, path.with_name("till.khata"))
    new = serve("new")
    desk.move_to(new)
    with Books.open(path) as books:
        keeper = Shopkeeper(books)
        keeper.gave(DAY, 500, keeper.party("Aslam"))
    desk.keep_in_step()
    till.move_to(new)
    assert till.keep_in_step().events > 0
    assert till.server_url == new
    till.close()
    desk.close()
