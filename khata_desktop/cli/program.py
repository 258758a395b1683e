"""The program as a whole: its commands by name, its help, and what becomes of every failure.

Nothing heavy is imported before a command is known, so that ``khata --help`` answers at once. Exit codes:
0 good, 1 something was found (a failed check, refused lines), 2 bad usage or input. A failure is one line
on standard error and never a traceback.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple, TextIO

import click

from khata_desktop import __version__
from khata_desktop.cli.default_command import DefaultGroup
from khata_desktop.cli.stopping import no_interruption_lost

GOOD, FOUND, BAD = 0, 1, 2
_STOPPED = 130  # what a shell expects of a program stopped by Ctrl+C


class _Entry(NamedTuple):
    name: str
    module: str
    summary: str


_FULL = "the disk is full, so the answer could not be written whole; free some space and ask again"
_OUTPUT_FAULTS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "the answer is larger than a file may be here, and was not written whole",
    errno.EIO: "the answer could not be written whole: the disk or the terminal refused it",
    errno.EBADF: "there is nowhere to write the answer to: standard output is closed",
}
_SECTIONS: tuple[tuple[str, tuple[_Entry, ...]], ...] = (
    (
        "Begin",
        (
            _Entry("new", "beginning", "Make an empty book for a business."),
            _Entry("demo", "beginning", "Make a lifelike sample shop of any size."),
            _Entry("open", "beginning", "Open a book in the window."),
        ),
    ),
    (
        "Bring in and hand out",
        (
            _Entry("import", "importing", "Bring in parties, items, sales or entries (CSV, XLSX)."),
            _Entry("export", "exporting", "Write the whole book for beancount, hledger, CSV or JSON."),
            _Entry("invoice", "invoicing", "Save an invoice as PDF."),
        ),
    ),
    ("Ask", (_Entry("report", "reporting", "Show who owes what, profit and loss, stock and more."),)),
    (
        "Keep safe",
        (
            _Entry("verify", "keeping", "Check that nothing in a book was lost or altered."),
            _Entry("backup", "keeping", "Save a copy of a book, also while it is in use."),
            _Entry("restore", "keeping", "Make a book from a backup."),
        ),
    ),
    (
        "Several devices",
        (
            _Entry("sync", "syncing", "Keep a book in step with other devices, or switch it on."),
            _Entry("pair", "pairing", "Let another device in, or be let in."),
            _Entry("devices", "syncing", "List the devices of a book, or shut one out."),
            _Entry("reviews", "reviewing", "List what devices did apart and somebody has to look at."),
            _Entry("recover", "recovering", "Make a book anew by the recovery phrase."),
            _Entry("serve", "serving", "Run the server that devices keep in step through."),
        ),
    ),
)
_ENTRIES = {entry.name: entry for _, entries in _SECTIONS for entry in entries}
_NAME_WIDTH = max(len(name) for name in _ENTRIES)
_EXAMPLES = """\
khata new shop.khata --name "Rahmat Store" --currency PKR
khata import parties shop.khata customers.csv --dry-run
khata report party-balances shop.khata --json
khata report party-ledger shop.khata --party Aslam --from 1/7/2025
khata backup shop.khata --to /media/usb"""


class _Commands(click.Group):
    """The commands, each imported only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_ENTRIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = _ENTRIES.get(cmd_name)
        if entry is None:
            return None
        command = getattr(import_module(f"khata_desktop.cli.{entry.module}"), f"{cmd_name}_command")
        if not isinstance(command, click.Command):
            raise TypeError(f"{cmd_name} is no command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, entries in _SECTIONS:
            with formatter.section(title):
                formatter.write_dl([(f"{entry.name:<{_NAME_WIDTH}}", entry.summary) for entry in entries])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Examples"):
            for line in _EXAMPLES.splitlines():
                formatter.write(f"  {line}\n")
        formatter.write_paragraph()
        formatter.write_text("'khata COMMAND --help' says more about one command.")


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"khata {__version__}")
        ctx.exit()


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    subcommand_metavar="COMMAND ...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version.",
)
@click.pass_context
def commands(ctx: click.Context) -> int:
    """Keep the books of a shop: khata, sales, stock and cash. Works offline; a book is one file."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    return GOOD


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    _prepare()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        try:
            with no_interruption_lost(), commands.make_context("khata", given) as ctx:
                code = commands.invoke(ctx)
        except click.exceptions.Exit as done:
            code = done.exit_code
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has had enough of it, such as `head`.
        _silence(sys.stdout)
        return GOOD
    except Exception as problem:
        return _failed(problem)
    except KeyboardInterrupt:
        return _say("stopped; what was not finished was not saved", _STOPPED)
    return code if isinstance(code, int) else GOOD


def _prepare() -> None:
    # A shell can start a program with its output closed; whoever did wants to read nothing.
    if not (sys.stdout and sys.stderr):
        nowhere = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # Names are in Urdu and Hindi whatever the terminal says of itself; paths go out as they came.
            reconfigure(encoding="utf-8", errors="surrogateescape")
    # What libraries and the program log is for its developers; the user gets one line.
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def _failed(problem: Exception) -> int:
    """Tell what went wrong in one line and return the exit code."""
    from khata_desktop.domain.errors import KhataError

    if isinstance(problem, click.exceptions.Abort):
        return _say("stopped; what was not finished was not saved", _STOPPED)
    if isinstance(problem, click.exceptions.NoArgsIsHelpError):
        click.echo(problem.format_message(), err=True)
        return BAD
    if isinstance(problem, click.UsageError):
        path = problem.ctx.command_path if problem.ctx is not None else "khata"
        # The command that may be left out is not spoken of.
        path = path.removesuffix(f" {DefaultGroup.default}")
        return _say(f"{problem.format_message().rstrip('.')}. See '{path} --help'.")
    if isinstance(problem, click.ClickException):
        return _say(problem.format_message())
    if isinstance(problem, KhataError):
        return _say(str(problem))
    if isinstance(problem, OSError) and problem.filename is not None:
        return _say(f"{problem.filename}: {problem.strerror or problem}")
    if isinstance(problem, OSError) and problem.errno in _OUTPUT_FAULTS:
        # Without a file's name it is our own output, which stays unwritten: nothing more may be tried.
        _silence(sys.stdout)
        return _say(_OUTPUT_FAULTS[problem.errno])
    if isinstance(problem, MemoryError):
        return _say("there is not enough memory for this; close other programs and try again")
    return _say(f"sorry, a fault in the program stopped this; a report of it is at {_report_fault(problem)}")


def _say(message: str, code: int = BAD) -> int:
    line = " ".join(message.split())
    with contextlib.suppress(OSError):
        click.echo(f"khata: {line}", err=True)
    return code


def _report_fault(problem: Exception) -> str:
    """Write down what a developer needs to find the fault, and return where."""
    import platform
    import tempfile
    import traceback
    from datetime import UTC, datetime
    from pathlib import Path

    from khata_desktop.config import user_log_dir

    now = datetime.now(UTC)
    lines = [
        f"khata {__version__}, Python {platform.python_version()}, {platform.platform()}, {now}",
        # Not the arguments: they may name people.
        "".join(traceback.format_exception(problem)),
    ]
    name = f"fault-{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    for folder in (user_log_dir, lambda: Path(tempfile.gettempdir())):
        try:
            path = folder() / name
            path.write_text("\n".join(lines), encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return str(path)
    return "nowhere, for it could not be written"


def _silence(stream: TextIO) -> None:
    """Let the interpreter flush at its end without complaint."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
