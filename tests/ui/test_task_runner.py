"""The one worker: answers on the GUI thread, in order, dropped when stale, never for the dead."""

import logging
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from khata_desktop.domain.errors import BookMissing, KhataError
from khata_desktop.domain.record_errors import NameRequired
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome, Topic
from khata_desktop.ui.task_runner import Cancelled, Progress, TaskRunner, UnexpectedFailure


@pytest.fixture
def path(tmp_path: Path) -> Path:
    book = tmp_path / "shop.khata"
    Books.create(book, name="Rahmat", currency_code="PKR").close()
    return book


@pytest.fixture
def runner(path: Path, qtbot: QtBot) -> Iterator[TaskRunner]:
    worker = TaskRunner(lambda: Books.open(path))
    worker.start()
    yield worker
    worker.stop()


def touch(_uow: Any) -> Outcome[str]:
    """Write nothing, and say that parties were written to."""
    return Outcome("done", frozenset({Topic.PARTIES}))


def refuse(_uow: Any) -> Outcome[str]:
    raise NameRequired()


def stumble(_uow: Any) -> Outcome[str]:
    raise ZeroDivisionError


def test_a_query_runs_elsewhere_and_answers_here(runner: TaskRunner, qtbot: QtBot) -> None:
    answers: list[tuple[int, int]] = []
    runner.query(
        lambda _: threading.get_ident(), lambda there: answers.append((there, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(answers))
    there, here = answers[0]
    assert here == threading.get_ident()
    assert there != here


def test_what_was_written_is_told_to_everybody_after_the_caller(runner: TaskRunner, qtbot: QtBot) -> None:
    order: list[object] = []
    runner.committed.connect(lambda topics, who: order.append((topics, who)))
    me = object()
    runner.execute(touch, lambda outcome: order.append(outcome.value), initiator=me)
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["done", (frozenset({Topic.PARTIES}), me)]


def test_a_violated_rule_goes_to_the_form_and_nobody_else(runner: TaskRunner, qtbot: QtBot) -> None:
    errors: list[KhataError] = []
    told: list[object] = []
    runner.committed.connect(lambda *_: told.append(1))
    runner.failed.connect(told.append)
    runner.execute(refuse, None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], NameRequired)
    assert told == []


def test_a_bug_goes_to_the_error_dialog_and_lets_go_of_the_form(
    runner: TaskRunner, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    errors: list[KhataError] = []
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(runner.failed) as failed:
        runner.execute(stumble, None, errors.append)
    assert isinstance(failed.args[0], ZeroDivisionError)
    assert isinstance(errors[0], UnexpectedFailure)


def test_a_rule_nobody_waits_for_is_not_swallowed(runner: TaskRunner, qtbot: QtBot) -> None:
    with qtbot.waitSignal(runner.failed) as failed:
        runner.execute(refuse)
    assert isinstance(failed.args[0], NameRequired)


def test_only_the_latest_query_of_a_key_is_answered(runner: TaskRunner, qtbot: QtBot) -> None:
    gate = threading.Event()
    ran: list[str] = []
    answers: list[str] = []

    def search(_session: Any, text: str) -> str:
        ran.append(text)
        gate.wait(5)
        return text

    for text in ("a", "as", "asl"):
        runner.query(partial(search, text=text), answers.append, key="search")
        qtbot.waitUntil(lambda: bool(ran))
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert answers == ["asl"]
    assert ran == ["a", "asl"]


def test_busy_is_told_once_for_many_tasks(runner: TaskRunner, qtbot: QtBot) -> None:
    told: list[bool] = []
    runner.busy_changed.connect(told.append)
    for _ in range(5):
        runner.query(lambda _: None, lambda _: None)
    qtbot.waitUntil(lambda: told == [True, False])


def test_an_answer_for_a_page_that_is_gone_is_dropped(runner: TaskRunner, qtbot: QtBot) -> None:
    class Page(QObject):
        answered = False

        def take(self, _: object) -> None:
            Page.answered = True

    page = Page()
    gate = threading.Event()
    runner.query(lambda _: gate.wait(5), page.take)
    page.deleteLater()
    with qtbot.waitSignal(page.destroyed):
        pass
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert not Page.answered


def test_a_lambda_of_a_page_that_is_gone_is_dropped_too(runner: TaskRunner, qtbot: QtBot) -> None:
    class Page(QObject):
        answered = False

        def ask(self, gate: threading.Event) -> None:
            runner.query(lambda _: gate.wait(5), lambda _: self.take())

        def take(self) -> None:
            Page.answered = True

    page = Page()
    gate = threading.Event()
    page.ask(gate)
    page.deleteLater()
    with qtbot.waitSignal(page.destroyed):
        pass
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert not Page.answered


def test_long_work_tells_how_far_it_is(runner: TaskRunner, qtbot: QtBot) -> None:
    told: list[tuple[int, int, str]] = []
    done: list[int] = []

    def work(_books: Books, progress: Progress) -> int:
        for number in range(100):
            progress(number + 1, 100, "lines")
        return 100

    job = runner.run_long(work, done.append)
    job.progressed.connect(lambda *step: told.append(step))
    with qtbot.waitSignal(job.ended):
        pass
    assert done == [100]
    assert told[-1] == (100, 100, "lines")


def test_cancelled_work_stops_at_its_next_step(runner: TaskRunner, qtbot: QtBot) -> None:
    begun, cancelled = threading.Event(), []

    def work(_books: Books, progress: Progress) -> None:
        begun.set()
        for number in range(1_000_000):
            progress(number)
            threading.Event().wait(0.001)

    job = runner.run_long(work, lambda _: None, on_cancel=lambda: cancelled.append(True))
    begun.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: cancelled == [True])
    with pytest.raises(Cancelled):
        Progress(job, lambda *_: None).check()


def test_another_process_writing_is_noticed(runner: TaskRunner, qtbot: QtBot, path: Path) -> None:
    answers: list[object] = []
    runner.query(lambda _: 1, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    with Books.open(path) as other, qtbot.waitSignal(runner.committed, timeout=5000) as told:
        other.execute(rename)
    assert told.args == [frozenset({"*"}), None]


def rename(uow: Any) -> Outcome[None]:
    from khata_desktop.domain.records import Entity
    from khata_desktop.services.books import BUSINESS_ID

    uow.change_record(Entity.BUSINESS, BUSINESS_ID, {"name": "Rahmat and Sons"})
    return Outcome(None, frozenset({Topic.BUSINESS}))


def test_a_book_that_does_not_open_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    worker = TaskRunner(lambda: Books.open(tmp_path / "nowhere.khata"))
    with qtbot.waitSignal(worker.open_failed) as failed:
        worker.start()
    assert isinstance(failed.args[0], BookMissing)
    worker.stop()


def test_stopping_finishes_what_was_to_be_written(path: Path, qtbot: QtBot) -> None:
    worker = TaskRunner(lambda: Books.open(path))
    worker.start()
    for _ in range(3):
        worker.execute(rename)
    worker.stop()
    from khata_desktop.reports.business import business_profile

    with Books.open(path) as books:
        assert books.query(business_profile).name == "Rahmat and Sons"
