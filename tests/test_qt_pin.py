"""Keeps watch over the pinned Qt: 6.12.0 loses a reference on every void call and takes CPython 3.11 down."""

import subprocess
import sys

_VOID_CALLS = """
from PySide6.QtWidgets import QApplication, QLineEdit
application = QApplication([])
edit = QLineEdit()
for _ in range(20_000):
    edit.clear()
print("survived")
"""


def test_qt_survives_twenty_thousand_void_calls() -> None:
    # In a process of its own: the failure is an abort, which would take the whole test run with it.
    run = subprocess.run(
        [sys.executable, "-c", _VOID_CALLS], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout == "survived\n"
