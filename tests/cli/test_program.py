"""The command line as a whole: its help, its exit codes, its one line for every failure."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from khata_desktop.cli.stopping import no_interruption_lost
from khata_desktop.services.books import Books
from tests.cli.conftest import KHATA, Khata, failed_in_one_line

COMMANDS = ("new", "demo", "open", "import", "export", "invoice", "report", "verify", "backup", "restore")


def test_help_names_every_command_with_one_line_each(khata: Khata) -> None:
    shown = khata("--help").stdout
    for name in COMMANDS:
        assert len([line for line in shown.splitlines() if line.split()[:1] == [name]]) == 1
    assert "Examples:" in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert khata().stdout == shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_of_its_own(khata: Khata, name: str) -> None:
    shown = khata(name, "--help").stdout
    assert shown.startswith(f"Usage: khata {name} ")
    assert f"\n  khata {name} " in shown


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from khata_desktop.cli import main; main(['--help']); main(['report', '--help']);"
        "heavy = {'sqlalchemy', 'sqlcipher3', 'reportlab', 'PySide6', 'openpyxl', 'alembic', 'PIL'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, timeout=60)


def test_version(khata: Khata) -> None:
    assert khata("--version").stdout.startswith("khata 0.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["--nonsense"], "--nonsense"),
        (["new"], "BOOK"),
        (["new", "a.khata", "--name", "A"], "--currency"),
        (["new", "a.khata", "--name", "A", "--currency", "XYZ"], "not an ISO 4217"),
        (["new", "a.khata", "--name", " ", "--currency", "PKR"], "A name is needed"),
        (["report", "nonsense", "a.khata"], "nonsense"),
        (["report", "trial-balance", "none.khata"], "There is no book at none.khata"),
        (["import", "sales", "none.khata", "x.csv"], "There is no book at none.khata"),
        (["export", "json", "none.khata"], "--out"),
        (["demo", "a.khata", "--vouchers", "0"], "--vouchers"),
        (["sync", "a.khata", "b.khata"], "See 'khata sync --help'"),
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(
    khata: Khata, tmp_path: Path, arguments: list[str], said: str
) -> None:
    assert said in failed_in_one_line(khata(*arguments, check=None))
    assert not (tmp_path / "a.khata").exists()


def test_a_group_without_a_command_shows_its_help(khata: Khata) -> None:
    done = khata("sync", check=None)
    assert done.returncode == 2
    assert "Usage: khata sync" in done.stderr.splitlines()[0]
    assert len(done.stderr.splitlines()) > 10


def test_a_name_is_one_line(khata: Khata, tmp_path: Path) -> None:
    done = khata("new", str(tmp_path / "a.khata"), "--name", "Rahmat\nStore", "--currency", "PKR")
    assert done.stdout.endswith("for Rahmat Store in PKR.\n")


def test_a_book_is_never_overwritten(khata: Khata, shop: Path) -> None:
    before = shop.read_bytes()
    line = failed_in_one_line(khata("new", shop, "--name", "Other", "--currency", "PKR", check=None))
    assert "already there" in line
    assert shop.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"Name,Phone\n", b"SQLite format 3\0" + bytes(200)])
def test_what_is_no_book_is_refused_untouched(khata: Khata, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.khata"
    path.write_bytes(content)
    assert "not a Khata book" in failed_in_one_line(khata("report", "stock", path, check=None))
    assert path.read_bytes() == content


def test_a_book_of_a_newer_program_is_refused_untouched(khata: Khata, shop: Path) -> None:
    with dbapi2.connect(str(shop)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    assert "newer version" in failed_in_one_line(khata("report", "stock", shop, check=None))


def test_a_truncated_book_is_refused_untouched(khata: Khata, shop: Path) -> None:
    shop.write_bytes(shop.read_bytes()[:20_000])
    before = shop.read_bytes()
    assert "damaged" in failed_in_one_line(khata("report", "stock", shop, check=None))
    assert shop.read_bytes() == before


def test_a_fault_of_the_program_is_an_apology_with_a_report(khata: Khata, shop: Path) -> None:
    with dbapi2.connect(str(shop)) as raw:
        raw.execute("DROP TRIGGER vouchers_refuse_update")
        raw.execute("UPDATE vouchers SET kind = 'riddle' WHERE number = '700007'")
    raw.close()
    line = failed_in_one_line(khata("report", "day-book", shop, check=None))
    assert "sorry" in line
    report = Path(line.rpartition(" is at ")[2])
    text = report.read_text(encoding="utf-8")
    assert "riddle" in text
    assert str(shop) not in text


def test_a_reader_that_has_enough_ends_it_quietly(khata: Khata, shop: Path) -> None:
    command = f"'{KHATA}' report stock '{shop}' --csv | head -1; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(
        ["bash", "-c", command], capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    assert ran.stderr == ""
    assert ran.stdout.splitlines()[-1] == "0"
    closed = subprocess.run(
        ["bash", "-c", f"'{KHATA}' report stock '{shop}' | true"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert closed.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["report", "day-book", "shop.khata"], ["report", "stock", "shop.khata", "--json"]],
)
def test_an_answer_that_finds_the_disk_full_is_said_so(shop: Path, arguments: list[str]) -> None:
    with open("/dev/full", "w") as full:
        ran = subprocess.run(
            [KHATA, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=shop.parent,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert "the disk is full" in ran.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_nobody_has_to_listen(shop: Path, closed: str) -> None:
    ran = subprocess.run(
        ["bash", "-c", f"'{KHATA}' report stock '{shop}' {closed}"],
        stderr=subprocess.PIPE,
        check=True,
        timeout=60,
    )
    assert ran.stderr == b""


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "a.khata", "--name", b"A\xff", "--currency", "PKR"],
        ["new", b"a\xff.khata", "--name", "A", "--currency", "PKR"],
        ["report", "party-ledger", "shop.khata", "--party", b"A\xff"],
        ["invoice", "shop.khata", b"A\xff", "--pdf", "a.pdf"],
        ["import", "sales", "shop.khata", "sales.csv", "--map", b"note=A\xff"],
    ],
)
def test_what_is_not_text_is_bad_usage(shop: Path, arguments: list[str | bytes]) -> None:
    ran = subprocess.run(
        [KHATA, *arguments], cwd=shop.parent, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    line = failed_in_one_line(ran)
    assert "UTF-8" in line
    assert "\\xff" in line
    assert not any(path.name.startswith("a") for path in shop.parent.iterdir())


OUTPUTS = [
    ["report", "stock", "shop.khata", "--pdf"],
    ["report", "stock", "shop.khata", "--xlsx"],
    ["invoice", "shop.khata", "700001", "--pdf"],
    ["export", "json", "shop.khata", "--force", "--out"],
    ["export", "csv", "shop.khata", "--force", "--out"],
    ["import", "sales", "shop.khata", "sales.csv", "--dry-run", "--rejects"],
    ["new", "--name", "A", "--currency", "PKR"],
    ["demo", "--vouchers", "1"],
]


@pytest.mark.parametrize("arguments", OUTPUTS)
def test_no_folder_is_made_on_the_way(khata_here: Khata, shop: Path, arguments: list[str]) -> None:
    assert "There is no folder no/such" in failed_in_one_line(
        khata_here(*arguments, "no/such/place", check=None)
    )
    assert not Path("no").exists()
    assert "sales.csv is a file, not a folder" in failed_in_one_line(
        khata_here(*arguments, "sales.csv/place", check=None)
    )


@pytest.mark.parametrize("arguments", OUTPUTS)
def test_a_folder_is_not_written_over(khata_here: Khata, shop: Path, arguments: list[str]) -> None:
    if "csv" not in arguments:
        Path("folder").mkdir()
        line = failed_in_one_line(khata_here(*arguments, "folder", check=None))
        assert "folder is a folder; name a file in it" in line
        assert "--force" not in line
    else:
        line = failed_in_one_line(khata_here(*arguments, "sales.csv", check=None))
        assert "sales.csv is a file, and the tables go into a folder" in line


@pytest.mark.skipif(os.name != "posix", reason="there is no umask")
def test_what_is_written_follows_the_umask(khata_here: Khata, shop: Path) -> None:
    before = os.umask(0o027)
    try:
        khata_here("report", "stock", shop, "--pdf", "a.pdf")
        khata_here("report", "stock", shop, "--xlsx", "a.xlsx")
        khata_here("export", "json", shop, "--out", "a.json")
        khata_here("export", "csv", shop, "--out", "tables")
        khata_here("import", "sales", shop, "sales.csv", "--day-first", "--rejects", "refused.csv")
    finally:
        os.umask(before)
    for name in ("a.pdf", "a.xlsx", "a.json", "tables/parties.csv", "refused.csv"):
        assert oct(Path(name).stat().st_mode & 0o777) == "0o640"
    assert oct(Path("tables").stat().st_mode & 0o777) == "0o750"


def test_a_document_can_go_down_a_pipe(shop: Path) -> None:
    ran = subprocess.run(
        [KHATA, "report", "stock", shop, "--pdf", "/dev/stdout"], capture_output=True, check=True, timeout=60
    )
    assert ran.stdout.startswith(b"%PDF")
    assert ran.stdout.rstrip().endswith(b"%%EOF")


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
    ],
)
def test_urdu_comes_out_whole_whatever_the_locale_says(khata: Khata, shop: Path, env: dict[str, str]) -> None:
    assert "چائے کی پیالی" in khata("report", "stock", shop, env=env).stdout


def test_an_urdu_name_can_be_given_whatever_the_locale_says(khata: Khata, tmp_path: Path) -> None:
    khata("new", "د.khata", "--name", "رحمت سٹور", "--currency", "PKR", env={"LC_ALL": "C"})
    assert "رحمت سٹور" in khata("report", "stock", "د.khata").stdout


def test_open_without_a_display_says_so(khata: Khata, shop: Path) -> None:
    env = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    assert "no display" in failed_in_one_line(khata("open", shop, env=env, check=None))


def test_open_says_on_the_terminal_what_is_wrong_with_the_book(khata: Khata, tmp_path: Path) -> None:
    assert "There is no book" in failed_in_one_line(khata("open", "none.khata", check=None))


def test_the_demo_of_a_seed_and_a_day_is_the_same_file(khata: Khata, tmp_path: Path) -> None:
    for name, seed in (("a.khata", "5"), ("b.khata", "5"), ("c.khata", "6")):
        # Each run has its own order of sets, as Python mixes their hashes.
        khata("demo", name, "--vouchers", "300", "--seed", seed, "--ends-on", "2025-06-30")
    first, again, other = ((tmp_path / name).read_bytes() for name in ("a.khata", "b.khata", "c.khata"))
    assert first == again
    assert first != other


def test_demos_of_today_are_books_of_their_own(khata_here: Khata) -> None:
    found = set()
    for name in ("a.khata", "b.khata"):
        khata_here("demo", name, "--vouchers", "20")
        with Books.open(Path(name)) as books:
            found |= {books.book_id, books.device_id, books.actor.user_id}
    assert len(found) == 6


def test_one_is_not_several(khata_here: Khata) -> None:
    assert khata_here("demo", "one.khata", "--vouchers", "1").stdout == "Made one.khata with 1 voucher.\n"
    assert khata_here("export", "json", "one.khata", "--out", "one.json").stdout == (
        "Wrote one.json: 1 voucher.\n"
    )


def test_the_bar_is_drawn_on_a_terminal_and_nowhere_else(khata: Khata, tmp_path: Path) -> None:
    assert khata("demo", "quiet.khata", "--vouchers", "60").stderr == ""
    ours, theirs = pty.openpty()
    ran = subprocess.run(
        [KHATA, "demo", tmp_path / "bar.khata", "--vouchers", "60"],
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=True,
        timeout=60,
    )
    os.close(theirs)
    drawn = os.read(ours, 65_536).decode()
    os.close(ours)
    assert "█" in drawn
    assert drawn.endswith("\r\x1b[K")
    assert b"\xe2\x96\x88" not in ran.stdout


def test_ctrl_c_is_not_lost_where_a_library_lets_it_fall() -> None:
    class Cleared:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGINT)

    def long_work() -> None:
        # An object is cleared away just when Ctrl+C comes.
        Cleared()
        for _ in range(500):
            time.sleep(0.01)

    with no_interruption_lost(), pytest.raises(KeyboardInterrupt):
        long_work()


def test_ctrl_c_is_one_line_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    path = tmp_path / "big.khata"
    running = subprocess.Popen(
        [KHATA, "demo", path, "--vouchers", "2000000"],
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    deadline = time.monotonic() + 60
    # It has another name until it is whole.
    while not any(tmp_path.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said.splitlines() == ["khata: stopped; what was not finished was not saved"]
    assert not any(tmp_path.iterdir())
