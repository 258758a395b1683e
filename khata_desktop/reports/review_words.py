"""A review in plain words: what happened, and what to do about it. The window translates these very texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from khata_desktop.domain.records import Entity
from khata_desktop.domain.reviews import ReviewKind
from khata_desktop.formatting import TextStyle
from khata_desktop.reports.review_parts import Device, Review, Version

#: Returns a text in the user's language.
Translate = Callable[[str], str]


class ReviewWords(NamedTuple):
    """A few words for a list, one sentence on what happened, one or two on what to do."""

    title: str
    said: str
    remedy: str


_KINDS: dict[ReviewKind, ReviewWords] = {
    ReviewKind.OVERSOLD: ReviewWords(
        "Sold more than there was",
        "{devices} together sold more of {subject} than there was. Perhaps they did not know of each other's "
        "bills. Stock now stands at {amount}.",
        "Count what is on the shelf. Void a bill that is wrong, write down goods that came in, or note what "
        "you found.",
    ),
    ReviewKind.OVERDRAWN: ReviewWords(
        "Paid out more than there was",
        "{devices} together paid more out of {subject} than there was. Perhaps they did not know of each "
        "other's entries. It now stands at {amount}.",
        "Count the money. Void an entry that is wrong, write down what came in, or note what you found.",
    ),
    ReviewKind.IMPORTED_TWICE: ReviewWords(
        "Imported twice",
        "{devices} imported the same line of a file; it is in the books {count} times.",
        "Keep one of them; the rest is voided.",
    ),
    ReviewKind.NUMBER_TWICE: ReviewWords(
        "One number, several entries",
        "{devices} wrote different entries under the number {subject}.",
        "If it is one entry written twice, void one. If all are right, leave them and note it.",
    ),
    ReviewKind.BOTH_VOIDED: ReviewWords(
        "Both were voided",
        "Without knowing of each other, {devices} each voided what the other one kept ({subject}). "
        "None of it counts now.",
        "If one of them is right, bring it back. Else leave them void.",
    ),
    ReviewKind.FORK: ReviewWords(
        "A copied book is in use",
        "There are two different messages of {devices} under one number ({count}). This happens when the "
        "file of a book is copied, or an old one is put back, and goes on being used.",
        "Use the book on one device only and pair the other one anew. What arrived first counts; nothing is "
        "deleted.",
    ),
    ReviewKind.GAP: ReviewWords(
        "Something is missing",
        "Message {count} of {devices} did not arrive, though later ones did.",
        "Let that device sync once more; what is missing is then fetched, and this note goes away. If it "
        "stays, bring it over on a USB stick.",
    ),
    ReviewKind.SPLIT_VIEW: ReviewWords(
        "Two devices were told different things",
        "What {devices} wrote was delivered to another device in another form than here.",
        "Sync by USB stick until it is clear why, and ask whoever runs the server.",
    ),
    ReviewKind.ROLLED_BACK: ReviewWords(
        "The server forgot something",
        "The server holds less of {devices} than it had said it kept.",
        "Nothing is lost: it is sent again by itself. Ask whoever runs the server whether an old backup was "
        "put back.",
    ),
    ReviewKind.WITHHELD: ReviewWords(
        "Something is held back",
        "There are entries of {devices} that the server knows of and does not deliver.",
        "Try again later. If it stays so, sync by USB stick and ask whoever runs the server.",
    ),
    ReviewKind.REFUSED_EVENT: ReviewWords(
        "An entry was left out",
        "An entry of {devices} is not right. It does not count here, and is kept.",
        "Bring the program up to date on every device. If something is missing here, write it once more.",
    ),
    ReviewKind.EVENT_TWICE: ReviewWords(
        "Two entries under one mark",
        "Two different entries came under the same mark. The first one counts, the other one is kept.",
        "Compare the last days on both devices, and write once more what is missing here.",
    ),
    ReviewKind.QUARANTINED: ReviewWords(
        "Something cannot be read",
        "A message of {devices} is damaged, or no program of ours wrote it. It does not count, and is kept.",
        "Bring the program up to date on every device. If something is missing here, write it once more.",
    ),
    ReviewKind.PARKED: ReviewWords(
        "Waiting for a newer program",
        "{devices} sent something that this program cannot read yet. It is kept and waits.",
        "Bring the program up to date on this device; what waits is then taken in by itself.",
    ),
    ReviewKind.EXCLUDED: ReviewWords(
        "Written after being shut out",
        "{devices} sent entries after it was shut out. They do not count.",
        "If they are right, write them on another device. Else nothing needs to be done.",
    ),
    ReviewKind.CAME_LATE: ReviewWords(
        "Came in after it was shut out",
        "Entries of {devices} ({subject}) came in by way of another device after it was shut out. "
        "They count.",
        "Open each of them, and void what is not right. What you leave stays in the books.",
    ),
    ReviewKind.UNKNOWN_AUTHOR: ReviewWords(
        "An unknown device",
        "Entries came from a device that was never paired with this shop. They were not taken in.",
        "If it is yours, pair it. Else nothing needs to be done.",
    ),
    ReviewKind.NOT_TAKEN: ReviewWords(
        "The server does not take something",
        "The server refuses entries of {devices} that this computer has and it lacks.",
        "Nothing is lost here. Let that device sync itself, and ask whoever runs the server if it stays so.",
    ),
    ReviewKind.CLOCK: ReviewWords(
        "A clock is wrong",
        "The clock of {devices} runs more than a day ahead.",
        "Set date and time on that device. What it wrote stays as it is, and can be changed as always.",
    ),
    ReviewKind.MASS_DELETION: ReviewWords(
        "Much was deleted at once",
        "{devices} deleted {count} things at once.",
        "If that was meant, note it. Else shut that device out, and restore a backup.",
    ),
    ReviewKind.OTHER: ReviewWords(
        "Something to look at",
        "Syncing met something that this program has no words for.",
        "Bring the program up to date on this device.",
    ),
}
_BOTH_COUNT = ReviewWords(
    "Corrected on two devices",
    "{devices} corrected {subject} without knowing of each other, and every one of these corrections counts.",
    "Keep the one that is right; the rest is voided.",
)
_ONE_COUNTS = ReviewWords(
    "Voided here, corrected there",
    "{subject} was voided on one device and corrected on another. The correction counts.",
    "If the correction is wrong, void it too. Else say that it is right.",
)
_NONE_COUNTS = ReviewWords(
    "Voided on two devices",
    "{devices} voided {subject} without knowing of each other. It is undone once, as it should be.",
    "If one of you meant another entry, void that one. Else say that it is right.",
)
_VALUES = ReviewWords(
    "{field}: two values",
    "{devices} changed “{field}” of {subject} without knowing of each other.",
    "Choose what is right. Until then the later one holds.",
)
_FIELDS = {
    (Entity.BUSINESS, "name"): "Name of the shop",
    (Entity.BUSINESS, "currency"): "Currency",
    (Entity.BUSINESS, "tax_number"): "Tax number",
    (Entity.BUSINESS, "payment_id"): "Account for payments",
    (Entity.BUSINESS, "default_tax_ids"): "Taxes on new bills",
    (Entity.PARTY, "tax_number"): "Tax number",
    (Entity.PARTY, "credit_limit_minor"): "Credit limit",
    (Entity.ITEM, "price_e4"): "Price",
    (Entity.ITEM, "wholesale_e4"): "Wholesale price",
    (Entity.ITEM, "tax_ids"): "Taxes",
    (Entity.ITEM, "price_includes_tax"): "Price includes tax",
    (Entity.TAX, "rate_ppm"): "Rate of tax",
    (Entity.TAX, "compound"): "Tax on tax",
}
_THIS_DEVICE, _ANOTHER_DEVICE, _DEVICE_OF_SERIES = "this device", "another device", "Device {series}"
#: The same where they stand alone, over a version: in some languages a sentence bends them.
_THIS_ALONE, _ANOTHER_ALONE = "This device", "Another device"
_LIST, _LAST = "{first}, {next}", "{first} and {last}"
_YES, _NO, _NOTHING = "yes", "no", "nothing"
#: What the program calls a device that nobody named: said of another one it would mislead.
_UNNAMED = "This computer"

#: Every text above, for the translations.
TEXTS: tuple[str, ...] = tuple(
    dict.fromkeys(
        [
            *(
                text
                for words in (*_KINDS.values(), _BOTH_COUNT, _ONE_COUNTS, _NONE_COUNTS, _VALUES)
                for text in words
            ),
            *_FIELDS.values(),
            *(
                _THIS_DEVICE,
                _ANOTHER_DEVICE,
                _DEVICE_OF_SERIES,
                _THIS_ALONE,
                _ANOTHER_ALONE,
                _LIST,
                _LAST,
                _YES,
                _NO,
                _NOTHING,
            ),
        ]
    )
)


def review_words(
    review: Review, style: TextStyle, translate: Translate = str, *, subject: str | None = None
) -> ReviewWords:
    """Return a review in words; ``subject`` is what to call its subject, where not as it is written."""
    field = field_words(review, translate) if review.kind is ReviewKind.FIELD_APART else ""
    # A name is marked as one until the sentence stands: it is never written with another first letter.
    marking = replace(style, isolate=True)
    names = dict.fromkeys(device_words(device, marking, translate) for device in review.devices)
    values = {
        "devices": _together(list(names), translate) or translate(_ANOTHER_DEVICE),
        "subject": _whole(review.subject if subject is None else subject, marking),
        "amount": _amount(review, style),
        "count": _whole(str(review.amount), style),
        "field": field,
    }
    told = [_sentence(translate(text).format(**values)) for text in _texts(review)]
    return ReviewWords(*(text if style.isolate else _unmarked(text) for text in told))


def _texts(review: Review) -> ReviewWords:
    match review.kind:
        case ReviewKind.CORRECTED_APART:
            return (_NONE_COUNTS, _ONE_COUNTS)[review.amount] if review.amount < 2 else _BOTH_COUNT
        case ReviewKind.FIELD_APART:
            return _VALUES
        case kind:
            return _KINDS[kind]


def device_words(device: Device, style: TextStyle, translate: Translate = str, *, alone: bool = False) -> str:
    """Return what to call a device, in a sentence or alone."""
    if device.is_here:
        return translate(_THIS_ALONE if alone else _THIS_DEVICE)
    if device.name and device.name != _UNNAMED:
        return _whole(device.name, style)
    if device.series:
        return translate(_DEVICE_OF_SERIES).format(series=_whole(device.series, style))
    return translate(_ANOTHER_ALONE if alone else _ANOTHER_DEVICE)


def field_words(review: Review, translate: Translate = str) -> str:
    """Return what to call the field a review is about."""
    assert review.entity is not None
    return translate(_FIELDS[review.entity, review.field])


def value_words(review: Review, version: Version, style: TextStyle, translate: Translate = str) -> str:
    """Return a value written to a field, as the pages of its record show it."""
    value, field = version.value, review.field
    if field.endswith("tax_ids"):
        return ", ".join(_whole(name, style) for name in version.names) or translate(_NOTHING)
    if isinstance(value, bool):
        return translate(_YES if value else _NO)
    if isinstance(value, int):
        if field.endswith("_e4"):
            return style.price(value)
        return style.rate(value) if field.endswith("_ppm") else style.amount(value)
    return _whole(value, style) if isinstance(value, str) and value else translate(_NOTHING)


def _amount(review: Review, style: TextStyle) -> str:
    if review.kind is ReviewKind.OVERSOLD:
        return style.quantity_of(review.amount, review.unit)
    return style.amount(review.amount) if review.kind is ReviewKind.OVERDRAWN else ""


def _together(names: Sequence[str], translate: Translate) -> str:
    if len(names) < 2:
        return "".join(names)
    first = names[0]
    for following in names[1:-1]:
        first = translate(_LIST).format(first=first, next=following)
    return translate(_LAST).format(first=first, last=names[-1])


def _whole(text: str, style: TextStyle) -> str:
    """Return a name that keeps its own direction, whatever stands around it."""
    return f"\u2068{text}\u2069" if text and style.isolate else text


def _unmarked(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
