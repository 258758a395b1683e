"""Posting rules: pure functions from what happened to balanced postings, one module a voucher family."""
