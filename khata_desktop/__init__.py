"""Khata Desktop: offline-first bookkeeping for shops."""

__version__ = "0.1.0"
