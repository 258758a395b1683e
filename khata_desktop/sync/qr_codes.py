"""QR codes of pairing: made for a screen, read from a picture or a screenshot."""

from __future__ import annotations

import os
from pathlib import Path

from khata_desktop.sync.errors import NoCodeInPicture
from khata_desktop.sync.pairing_errors import PictureNotWritten, PictureUnreadable

_PREFIX = "khata:"


def modules_of(text: str) -> list[list[bool]]:
    """Return the code's modules, dark ones True, without the quiet zone around them."""
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def save_png(text: str, path: Path) -> None:
    """Write the code as a picture, for its user alone to read. Raises PictureNotWritten."""
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, box_size=8, border=4)
    code.add_data(text)
    try:
        with open(path, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            code.make_image().save(file, format="PNG")
    except OSError as problem:
        raise PictureNotWritten(path=path, reason=problem.strerror or str(problem)) from problem


def read_picture(path: Path) -> str:
    """Return the pairing code found in a picture file. Raises PictureUnreadable, NoCodeInPicture."""
    import zxingcpp
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as image:
            found = zxingcpp.read_barcodes(image.convert("RGB"))
    except UnidentifiedImageError as problem:
        raise PictureUnreadable(path=path, reason="it is no picture") from problem
    except OSError as problem:
        raise PictureUnreadable(path=path, reason=problem.strerror or "it is damaged") from problem
    except (SyntaxError, ValueError) as problem:
        # So Pillow says that a picture is broken off or bent.
        raise PictureUnreadable(path=path, reason="it is damaged") from problem
    except Image.DecompressionBombError as problem:
        raise PictureUnreadable(path=path, reason="it is far too large") from problem
    texts = [code.text for code in found if code.text.startswith(_PREFIX)]
    if not texts:
        raise NoCodeInPicture(path=path)
    return texts[0]
