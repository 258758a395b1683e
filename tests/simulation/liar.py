"""A lying server: what it says differs from what it holds. It can sign nothing, so that is all it can do."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from random import Random

from khata_desktop.sync import alarms
from khata_desktop.sync.transport import ServerHeads
from khata_desktop.wire import exchange
from khata_desktop.wire.changeset import read_changeset
from khata_desktop.wire.identity import Author


class Lie(StrEnum):
    """What a server may do that is not honest."""

    DROPS_THE_MIDDLE = "drops the middle"
    WITHHOLDS = "withholds"
    ROLLS_BACK = "rolls back"
    SPLITS_THE_VIEW = "splits the view"
    REORDERS = "reorders"
    CORRUPTS = "corrupts"
    REPLAYS = "replays"


#: What a device must have noticed once it has taken in an answer with such a lie; one of them will do.
EXPECTED: dict[Lie, frozenset[str]] = {
    Lie.DROPS_THE_MIDDLE: frozenset({alarms.GAP}),
    Lie.REORDERS: frozenset({alarms.GAP}),
    Lie.CORRUPTS: frozenset({alarms.QUARANTINED, alarms.UNKNOWN_AUTHOR, alarms.GAP, alarms.FORK}),
}


class Liar:
    """Stands between the honest state and the devices.

    Attributes:
        lie: what it does at present, None while it is honest.
        victim: the device it lies to about ``author``; others are told the truth of it.
    """

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self.lie: Lie | None = None
        self.victim = ""
        self.author = Author(b"")
        self._past: list[bytes] = []

    def heads(self, letter: str, heads: ServerHeads) -> ServerHeads:
        """Return the heads as they are told."""
        if self.lie is Lie.SPLITS_THE_VIEW and letter == self.victim:
            return replace(heads, heads={a: h for a, h in heads.heads.items() if a != self.author})
        return heads

    def pull(self, letter: str, answer: bytes) -> tuple[bytes, Lie | None]:
        """Return the answer to a pull as it is given, and the lie in it that must be noticed at once."""
        if self.lie is None:
            return answer, None
        pulled = exchange.read_pulled(answer)
        changesets, lie = self._changed(letter, list(pulled.changesets))
        return exchange.pack_pulled(replace(pulled, changesets=tuple(changesets))), lie

    def _changed(self, letter: str, changesets: list[bytes]) -> tuple[list[bytes], Lie | None]:
        match self.lie:
            case Lie.WITHHOLDS | Lie.SPLITS_THE_VIEW if letter == self.victim:
                return [c for c in changesets if read_changeset(c).header.author != self.author], None
            case Lie.REPLAYS:
                replayed = self._chance.sample(self._past, min(5, len(self._past)))
                self._past = (self._past + changesets)[-50:]
                return changesets + replayed, None
            case Lie.CORRUPTS if changesets:
                place = self._chance.randrange(len(changesets))
                damaged = bytearray(changesets[place])
                damaged[self._chance.randrange(len(damaged))] ^= 1 << self._chance.randrange(8)
                changesets[place] = bytes(damaged)
                return changesets, self.lie
            case Lie.DROPS_THE_MIDDLE | Lie.REORDERS:
                return self._disturbed(changesets)
        return changesets, None

    def _disturbed(self, changesets: list[bytes]) -> tuple[list[bytes], Lie | None]:
        """Take out, or exchange, what another of the same author follows."""
        authors = [read_changeset(encoded).header.author for encoded in changesets]
        followed = [(n, authors.index(a, n + 1)) for n, a in enumerate(authors) if a in authors[n + 1 :]]
        if not followed:
            return changesets, None
        first, second = self._chance.choice(followed)
        if self.lie is Lie.DROPS_THE_MIDDLE:
            del changesets[first]
        else:
            changesets[first], changesets[second] = changesets[second], changesets[first]
        return changesets, self.lie
