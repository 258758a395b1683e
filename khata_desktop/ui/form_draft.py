"""What is being typed into a form, kept on disk beside the book until it is saved or left on purpose.

After a power cut, or when the window was closed meanwhile, the form offers it when it is opened next.
"""

import json
import logging
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from khata_desktop.domain.errors import KhataError
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.widgets.form import Form

if TYPE_CHECKING:
    from khata_desktop.services.books import Books

_log = logging.getLogger(__name__)
_KEEP_AFTER_MS = 250


class FormDraft(QObject):
    """Keeps one form's draft; a change is on disk a quarter of a second later."""

    def __init__(self, context: PageContext, form: Form, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._form = form
        self._is_gone = False
        self._key = form.draft_key
        self._keeper = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._keeper.timeout.connect(self._keep)
        form.edited.connect(self._on_form_edited)
        form.finished.connect(self._drop)
        form.cancelled.connect(self._drop)
        form.destroyed.connect(self._on_form_destroyed)
        context.runner.call(partial(_read, key=self._key), self._on_read, _note)

    def flush(self) -> None:
        """Keep at once what was typed last: the window is closing."""
        if self._keeper.isActive():
            self._keeper.stop()
            self._keep()

    def _on_form_destroyed(self) -> None:
        self._is_gone = True
        self._keeper.stop()
        self.deleteLater()

    def _on_form_edited(self) -> None:
        if not self._form.busy:
            self._keeper.start()

    def _keep(self) -> None:
        kept = {"at": self._context.clock.now().isoformat(), "parts": self._form.draft()}
        work = partial(_keep, key=self._key, body=json.dumps(kept, ensure_ascii=False))
        self._context.runner.call(work, _nothing, _note)

    def _drop(self) -> None:
        self._keeper.stop()
        self._context.runner.call(partial(_drop, key=self._key), _nothing, _note)

    def _on_read(self, body: str | None) -> None:
        kept = _from_json(body)
        if kept is None or self._is_gone or self._form.dirty:
            # Who types already has begun anew.
            return
        at, parts = kept
        words = self.tr("You had begun this on {when}.").format(when=self._context.style.moment(at))
        self._form.offer_draft(words, partial(self._form.take_draft, parts), self._drop)


def _from_json(body: str | None) -> tuple[datetime, dict[str, Any]] | None:
    """Return what was kept and when; None where there is none, or a newer version has written it."""
    try:
        kept = json.loads(body) if body is not None else {}
        return datetime.fromisoformat(kept["at"]).astimezone(), dict(kept["parts"])
    except (ValueError, KeyError, TypeError):
        return None


def _note(error: KhataError) -> None:
    # Nobody is kept from typing because it cannot be kept; saving it will tell what is wrong with the disk.
    _log.info("a form's draft was not kept: %s", error.code)


def _read(books: "Books", *, key: str) -> str | None:
    return books.workbench.form(key)


def _keep(books: "Books", *, key: str, body: str) -> None:
    books.workbench.keep_form(key, body)


def _drop(books: "Books", *, key: str) -> None:
    books.workbench.drop_form(key)


def _nothing(_value: object) -> None:
    """The draft is kept; nothing on screen depends on it."""
