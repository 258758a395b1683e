"""How a device is named on the command line: by its series, its name, or the id that is always its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from khata_desktop.sync.desk import DeviceLine

_SHORTEST = 6


def short_ids(lines: Sequence[DeviceLine]) -> Mapping[bytes, str]:
    """Return by author the beginning of each device's id, as long as tells it from all others."""
    ids = [line.author.hex() for line in lines]
    length = _SHORTEST
    while len({one[:length] for one in ids}) < len(ids):
        length += 1
    return {line.author: line.author.hex()[:length] for line in lines}


def unclear(lines: Sequence[DeviceLine]) -> set[bytes]:
    """Return the authors of the devices that share their series or their name with another."""
    series = Counter(line.series for line in lines)
    names = Counter(line.name.casefold() for line in lines)
    return {line.author for line in lines if series[line.series] > 1 or names[line.name.casefold()] > 1}


def device_meant(device: str, lines: Sequence[DeviceLine]) -> DeviceLine:
    """Return the device to shut out that somebody names. Raises click.UsageError."""
    found = (
        [line for line in lines if device in (line.series, line.author.hex())]
        or [line for line in lines if _begins(line, device)]
        or [line for line in lines if line.name.casefold() == device.casefold()]
    )
    # Of two of one name, the one that is left to be shut out is meant.
    left = [line for line in found if not line.is_this and not line.is_shut_out]
    if len(left) == 1:
        return left[0]
    if left:
        ids = short_ids(lines)
        ways = ", ".join(f"{ids[line.author]} ({line.series} {line.name})" for line in left)
        what = f"several devices are called that; give the id of the one you mean: {ways}"
    elif any(line.is_this for line in found):
        what = "that is this computer; it is shut out from another one"
    else:
        what = "it is shut out already" if found else "no such device; 'khata devices' lists them"
    raise click.UsageError(f"{device}: {what}")


def _begins(line: DeviceLine, device: str) -> bool:
    return len(device) >= _SHORTEST and line.author.hex().startswith(device.casefold())
