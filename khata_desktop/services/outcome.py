"""What an operation hands back: its value, what it touched, and what the user should know."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Topic(StrEnum):
    """What an operation can change; a page asks its reports again when one of its topics did."""

    VOUCHERS = "vouchers"
    PARTIES = "parties"
    ITEMS = "items"
    STOCK = "stock"
    ACCOUNTS = "accounts"
    TAXES = "taxes"
    BUSINESS = "business"
    REVIEWS = "reviews"


EVERYTHING = frozenset(Topic)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the user that stopped nothing; ``code`` is the key of its translation."""

    code: str
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """The result of one operation, which was one transaction."""

    value: T
    topics: frozenset[Topic]
    notices: tuple[Notice, ...] = ()
