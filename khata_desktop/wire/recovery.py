"""The owner's phrase: 24 words (BIP-39, English), from which the root and the recovery key are made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mnemonic import Mnemonic

from khata_desktop.wire.errors import PhraseWordUnknown, PhraseWrong
from khata_desktop.wire.identity import Genesis, make_genesis
from khata_desktop.wire.signing import BoxKey, SigningKey, derived

ENTROPY_SIZE, WORDS = 32, 24


@dataclass(frozen=True, slots=True)
class OwnerKeys:
    """The keys of the owner, held only while the phrase is at hand."""

    root: SigningKey
    recovery: BoxKey
    genesis: Genesis


@lru_cache(maxsize=1)
def _words() -> Mnemonic:
    return Mnemonic("english")


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    return frozenset(_words().wordlist)


def phrase_of(entropy: bytes) -> str:
    """Return the 24 words of 32 random bytes."""
    return str(_words().to_mnemonic(entropy))


def owner_keys(phrase: str) -> OwnerKeys:
    """Return the keys a phrase stands for; case and spaces do not matter.

    Raises PhraseWrong, and PhraseWordUnknown for a word that is in no phrase.
    """
    words = phrase.lower().split()
    if len(words) != WORDS:
        raise PhraseWrong
    for number, word in enumerate(words, 1):
        if word not in _listed():
            raise PhraseWordUnknown(number=number, word=word)
    if not _words().check(" ".join(words)):
        raise PhraseWrong
    entropy = bytes(_words().to_entropy(words))
    root = SigningKey(derived(entropy, b"khata root"))
    recovery = BoxKey(derived(entropy, b"khata recovery"))
    return OwnerKeys(root, recovery, make_genesis(root, recovery.public))
