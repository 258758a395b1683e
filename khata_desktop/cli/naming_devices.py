"""How a device is named on the command line: by its series, its name, or the id that is always its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from khata_desktop.sync.desk import DeviceLine

_SHORTEST = 6


def short_ids(ids: Sequence[bytes]) -> Mapping[bytes, str]:
    """Return of each id its beginning, as long as tells it from all others."""
    length = _SHORTEST
    while len({one.hex()[:length] for one in ids}) < len(set(ids)):
        length += 1
    return {one: one.hex()[:length] for one in ids}


def begins(one: bytes, name: str) -> bool:
    """Return whether somebody's name for a device is how its id begins."""
    return len(name) >= _SHORTEST and one.hex().startswith(name.casefold())


def unclear(lines: Sequence[DeviceLine]) -> set[bytes]:
    """Return the authors of the devices that share their series or their name with another."""
    series = Counter(line.series for line in lines)
    names = Counter(line.name.casefold() for line in lines)
    return {line.author for line in lines if series[line.series] > 1 or names[line.name.casefold()] > 1}


def device_meant(device: str, lines: Sequence[DeviceLine]) -> DeviceLine:
    """Return the device to shut out that somebody names. Raises click.UsageError."""
    found = (
        [line for line in lines if device in (line.series, line.author.hex())]
        or [line for line in lines if begins(line.author, device)]
        or [line for line in lines if line.name.casefold() == device.casefold()]
    )
    # Of two of one name, the one that is left to be shut out is meant.
    left = [line for line in found if not line.is_this and not line.is_shut_out]
    if len(left) == 1:
        return left[0]
    if left:
        ids = short_ids([line.author for line in lines])
        ways = ", ".join(f"{ids[line.author]} ({line.series} {line.name})" for line in left)
        what = f"several devices are called that; give the id of the one you mean: {ways}"
    elif any(line.is_this for line in found):
        what = "that is this computer; it is shut out from another one"
    else:
        what = "it is shut out already" if found else "no such device; 'khata devices' lists them"
    raise click.UsageError(f"{device}: {what}")
