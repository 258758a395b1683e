"""A full disk, a disk that cannot be written to: clear words, and nothing is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.on_a_small_disk import CANNOT

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts a disk of its own")


def _on_a_small_disk(what: str, folder: Path) -> None:
    folder.mkdir()
    command = [sys.executable, "-m", "tests.faults.on_a_small_disk", what, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode == CANNOT:
        pytest.skip("no disk can be mounted here")
    assert done.returncode == 0, done.stderr


def test_a_full_disk_loses_nothing_and_says_what_to_do(tmp_path: Path) -> None:
    _on_a_small_disk("full", tmp_path / "usb")


def test_a_book_on_a_disk_without_a_byte_of_room_is_read_and_copied_away(tmp_path: Path) -> None:
    _on_a_small_disk("reading", tmp_path / "usb")


def test_a_restore_without_room_loses_nothing(tmp_path: Path) -> None:
    _on_a_small_disk("restoring", tmp_path / "usb")


def test_a_read_only_disk_is_named(tmp_path: Path) -> None:
    _on_a_small_disk("readonly", tmp_path / "usb")


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_without_the_right_to_write_is_named(tmp_path: Path) -> None:
    from khata_desktop.domain.errors import ReadOnlyPlace
    from khata_desktop.services.books import Books

    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        with pytest.raises(ReadOnlyPlace, match="folder you may write to"):
            Books.create(folder / "shop.khata", name="Shop", currency_code="PKR")
    finally:
        folder.chmod(0o700)
