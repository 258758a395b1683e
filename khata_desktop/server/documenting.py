"""What the OpenAPI document says of refusals: for each route the codes it answers with, by status."""

from __future__ import annotations

import re
from typing import Any

from khata_desktop.server import errors
from khata_desktop.server.edge import STATUS
from khata_desktop.server.fields import Failure
from khata_desktop.wire.errors import TooLarge, WireError

_FACT = re.compile(r"\{\w+\}")
#: Whoever asks may be told these, whatever the route.
_ALWAYS = (errors.BodyTooSlow, errors.BodyTooLarge, errors.Busy, errors.TooOften, errors.Unavailable)
#: Where the same may be asked twice.
HERE: dict[int | str, dict[str, Any]] = {200: {"description": "It is here already."}}


def refusals(*kinds: type[errors.Refusal | WireError]) -> dict[int | str, dict[str, Any]]:
    """Return the error answers of a route that refuses for these reasons, and for those all have."""
    told: dict[int, dict[str, str]] = {
        400: {"bad_request": "The body cannot be read."},
        422: {"invalid": "A field is missing, or is not what it must be."},
    }
    for kind in (*kinds, *_ALWAYS):
        if issubclass(kind, errors.Refusal):
            told.setdefault(STATUS[kind], {})[kind.code] = kind.detail
        else:
            told.setdefault(413 if issubclass(kind, TooLarge) else 422, {})[kind.code] = kind.template
    return {
        status: {
            "model": Failure,
            "description": " ".join(
                f"`{code}`: {_FACT.sub('…', detail)}" for code, detail in sorted(reasons.items())
            ),
        }
        for status, reasons in sorted(told.items())
    }
