"""A small shop to do harm to, and processes of its own to do it with."""

import multiprocessing
from collections.abc import Callable, Iterator
from datetime import date
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from khata_desktop.services.demo import create_demo
from tests.storage.plain import copy_book

Start = Callable[..., BaseProcess]


@pytest.fixture(scope="session")
def _made_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "shop.khata"
    create_demo(path, vouchers=300, ends_on=date(2026, 6, 30)).close()
    return path


@pytest.fixture
def shop(_made_shop: Path, tmp_path: Path) -> Path:
    """A sample shop of 300 vouchers, closed."""
    return copy_book(_made_shop, tmp_path / "shop.khata")


@pytest.fixture(scope="session")
def _server() -> ForkServerContext:
    # The server has imported everything once, so that a process of its own starts in milliseconds.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.posting", "tests.faults.keeping", "alembic.command"])
    return context


@pytest.fixture
def start(_server: ForkServerContext) -> Iterator[Start]:
    """Start a function of an importable module in a process of its own; all are ended with the test."""
    started: list[BaseProcess] = []

    def run(work: Callable[..., None], *arguments: object) -> BaseProcess:
        process = _server.Process(target=work, args=arguments)
        process.start()
        started.append(process)
        return process

    yield run
    for process in started:
        if process.is_alive():
            process.kill()
        process.join()
        process.close()
