"""What Ctrl+K finds: commands and pages at once, the book's own things as the worker answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from khata_desktop.formatting import isolated
from khata_desktop.reports.finding import is_heard_in, words_of
from khata_desktop.reports.pickers import ItemPick, PartyPick, find_parties
from khata_desktop.reports.search import AccountHit, SearchResults, search
from khata_desktop.reports.vouchers_list import VoucherRow, recent_vouchers
from khata_desktop.storage.session import Session
from khata_desktop.ui.account_names import translated_account_name
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.kind_words import kind_words, what_words
from khata_desktop.ui.widgets.command_palette import PaletteItem, PaletteProvider

if TYPE_CHECKING:
    from khata_desktop.ui.main_window import MainWindow

Deliver = Callable[[Sequence[PaletteItem]], None]
_SHOWN = 6
_RECENT = 4
_COMMANDS = 8

translate = QCoreApplication.translate


class _Finder:
    """Asks the book once for a text and hands each section its part of the answer.

    The palette asks its sections one after the other with the same text: the first starts the question.
    """

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._waiting: list[tuple[Callable[[SearchResults], Sequence[PaletteItem]], Deliver]] = []

    def first(
        self, make: Callable[[SearchResults], Sequence[PaletteItem]], text: str, deliver: Deliver
    ) -> None:
        """Begin a question and take part of its answer."""
        self._waiting = waiting = [(make, deliver)]

        def found(results: SearchResults) -> None:
            for own, hand in waiting:
                hand(own(results))

        report = partial(search, text=text, limit=_SHOWN) if text else _recent
        self._context.runner.query(report, found, self._context.show_error, key=self)

    def also(
        self, make: Callable[[SearchResults], Sequence[PaletteItem]], _text: str, deliver: Deliver
    ) -> None:
        """Take part of the answer to the question that was just begun."""
        self._waiting.append((make, deliver))


def palette_providers(context: PageContext, frame: MainWindow) -> list[PaletteProvider]:
    """Return the sections of the palette of an open book."""
    finder = _Finder(context)
    return [
        PaletteProvider(
            title=lambda: translate("Palette", "Do"),
            find=lambda text, deliver: deliver(find_commands(commands(context, frame), text)),
            limit=_COMMANDS,
        ),
        PaletteProvider(
            title=lambda: translate("Palette", "Parties"),
            find=partial(finder.first, lambda found: [_party(context, row) for row in found.parties]),
        ),
        PaletteProvider(
            title=lambda: translate("Palette", "Items"),
            find=partial(finder.also, lambda found: [_item(context, row) for row in found.items]),
        ),
        PaletteProvider(
            title=lambda: translate("Palette", "Vouchers"),
            find=partial(finder.also, lambda found: [_voucher(context, row) for row in found.vouchers]),
        ),
        PaletteProvider(
            title=lambda: translate("Palette", "Accounts"),
            find=partial(finder.also, lambda found: [_account(context, row) for row in found.accounts]),
        ),
    ]


def _recent(session: Session) -> SearchResults:
    return SearchResults(
        parties=tuple(find_parties(session, limit=_RECENT)),
        vouchers=tuple(recent_vouchers(session, limit=_RECENT)),
    )


# --- commands -------------------------------------------------------------------------------------


def commands(context: PageContext, frame: MainWindow) -> list[PaletteItem]:
    """Return everything that can be done from anywhere, what is done most first."""
    pages = [
        PaletteItem(
            title=spec.words, run=partial(frame.open_here, spec.key), icon=spec.icon, key=spec.shortcut
        )
        for spec in frame.specs
        if frame.is_offered(spec)
    ]
    # What has a key is entry, and comes before the lists.
    pages.sort(key=lambda item: not item.key)
    go = context.navigate
    return [
        *pages,
        PaletteItem(
            title=translate("Palette", "You got"), run=partial(go, "khata_entry", gave=False), icon="khata"
        ),
        PaletteItem(
            title=translate("Palette", "New party"), run=partial(go, "parties", new=True), icon="party-add"
        ),
        PaletteItem(title=translate("Palette", "New item"), run=partial(go, "items", new=True), icon="plus"),
        PaletteItem(title=translate("Palette", "Undo"), run=context.undo, icon="undo", key="Ctrl+Z"),
        PaletteItem(
            title=translate("Palette", "Do it again"), run=context.redo, icon="redo", key="Ctrl+Shift+Z"
        ),
        PaletteItem(
            title=translate("Palette", "Show amounts")
            if context.config.blur_amounts
            else translate("Palette", "Hide amounts"),
            run=lambda: context.change_config(blur_amounts=not context.config.blur_amounts),
            icon="eye" if context.config.blur_amounts else "eye-off",
            key="Ctrl+Shift+P",
        ),
        PaletteItem(
            title=translate("Palette", "Backup"), run=partial(go, "settings", section="backup"), icon="backup"
        ),
        PaletteItem(
            title=translate("Palette", "Language and look"),
            run=partial(go, "settings", section="look"),
            icon="language",
        ),
        PaletteItem(title=translate("Palette", "All keys"), run=frame.show_keys, icon="keyboard", key="F1"),
    ]


def find_commands(known: Sequence[PaletteItem], text: str) -> list[PaletteItem]:
    """Return the commands that have every word of the text in their title; all for an empty text.

    A title that begins so comes first, then one with a word that does, then one with the letters anywhere.
    """
    wanted = text.casefold().split()
    if not wanted:
        return list(known)
    # By sound too, so that it is found in whichever script it is typed; two letters sound like much.
    heard = words_of(text) if len(text) > 2 else []
    best: dict[int, list[PaletteItem]] = {}
    for item in known:
        title = item.title.casefold()
        if title.startswith(text.casefold().strip()):
            place = 0
        elif all(f" {word}" in f" {title}" for word in wanted):
            place = 1
        elif all(word in title for word in wanted):
            place = 2
        elif heard and is_heard_in(heard, item.title):
            place = 3
        else:
            continue
        best.setdefault(place, []).append(item)
    return [item for place in sorted(best) for item in best[place]]


# --- what is in the book --------------------------------------------------------------------------


def _party(context: PageContext, pick: PartyPick) -> PaletteItem:
    balance = pick.balance_minor
    return PaletteItem(
        title=pick.name,
        run=partial(context.navigate, "party", party_id=pick.party_id),
        detail=isolated(pick.phone or pick.code) if pick.phone or pick.code else "",
        figure=context.amount(abs(balance)) if balance else "",
        icon="party",
        tone="gave" if balance > 0 else "got" if balance < 0 else "",
    )


def _item(context: PageContext, pick: ItemPick) -> PaletteItem:
    return PaletteItem(
        title=pick.name,
        run=partial(context.navigate, "item", item_id=pick.item_id),
        detail=isolated(pick.code) if pick.code else "",
        figure=context.style.price(pick.price_e4) if pick.price_e4 is not None else "",
        icon="items",
    )


def _voucher(context: PageContext, row: VoucherRow) -> PaletteItem:
    what = row.party_name or what_words(row.kind, row.narration, row.line_count, row.line_names)
    return PaletteItem(
        title=isolated(row.number),
        run=partial(context.navigate, "voucher", voucher_id=row.voucher_id),
        detail=" · ".join(dict.fromkeys((kind_words(row.kind), what, context.style.date(row.posted_on)))),
        figure=context.amount(row.total_minor),
        icon="vouchers",
    )


def _account(context: PageContext, row: AccountHit) -> PaletteItem:
    return PaletteItem(
        title=translated_account_name(row.name),
        run=partial(context.navigate, "account", account_id=row.account_id),
        detail=isolated(row.code) if row.code else "",
        icon="cash",
    )
