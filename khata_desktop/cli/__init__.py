"""`khata`: the books from the command line, on the same services as the window and without it."""

from khata_desktop.cli.program import main

__all__ = ["main"]
