"""The one list of pages. A page is one function that imports and makes it, and one line of the list.

Forms stand in it beside the pages, with their keys: they open in the side sheet over whatever is shown.
Pages are imported at their first visit: the window must be painted before reports and PDF are loaded.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from khata_desktop.ui.main_window import PageSpec

if TYPE_CHECKING:
    from khata_desktop.ui.context import PageContext

SELL = str(QT_TRANSLATE_NOOP("pages", "Sell and buy"))
PEOPLE = str(QT_TRANSLATE_NOOP("pages", "People"))
MONEY = str(QT_TRANSLATE_NOOP("pages", "Money"))
KNOW = str(QT_TRANSLATE_NOOP("pages", "Know"))


def _dashboard(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.dashboard_page import DashboardPage

    return DashboardPage(context)


def _sale(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.sale_page import SalePage

    return SalePage(context)


def _items(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.items_page import ItemsPage

    return ItemsPage(context)


def _item(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.item_page import ItemPage

    return ItemPage(context)


def _parties(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.parties_page import PartiesPage

    return PartiesPage(context)


def _party(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.party_page import PartyPage

    return PartyPage(context)


def _accounts(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.accounts_page import AccountsPage

    return AccountsPage(context)


def _account(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.account_page import AccountPage

    return AccountPage(context)


def _vouchers(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.vouchers_page import VouchersPage

    return VouchersPage(context)


def _voucher(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.voucher_page import VoucherPage

    return VoucherPage(context)


def _reviews(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.reviews_page import ReviewsPage

    return ReviewsPage(context)


def _devices(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.devices_page import DevicesPage

    return DevicesPage(context)


def _import(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.import_page import ImportPage

    return ImportPage(context)


def _settings(context: "PageContext") -> QWidget:
    from khata_desktop.ui.pages.settings_page import SettingsPage

    return SettingsPage(context)


def _khata_entry(context: "PageContext", *, party_id: bytes | None = None, gave: bool = True) -> None:
    from khata_desktop.ui.entry_forms import open_khata_entry

    open_khata_entry(context, party_id=party_id, gave=gave)


def _receipt(context: "PageContext", *, party_id: bytes | None = None) -> None:
    from khata_desktop.ui.entry_forms import open_receipt

    open_receipt(context, party_id=party_id)


def _payment(context: "PageContext", *, party_id: bytes | None = None) -> None:
    from khata_desktop.ui.entry_forms import open_payment

    open_payment(context, party_id=party_id)


def _sale_return(context: "PageContext", *, voucher_id: bytes | None = None) -> None:
    from khata_desktop.ui.entry_forms import open_sale_return

    open_sale_return(context, voucher_id=voucher_id)


def _journal(context: "PageContext") -> None:
    from khata_desktop.ui.entry_forms import open_journal

    open_journal(context)


def _transfer(context: "PageContext") -> None:
    from khata_desktop.ui.entry_forms import open_transfer

    open_transfer(context)


PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        key="dashboard",
        title=str(QT_TRANSLATE_NOOP("pages", "Dashboard")),
        icon="dashboard",
        factory=_dashboard,
    ),
    PageSpec(
        key="sale",
        title=str(QT_TRANSLATE_NOOP("pages", "Sale")),
        icon="sale",
        group=SELL,
        factory=_sale,
        shortcut="F8",
        takes=("party_id",),
    ),
    PageSpec(
        key="sale_return",
        title=str(QT_TRANSLATE_NOOP("pages", "Sale return")),
        icon="return",
        group=SELL,
        factory=_sale_return,
        shortcut="Ctrl+F8",
        in_rail=False,
        rail_key="sale",
        is_form=True,
        takes=("voucher_id",),
    ),
    PageSpec(
        key="items",
        title=str(QT_TRANSLATE_NOOP("pages", "Items")),
        icon="items",
        group=SELL,
        factory=_items,
    ),
    PageSpec(
        key="item",
        title=str(QT_TRANSLATE_NOOP("pages", "Item")),
        icon="items",
        group=SELL,
        factory=_item,
        in_rail=False,
        rail_key="items",
    ),
    PageSpec(
        key="parties",
        title=str(QT_TRANSLATE_NOOP("pages", "Parties")),
        icon="parties",
        group=PEOPLE,
        factory=_parties,
    ),
    PageSpec(
        key="party",
        title=str(QT_TRANSLATE_NOOP("pages", "Khata")),
        icon="party",
        group=PEOPLE,
        factory=_party,
        in_rail=False,
        rail_key="parties",
    ),
    PageSpec(
        key="khata_entry",
        title=str(QT_TRANSLATE_NOOP("pages", "You gave")),
        icon="khata",
        group=PEOPLE,
        factory=_khata_entry,
        shortcut="Alt+G",
        is_form=True,
        takes=("party_id",),
    ),
    PageSpec(
        key="receipt",
        title=str(QT_TRANSLATE_NOOP("pages", "Receipt")),
        icon="receipt",
        group=MONEY,
        factory=_receipt,
        shortcut="F6",
        is_form=True,
        takes=("party_id",),
    ),
    PageSpec(
        key="payment",
        title=str(QT_TRANSLATE_NOOP("pages", "Payment")),
        icon="payment",
        group=MONEY,
        factory=_payment,
        shortcut="F5",
        is_form=True,
        takes=("party_id",),
    ),
    PageSpec(
        key="transfer",
        title=str(QT_TRANSLATE_NOOP("pages", "Between cash and bank")),
        icon="contra",
        group=MONEY,
        factory=_transfer,
        shortcut="F4",
        in_rail=False,
        rail_key="accounts",
        is_form=True,
    ),
    PageSpec(
        key="journal",
        title=str(QT_TRANSLATE_NOOP("pages", "Journal")),
        icon="journal",
        group=MONEY,
        factory=_journal,
        shortcut="F7",
        is_form=True,
    ),
    PageSpec(
        key="accounts",
        title=str(QT_TRANSLATE_NOOP("pages", "Cash and accounts")),
        icon="cash",
        group=MONEY,
        factory=_accounts,
    ),
    PageSpec(
        key="account",
        title=str(QT_TRANSLATE_NOOP("pages", "Account")),
        icon="cash",
        group=MONEY,
        factory=_account,
        in_rail=False,
        rail_key="accounts",
    ),
    PageSpec(
        key="vouchers",
        title=str(QT_TRANSLATE_NOOP("pages", "Vouchers")),
        icon="vouchers",
        group=KNOW,
        factory=_vouchers,
    ),
    PageSpec(
        key="voucher",
        title=str(QT_TRANSLATE_NOOP("pages", "Voucher")),
        icon="vouchers",
        group=KNOW,
        factory=_voucher,
        in_rail=False,
        rail_key="vouchers",
    ),
    PageSpec(
        key="reviews",
        title=str(QT_TRANSLATE_NOOP("pages", "To look at")),
        icon="inbox",
        group=KNOW,
        factory=_reviews,
        on_demand=True,
    ),
    PageSpec(
        key="devices",
        title=str(QT_TRANSLATE_NOOP("pages", "Devices")),
        icon="devices",
        group=KNOW,
        factory=_devices,
    ),
    PageSpec(
        key="import",
        title=str(QT_TRANSLATE_NOOP("pages", "Import")),
        icon="import",
        group=KNOW,
        factory=_import,
    ),
    PageSpec(
        key="settings",
        title=str(QT_TRANSLATE_NOOP("pages", "Settings")),
        icon="settings",
        group=KNOW,
        factory=_settings,
    ),
)
