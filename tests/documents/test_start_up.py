"""Printing costs nothing until something is printed."""

import subprocess
import sys

_HEAVY = ("reportlab", "uharfbuzz", "bidi", "qrcode", "PIL", "xlsxwriter", "sqlalchemy", "PySide6")


def test_importing_the_documents_loads_no_heavy_library() -> None:
    code = (
        "import sys\n"
        "import khata_desktop.documents.invoice, khata_desktop.documents.statement\n"
        "import khata_desktop.documents.report_table, khata_desktop.documents.spreadsheet\n"
        "import khata_desktop.documents.receipt_roll\n"
        f"print(*[name for name in {_HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
