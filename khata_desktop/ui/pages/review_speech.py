"""Reviews in the user's language: the texts are those of the report, translated here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from khata_desktop.domain.records import Entity
from khata_desktop.formatting import TextStyle
from khata_desktop.reports.review_parts import Review
from khata_desktop.reports.review_words import ReviewWords, review_words
from khata_desktop.ui.account_names import translated_account_name


def translated(text: str) -> str:
    """Return one of the report's texts in the user's language."""
    return QCoreApplication.translate("reviews", text)


def subject_of(review: Review) -> str:
    """Return what to call what a review is about."""
    return translated_account_name(review.subject) if review.entity is Entity.ACCOUNT else review.subject


def in_words(review: Review, style: TextStyle) -> ReviewWords:
    """Return a review in the user's language."""
    return review_words(review, style, translated, subject=subject_of(review))
