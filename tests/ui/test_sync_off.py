"""Sync costs nothing where it is off: nothing of it is imported, however long the window is open."""

import subprocess
import sys
from pathlib import Path

from khata_desktop.services.books import Books

_OPEN_THE_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from khata_desktop.app import make_application, open_door
from khata_desktop.config import AppConfig
from khata_desktop.ui.program import Program

config = AppConfig(language="en")
app = make_application(config)
program = Program(app, config, door=open_door)

def visit():
    program.session.frame.navigate("settings")
    QTimer.singleShot(1000, program.quit)

program.usable.connect(lambda: QTimer.singleShot(1000, visit))
program.begin(Path(sys.argv[1]))
app.exec()
sync = ("khata_desktop.sync", "nacl", "requests", "keyring", "zeroconf", "zxingcpp", "mnemonic", "fastapi")
print([name for name in sys.modules if name.startswith(sync)])
"""


def test_a_window_on_a_book_of_one_computer_imports_nothing_of_sync(tmp_path: Path) -> None:
    path = tmp_path / "shop.khata"
    Books.create(path, name="Rahmat", currency_code="PKR").close()
    done = subprocess.run(
        [sys.executable, "-c", _OPEN_THE_WINDOW, str(path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
