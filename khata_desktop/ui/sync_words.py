"""How the book stands with other devices, in the words of the status line and of the Devices page."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from khata_desktop.formatting import isolated
from khata_desktop.ui.sync_keeper import SyncState
from khata_desktop.ui.theme.tokens import Tone

translate = QCoreApplication.translate

#: Writes an instant: as the clock shows it where it is of today, else as a date.
Moment = Callable[[datetime, bool], str]
#: Groups the digits of a count within the words that hold it.
Counted = Callable[[str, int], str]


def state_words(
    state: SyncState, moment: Moment, counted: Counted, now: datetime, *, arrived: int = 0
) -> str:
    """Return the state in a few words, "" where sync is off; `arrived` entries came with the last round."""
    if not state.on:
        return ""
    fault = _fault_words(state, counted)
    if fault:
        return fault
    if state.held_back:
        return translate("SyncWords", "Deletions wait for your yes")
    if state.late:
        words = translate("SyncWords", "%n entry(s) waiting to be sent", None, state.unsent)
        return counted(words, state.unsent)
    if state.waiting:
        return translate("SyncWords", "Waiting for another device")
    if state.last is None:
        return translate("SyncWords", "Getting into step…")
    at = state.last.astimezone()
    time = moment(at, at.date() == now.astimezone().date())
    words = translate("SyncWords", "In step {time}").format(time=time)
    if not arrived:
        return words
    return f"{words} · {counted(translate('SyncWords', '%n arrived', None, arrived), arrived)}"


def _fault_words(state: SyncState, counted: Counted) -> str:
    if state.locked:
        return translate("SyncWords", "Locked: passphrase")
    match state.fault.code if state.fault is not None else "":
        case "":
            return ""
        case "device_revoked":
            return translate("SyncWords", "Shut out")
        case "keys_missing":
            return translate("SyncWords", "Not in step: keys missing")
        case "server_unreachable" if state.unsent:
            words = translate("SyncWords", "%n entry(s) not sent: server not reached", None, state.unsent)
            return counted(words, state.unsent)
        case "server_unreachable":
            return translate("SyncWords", "Server not reached")
        case _:
            return translate("SyncWords", "Not in step")


def state_look(state: SyncState) -> tuple[str, Tone]:
    """Return the icon and the tone of a state."""
    if state.locked:
        return "lock", "warn"
    if state.fault is not None:
        return ("offline" if state.fault.code == "server_unreachable" else "warning"), "warn"
    if state.held_back:
        return "warning", "warn"
    return "sync", "warn" if state.late else "muted"


def heard_words(heard_ms: int | None, now: datetime, moment: Moment) -> str:
    """Return when something of a device was last heard, as one would say it."""
    if heard_ms is None:
        return translate("SyncWords", "not heard from yet")
    at, now = datetime.fromtimestamp(heard_ms / 1000, UTC).astimezone(), now.astimezone()
    ago = now - at
    if ago < timedelta(minutes=2):
        return translate("SyncWords", "just now")
    if ago < timedelta(hours=1):
        minutes = int(ago.total_seconds() // 60)
        return translate("SyncWords", "%n minute(s) ago", None, minutes)
    if at.date() == now.date():
        return translate("SyncWords", "today {time}").format(time=moment(at, True))
    if at.date() == now.date() - timedelta(days=1):
        return translate("SyncWords", "yesterday {time}").format(time=moment(at, True))
    return isolated(moment(at, False))
