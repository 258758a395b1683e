"""Columns are found by their headings in three languages, and the user's word goes over the guess."""

from __future__ import annotations

import pytest

from khata_desktop.domain.import_errors import ColumnFieldUnknown, ColumnsMissing, ColumnUnknown
from khata_desktop.interchange.fields import FIELDS, ImportKind, complete_mapping, find_column, guess_mapping

RETAIL = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country".split(",")


def named(kind: str, headers: list[str]) -> dict[str, str]:
    return {field: headers[place] for field, place in guess_mapping(ImportKind(kind), headers).items()}


def test_a_wholesalers_export_needs_no_mapping() -> None:
    assert named("sales", RETAIL) == {
        "number": "InvoiceNo",
        "item_code": "StockCode",
        "item_name": "Description",
        "quantity": "Quantity",
        "date": "InvoiceDate",
        "unit_price": "UnitPrice",
        "customer_code": "CustomerID",
        "customer_address": "Country",
    }


@pytest.mark.parametrize(
    ("kind", "headers", "fields"),
    [
        ("sales", ["Bill No.", "Date", "Item", "Qty", "Rate", "Customer", "Mobile No"],
         ["number", "date", "item_name", "quantity", "unit_price", "customer_name", "customer_phone"]),
        ("sales", ["بل نمبر", "تاریخ", "چیز", "مقدار", "قیمت", "گاہک"],
         ["number", "date", "item_name", "quantity", "unit_price", "customer_name"]),
        ("sales", ["बिल नंबर", "दिनांक", "वस्तु", "मात्रा", "दर", "ग्राहक"],
         ["number", "date", "item_name", "quantity", "unit_price", "customer_name"]),
        ("entries", ["Date", "Name", "Phone", "You Gave", "You Got", "Details"],
         ["date", "party_name", "party_phone", "gave", "got", "note"]),
        ("entries", ["तारीख", "नाम", "उधार", "जमा"], ["date", "party_name", "gave", "got"]),
        ("parties", ["Customer Name", "MOBILE", "Opening Balance", "Address"],
         ["name", "phone", "opening_balance", "address"]),
        ("parties", ["نام", "فون", "بقایا"], ["name", "phone", "opening_balance"]),
        ("items", ["Item Name", "SKU", "Sale Price", "Purchase Price", "Stock", "Unit"],
         ["name", "code", "price", "cost", "opening_stock", "unit"]),
    ],
)  # fmt: skip
def test_headings_of_three_languages_are_known(kind: str, headers: list[str], fields: list[str]) -> None:
    assert named(kind, headers) == dict(zip(fields, headers, strict=True))


def test_the_users_choice_goes_over_the_guess_and_frees_the_column() -> None:
    headers = ["Name", "Code", "Old Code"]
    chosen = {"code": "old code", "phone": "#2"}
    assert complete_mapping(ImportKind.PARTIES, headers, chosen) == {"name": 0, "code": 2, "phone": 1}


def test_an_empty_choice_leaves_a_field_out() -> None:
    assert complete_mapping(ImportKind.PARTIES, ["Name", "Phone"], {"phone": ""}) == {"name": 0}


def test_a_column_is_found_by_heading_or_place() -> None:
    headers = ["2", "Rate", "Rate"]
    assert [find_column(headers, text) for text in ("2", "#2", "rate", "3")] == [0, 1, 1, 2]
    with pytest.raises(ColumnUnknown, match="the columns are: 2, Rate, Rate"):
        find_column(headers, "Price")


def test_a_missing_column_is_named_with_the_remedy() -> None:
    with pytest.raises(ColumnsMissing, match=r"unit_price.*--map date=Column.*Bill, Item, Qty"):
        complete_mapping(ImportKind.SALES, ["Bill", "Item", "Qty"])
    with pytest.raises(ColumnsMissing, match="gave or got or amount"):
        complete_mapping(ImportKind.ENTRIES, ["Date", "Name"])


def test_an_unknown_field_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ColumnFieldUnknown, match="name, code, phone"):
        complete_mapping(ImportKind.PARTIES, ["Name"], {"colour": "Name"})


@pytest.mark.parametrize("kind", list(ImportKind))
def test_no_heading_stands_for_two_fields_at_the_same_rank(kind: ImportKind) -> None:
    seen = {(rank, heading) for field in FIELDS[kind] for rank, heading in enumerate(field.headings)}
    assert len(seen) == sum(len(field.headings) for field in FIELDS[kind])
    assert all(heading for _, heading in seen)
