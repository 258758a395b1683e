"""What the tour shows of several devices: states are set, nobody is asked, so that no server is needed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import qrcode
from PySide6.QtWidgets import QWidget

from khata_desktop.domain.errors import KhataError, SyncError
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.devices.backups_form import BackupsForm, LetGoForm
from khata_desktop.ui.devices.device_forms import DeletionsForm, MoveForm, RenameForm, ShutOutForm, UnlockForm
from khata_desktop.ui.devices.join_form import PHRASE
from khata_desktop.ui.devices.join_page import JoinPage
from khata_desktop.ui.devices.let_in_form import LetInForm
from khata_desktop.ui.devices.phrase_form import PhraseForm
from khata_desktop.ui.devices.restore_backup_form import RestoreBackupForm, RestoredForm
from khata_desktop.ui.devices.sign_up_form import SignUpForm
from khata_desktop.ui.devices.switch_on_form import SwitchOnForm
from khata_desktop.ui.sync_keeper import SyncState
from khata_desktop.ui.sync_way import Here, SyncWay
from khata_desktop.ui.tour_stage import Scene, Stage

_URL = "http://192.168.1.20:8765"
_HERE = Here(name="counter-pc", needs_passphrase=True, can_be_hub=True)
_PHRASE = (
    "ladder copper maple orbit velvet candle river walnut amber tunnel basket violin "
    "harbor meadow pepper silver garden rocket window blanket forest pencil sugar zebra"
)
_CODE = "khata:" + "hwFwaHR0cDovLzE5Mi4xNjguMS4yMDo4NzY1UGFiY2RlZmdoaWprbG1ub3BY" * 3


class _NotReached(SyncError):
    code = "server_unreachable"
    template = "The server {server} cannot be reached; what you enter is kept and sent later."


class _Locked(SyncError):
    code = "passphrase_needed"
    template = "Give the passphrase."


class _ShutOut(SyncError):
    code = "device_revoked"
    template = "This device was shut out by the owner; its entries stay here and are no longer sent."


class _SignUp(SyncError):
    code = "sign_up_needed"
    template = "This server wants the owner's phone number before it keeps books; sign up with it first."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Device:
    author: bytes
    name: str
    series: str
    is_admin: bool = False
    is_this: bool = False
    is_shut_out: bool = False
    has_come: bool = True
    heard_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    seconds_left: float = 572
    text: str = _CODE
    six_digits: str = ""
    device_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    id: bytes
    made_ms: int
    vouchers: int
    size: int
    device: str = "counter-pc"
    is_own: bool = True
    kept_until_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    device_id: bytes
    series: str
    seen_ms: int
    is_owners: bool = False
    is_shut_out: bool = False


class _NoWay(SyncWay):
    """Leads nowhere: what is asked stays unanswered while the picture is taken."""

    def ask(self, *_asked: object, **_owner: object) -> None:
        """Answer nothing."""


def _backups(stage: Stage) -> None:
    _page(stage, _Sync())
    context = stage.context
    way, context.sync_way = context.sync_way, _NoWay(parent=stage.window)
    form = BackupsForm(context)
    context.sync_way = way
    stage.sheet(form)
    now_ms, day = int(context.clock.now().timestamp() * 1000), 86_400_000
    form.take(
        [
            _Kept(
                id=bytes([days]),
                made_ms=now_ms - days * day,
                vouchers=18_240 - 61 * days,
                size=14_300_000 - 40_000 * days,
                kept_until_ms=now_ms + 12 * day if days == 6 else None,
            )
            for days in range(7)
        ]
    )
    form.table.select_row(6)
    stage.settle()


def _deletions(stage: Stage) -> None:
    _page(stage, _Sync(held_back=64, hub=False))
    stage.sheet(DeletionsForm(stage.context))
    stage.settle()


def _let_go(context: PageContext) -> LetGoForm:
    return LetGoForm(context, _Kept(id=b"a", made_ms=1_760_000_000_000, vouchers=1, size=1))


def _restore(context: PageContext) -> RestoreBackupForm:
    now_ms = int(context.clock.now().timestamp() * 1000)
    return RestoreBackupForm(context, _Kept(id=b"a", made_ms=now_ms, vouchers=18_240, size=14_300_000))


def _restored(context: PageContext, *, is_own: bool) -> RestoredForm:
    now_ms = int(context.clock.now().timestamp() * 1000)
    was = str(context.path.with_name("Rahmat General Store before.khata"))
    return RestoredForm(context, {"made_ms": now_ms, "was": was, "is_own": is_own})


def _sign_up(stage: Stage, *, code: bool) -> None:
    _page(stage, _Sync(fault=_SignUp(), hub=False))
    form = SignUpForm(stage.context)
    stage.sheet(form)
    if code:
        form.phone.setText("+92 300 1234567")
        form.show_code("ticket")
    stage.settle()


def _devices(context: PageContext) -> list[_Device]:
    now_ms = int(context.clock.now().timestamp() * 1000)
    minute = 60_000
    return [
        _Device(author=b"a", name="counter-pc", series="A", is_admin=True, is_this=True),
        _Device(author=b"b", name="دفتر", series="B", heard_ms=now_ms - 7 * minute),
        _Device(author=b"c", name="Godown", series="C", heard_ms=now_ms - 26 * 60 * minute),
        _Device(author=b"d", name="Old laptop", series="D", is_shut_out=True),
    ]


def _modules() -> list[list[bool]]:
    code = qrcode.QRCode(border=0)
    code.add_data(_CODE)
    return [[bool(module) for module in row] for row in code.get_matrix()]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sync:
    """How sync stands in a picture."""

    unsent: int = 0
    held_back: int = 0
    fault: KhataError | None = None
    locked: bool = False
    hub: bool = True


def _set(stage: Stage, sync: _Sync) -> None:
    context = stage.context
    context.sync_way.know(_HERE)
    if sync.hub:
        context.sync_way.note_hub(_URL)
    context.change_config(is_hub=sync.hub)
    context.sync.state = SyncState(
        on=True,
        locked=sync.locked,
        last=context.clock.now() - timedelta(minutes=1),
        unsent=sync.unsent,
        held_back=sync.held_back,
        devices=3,
        is_admin=True,
        server_url=_URL,
        fault=sync.fault,
    )
    context.sync.changed.emit()


def _page(stage: Stage, sync: _Sync) -> None:
    _set(stage, sync)
    page = stage.go("devices")
    if not sync.locked:
        page.take(_devices(stage.context))
    stage.settle()


def _unset(stage: Stage) -> None:
    stage.context.sync.state = SyncState()
    stage.context.sync_way.note_hub("")
    stage.context.change_config(is_hub=False)
    stage.context.sync.changed.emit()


def _sheet(stage: Stage, make: Callable[[PageContext], QWidget]) -> None:
    _page(stage, _Sync())
    stage.sheet(make(stage.context))


def _off(stage: Stage) -> None:
    stage.go("devices").off.how.setChecked(True)
    stage.settle()


def _switch_on(stage: Stage) -> None:
    stage.go("devices").off.how.setChecked(False)
    stage.sheet(SwitchOnForm(stage.context, _HERE))


def _phrase(stage: Stage, *, checking: bool) -> None:
    stage.go("devices")
    form = PhraseForm(stage.context, _HERE, _URL, _PHRASE, None, is_hub=True)
    stage.sheet(form)
    if checking:
        form.submit()
        form.submit()
    stage.settle()


def _let_in(stage: Stage, *, digits: bool) -> None:
    _page(stage, _Sync())
    form = LetInForm(stage.context, lambda: None)
    stage.sheet(form)
    form.show_code(_Shown(), _modules())
    if digits:
        form.show_digits(_Shown(six_digits="482913", device_name="office-pc"))
    stage.settle()


def _join(stage: Stage, show: Callable[[JoinPage], None]) -> None:
    way = SyncWay(parent=stage.window)
    way.know(_HERE)
    page = JoinPage(way, Path.home() / "Documents" / "Khata", lambda at, _today: f"{at:%H:%M}")
    stage.window.show_screen(page)
    show(page)
    page.focus_first()
    stage.settle()


def _by_phrase(page: JoinPage) -> None:
    assert page.form is not None
    page.form.ways.set_value(PHRASE)
    page.form.ways.choice_changed.emit(PHRASE)
    page.form.submit()


def _lost(page: JoinPage) -> None:
    now_ms, minute = int(datetime.now(UTC).timestamp() * 1000), 60_000
    page.show_devices(
        [
            _Known(device_id=b"a", series="A", seen_ms=now_ms - 7 * minute, is_owners=True),
            _Known(device_id=b"b", series="B", seen_ms=now_ms - 26 * 60 * minute),
            _Known(device_id=b"c", series="C", seen_ms=0),
        ],
        lambda _lost: None,
    )
    assert page.lost is not None
    page.lost.ticks[1].setChecked(True)


def _leave_screen(stage: Stage) -> None:
    screen = stage.window.screen_shown
    stage.window.show_screen(stage.frame)
    if screen is not None and screen is not stage.frame:
        stage.window.drop_screen(screen)


_NO_SERVER = _Sync(unsent=3, fault=_NotReached(server=_URL))

DEVICE_SCENES: tuple[Scene, ...] = (
    Scene(name="devices-off", show=_off),
    Scene(name="devices-switch-on", show=_switch_on),
    Scene(name="devices-phrase", show=partial(_phrase, checking=False)),
    Scene(name="devices-phrase-check", show=partial(_phrase, checking=True)),
    Scene(name="devices-on", show=partial(_page, sync=_Sync()), leave=_unset),
    Scene(name="devices-no-server", show=partial(_page, sync=_NO_SERVER), leave=_unset),
    Scene(
        name="devices-locked",
        show=partial(_page, sync=_Sync(locked=True, fault=_Locked(), hub=False)),
        leave=_unset,
    ),
    Scene(name="devices-let-in", show=partial(_let_in, digits=False), leave=_unset),
    Scene(name="devices-digits", show=partial(_let_in, digits=True), leave=_unset),
    Scene(name="devices-unlock", show=partial(_sheet, make=UnlockForm), leave=_unset),
    Scene(name="devices-move", show=partial(_sheet, make=MoveForm), leave=_unset),
    Scene(
        name="devices-rename",
        show=partial(_sheet, make=lambda context: RenameForm(context, _devices(context)[1])),
        leave=_unset,
    ),
    Scene(
        name="devices-shut-out",
        show=partial(_sheet, make=lambda context: ShutOutForm(context, _devices(context)[1])),
        leave=_unset,
    ),
    Scene(name="devices-shut-out-here", show=partial(_page, sync=_Sync(fault=_ShutOut())), leave=_unset),
    Scene(name="devices-deletions", show=_deletions, leave=_unset),
    Scene(name="devices-backups", show=_backups, leave=_unset),
    Scene(name="devices-backup-goes", show=partial(_sheet, make=_let_go), leave=_unset),
    Scene(name="devices-restore", show=partial(_sheet, make=_restore), leave=_unset),
    Scene(name="devices-restored", show=partial(_sheet, make=partial(_restored, is_own=True)), leave=_unset),
    Scene(
        name="devices-restored-alone",
        show=partial(_sheet, make=partial(_restored, is_own=False)),
        leave=_unset,
    ),
    Scene(name="devices-sign-up", show=partial(_sign_up, code=False), leave=_unset),
    Scene(name="devices-sign-up-code", show=partial(_sign_up, code=True), leave=_unset),
    Scene(name="join-code", show=partial(_join, show=lambda _page: None), leave=_leave_screen),
    Scene(name="join-phrase", show=partial(_join, show=_by_phrase), leave=_leave_screen),
    Scene(name="join-lost", show=partial(_join, show=_lost), leave=_leave_screen),
    Scene(
        name="join-digits",
        show=partial(_join, show=lambda page: page.show_taking("482913")),
        leave=_leave_screen,
    ),
)
