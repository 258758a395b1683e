"""CBOR as it travels: one spelling a value, and only integers, bytes, text, flags, null and arrays.

cbor2 decodes leniently (trailing bytes, long forms, tags). Here what was decoded must encode to the very
bytes again, which refuses every second spelling at once, and must hold plain types only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cbor2

from khata_desktop.wire.errors import NotCanonical, TooLarge

#: As deep as anything of the protocol nests.
MOST_DEPTH = 8
_LOWEST, _HIGHEST = -(2**63), 2**63 - 1
_PLAIN = frozenset({bytes, str, bool, type(None)})


def dumps(value: Any) -> bytes:
    """Return the canonical bytes of nested lists or tuples of int, bytes, str, bool and None."""
    return cbor2.dumps(value)


def loads(data: bytes, *, most: int) -> Any:
    """Return the value of canonical bytes, arrays as lists.

    Raises TooLarge above ``most`` bytes and NotCanonical for anything but the one canonical form.
    """
    if len(data) > most:
        raise TooLarge(detail=f"{len(data)} bytes")
    value = loads_any_spelling(data)
    try:
        _check([value])
        same = cbor2.dumps(value) == data
    except (ValueError, TypeError, OverflowError, RecursionError, cbor2.CBORError) as problem:
        raise NotCanonical(detail="not decodable") from problem
    if not same:
        raise NotCanonical(detail="a second spelling of a value")
    return value


def loads_any_spelling(data: bytes) -> Any:
    """Return what bytes say, of any type and in any spelling; whoever asks makes them anew and compares.

    Raises NotCanonical for what is no CBOR, or nested too deep.
    """
    try:
        return cbor2.loads(data, max_depth=MOST_DEPTH, allow_indefinite=False, allow_duplicate_keys=False)
    except (ValueError, TypeError, OverflowError, RecursionError, cbor2.CBORError) as problem:
        raise NotCanonical(detail="not decodable") from problem


def _check(values: list[Any]) -> None:
    for value in values:
        kind = type(value)
        if kind is int:
            if not _LOWEST <= value <= _HIGHEST:
                raise ValueError("an integer of more than 64 bits")
        elif kind is list:
            _check(value)
        elif kind not in _PLAIN:
            raise ValueError(f"a value of type {kind.__name__}")


def moment(unix_ms: int) -> int:
    """Return a moment as it is written: no number here is below 0, and a clock may stand before 1970."""
    return max(0, unix_ms)


class Fields:
    """The fields of one array, taken in order, each checked.

    Every ``take`` raises NotCanonical when the field is missing or of another type or length.
    """

    def __init__(self, value: Any, what: str) -> None:
        if type(value) is not list:
            raise NotCanonical(detail=f"{what} is not an array")
        self._values, self._next, self._what = value, 0, what

    def _take(self, kind: type) -> Any:
        if self._next >= len(self._values):
            raise NotCanonical(detail=f"{self._what} is too short")
        value = self._values[self._next]
        self._next += 1
        if type(value) is not kind:
            raise NotCanonical(detail=f"field {self._next} of {self._what} is of another type")
        return value

    def version(self, known: int) -> None:
        """Take the version and require it to be the known one."""
        if self.number() != known:
            raise NotCanonical(detail=f"{self._what} is of another version")

    def number(self, lowest: int = 0, highest: int = _HIGHEST) -> int:
        """Take an integer within bounds."""
        value: int = self._take(int)
        if not lowest <= value <= highest:
            raise NotCanonical(detail=f"field {self._next} of {self._what} is out of bounds")
        return value

    def exact(self, length: int) -> bytes:
        """Take bytes of exactly this length."""
        value: bytes = self._take(bytes)
        if len(value) != length:
            raise NotCanonical(detail=f"field {self._next} of {self._what} is of another length")
        return value

    def some(self, most: int) -> bytes:
        """Take bytes, at most so many."""
        value: bytes = self._take(bytes)
        if len(value) > most:
            raise TooLarge(detail=f"field {self._next} of {self._what}")
        return value

    def optional(self, most: int) -> bytes | None:
        """Take bytes or null."""
        if self._next < len(self._values) and self._values[self._next] is None:
            self._next += 1
            return None
        return self.some(most)

    def text(self, most: int) -> str:
        """Take text of at most so many characters."""
        value: str = self._take(str)
        if len(value) > most:
            raise TooLarge(detail=f"field {self._next} of {self._what}")
        return value

    def items(self, most: int) -> Sequence[Any]:
        """Take an array of at most so many elements."""
        value: list[Any] = self._take(list)
        if len(value) > most:
            raise TooLarge(detail=f"field {self._next} of {self._what}")
        return value

    def end(self) -> None:
        """Require that nothing is left."""
        if self._next != len(self._values):
            raise NotCanonical(detail=f"{self._what} is too long")
