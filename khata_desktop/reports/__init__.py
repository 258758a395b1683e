"""What a shopkeeper asks: ``name(session, *, ...) -> frozen rows``, run by ``Books.query``.

Amounts are minor units, debit positive; days are ``date``; a party's balance is positive when the
party owes the shop. Only vouchers that count are shown, unless a report says otherwise. No report
reads the clock: what depends on the day takes the day.
"""
