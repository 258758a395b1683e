"""Before the phrase brings a khata back: which of its devices are lost. Nobody but the owner can know."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from khata_desktop.formatting import isolated
from khata_desktop.ui.devices.net_form import NetForm
from khata_desktop.ui.sync_port import KnownDeviceLike
from khata_desktop.ui.sync_words import Moment, heard_words


class LostForm(NetForm):
    """A tick for each device; none is set, since a device that works would be lost by a slip.

    Signals:
        wanted: (list of bytes) go on, and shut these out.
    """

    wanted = Signal(object)

    def __init__(self, known: Sequence[KnownDeviceLike], moment: Moment, now: datetime) -> None:
        super().__init__()
        self.set_title(self.tr("Which devices are lost?"))
        self.add_text(self.tr("Tick only what was lost or stolen. All others stay in and work on as before."))
        self.add_text(
            self.tr(
                "A device that is shut out gets nothing new, and what is entered there from now on does not "
                "come in. This cannot be undone; the device would have to be let in anew."
            )
        )
        self.add_text(
            self.tr(
                "The letter of a device is the one in its voucher numbers. Several can be ticked, or none."
            ),
            muted=True,
        )
        self._known = list(known)
        self.ticks: list[QCheckBox] = []
        for number, device in enumerate(self._known):
            tick = QCheckBox(self.tr("Lost: shut it out"))
            words = self._words(device, heard_words(device.seen_ms or None, now, moment))
            tick.setAccessibleName(f"{words}. {tick.text()}")
            tick.toggled.connect(self._say_what_follows)
            self.ticks.append(tick)
            self.add_field(f"device{number}", words, tick)
        self._say_what_follows()

    def _words(self, device: KnownDeviceLike, heard: str) -> str:
        words = self.tr("Device {series}, lets others in. Last heard from: {heard}")
        if not device.is_owners:
            words = self.tr("Device {series}. Last heard from: {heard}")
        return words.format(series=isolated(device.series), heard=heard)

    def _say_what_follows(self) -> None:
        button, count = self.primary_button(), len(self.command())
        if count:
            button.set_label(self.tr("Go on, shut out %n device(s)", None, count))
        else:
            button.set_label(self.tr("Go on, shut nobody out"))
        button.set_kind("danger" if count else "primary")

    def command(self) -> list[bytes]:
        """Return the devices that were ticked."""
        return [
            device.device_id for device, tick in zip(self._known, self.ticks, strict=True) if tick.isChecked()
        ]

    def _on_submitted(self, command: object) -> None:
        self.wanted.emit(command)
