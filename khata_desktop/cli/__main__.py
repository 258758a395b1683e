"""``python -m khata_desktop.cli``: the command line where ``khata`` is not on the path."""

import sys

from khata_desktop.cli.program import main

if __name__ == "__main__":
    sys.exit(main())
