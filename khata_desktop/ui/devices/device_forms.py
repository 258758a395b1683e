"""Small sheets about one device, about the server, and about the passphrase of the keys."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from khata_desktop.domain.errors import KhataError
from khata_desktop.formatting import isolated
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.devices.net_form import FieldWrong, NetForm
from khata_desktop.ui.devices.work_in_sight import NAMELESS
from khata_desktop.ui.sync_port import DeskLike, DeviceLike

translate = QCoreApplication.translate


def device_name(device: DeviceLike) -> str:
    """Return what a device is called, as it stands in a sentence."""
    if device.name in ("", NAMELESS):
        # On this screen another one's "this computer" would be wrong.
        return translate("Devices", "Computer {series}").format(series=isolated(device.series))
    return isolated(device.name)


class RenameForm(NetForm):
    """What a device is called, on every device."""

    def __init__(self, context: PageContext, device: DeviceLike) -> None:
        super().__init__()
        self._context, self._device = context, device
        self.set_title(self.tr("Rename the device"))
        self.primary_button().set_label(self.tr("Save"))
        self.name = QLineEdit(device.name)
        self.name.setMaxLength(200)
        self.add_field(
            "name", self.tr("Name"), self.name, hint=self.tr("For example: Counter, Office, Godown.")
        )

    def command(self) -> str:
        """Return the name typed. Raises FieldWrong."""
        name = self.name.text().strip()
        if not name:
            raise FieldWrong(field="name", words=self.tr("Type what the device is called."))
        return name

    def _on_submitted(self, command: object) -> None:
        author, name = self._device.author, str(command)

        def renamed(_: object) -> None:
            self.done()
            self._context.sync.keep_in_step_now()

        self._context.sync.do(lambda desk: desk.rename(author, name), renamed, self.show_error)


class ShutOutForm(NetForm):
    """Says what shutting out does, and does it: it cannot be undone."""

    def __init__(self, context: PageContext, device: DeviceLike) -> None:
        super().__init__()
        self._context, self._device = context, device
        name = device_name(device)
        self.set_title(self.tr("Shut \u201c{name}\u201d out?").format(name=name))
        self.add_text(self.tr("What was entered there so far stays in the khata."))
        self.add_text(
            self.tr("What is entered there from now on does not come in, and nothing new goes there.")
        )
        self.add_text(
            self.tr(
                "What is on its disk stays there: whoever has that computer can read the khata as it was."
            )
        )
        self.add_text(self.tr("This cannot be undone; the device would have to be let in anew."), muted=True)
        self.primary_button().set_label(self.tr("Shut it out"))
        self.primary_button().set_kind("danger")

    def command(self) -> None:
        """There is nothing to fill in."""

    def _on_submitted(self, command: object) -> None:
        author = self._device.author
        words = self.tr("\u201c{name}\u201d is shut out.").format(name=device_name(self._device))

        def done(_: object) -> None:
            self.done()
            self._context.toast(words)
            self._context.sync.keep_in_step_now()

        self._context.sync.do(lambda desk: desk.shut_out(author), done, self.show_error)


class MoveForm(NetForm):
    """Another address where the devices meet."""

    def __init__(self, context: PageContext, url: str = "") -> None:
        super().__init__()
        self._context = context
        self.set_title(self.tr("Another meeting place"))
        self.primary_button().set_label(self.tr("Meet there"))
        self.address = self.add_address(url or context.sync.state.server_url)
        self.add_text(
            self.tr("Change it on every device: they find each other only where all of them go."), muted=True
        )

    def command(self) -> str:
        """Return the address. Raises FieldWrong."""
        return self.read_address(self.address)

    def _on_submitted(self, command: object) -> None:
        url, context = str(command), self._context

        def found(_: object) -> None:
            context.sync.do(lambda desk: _move(desk, url), moved, self.show_error)

        def moved(_: object) -> None:
            self.done()
            # From its news to its sessions everything is asked of the other server.
            context.sync.begin()
            context.toast(self.tr("The devices meet there from now on."))

        def refused(error: KhataError) -> None:
            if error.code != "server_unreachable":
                self.show_error(error)
                return
            self.mark_address()

        context.sync_way.ask(lambda door: door.look_for(url), found, refused, owner=self)


def _move(desk: DeskLike, url: str) -> None:
    before = desk.server_url
    desk.move_to(url)
    try:
        desk.keep_in_step()
        if desk.is_admin:
            # So that the phrase brings everything back from there.
            desk.leave_snapshot()
    except KhataError:
        desk.move_to(before)
        raise


class DeletionsForm(NetForm):
    """Asks whether unusually many deletions were meant, before any other device follows them."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        count = context.sync.state.held_back
        self.set_title(self.tr("Send these deletions?"))
        self.add_text(
            context.counted(
                self.tr("%n thing(s) were deleted or voided on this computer: unusually many.", None, count),
                count,
            )
        )
        self.add_text(
            self.tr("They have not gone to the other devices, nor has what was entered after them.")
        )
        self.add_text(
            self.tr(
                "If it was a mistake, go back and put the things back: the other devices notice nothing."
            ),
            muted=True,
        )
        self.primary_button().set_label(self.tr("It was meant: send them"))
        self.primary_button().set_kind("danger")

    def command(self) -> None:
        """There is nothing to fill in."""

    def _on_submitted(self, command: object) -> None:
        def confirmed(_: object) -> None:
            self.done()
            self._context.sync.keep_in_step_now()

        self._context.sync.do(lambda desk: desk.send_deletions(), confirmed, self.show_error)


class UnlockForm(NetForm):
    """The passphrase of the key files of this computer."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.set_title(self.tr("The keys are locked"))
        self.add_text(
            self.tr(
                "What you enter is kept in the khata; it goes to the other devices once the keys are open."
            )
        )
        self.primary_button().set_label(self.tr("Unlock"))
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field("passphrase", self.tr("Passphrase for the keys"), self.passphrase)
        context.sync.changed.connect(self._on_sync_changed)

    def command(self) -> str:
        """Return what was typed. Raises FieldWrong."""
        if not self.passphrase.text():
            raise FieldWrong(field="passphrase", words=self.tr("Type the passphrase."))
        return self.passphrase.text()

    def _on_submitted(self, command: object) -> None:
        self._context.sync_way.passphrase = str(command)
        self._context.sync.begin()

    def _on_sync_changed(self) -> None:
        state = self._context.sync.state
        if not self.busy or state.under_way:
            return
        if state.locked and state.fault is not None:
            self._context.sync_way.passphrase = None
            self.show_error(state.fault)
        elif not state.locked and state.server_url:
            self.done()
