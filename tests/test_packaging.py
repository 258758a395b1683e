"""The wheel is whole: installed in an environment of its own, away from the checkout, it does its work."""

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of this checkout and return its path."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    run = subprocess.run(build, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a new environment and return the folder of its programs.

    Its dependencies are borrowed from the environment of this test run, so nothing is fetched. A path
    file is not followed from a borrowed folder: the checkout, installed there as editable, stays unseen.
    """
    environment = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], timeout=60, check=True)
    python = environment / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python)]
    install += ["install", "-q", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, timeout=120, check=True)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    site_packages = environment / "lib" / version / "site-packages"
    (site_packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return environment / "bin"


def _run(folder: Path, *command: str | Path) -> str:
    """Run a command as a user would: in `folder`, with no variable that could lead back to the checkout."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "KHATA_HOME") if name in os.environ}
    run = subprocess.run(
        command,
        cwd=folder,
        env=kept | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, f"{command}\n{run.stdout}{run.stderr}"
    return run.stdout


def test_wheel_carries_every_resource_and_migration(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    shipped = [
        file.relative_to(ROOT).as_posix()
        for top in ("migrations", "resources")
        for file in (ROOT / top).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and not file.match("i18n/*.[pt][ys]")
    ]
    assert any(name.startswith("migrations/book/versions/") for name in shipped)
    assert any(name.startswith("resources/fonts/") for name in shipped)
    assert {f"resources/i18n/khata_{language}.qm" for language in ("en", "ur", "hi")} <= set(shipped)
    assert [name for name in shipped if f"khata_desktop/_{name}" not in carried] == []


def test_installed_package_uses_its_own_files_and_not_the_checkout(programs: Path, tmp_path: Path) -> None:
    code = "from khata_desktop import config; print(config.resource_path(), config.migrations_path('book'))"
    for place in _run(tmp_path, programs / "python", "-c", code).split():
        assert Path(place).is_relative_to(programs.parent)


def test_installed_command_line_makes_and_verifies_a_shop(programs: Path, tmp_path: Path) -> None:
    assert "demo" in _run(tmp_path, programs / "khata", "--help")
    _run(tmp_path, programs / "khata", "demo", "shop.khata", "--vouchers", "60", "--seed", "7")
    assert (tmp_path / "shop.khata").is_file()
    _run(tmp_path, programs / "khata", "verify", "shop.khata", "--deep")
    _run(tmp_path, programs / "khata", "report", "trial-balance", "shop.khata", "--pdf", "balance.pdf")
    assert (tmp_path / "balance.pdf").read_bytes().startswith(b"%PDF")


def test_installed_window_opens_a_shop(programs: Path, tmp_path: Path) -> None:
    _run(tmp_path, programs / "khata", "demo", "shop.khata", "--vouchers", "20", "--seed", "7")
    _run(tmp_path, programs / "khata-desktop", "--smoke", "shop.khata")


def test_lock_pins_every_dependency_and_names_no_index() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index-url" not in lock
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {line.split("==")[0] for line in lock.splitlines() if line[:1].isalnum()}
    extras = project["optional-dependencies"]
    for requirement in [*project["dependencies"], *extras["dev"], *extras["server"]]:
        named = re.split(r"[\[<>=]", requirement)[0]
        assert "".join(c if c.isalnum() else "-" for c in named).lower() in pinned
