"""PDF pages as pictures: for the preview, and for the printer."""

from __future__ import annotations

import pypdfium2 as pdfium
from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

_POINTS_AN_INCH = 72
_PRINT_DPI = 300


def page_images(pdf: bytes, *, dpi: int, most: int | None = None) -> list[QImage]:
    """Return the pages (the first ``most``) as pictures; may be called on any thread."""
    document = pdfium.PdfDocument(pdf)
    try:
        count = len(document) if most is None else min(len(document), most)
        return [_render(document[number], dpi) for number in range(count)]
    finally:
        document.close()


def page_count(pdf: bytes) -> int:
    """Return the number of pages."""
    document = pdfium.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _render(page: pdfium.PdfPage, dpi: int) -> QImage:
    bitmap = page.render(scale=dpi / _POINTS_AN_INCH, rev_byteorder=True, force_bitmap_format=4)
    image = QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
    )
    # The bytes belong to the PDF library; the copy is ours.
    return image.copy()


def print_pdf(pdf: bytes, printer: QPrinter) -> bool:
    """Send the pages to a printer at their own size; return whether it took them."""
    document = pdfium.PdfDocument(pdf)
    painter = QPainter()
    try:
        for number in range(len(document)):
            page = document[number]
            width, height = page.get_size()
            _set_page(printer, width, height)
            if number == 0:
                if not painter.begin(printer):
                    return False
            elif not printer.newPage():
                return False
            dpi = min(_PRINT_DPI, printer.resolution())
            image = _render(page, dpi)
            scale = printer.resolution() / _POINTS_AN_INCH
            painter.drawImage(QRect(0, 0, round(width * scale), round(height * scale)), image)
        return True
    finally:
        if painter.isActive():
            painter.end()
        document.close()


def _set_page(printer: QPrinter, width: float, height: float) -> None:
    """Set the paper of the next page, in points, without margins: the document has its own."""
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Point)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
