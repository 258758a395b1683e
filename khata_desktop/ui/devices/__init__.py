"""Sheets of the Devices page, and the page on which a new device joins."""
