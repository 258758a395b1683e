"""The shop: what stands on its papers, its logo, its year."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from khata_desktop.domain.records import RECORD_FIELDS, Entity
from khata_desktop.formatting import isolated, isolated_in, month_name
from khata_desktop.services.outcome import Topic
from khata_desktop.ui.dialogs.business_form import BusinessForm
from khata_desktop.ui.settings.section import SettingGroup, SettingsSection
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import CENTRE, draw_box, draw_text
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.label import Label

#: A logo is at most this many pixels on its longer side: sharp at 3 cm in print, small in the book.
LOGO_PIXELS = 600


def logo_bytes(path: Path) -> bytes | None:
    """Return a picture file as PNG small enough for the business record, or None if it is no picture."""
    image = QImage(str(path))
    if image.isNull():
        return None
    largest = RECORD_FIELDS[Entity.BUSINESS]["logo"].longest
    pixels = LOGO_PIXELS
    while pixels >= 50:
        small = image
        if max(image.width(), image.height()) > pixels:
            small = image.scaled(
                pixels,
                pixels,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        # The stub names bytes for the format, the binding takes text.
        small.save(buffer, "PNG")  # type: ignore[call-overload]
        if data.size() <= largest:
            return bytes(data.data())
        pixels //= 2
    return None


class LogoView(QWidget):
    """The logo in a square, the shop's first letter while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._initial = ""
        self.setFixedSize(72, 72)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_logo(self, data: bytes | None, name: str) -> None:
        """Show this picture, or the letter."""
        self._image = QImage.fromData(QByteArray(data)) if data else QImage()
        self._initial = name[:1].upper()
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture whole, in the middle."""
        c, m = active().colours, active().metrics
        painter = QPainter(self)
        if self._image.isNull():
            draw_box(painter, self.rect(), fill=c.select, radius=10)
            draw_text(painter, self.rect(), self._initial, pixels=m.total, ink=c.ink, bold=True, align=CENTRE)
            return
        # A logo is made for paper: it stands on white in every theme.
        draw_box(painter, self.rect(), fill="#FFFFFF", border=c.line, radius=10)
        room = self.rect().adjusted(6, 6, -6, -6)
        size = self._image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = room.adjusted(0, 0, 0, 0)
        place.setSize(size)
        place.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)


class ShopSection(SettingsSection):
    """Summary with one button to change it; the logo; the year's first month; the file."""

    topics = frozenset({Topic.BUSINESS})

    def build(self) -> None:
        """Make the groups."""
        group = SettingGroup()
        group.add_widget(self._build_card())
        self.currency = Label("", end=True)
        group.add_row(self.tr("Currency"), self.currency)
        language = self.context.config.language_or_english
        months = [(month, month_name(month, language)) for month in range(1, 13)]
        self.year_start = ChoiceBox(months)
        self.year_start.choice_changed.connect(
            lambda value: self.change_business({"year_start_month": value})
        )
        group.add_row(
            self.tr("The financial year begins in"),
            self.year_start,
            self.tr("Reports of a year begin with this month."),
        )
        self.column.addWidget(group)
        place = SettingGroup()
        self.place = Label("", tone="muted", end=True)
        place.add_row(self.tr("The khata is kept in"), self.place)
        self.column.addWidget(place)
        self.column.addStretch(1)

    def _build_card(self) -> QWidget:
        self.logo = LogoView()
        self.name = Label("", size="lead", bold=True)
        self.lines = Label("", tone="muted", wrap=True)
        self.change = Button(self.tr("Change"), icon="edit")
        self.change.clicked.connect(self.open_form)
        self.choose_logo = Button("")
        self.choose_logo.clicked.connect(self._on_choose_logo_clicked)
        self.remove_logo = Button(self.tr("Without logo"))
        self.remove_logo.clicked.connect(lambda: self.change_business({"logo": None}))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.lines)
        under = QHBoxLayout()
        under.setContentsMargins(0, 4, 0, 0)
        under.addWidget(self.choose_logo)
        under.addWidget(self.remove_logo)
        under.addStretch(1)
        words.addLayout(under)
        card = QWidget()
        row = QHBoxLayout(card)
        row.setContentsMargins(20, 14, 20, 10)
        row.setSpacing(16)
        row.addWidget(self.logo, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        return card

    def refresh(self) -> None:
        """Show the business record."""
        business = self.context.business
        self.logo.set_logo(business.logo, business.name)
        self.name.setText(business.name)
        tax = self.tr("Tax number {number}").format(number=isolated(business.tax_number))
        # Under an address in Latin letters an Urdu line would be set from the left.
        tax = isolated_in(tax, self.context.config.language_or_english)
        reach = [isolated(part) for part in (business.phone, business.email) if part]
        lines = [business.address, " · ".join(reach), tax if business.tax_number else ""]
        self.lines.setText(
            "\n".join(line for line in lines if line)
            or self.tr("Add address and phone: they stand on every bill.")
        )
        self.choose_logo.set_label(self.tr("Another logo…") if business.logo else self.tr("Add a logo…"))
        self.remove_logo.setVisible(business.logo is not None)
        self.currency.setText(f"{business.currency_code} · {self.context.currency.symbol}")
        self.year_start.set_value(business.year_start_month)
        self.place.setText(isolated(str(self.context.path)))

    def open_form(self) -> None:
        """Show the form in the side sheet."""
        self.context.show_sheet(BusinessForm(self.context))

    def _on_choose_logo_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a logo"),
            self.context.config.last_folder,
            self.tr("Pictures (*.png *.jpg *.jpeg *.svg *.webp *.bmp)"),
        )
        if chosen:
            self.set_logo(Path(chosen))

    def set_logo(self, path: Path) -> None:
        """Take a picture file as the logo, or say that it is none."""
        data = logo_bytes(path)
        if data is None:
            self.context.toast(self.tr("That file is not a picture; choose a PNG or JPEG."), tone="gave")
            return
        self.change_business({"logo": data})
