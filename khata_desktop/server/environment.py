"""Reading settings from the environment: each failure names the variable and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from ipaddress import ip_network

from khata_desktop.server.errors import SettingRefused

PREFIX = "KHATA_SERVER_"
_LEAST_SECRET, _LEAST_DIFFERENT = 32, 12


class Environment:
    """The variables ``KHATA_SERVER_*``, by their names without the prefix. An empty one counts as missing."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables

    def text(self, name: str, default: str = "") -> str:
        """Return a value."""
        return self._variables.get(PREFIX + name, "").strip() or default

    def needed(self, name: str) -> str:
        """Return a value that must be there. Raises SettingRefused."""
        value = self.text(name)
        if not value:
            raise SettingRefused(name=PREFIX + name, problem="is missing")
        return value

    def choice(self, name: str, among: Sequence[str], default: str) -> str:
        """Return one of some words. Raises SettingRefused."""
        value = self.text(name, default)
        if value not in among:
            raise SettingRefused(name=PREFIX + name, problem=f"must be one of: {', '.join(among)}")
        return value

    def number(self, name: str, default: int, most: int) -> int:
        """Return a whole number from 0. Raises SettingRefused."""
        value = self.text(name, str(default))
        if not value.isascii() or not value.isdigit() or int(value[:20]) > most:
            raise SettingRefused(name=PREFIX + name, problem=f"must be a whole number from 0 to {most}")
        return int(value)

    def places(self, name: str, default: str) -> str:
        """Return addresses and networks, with commas between them; ``*``: all. Raises SettingRefused."""
        value = self.text(name, default)
        for place in value.split(","):
            try:
                if place.strip() != "*":
                    ip_network(place.strip(), strict=False)
            except ValueError as problem:
                raise SettingRefused(
                    name=PREFIX + name, problem="must be addresses or networks, like 10.0.0.0/8"
                ) from problem
        return value

    def limit(self, name: str, default: str) -> str:
        """Return how often something may be, like ``100/minute``. Raises SettingRefused."""
        from limits import parse

        value = self.text(name, default)
        try:
            parse(value)
        except ValueError as problem:
            raise SettingRefused(
                name=PREFIX + name, problem="must be a number and a time, like 100/minute"
            ) from problem
        return value


def strong_secret(text: str, name: str = PREFIX + "SECRET") -> bytes:
    """Return a secret that nobody guesses. Raises SettingRefused."""
    if len(text) < _LEAST_SECRET or len(set(text)) < _LEAST_DIFFERENT:
        raise SettingRefused(
            name=name,
            problem=f"is weak; give it {_LEAST_SECRET} random characters or more (`openssl rand -hex 32`)",
        )
    return text.encode()
