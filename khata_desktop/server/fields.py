"""The fields of the JSON messages: bytes that name something are hex, bytes that are content are base64."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
)

from khata_desktop.server.access import ROOT
from khata_desktop.wire.pairing import MOST_SEALED

HIGHEST = 2**63 - 1


def _as_hex(length: int) -> Any:
    # Stricter than fromhex, which takes spaces and capitals.
    pattern = re.compile(f"[0-9a-f]{{{2 * length}}}")

    def read(value: object) -> bytes:
        if isinstance(value, str) and pattern.fullmatch(value):
            return bytes.fromhex(value)
        if isinstance(value, bytes):
            return value  # of our own answer; a request has none
        raise ValueError(f"must be {2 * length} digits of lowercase hex")

    return (
        BeforeValidator(read),
        PlainSerializer(bytes.hex, return_type=str),
        WithJsonSchema({"type": "string", "pattern": f"^{pattern.pattern}$"}),
    )


def _as_base64(most: int) -> Any:
    longest = -(-most // 3) * 4

    def read(value: object) -> bytes:
        if isinstance(value, bytes):
            return value  # of our own answer; a request has none
        if not isinstance(value, str) or not value.isascii() or len(value) > longest:
            raise ValueError(f"must be base64 of at most {most} bytes")
        return b64decode(value, validate=True)

    return (
        BeforeValidator(read),
        PlainSerializer(lambda content: b64encode(content).decode(), return_type=str),
        WithJsonSchema({"type": "string", "contentEncoding": "base64", "maxLength": longest}),
    )


Hex16 = Annotated[bytes, *_as_hex(16)]
Hex32 = Annotated[bytes, *_as_hex(32)]
#: What something consists of: all of it must be here, and none of it is cleared away while it is kept.
BlobNames = Annotated[
    list[Hex32],
    Field(max_length=4096, description="The hashes of all its blobs; its manifest may be left out."),
]
#: Signed statements and keys; sealed offers and answers.
Small = Annotated[bytes, *_as_base64(4096)]
Sealed = Annotated[bytes, *_as_base64(MOST_SEALED)]
#: A telephone number as E.164 has it; nothing else is guessed from what was typed.
Phone = Annotated[
    str,
    Field(
        pattern=r"^\+[1-9][0-9]{7,14}$",
        description="A telephone number with its country's code.",
        examples=["+923001234567"],
    ),
]
#: What the database can count to.
Number = Annotated[int, Field(ge=0, le=HIGHEST)]


def _read_author(value: object) -> bytes:
    if value == "root":
        return ROOT
    if isinstance(value, str) and re.fullmatch("[0-9a-f]{32}", value):
        return bytes.fromhex(value)
    raise ValueError("must be 32 digits of lowercase hex, or root")


AuthorOrRoot = Annotated[
    bytes,
    BeforeValidator(_read_author),
    WithJsonSchema({"type": "string", "pattern": "^(root|[0-9a-f]{32})$"}),
]


class Message(BaseModel):
    """Base of the JSON messages: nothing unknown, nothing converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Failure(BaseModel):
    """What every error looks like; some tell more."""

    model_config = ConfigDict(extra="allow")

    code: str
    detail: str
