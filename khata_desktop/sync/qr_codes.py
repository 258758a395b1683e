"""QR codes of pairing: made for a screen, read from a picture or a screenshot."""

from __future__ import annotations

from pathlib import Path

from khata_desktop.sync.errors import NoCodeInPicture

_PREFIX = "khata:"


def modules_of(text: str) -> list[list[bool]]:
    """Return the code's modules, dark ones True, without the quiet zone around them."""
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def save_png(text: str, path: Path) -> None:
    """Write the code as a picture. Raises OSError."""
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, box_size=8, border=4)
    code.add_data(text)
    with path.open("wb") as file:
        code.make_image().save(file, format="PNG")


def read_picture(path: Path) -> str:
    """Return the pairing code found in a picture file. Raises NoCodeInPicture."""
    import zxingcpp
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as image:
            found = zxingcpp.read_barcodes(image.convert("RGB"))
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as problem:
        raise NoCodeInPicture(path=path) from problem
    texts = [code.text for code in found if code.text.startswith(_PREFIX)]
    if not texts:
        raise NoCodeInPicture(path=path)
    return texts[0]
