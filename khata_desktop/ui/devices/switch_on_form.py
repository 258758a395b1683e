"""Switching sync on, first step: where the devices meet, and the passphrase of the keys."""

from dataclasses import dataclass

from khata_desktop.domain.errors import KhataError
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.devices.net_form import SERVER_FIELD, NetForm, PassphraseFields
from khata_desktop.ui.devices.phrase_form import PhraseForm
from khata_desktop.ui.sync_port import SyncDoor
from khata_desktop.ui.sync_way import Here
from khata_desktop.ui.widgets.chips import SegmentedControl

HUB, SERVER = "hub", "server"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was chosen: `server_url` is "" where this computer is the hub."""

    server_url: str
    passphrase: str | None


class SwitchOnForm(NetForm):
    """Asks for the place and looks whether it answers; the phrase comes next."""

    def __init__(self, context: PageContext, here: Here) -> None:
        super().__init__()
        self._context, self._here = context, here
        self.set_title(self.tr("Keep this khata on several computers"))
        self.primary_button().set_label(self.tr("Go on"))
        choices = [(SERVER, self.tr("A server"))]
        if here.can_be_hub:
            choices.insert(0, (HUB, self.tr("This computer")))
        self.place = SegmentedControl(choices, name=self.tr("Where the devices meet"))
        self.place.choice_changed.connect(self._show_place)
        self._place_field = self.add_field("place", self.tr("Where the devices meet"), self.place)
        self.address = self.add_address()
        self.passphrase = PassphraseFields(self, here.needs_passphrase, lambda: context.sync_way.passphrase)
        self._show_place()

    def _show_place(self, _value: object = None) -> None:
        is_hub = self.place.value == HUB
        self.field(SERVER_FIELD).setVisible(not is_hub)
        if is_hub:
            hint = self.tr(
                "The other computers of the shop reach this one in the shop's own network while this program "
                "is open here. Nothing needs the internet."
            )
        elif self._here.can_be_hub:
            hint = self.tr(
                "One that is always on, in the shop or on the internet. It passes on what it cannot read."
            )
        else:
            hint = self.tr(
                "One that is always on. It passes on what it cannot read. This computer cannot be the "
                "meeting place itself: the server's parts are not installed here."
            )
        self._place_field.set_hint(hint)

    def command(self) -> Wanted:
        """Return what was chosen. Raises FieldWrong."""
        url = "" if self.place.value == HUB else self.read_address(self.address)
        return Wanted(server_url=url, passphrase=self.passphrase.read())

    def _on_submitted(self, command: object) -> None:
        assert isinstance(command, Wanted)
        wanted = command

        def prepare(door: SyncDoor) -> tuple[str, str]:
            url = wanted.server_url or door.hub().start()
            door.look_for(url)
            return url, door.new_phrase()

        def prepared(found: tuple[str, str]) -> None:
            url, phrase = found
            context, is_hub = self._context, not wanted.server_url
            if is_hub:
                context.sync_way.note_hub(url)
            self.let_go()
            context.show_sheet(PhraseForm(context, self._here, url, phrase, wanted.passphrase, is_hub=is_hub))

        self._context.sync_way.ask(prepare, prepared, self._refused, owner=self)

    def _refused(self, error: KhataError) -> None:
        # The field is where the remedy is: another address.
        if error.code == "server_unreachable" and self.place.value == SERVER:
            self.mark_address()
            return
        self.show_error(error)
