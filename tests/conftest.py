"""What holds for every test: no screen, no user's own folders, repeatable examples, no unexpected warning.

A test during which the program logs a warning or worse fails, unless it says that it expects one:

    with caplog.at_level(logging.WARNING):
        load_config(damaged)

Warnings of Qt fail a test through pytest-qt (`qt_log_level_fail`), those of Python through `filterwarnings`.
"""

import logging
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A run in the background of a shell ignores Ctrl+C, and every program a test starts would with it.
signal.signal(signal.SIGINT, signal.default_int_handler)
# Before any test runs: nothing started here may read or write what the user of this machine has.
_SESSION_HOME = tempfile.mkdtemp(prefix="khata-tests-")
os.environ["KHATA_HOME"] = _SESSION_HOME
# Libraries that describe their every step below warning, at a cost.
for _chatty in ("sqlalchemy", "alembic", "PIL", "fontTools"):
    logging.getLogger(_chatty).setLevel(logging.WARNING)

# Two cores shared by all workers make a single example's time meaningless.
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The same examples each time, and none remembered: a red run can be repeated from the commit alone.
settings.register_profile("ci", parent=settings.get_profile("dev"), derandomize=True, database=None)
settings.register_profile("long", parent=settings.get_profile("dev"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


def pytest_unconfigure() -> None:
    """Remove the folder that stood in for the user's home."""
    shutil.rmtree(_SESSION_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def khata_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder where settings, drafts, logs and backups of this test go."""
    home = tmp_path / "khata-home"
    monkeypatch.setenv("KHATA_HOME", str(home))
    return home


class _UnexpectedLogs(logging.Handler):
    """Collects records nobody expects. It never raises: a record may come from a thread of the program.

    Attributes:
        unexpected: the messages collected, with level and logger.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.unexpected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record unless `caplog.at_level` was set to its level for its logger or for all."""
        # Only caplog.at_level gives a logger a level of exactly WARNING or above during a test.
        if record.levelno in (logging.getLogger().level, logging.getLogger(record.name).level):
            return
        text = f"{record.levelname} {record.name}: {record.getMessage()}"
        if record.exc_info:
            text += "\n" + logging.Formatter().formatException(record.exc_info)
        self.unexpected.append(text)


@pytest.fixture(autouse=True)
def fail_on_unexpected_logs() -> Iterator[None]:
    """Fail the test if a warning or worse was logged that the test does not say it expects."""
    handler = _UnexpectedLogs()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    if handler.unexpected:
        pytest.fail(
            "logged during the test, and not expected (see tests/conftest.py):\n"
            + "\n".join(handler.unexpected),
            pytrace=False,
        )


@pytest.fixture
def virtual_screen() -> Iterator[str]:
    """Start Xvfb (1366x768, the smallest screen we support) and return its DISPLAY, e.g. ":99".

    Give it to a subprocess as `DISPLAY` together with `QT_QPA_PLATFORM=xcb`, and to `xdotool`.
    """
    if shutil.which("Xvfb") is None:
        pytest.fail("Xvfb is not installed; `make system-test` installs it")
    read_end, write_end = os.pipe()
    # The server picks a free number itself and writes it down once it answers.
    with subprocess.Popen(
        # Without -noreset the server starts anew when its last window closes, under the next one's feet.
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[write_end],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(write_end)
        try:
            with os.fdopen(read_end) as announced:
                number = announced.readline().strip()
            assert number, "Xvfb did not start"
            yield f":{number}"
        finally:
            server.terminate()
            server.wait(timeout=10)
