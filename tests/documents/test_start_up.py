"""Printing costs nothing until something is printed."""

import subprocess
import sys

# SQLAlchemy is not among them: whoever prints has read the book with it.
_HEAVY = ("reportlab", "uharfbuzz", "bidi", "qrcode", "PIL", "xlsxwriter", "PySide6")


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
