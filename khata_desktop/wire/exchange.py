"""The messages of push and pull, as CBOR: changesets go as the exact bytes their authors signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from khata_desktop.wire import strict_cbor
from khata_desktop.wire.changeset import MOST_SEALED
from khata_desktop.wire.errors import NotCanonical, TooLarge
from khata_desktop.wire.identity import Author
from khata_desktop.wire.strict_cbor import Fields

MOST_CHANGESETS = 500
MOST_REQUEST = 32 * 1024 * 1024
_MOST_AUTHORS, _VERSION = 4096, 1

MEDIA_TYPE = "application/cbor"


def pack_push(changesets: Sequence[bytes]) -> bytes:
    """Return the request that pushes changesets, in chain order of each author."""
    return strict_cbor.dumps([_VERSION, list(changesets)])


def read_push(data: bytes) -> list[bytes]:
    """Return the changesets of a push. Raises NotCanonical, TooLarge."""
    fields = Fields(strict_cbor.loads(data, most=MOST_REQUEST), "the push")
    fields.version(_VERSION)
    changesets = _each_bytes(fields.items(MOST_CHANGESETS), MOST_SEALED)
    fields.end()
    return changesets


def pack_pull(vector: Mapping[Author, int], limit: int = MOST_CHANGESETS) -> bytes:
    """Return the request for everything after a vector of sequence numbers."""
    return strict_cbor.dumps([_VERSION, [[author, seq] for author, seq in sorted(vector.items())], limit])


def read_pull(data: bytes) -> tuple[dict[Author, int], int]:
    """Return the vector and the limit of a pull. Raises NotCanonical, TooLarge."""
    fields = Fields(strict_cbor.loads(data, most=MOST_REQUEST), "the pull")
    fields.version(_VERSION)
    vector: dict[Author, int] = {}
    for value in fields.items(_MOST_AUTHORS):
        one = Fields(value, "a cursor")
        author = Author(one.exact(16))
        if author in vector:
            raise NotCanonical(detail="an author named twice")
        vector[author] = one.number()
        one.end()
    limit = fields.number(1, MOST_CHANGESETS)
    fields.end()
    return vector, limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulled:
    """The answer to a pull.

    Attributes:
        instance: changes when the server was restored from a backup; then vectors are compared anew.
        changesets: exact bytes, in the order the server took them in.
        credentials, revocations: of the ledger, encoded; each proves itself.
        more: whether another pull brings more.
    """

    instance: bytes
    changesets: tuple[bytes, ...]
    credentials: tuple[bytes, ...]
    revocations: tuple[bytes, ...]
    more: bool


def pack_pulled(pulled: Pulled) -> bytes:
    """Return the bytes of an answer to a pull."""
    return strict_cbor.dumps(
        [
            _VERSION, pulled.instance, list(pulled.changesets), list(pulled.credentials),
            list(pulled.revocations), int(pulled.more),
        ]
    )  # fmt: skip


def read_pulled(data: bytes) -> Pulled:
    """Return the answer to a pull. Raises NotCanonical, TooLarge."""
    fields = Fields(strict_cbor.loads(data, most=2 * MOST_REQUEST), "the answer")
    fields.version(_VERSION)
    pulled = Pulled(
        instance=fields.exact(16),
        changesets=tuple(_each_bytes(fields.items(MOST_CHANGESETS), MOST_SEALED)),
        credentials=tuple(_each_bytes(fields.items(_MOST_AUTHORS), 4096)),
        revocations=tuple(_each_bytes(fields.items(_MOST_AUTHORS), 4096)),
        more=bool(fields.number(0, 1)),
    )
    fields.end()
    return pulled


def _each_bytes(values: Iterable[object], most: int) -> list[bytes]:
    found = []
    for value in values:
        if type(value) is not bytes:
            raise NotCanonical(detail="an element that is not bytes")
        if len(value) > most:
            raise TooLarge(detail=f"an element of {len(value)} bytes")
        found.append(value)
    return found
