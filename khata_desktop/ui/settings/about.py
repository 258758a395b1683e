"""About: the program, its licences, its log, and a check of the book."""

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices

from khata_desktop import __version__
from khata_desktop.config import resource_path, user_log_dir
from khata_desktop.formatting import isolated
from khata_desktop.ui.settings.section import SettingGroup, SettingsSection
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.label import Label


class AboutSection(SettingsSection):
    """What the program is, and where to look when something goes wrong."""

    def build(self) -> None:
        """Make the groups."""
        group = SettingGroup("Khata Desktop")
        version = Label(isolated(f"{__version__} · Qt {qVersion()}"), tone="muted", end=True)
        group.add_row(self.tr("Version"), version)
        group.add_row(
            self.tr("Licence"),
            Label(isolated("MIT"), tone="muted", end=True),
            self.tr("Free to use, to study, to change and to share."),
        )
        fonts = Button(self.tr("Show"))
        fonts.clicked.connect(lambda: _open(str(resource_path("fonts", "OFL.txt"))))
        group.add_row(
            self.tr("Letters"), fonts, self.tr("The Noto typefaces, under the SIL Open Font Licence.")
        )
        log = Button(self.tr("Open the folder"))
        log.clicked.connect(lambda: _open(str(user_log_dir())))
        group.add_row(
            self.tr("Log"), log, self.tr("What the program did; it holds no names, phones or amounts.")
        )
        self.column.addWidget(group)
        self.column.addStretch(1)


def _open(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
