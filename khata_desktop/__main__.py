"""`python -m khata_desktop [BOOK]` and `khata-desktop`: the window."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from khata_desktop import __version__

_USAGE = """\
usage: khata-desktop [BOOK]

Opens the window: on BOOK, else on the khata open last.

  --measure   print as JSON how long the window took to be painted and usable, and end
  --smoke     show the window without a screen, on BOOK or the sample shop, and end: 0 if it could be used
  --version   print the version
  --help      print this
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the arguments, open the window, return the exit code (2 for wrong usage)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # A parser of the standard library would cost a thirtieth of the time the window may take.
    flags = {word for word in given if word.startswith("--")}
    books = [word for word in given if not word.startswith("--")]
    if "--help" in flags:
        sys.stdout.write(_USAGE)
        return 0
    if "--version" in flags:
        sys.stdout.write(f"khata-desktop {__version__}\n")
        return 0
    unknown = flags - {"--measure", "--smoke"}
    if unknown or len(books) > 1:
        sys.stderr.write(f"khata-desktop: unknown: {' '.join(sorted(unknown) or books[1:])}\n")
        return 2
    # Nothing made while importing is garbage, and looking for some takes a twentieth of the start. The
    # program switches the collector on again once the window can be used.
    gc.disable()
    from khata_desktop.app import has_screen, run

    smoke = "--smoke" in flags
    if not smoke and not has_screen():
        sys.stderr.write(
            "khata-desktop: there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set); "
            "use 'khata' on the command line.\n"
        )
        return 2
    measure = "--measure" in flags or os.environ.get("KHATA_MEASURE") == "1"
    return run(Path(books[0]) if books else None, measure=measure, smoke=smoke)


if __name__ == "__main__":
    sys.exit(main())
