"""The program's log: one rotating file in the user's log folder, without names, phones or amounts."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from khata_desktop.config import user_log_dir
from khata_desktop.ui.crash_report import make_report

_MEGABYTE = 2**20


class _Formatter(logging.Formatter):
    """Writes an exception as the report that the user may copy: places, but no values of the shop."""

    def formatException(self, ei: Any) -> str:
        problem = ei[1]
        return make_report(problem) if isinstance(problem, BaseException) else ""


def start_log(folder: Path | None = None) -> Path | None:
    """Begin to log into `khata-desktop.log` and return its path; None where the folder cannot be written.

    Five files of a megabyte are kept. Warnings go to standard error as well.
    """
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    form = _Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    screen = logging.StreamHandler(sys.stderr)
    screen.setLevel(logging.WARNING)
    screen.setFormatter(form)
    root.addHandler(screen)
    try:
        path = (folder or user_log_dir()) / "khata-desktop.log"
        file = RotatingFileHandler(path, maxBytes=_MEGABYTE, backupCount=4, encoding="utf-8")
    except OSError as problem:
        root.warning("no log file: %s", type(problem).__name__)
        return None
    file.setFormatter(form)
    root.addHandler(file)
    return path


def stop_log() -> None:
    """Close the log and take its handlers away."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler.formatter, _Formatter):
            root.removeHandler(handler)
            handler.close()
