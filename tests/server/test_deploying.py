"""What deploy/ starts: every service, no secret of ours, the server's own settings, and all it imports."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest

from khata_desktop.server.environment import PREFIX
from khata_desktop.server.errors import SettingRefused
from khata_desktop.server.settings import Settings

_ROOT = Path(__file__).parents[2]
_DEPLOY = _ROOT / "deploy"
_VARIABLE = re.compile(r"\$\{(\w+)(:[-?])?([^}]*)\}")


@pytest.fixture
def compose() -> dict[str, Any]:
    """Return the compose file as it is written."""
    written: dict[str, Any] = msgspec.yaml.decode((_DEPLOY / "compose.yaml").read_bytes())
    return written


def _example() -> dict[str, str]:
    lines = (_DEPLOY / ".env.example").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def _filled() -> dict[str, str]:
    return {name: value or f"0123456789abcdef-{name}-of-a-test" for name, value in _example().items()}


def _put_in(text: str, values: Mapping[str, str]) -> str:
    """Put variables in, as compose does. Raises KeyError for one that must be filled in and is not."""

    def value(found: re.Match[str]) -> str:
        given = values.get(found[1], "")
        if given:
            return given
        if found[2] != ":-":
            raise KeyError(found[1])
        return found[3]

    return _VARIABLE.sub(value, text)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str):
        yield value


def _server_environment(compose: dict[str, Any], values: Mapping[str, str]) -> dict[str, str]:
    written: dict[str, str] = compose["services"]["server"]["environment"]
    return {name: _put_in(value, values) for name, value in written.items()}


def test_every_service_is_there_and_only_the_proxy_is_open(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert services.keys() == {"proxy", "server", "postgres", "redis", "storage"}
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    assert compose["networks"]["back"] == {"internal": True}
    for name in ("postgres", "redis", "storage"):
        assert services[name]["networks"] == ["back"]
    for service in services.values():
        # Pinned at least to what will not change its form by itself.
        assert "image" in service
        assert not service["image"].endswith(":latest")
    mounted = {volume.split(":")[0] for service in services.values() for volume in service.get("volumes", ())}
    assert {name for name in mounted if not name.startswith("./")} == compose["volumes"].keys()
    for path in (name for name in mounted if name.startswith("./")):
        assert (_DEPLOY / path).is_file()


def test_nothing_starts_before_the_secrets_are_filled_in(compose: dict[str, Any]) -> None:
    example = _example()
    secrets = {name for name in example if re.search("SECRET|PASSWORD|KEY", name)}
    assert len(secrets) == 7
    assert {example[name] for name in secrets} == {""}
    used = {name for text in _texts(compose) for name, _kind, _rest in _VARIABLE.findall(text)}
    assert used - {"KHATA_SERVER_SMS_URL"} == example.keys()
    # What compose itself must refuse, and what the server refuses then.
    told_by_server = {"KHATA_SERVER_SMS_KEY"}
    for name in (*(secrets - told_by_server), "KHATA_DOMAIN"):
        with pytest.raises(KeyError, match=name):
            _put_in("\n".join(_texts(compose)), {**_filled(), name: ""})
    for name in ("KHATA_SERVER_SMS_KEY", "KHATA_SERVER_SMS_SENDER"):
        with pytest.raises(SettingRefused, match=name):
            Settings.from_environment(_server_environment(compose, {**_filled(), name: ""}))


def test_no_secret_is_written_down() -> None:
    for path in _DEPLOY.iterdir():
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"\b[0-9a-f]{32,}\b|(?i:password|secret|key)\s*[:=]\s*['\"]?\w*\d\w{7,}", text
        ), path


def test_the_server_understands_what_it_is_given(compose: dict[str, Any]) -> None:
    given = _server_environment(compose, _filled())
    settings = Settings.from_environment(given)
    assert settings.sign_up == "otp"
    assert settings.sms is not None
    assert settings.database_url.startswith("postgresql://khata:")
    assert settings.limits_url.startswith("redis://:")
    assert settings.metrics_port == 9464
    asked = _Asked(given)
    Settings.from_environment(asked)
    assert {name for name in given if name.startswith(PREFIX)} <= asked.names


class _Asked(dict[str, str]):
    """An environment that notes what it is asked for."""

    def __init__(self, values: Mapping[str, str]) -> None:
        super().__init__(values)
        self.names: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        self.names.add(name)
        return super().get(name, default)


def test_the_guide_tells_of_every_setting_and_of_no_other(compose: dict[str, Any]) -> None:
    asked = _Asked(_server_environment(compose, _filled()))
    Settings.from_environment(asked)
    guide = (_ROOT / "docs" / "guide" / "server.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `([A-Z_]+)`", guide, re.MULTILINE))
    assert {PREFIX + name for name in told} == asked.names


# --- the image ------------------------------------------------------------------------------------

_ONLY = """
import sys
from importlib.abc import MetaPathFinder
from importlib.metadata import packages_distributions

locked = set(sys.argv.pop(1).split(","))
theirs = packages_distributions()

class OnlyWhatIsInTheImage(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        from_here = theirs.get(name.partition(".")[0])
        if from_here and not any(one.lower().replace("_", "-") in locked for one in from_here):
            raise ModuleNotFoundError(f"not in the image: {name}", name=name)

locked |= {"khata-desktop"}
sys.meta_path.insert(0, OnlyWhatIsInTheImage())
from khata_desktop.cli import main
sys.exit(main())
"""


def _locked() -> str:
    wanted = (_DEPLOY / "server-packages.txt").read_text(encoding="utf-8").split()
    command = [sys.executable, str(_DEPLOY / "select-locked.py"), str(_ROOT / "requirements.lock"), *wanted]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def test_the_image_holds_all_the_server_imports_and_nothing_of_the_window(tmp_path: Path) -> None:
    from tests.server.served import Served
    from tests.server.shop import Shop, chain

    lock = _locked()
    names = re.findall(r"^([a-z0-9._-]+)==", lock, re.MULTILINE)
    assert {"fastapi", "starlette", "pydantic-core", "uvicorn", "sqlalchemy"} <= set(names)
    assert not {"pyside6-essentials", "reportlab", "openpyxl", "pytest"} & set(names)
    assert all("--hash=sha256:" in block for block in re.split(r"\n(?=\S)", lock.strip()))
    given = {"LIMITS_URL": "redis://127.0.0.1:1", "METRICS_PORT": "0", "LOG_LEVEL": "info"}
    served = Served(tmp_path, program=["-c", _ONLY, ",".join(names)], **given)
    shop = Shop(served)
    shop.register()
    assert shop.push(shop.admin, *chain(shop.admin, 1)).status_code == 200
    assert served.ask("GET", "/readyz").status_code == 200
    assert served.end() == 0


def test_what_the_image_is_made_from_is_there() -> None:
    dockerfile = (_DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    copied = [
        name
        for line in re.findall(r"^COPY (?!--from)(.+) \S+$", dockerfile, re.MULTILINE)
        for name in line.split()
    ]
    assert len(copied) == 5
    kept = (_DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    for name in copied:
        assert (_ROOT / name).exists()
        assert f"!{name}" in kept
    assert os.access(_DEPLOY / "select-locked.py", os.R_OK)
