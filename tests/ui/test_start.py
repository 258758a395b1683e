"""Starting the real program from the shell: what it prints and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from khata_desktop import __version__
from khata_desktop.services.books import Books


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "shop.khata"
    Books.create(path, name="Rahmat", currency_code="PKR").close()
    return path


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    return subprocess.run(
        [sys.executable, "-m", "khata_desktop", *arguments],
        env={name: value for name, value in given.items() if value},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_smoke_start_shows_a_book_and_ends_well(book: Path) -> None:
    done = start("--smoke", str(book))
    assert done.returncode == 0, done.stderr


def test_a_smoke_start_on_a_missing_book_says_so_and_fails(tmp_path: Path) -> None:
    done = start("--smoke", str(tmp_path / "gone.khata"))
    assert done.returncode == 1
    assert "There is no book at" in done.stderr


def test_a_measured_start_prints_its_times_and_its_memory(book: Path) -> None:
    done = start("--measure", str(book))
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert 0 < found["painted_ms"] < found["usable_ms"]
    assert found["memory_mb"] > 10


def test_without_a_display_the_command_line_is_offered() -> None:
    done = start(QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 2
    assert "no display" in done.stderr


@pytest.mark.parametrize("arguments", [("--nonsense",), ("a.khata", "b.khata")])
def test_wrong_usage_is_named(arguments: tuple[str, ...]) -> None:
    done = start(*arguments)
    assert done.returncode == 2
    assert "unknown" in done.stderr


def test_version_and_help_need_no_window() -> None:
    assert start("--version").stdout.strip() == f"khata-desktop {__version__}"
    assert "usage: khata-desktop" in start("--help").stdout
