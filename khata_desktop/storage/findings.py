"""What a check of a book finds, and how it tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

#: Told (done, total, what); what it raises ends the check.
Progress = Callable[[int, int, str], object]


class Finding(NamedTuple):
    """Something wrong: which check found it, and what it is about."""

    check: str
    detail: str
