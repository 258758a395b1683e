"""Letting a device in: the code, the six digits on both screens, the owner's yes, and the handing over."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QWidget

from khata_desktop.domain.errors import KhataError
from khata_desktop.formatting import isolated
from khata_desktop.ui.background import in_background
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.devices.code_view import CodeView, DigitsView, Modules, picture_of
from khata_desktop.ui.devices.net_form import NetForm
from khata_desktop.ui.sync_port import InvitingLike
from khata_desktop.ui.widgets.button import Button

_LOOK_MS = 1000
#: What may be over the next time one asks.
_STUMBLES = ("no_meeting_place", "server_busy", "server_faulty")
_PICTURE_PIXELS = 8


class LetInForm(NetForm):
    """Shows one stage after the other: the code; the digits; the bar. Left early, the code is void."""

    def __init__(self, context: PageContext, on_let_in: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._on_let_in = context, on_let_in
        self._inviting: InvitingLike | None = None
        self._modules: Modules = ()
        self._looking = False
        self.set_title(self.tr("Let a device in"))
        self._words = self.add_text(self.tr("Making the code…"))
        self.code = CodeView()
        self.digits = DigitsView()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.differ = Button(self.tr("They differ"), kind="danger")
        self.differ.clicked.connect(self._on_differ_clicked)
        for widget in (self.code, self.digits, self.differ, self.bar):
            self.add_widget(widget)
        self._left = self.add_text("", muted=True)
        self._tools = self._build_tools()
        self.add_widget(self._tools)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._invite()

    def _build_tools(self) -> QWidget:
        self.copy = Button(self.tr("Copy as text"), icon="copy")
        self.copy.clicked.connect(self._on_copy_clicked)
        self.keep = Button(self.tr("As a picture…"), icon="export")
        self.keep.clicked.connect(self._on_keep_clicked)
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.copy)
        row.addWidget(self.keep)
        row.addStretch(1)
        return tools

    def _show(
        self, *, code: bool = False, digits: bool = False, bar: bool = False, primary: str = ""
    ) -> None:
        self.code.setVisible(code)
        self._left.setVisible(code)
        self._tools.setVisible(code)
        self.digits.setVisible(digits)
        self.differ.setVisible(digits)
        self.bar.setVisible(bar)
        self.primary_button().setVisible(bool(primary))
        self.primary_button().set_label(primary)

    # --- the code -------------------------------------------------------------------------------------

    def _invite(self) -> None:
        self._inviting = None
        self._words.setText(self.tr("Making the code…"))
        self._show(bar=True)

        def shown(inviting: InvitingLike) -> None:
            self._context.sync_way.ask(
                lambda door: door.modules_of(inviting.text),
                lambda modules: self.show_code(inviting, modules),
                self._fail,
                owner=self,
            )

        self._context.sync.do(lambda desk: desk.invite(), shown, self._fail)

    def show_code(self, inviting: InvitingLike, modules: Modules) -> None:
        """Show a code, and look from now on whether it was read."""
        self._inviting, self._modules = inviting, modules
        self.code.set_modules(modules)
        self._words.setText(
            self.tr(
                "On the other computer, open Khata, press \u201cJoin another device\u201d and read this "
                "code: as a picture, a screenshot or as text."
            )
        )
        self._show(code=True)
        self._tell_left()
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)
        self._timer.start()

    def _tell_left(self) -> None:
        assert self._inviting is not None
        minutes, seconds = divmod(int(self._inviting.seconds_left), 60)
        time = isolated(f"{minutes}:{seconds:02d}")
        self._left.setText(self.tr("Good for one device, and for {time} more.").format(time=time))

    def _on_timer_timeout(self) -> None:
        inviting = self._inviting
        if inviting is None or inviting.six_digits:
            return
        self._tell_left()
        if not self._looking:
            self._looking = True
            self._context.sync.do(
                lambda desk: desk.look_for_offer(inviting), self._on_looked, self._on_look_failed
            )

    def _on_looked(self, has_come: bool) -> None:
        self._looking = False
        if has_come and self._inviting is not None:
            self.show_digits(self._inviting)

    def show_digits(self, inviting: InvitingLike) -> None:
        """Ask whether the digits of the device that has read the code are the same."""
        self._inviting = inviting
        self._timer.stop()
        self.digits.set_digits(inviting.six_digits)
        name = isolated(inviting.device_name)
        self._words.setText(
            self.tr("\u201c{name}\u201d has read the code. Are these the digits on its screen?").format(
                name=name
            )
        )
        self._show(digits=True, primary=self.tr("They are the same"))
        self.primary_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_look_failed(self, error: KhataError) -> None:
        self._looking = False
        inviting = self._inviting
        if inviting is None:
            return
        unreachable = error.code in _STUMBLES
        if error.code == "nobody_came" or (unreachable and not inviting.seconds_left):
            # The server says when it is over; where it cannot be asked, nobody can come either.
            self._timer.stop()
            self._inviting = None
            self._words.setText(self.tr("This code has run out."))
            self._show(primary=self.tr("Show a new code"))
        elif not unreachable:
            # A network that stumbles is asked again; what was refused stays refused.
            self._fail(error)

    def _on_copy_clicked(self) -> None:
        if self._inviting is not None:
            QGuiApplication.clipboard().setText(self._inviting.text)
            self.copy.set_label(self.tr("Copied"))
            self.copy.set_icon("check")

    def _on_keep_clicked(self) -> None:
        folder = Path(self._context.config.last_folder or Path.home())
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Keep the code as a picture"),
            str(folder / "khata-code.png"),
            self.tr("Picture (*.png)"),
        )
        if chosen:
            self.save_picture(Path(chosen))

    def save_picture(self, path: Path) -> None:
        """Write the code as a picture that the other computer can open."""
        image = picture_of(self._modules, _PICTURE_PIXELS)
        in_background(lambda: image.save(str(path)), self._on_picture_saved, name="code picture")

    def _on_picture_saved(self, well: bool) -> None:
        if well:
            self._context.toast(self.tr("The code is kept as a picture. Delete it when the device is in."))
        else:
            self._context.toast(
                self.tr("The picture could not be written there; choose another folder."), tone="gave"
            )

    # --- the answer -----------------------------------------------------------------------------------

    def submit(self) -> None:
        """They are the same; or a new code in place of one that ran out."""
        inviting = self._inviting
        if self.busy or not self.primary_button().isVisibleTo(self):
            return
        if inviting is None or not inviting.six_digits:
            self._invite()
            return
        self.set_busy(True)
        name = isolated(inviting.device_name)
        self._words.setText(self.tr("Handing the khata over to \u201c{name}\u201d").format(name=name))
        self._show(bar=True)
        progress = self._context.sync_way.teller(self, self._tell_progress)

        def confirmed(_: object) -> None:
            self.done()
            self._context.toast(self.tr("\u201c{name}\u201d is in.").format(name=name))
            self._on_let_in()

        self._context.sync.do(lambda desk: desk.confirm(inviting, progress), confirmed, self._fail)

    def _tell_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, 1000 if total else 0)
        if total:
            self.bar.setValue(min(done * 1000 // total, 1000))

    def _on_submitted(self, command: object) -> None:
        """Nothing is typed here: `submit` acts by itself."""

    def _on_differ_clicked(self) -> None:
        self._refuse()
        self._inviting = None
        self._words.setText(
            self.tr(
                "The device was turned away: somebody else may have read the code. Show a new one, and let "
                "nobody but you see it."
            )
        )
        self._show(primary=self.tr("Show a new code"))

    def _refuse(self) -> None:
        inviting = self._inviting
        if inviting is not None:
            self._context.sync.do(lambda desk: desk.refuse(inviting))

    def _fail(self, error: KhataError) -> None:
        self._timer.stop()
        # Whoever waits on the other side is not left waiting.
        self._refuse()
        self._inviting = None
        self._words.setText("")
        self._show(primary=self.tr("Show a new code"))
        self.show_error(error)

    def cancel(self) -> None:
        """Leave; the code is good for nothing any more."""
        if not self.busy:
            self._timer.stop()
            self._refuse()
        super().cancel()
