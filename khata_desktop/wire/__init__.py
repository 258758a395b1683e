"""Bytes that are signed, hashed or travel."""
