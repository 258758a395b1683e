"""Keeping a spreadsheet from running what someone typed into a name."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[+-]?[\d.,\s]*\d[\d.,]*-?")


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe before =, +, -, @ and tabs.

    Plain numbers stay as they are. Reading a file takes the apostrophe off again.
    """
    if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell
