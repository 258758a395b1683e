"""What `khata sync` says where something is missing or somebody is shut out, and how it exits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.server.tables import changesets
from tests.cli.conftest import Khata, failed_in_one_line
from tests.sync.computers import Computers
from tests.sync.floor import DAY

_KEYS = {"KHATA_PASSPHRASE": "abc"}


@pytest.fixture
def computers(tmp_path: Path, khata: Khata) -> Iterator[Computers]:
    """A shop with one device, beside which `khata` keeps `till.khata` in step."""
    made = Computers(tmp_path)
    made.first()
    (tmp_path / "words.txt").write_text(made.phrase, encoding="utf-8")
    recover = ("recover", "till.khata", "--server", made.url, "--phrase-file", "words.txt")
    khata(*recover, "--shut-out-none", env=_KEYS)
    yield made
    made.close()


def test_what_the_server_lost_is_told_until_it_came(
    computers: Computers, khata: Khata, caplog: pytest.LogCaptureFixture
) -> None:
    first = computers.all[0]
    first.keeper.gave(DAY, 7, first.keeper.party("Aslam"))
    first.step()
    assert "till.khata is in step: 2 new here" in khata("sync", "till.khata", env=_KEYS).stdout
    first.keeper.gave(DAY, 9, first.keeper.party("Bano"))
    first.step()
    author = first.desk.member.author
    with computers.servers[computers.port].backend.database.writing() as connection:
        last = connection.execute(
            changesets.select().where(changesets.c.author == author).order_by(changesets.c.seq.desc())
        ).first()
        assert last is not None
        connection.execute(changesets.delete().where(changesets.c.position == last.position))
    with caplog.at_level("ERROR"):
        for _ in range(2):
            ran = khata("sync", "till.khata", env=_KEYS, check=1)
            assert "till.khata is not wholly in step: 0 new here" in ran.stdout
            assert ran.stderr.startswith("1 batch of other devices did not come")
    first.step()
    assert "till.khata is in step: 2 new here" in khata("sync", "till.khata", env=_KEYS).stdout


def test_who_is_shut_out_is_told_by_the_stick_too(computers: Computers, khata: Khata) -> None:
    first = computers.all[0]
    by_stick = ("sync", "till.khata", "--file", "stick.khatasync")
    assert "is in step" in khata(*by_stick, env=_KEYS).stdout
    first.step()
    first.keeper.gave(DAY, 7, first.keeper.party("Aslam"))
    first.step()
    recover = ("recover", "other.khata", "--server", computers.url, "--phrase-file", "words.txt")
    khata(*recover, "--shut-out", "B", env=_KEYS)
    assert "shut out" in failed_in_one_line(khata("sync", "till.khata", env=_KEYS, check=None))
    for _ in range(2):
        said = failed_in_one_line(khata(*by_stick, env=_KEYS, check=None))
        assert "This device was shut out by the owner" in said


def test_a_folder_that_is_not_there_is_named(computers: Computers, khata: Khata) -> None:
    ran = khata("sync", "till.khata", "--file", "no/such/folder/x", env=_KEYS, check=None)
    said = failed_in_one_line(ran)
    assert "There is no folder" in said
    assert "no/such/folder;" in said
