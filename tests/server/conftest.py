"""Each test runs against a real server on a real port: on SQLite, and again on PostgreSQL.

The servers live as long as the run; each test brings a business of its own.
"""

from __future__ import annotations

import dataclasses
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from khata_desktop.server.run import TURN_SECONDS
from khata_desktop.server.settings import Settings
from tests.postgres import postgres
from tests.server.gateway import FakeGateway
from tests.server.public import Public
from tests.server.shop import Running, Shop

__all__ = ["postgres"]


@pytest.fixture(scope="session", autouse=True)
def turns() -> Iterator[None]:
    """Let threads take turns as ``khata serve`` does: here who asks and who answers share one process."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN_SECONDS)
    yield
    sys.setswitchinterval(before)


def for_many(settings: Settings) -> Settings:
    """Return settings for as many businesses as there are tests, all from one address."""
    return dataclasses.replace(settings, most_ledgers=0, limit_entering="100000/hour")


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def running(request: Any) -> Iterator[Running]:
    """Return a running server, on each kind of database."""
    folder = Path(tempfile.mkdtemp(prefix="khata-server-"))
    url = request.getfixturevalue("postgres")() if request.param == "postgresql" else None
    running = Running(for_many(Settings.embedded(folder, url)))
    yield running
    running.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def shop(running: Running) -> Shop:
    """Return a business registered there."""
    shop = Shop(running)
    shop.register()
    return shop


@pytest.fixture
def other(running: Running) -> Shop:
    """Return another business on the same server."""
    other = Shop(running, letters="XY")
    other.register()
    return other


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def public(request: Any) -> Iterator[Public]:
    """Return a public server with its gateway, on each kind of database."""
    folder = Path(tempfile.mkdtemp(prefix="khata-public-"))
    url = request.getfixturevalue("postgres")() if request.param == "postgresql" else None
    gateway = FakeGateway()
    settings = dataclasses.replace(
        for_many(Settings.embedded(folder, url)), sign_up="otp", sms=gateway.settings, messages_a_day=8
    )
    running = Running(settings)
    yield Public(running, gateway)
    running.stop()
    gateway.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of a bucket in a store that speaks as S3 does."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    address = "http://{}:{}".format(*server.get_host_and_port())
    for name, value in {
        "AWS_ENDPOINT_URL": address, "AWS_ALLOW_HTTP": "true", "AWS_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    assert requests.put(f"{address}/khata", timeout=10).status_code == 200  # makes the bucket
    yield "s3://khata/blobs"
    server.stop()
