"""A failure in the user's language: the English template of the error is the text to translate."""

from PySide6.QtCore import QCoreApplication

from khata_desktop.domain.errors import KhataError


def error_text(error: BaseException) -> str:
    """Return the sentence to show for a failure, translated, filled in, naming the remedy."""
    if not isinstance(error, KhataError):
        return QCoreApplication.translate(
            "errors", "Something went wrong that the program did not expect. Nothing was saved; try again."
        )
    translated = QCoreApplication.translate("errors", type(error).template)
    try:
        return translated.format(**error.params)
    except (KeyError, IndexError, ValueError):
        # A translation with a misspelt placeholder must not hide the message itself.
        return str(error)
