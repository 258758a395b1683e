"""The server refuses to start on weak secrets, and its tables are keyed by ledger and made by migrations."""

from __future__ import annotations

import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import UniqueConstraint, inspect

from khata_desktop.server.blobs import Blobs
from khata_desktop.server.database import Database
from khata_desktop.server.errors import SettingRefused
from khata_desktop.server.limiting import Limiter
from khata_desktop.server.settings import Settings
from khata_desktop.server.tables import metadata
from tests.server.shop import Running

#: An owner's ledgers, by the account: asked once in a while, of every machine.
_ASKED_OF_ALL_MACHINES = {"ledgers_by_account"}
_GOOD = {
    "KHATA_SERVER_DATABASE_URL": "postgresql://khata@db/khata",
    "KHATA_SERVER_BLOBS_URL": "s3://khata/blobs",
    "KHATA_SERVER_SECRET": "0123456789abcdefghijklmnopqrstuvwxyz",
}


def test_settings_come_from_the_environment() -> None:
    settings = Settings.from_environment(_GOOD)
    assert settings.database_url == "postgresql://khata@db/khata"
    assert "0123" not in repr(settings)
    assert "khata@" not in repr(settings)


@pytest.mark.parametrize("name", sorted(_GOOD))
def test_a_missing_setting_is_named(name: str) -> None:
    for environment in ({**_GOOD, name: " "}, {key: value for key, value in _GOOD.items() if key != name}):
        with pytest.raises(SettingRefused, match=name):
            Settings.from_environment(environment)


@pytest.mark.parametrize("secret", ["changeme", "x" * 64, "abcabcabc" * 8, "0123456789abcdefghijklmnopqrstu"])
def test_a_weak_secret_is_refused(secret: str) -> None:
    with pytest.raises(SettingRefused, match="weak"):
        Settings.from_environment({**_GOOD, "KHATA_SERVER_SECRET": secret})


def test_an_embedded_server_makes_its_own_secret_once(tmp_path: Path) -> None:
    first, second = Settings.embedded(tmp_path / "a"), Settings.embedded(tmp_path / "a")
    assert first.secret == second.secret != Settings.embedded(tmp_path / "b").secret
    assert stat.S_IMODE((tmp_path / "a" / "secret").stat().st_mode) == 0o600
    (tmp_path / "a" / "secret").write_text("short")
    with pytest.raises(SettingRefused, match="weak"):
        Settings.embedded(tmp_path / "a")


_SMS = {"KHATA_SERVER_SMS_GATEWAY": "sendpk", "KHATA_SERVER_SMS_KEY": "k", "KHATA_SERVER_SMS_SENDER": "KHATA"}


def test_a_server_of_the_environment_takes_no_new_ledger_unless_told_to() -> None:
    assert Settings.from_environment(_GOOD).sign_up == "closed"
    settings = Settings.from_environment({**_GOOD, **_SMS, "KHATA_SERVER_SIGN_UP": "otp"})
    assert settings.sign_up == "otp"
    assert settings.sms is not None
    assert (settings.sms.url, settings.sms.sender) == ("https://sendpk.com/api/sms.php", "KHATA")
    assert "k" not in repr(settings.sms).removeprefix("SmsSettings")


def test_a_hub_lets_its_own_network_in_and_takes_what_else_is_set(tmp_path: Path) -> None:
    assert Settings.embedded(tmp_path).sign_up == "open"
    settings = Settings.embedded(tmp_path, variables={"KHATA_SERVER_SIGN_UP": "closed"})
    assert settings.sign_up == "closed"


def test_where_anyone_may_enter_ledgers_there_is_an_end_to_it(tmp_path: Path) -> None:
    assert Settings.embedded(tmp_path).most_ledgers == 100
    assert Settings.embedded(tmp_path, variables={"KHATA_SERVER_MOST_LEDGERS": "0"}).most_ledgers == 0
    assert Settings.from_environment(_GOOD).most_ledgers == 0
    assert Settings.from_environment(_GOOD).ledger_megabytes == 20_000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SIGN_UP", "anyone"),
        ("SIGN_UP", "open"),  # with a gateway: anyone could send at the owner's cost
        ("SMS_GATEWAY", "pigeon"),
        ("SMS_GATEWAY", "none"),  # with codes by SMS
        ("SMS_KEY", ""),
        ("SMS_SENDER", " "),
        ("SMS_URL", "ftp://sendpk.com"),
        ("SMS_URL", "https://"),
        ("LIMITS_URL", "memcached://localhost"),
        ("PROXIES", "proxy"),
        ("PROXIES", "10.0.0.0/99"),
        ("LIMIT_ADDRESS", "many"),
        ("LIMIT_DEVICE", "10/fortnight"),
        ("LIMIT_LEDGER", "-1/minute"),
        ("LIMIT_ENTERING", "30"),
        ("MESSAGES_A_DAY", "1e3"),
        ("MOST_LEDGERS", "all"),
        ("LEDGER_MEGABYTES", "20 GB"),
        ("METRICS_PORT", "65536"),
        ("LOG_LEVEL", "loud"),
        ("TIDY_HOURS", "-1"),
        ("BLOB_DAYS", "٣"),
    ],
)
def test_a_setting_that_cannot_be_is_named(name: str, value: str) -> None:
    good = {**_GOOD, **_SMS, "KHATA_SERVER_SIGN_UP": "otp"}
    Settings.from_environment(good)
    with pytest.raises(SettingRefused, match=f"KHATA_SERVER_{name}"):
        Settings.from_environment({**good, f"KHATA_SERVER_{name}": value})


@pytest.mark.parametrize(
    "url",
    ["", "nonsense", "mysql://x/y", "sqlite://", "postgresql://db:port/khata", "postgresql://[::1/khata"],
)
def test_a_database_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(SettingRefused, match="DATABASE_URL"):
        Database(url)


@pytest.mark.parametrize(
    "url", ["", "nonsense", "ftp://blobs", "s3://", "file://", "file://blobs", "http://[::1", "file:blobs"]
)
def test_a_place_for_blobs_that_is_none_is_refused(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingRefused, match="BLOBS_URL"):
        Blobs(url)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["redis://host:port", "redis://[::1"])
def test_a_place_to_count_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(SettingRefused, match="LIMITS_URL"):
        Limiter(url)


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: str(table.name))
def test_every_key_of_every_table_begins_with_the_ledger(table: object) -> None:
    """So that the ledgers can be spread over machines, each wholly on one."""
    from sqlalchemy import Table

    assert isinstance(table, Table)
    # An index that need not be unique each machine keeps for itself.
    keys = [table.primary_key.columns, *(index.columns for index in table.indexes if index.unique)]
    keys += [index.columns for index in table.indexes if index.name not in _ASKED_OF_ALL_MACHINES]
    keys += [one.columns for one in table.constraints if isinstance(one, UniqueConstraint)]
    assert [next(iter(key)).name for key in keys] == ["ledger_id"] * len(keys)
    for foreign in table.foreign_key_constraints:
        assert foreign.column_keys[0] == "ledger_id"


def test_the_migrations_make_the_tables_of_the_program(running: Running) -> None:
    database = Database(running.settings.database_url)
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        names = set(inspect(connection).get_table_names())
        for table in metadata.sorted_tables:
            made = inspect(connection).get_pk_constraint(table.name)["constrained_columns"]
            assert made == [column.name for column in table.primary_key.columns]
    assert names == {table.name for table in metadata.sorted_tables} | {"alembic_version"}
    database.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_processes_that_start_together_migrate_once(
    kind: str, tmp_path: Path, postgres: Callable[[], str]
) -> None:
    url = postgres() if kind == "postgresql" else f"sqlite:///{tmp_path / 'server.db'}"
    databases = [Database(url) for _ in range(3)]
    problems: list[BaseException] = []

    def migrate(database: Database) -> None:
        try:
            database.open()
        except BaseException as problem:
            problems.append(problem)

    threads = [threading.Thread(target=migrate, args=(database,)) for database in databases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert all(database.is_ready() for database in databases)
    for database in databases:
        database.close()
