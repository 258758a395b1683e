"""One SQLite file a business: opening it, writing events to it, keeping the totals."""
