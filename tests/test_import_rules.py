"""What must not be imported: what would make a command slow, or need a screen where there is none.

Which room may import which is checked by import-linter, see pyproject.toml.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from khata_desktop.cli import main

_HEAVY = {
    "PySide6", "alembic", "fastapi", "openpyxl", "reportlab", "sqlalchemy", "uharfbuzz", "uvicorn",
    "xlsxwriter",
}  # fmt: skip


def _imported_by(code: str) -> set[str]:
    """Run code in a new interpreter and return the names of the packages it has imported, ours and others."""
    report = "import sys; print('\\n' + ' '.join({name.split('.')[0] for name in sys.modules}))"
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_command_line_answers_without_any_heavy_library(argument: str) -> None:
    imported = _imported_by(f"from khata_desktop.cli import main; assert main(['{argument}']) == 0")
    assert "click" in imported
    assert imported & _HEAVY == set()


def test_book_of_today_opens_without_qt_and_without_the_migrations(tmp_path: Path) -> None:
    book = tmp_path / "shop.khata"
    assert main(["new", str(book), "--name", "Shop", "--currency", "PKR"]) == 0
    imported = _imported_by(
        "from pathlib import Path; from khata_desktop.services.books import Books\n"
        f"Books.open(Path({str(book)!r})).close()"
    )
    assert "sqlalchemy" in imported
    assert imported & (_HEAVY - {"sqlalchemy"}) == set()


def test_window_is_put_together_without_what_only_paper_and_tables_need() -> None:
    imported = _imported_by("import khata_desktop.app")
    assert "PySide6" in imported
    assert imported & (_HEAVY - {"PySide6"}) == set()
