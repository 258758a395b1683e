"""Reading all khatas at once, when a unit of work turns out to be an import that will ask for most of them.

One by one, the parties of thousands of vouchers cost more than everything else about them; all ten
thousand of a large shop are read in the time of some two thousand single questions.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select

from khata_desktop.domain.ids import PartyId
from khata_desktop.domain.parties import Party
from khata_desktop.domain.posting_rules.common import Unsettled
from khata_desktop.storage import lookups
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Row, Session

#: After so many single questions it is weighed whether to read all. A row read ahead costs a fourteenth of
#: a question, so all is read once the questions have cost as much; never more than memory should hold.
_MISSES, _ROWS_A_MISS, _MOST_ROWS = 200, 14, 300_000

_COUNTS = select(
    select(func.count()).select_from(t.parties).scalar_subquery(),
    select(func.count()).select_from(t.open_items).scalar_subquery(),
)


class ReadAhead:
    """What was read ahead of parties and their khatas within one unit of work; nothing at first.

    Who hands out a khata keeps it true from then on, so each is handed out once.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._missed = 0
        self._enough: int | None = None
        self._parties: dict[bytes, Row] | None = None
        self._open: dict[int, list[Row]] | None = None
        self._gone: set[bytes] = set()

    def missed(self) -> bool:
        """Count a single question; return whether everything should be read now, with nothing pending."""
        self._missed += 1
        if self._missed == _MISSES:
            rows = sum(self._session.rows(_COUNTS)[0])
            self._enough = max(_MISSES, rows // _ROWS_A_MISS) if rows <= _MOST_ROWS else None
        return self._missed == self._enough

    def read(self, known: Iterable[bytes]) -> None:
        """Read all parties and all that stands open; the ``known`` khatas were handed out already."""
        self._parties = {row[-1]: row for row in self._session.rows(lookups.PARTY_ROWS)}
        self._open = {}
        for row in self._session.stream(lookups.OPEN_ROWS):
            self._open.setdefault(row[-1], []).append(row)
        self._gone.update(known)

    def party(self, party_id: PartyId, keys: dict[bytes, int]) -> Party | None:
        """Return a party that was read ahead, or None; its key is noted in ``keys``."""
        row = self._parties.get(party_id) if self._parties is not None else None
        return lookups.party_of_row(party_id, row, keys)

    def khata(self, party_id: PartyId, key: int | None, seqs: dict[bytes, int]) -> list[Unsettled] | None:
        """Return what stands open of a party, or None where only the book can say."""
        if self._open is None or key is None or party_id in self._gone:
            return None
        self._gone.add(party_id)
        return lookups.unsettled_of_rows(self._open.get(key, ()), seqs)

    def changed(self, record_id: bytes) -> None:
        """Forget a party whose record was changed."""
        if self._parties is not None:
            self._parties.pop(record_id, None)

    def moved(self, party_id: bytes) -> None:
        """Forget the khata of a party that a voucher has moved."""
        if self._open is not None:
            self._gone.add(party_id)

    def forget(self) -> None:
        """Forget everything."""
        self._parties = self._open = None

    def forget_khatas(self) -> None:
        """Forget all khatas: a voucher was undone, which may have moved any."""
        self._open = None
