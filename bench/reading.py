"""Asking: the reports a shopkeeper waits for, beside the same answers from hand-written SQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench import raw_reading
from bench.figures import Figure, side_by_side
from bench.raw_writing import connect
from khata_desktop.domain.ids import PartyId
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.reports.party_ledger import party_ledger, party_ledger_page
from khata_desktop.reports.period import Period, month_number
from khata_desktop.reports.profit_and_loss import profit_and_loss
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.services.books import Books

_SCREEN = 50


def measure_reading(book: Path, *, rounds: int = 25) -> Iterator[Figure]:
    """Yield the reading figures: warm caches, in milliseconds."""
    with Books.open(book) as books:
        raw = connect(book)
        busiest = raw_reading.busiest_party(raw)
        party_id = PartyId(busiest)
        last = date.fromordinal(raw.execute("SELECT max(posted_on) FROM vouchers").fetchone()[0])
        # Twelve whole months, the last one to its end, so that no month is added up from its days.
        year = Period(
            date(last.year - 1, last.month % 12 + 1, 1), Period.month(last.year, last.month).last_on
        )
        if last.month == 12:
            year = Period.year(last.year)
        months = month_number(year.first_on or last), month_number(year.last_on or last)
        parties = len(raw_reading.all_balances(raw))
        entries = len(raw_reading.whole_statement(raw, busiest))
        questions = (
            (
                f"All {parties:,} balances",
                lambda: books.query(party_balances),
                lambda: raw_reading.all_balances(raw),
            ),
            (
                f"Busiest party's statement, {entries:,} rows",
                lambda: books.query(party_ledger, party_id=party_id),
                lambda: raw_reading.whole_statement(raw, busiest),
            ),
            (
                f"First screen of it, {_SCREEN} rows",
                lambda: books.query(party_ledger_page, party_id=party_id, count=_SCREEN),
                lambda: raw_reading.first_screen(raw, busiest, _SCREEN),
            ),
            (
                "Trial balance",
                lambda: books.query(trial_balance),
                lambda: raw_reading.trial_balance(raw),
            ),
            (
                "Profit and loss of a year by month",
                lambda: books.query(profit_and_loss, period=year, by_month=True),
                lambda: raw_reading.profit_by_month(raw, *months),
            ),
        )
        for name, ours, by_hand in questions:
            mine, hand = side_by_side(ours, by_hand, rounds=rounds)
            yield Figure(name=name, unit="ms", ours=mine * 1_000, raw=hand * 1_000, at_most=2)
        raw.close()
