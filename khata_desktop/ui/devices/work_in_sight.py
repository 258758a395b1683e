"""Long work between devices with its bar and Cancel: handing the khata over, keeping in step by a stick."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from khata_desktop.domain.errors import KhataError
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.sync_port import ByStickLike, DeskLike, Progress, StepLike, SyncDoor
from khata_desktop.ui.task_runner import Job

T = TypeVar("T")

translate = QCoreApplication.translate

#: What every book calls the computer it was made on.
NAMELESS = "This computer"


def do_in_sight(
    context: PageContext,
    title: str,
    work: Callable[[DeskLike, Progress], T],
    on_done: Callable[[T], None],
    on_error: Callable[[KhataError], None],
) -> None:
    """Run `work(desk, progress)` on the sync thread under the sheet of long work."""
    progress, done, failed = _sheet(context, title, on_done, on_error)
    context.sync.do(lambda desk: work(desk, progress), done, failed)


def ask_in_sight(
    context: PageContext,
    title: str,
    work: Callable[[SyncDoor, Progress], T],
    on_done: Callable[[T], None],
    on_error: Callable[[KhataError], None],
) -> None:
    """Run `work(door, progress)` beside the sync thread, under the sheet of long work."""
    progress, done, failed = _sheet(context, title, on_done, on_error)
    context.sync_way.ask(lambda door: work(door, progress), done, failed, owner=context)


def _sheet(
    context: PageContext, title: str, on_done: Callable[[T], None], on_error: Callable[[KhataError], None]
) -> tuple[Progress, Callable[[T], None], Callable[[KhataError], None]]:
    """Show the sheet of long work; return what tells it how far the work is, and what ends it either way."""
    job = Job(context)
    progress = context.sync_way.teller(
        job, lambda done, total: job.progressed.emit(done, total, ""), lambda: not job.cancelled
    )

    def end() -> None:
        job.ended.emit()
        job.deleteLater()

    def done(value: T) -> None:
        end()
        on_done(value)

    def failed(error: KhataError) -> None:
        end()
        on_error(error)

    context.show_progress(title, job)
    return progress, done, failed


def hand_over(context: PageContext) -> None:
    """Leave the whole khata, sealed, where the devices meet: others can join, and the phrase suffices."""

    def done(_step: StepLike) -> None:
        context.toast(translate("Devices", "Sync is on. Let the other computers in now."))
        context.sync.keep_in_step_now()

    def failed(error: KhataError) -> None:
        if error.code == "sign_up_needed":
            sign_up(context)
            return
        context.toast(
            translate(
                "Devices",
                "Sync is on, but the khata is not handed over yet: without that, nothing "
                "but this computer has it.",
            ),
            tone="warn",
            action=translate("Devices", "Try again"),
            on_action=lambda: hand_over(context),
        )

    title = translate("Devices", "Handing the khata over, sealed")
    do_in_sight(context, title, _first_round, done, failed)


def sign_up(context: PageContext) -> None:
    """Ask for the owner's number: the server keeps no khata without."""
    from khata_desktop.ui.devices.sign_up_form import SignUpForm

    context.show_sheet(SignUpForm(context))


def _first_round(desk: DeskLike, progress: Progress) -> StepLike:
    step = desk.keep_in_step(progress)
    desk.leave_snapshot(progress)
    return step


def go_by_stick(context: PageContext, path: Path) -> None:
    """Take in what a file on a stick holds, and put there what it lacks."""

    def done(step: ByStickLike) -> None:
        words = translate(
            "Devices", "%n entry(s) came from the stick; what was new here is on it now.", None, step.events
        )
        if not step.events:
            words = translate("Devices", "What is new here is on the stick now; nothing new came from it.")
        context.toast(context.counted(words, step.events))
        if step.damaged:
            words = translate(
                "Devices",
                "The stick was damaged in %n place(s). What was whole was taken in, and what this computer "
                "has was put there again. Take another stick if it happens again.",
                None,
                step.damaged,
            )
            context.toast(words, tone="warn")
        context.sync.keep_in_step_now()

    title = translate("Devices", "Keeping in step by the stick")
    do_in_sight(
        context, title, lambda desk, progress: desk.go_by_file(path, progress), done, context.show_error
    )
