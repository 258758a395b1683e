"""The real ``khata`` as a process of its own, as scripts and people run it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from khata_desktop.cli import main
from tests.interchange.samples import SALES

KHATA = Path(sys.executable).with_name("khata")
Ran = subprocess.CompletedProcess[str]
Khata = Callable[..., Ran]


def run_in(
    folder: Path, *arguments: str | Path, env: dict[str, str] | None = None, check: int | None = 0
) -> Ran:
    """Run ``khata`` in a folder and check how it exits; ``env`` adds to the environment."""
    ran = subprocess.run(
        [KHATA, *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "KHATA_HOME": str(folder / "home"), **(env or {})},
        check=False,
        timeout=120,
    )
    assert "Traceback" not in ran.stderr
    assert check is None or ran.returncode == check, ran.stderr
    return ran


@pytest.fixture
def khata(tmp_path: Path) -> Khata:
    """Run ``khata`` in a fresh folder: ``khata("report", "stock", shop, check=0)``."""
    return partial(run_in, tmp_path)


@pytest.fixture
def khata_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Khata:
    """Run the same within this process, which spares a start; for tests that ask many questions."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KHATA_HOME", str(tmp_path / "home"))

    def run(*arguments: str | Path, check: int | None = 0) -> Ran:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        assert check is None or code == check, shown.err
        return subprocess.CompletedProcess(arguments, code, shown.out, shown.err)

    return run


@pytest.fixture(scope="session")
def model_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the book that ``shop`` copies."""
    folder = tmp_path_factory.mktemp("model")
    (folder / "sales.csv").write_text(SALES, encoding="utf-8")
    run_in(folder, "new", "shop.khata", "--name", "Gift & Co", "--currency", "GBP")
    run_in(folder, "import", "sales", "shop.khata", "sales.csv", "--day-first")
    return folder


@pytest.fixture
def shop(model_shop: Path, tmp_path: Path) -> Path:
    """A book in pounds with the made-up sales in it, and their file beside it."""
    for name in ("shop.khata", "sales.csv"):
        shutil.copy(model_shop / name, tmp_path / name)
    return tmp_path / "shop.khata"


def failed_in_one_line(ran: Ran) -> str:
    """Check that a run failed with exit code 2 and one line, and return that line."""
    assert ran.returncode == 2, (ran.returncode, ran.stdout, ran.stderr)
    lines = ran.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("khata: ")
    return lines[0]
