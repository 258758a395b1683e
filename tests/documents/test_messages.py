"""What is said beside a statement that is sent: of which days it is, and what was open at their end."""

import pytest

from khata_desktop.config import Language
from khata_desktop.documents.messages import statement_message
from tests.documents.papers import LANGUAGES, plain, statement


def test_statement_of_some_days_names_them_and_what_was_open_at_their_end() -> None:
    asked = statement("en", closing_minor=123_450)
    first, second = plain(statement_message(asked, language="en", grouping="lakh")).splitlines()
    assert first.endswith("statement of your khata from 1 Aug 2026 to 18 Nov 2026.")
    assert second == "Your khata on 18 Nov 2026: Rs 1,234.50 to pay."


@pytest.mark.parametrize(
    ("closing", "said"), [(-5_000, "on 18 Nov 2026: Rs 50.00 in advance."), (0, "on 18 Nov 2026: clear.")]
)
def test_statement_from_the_beginning_names_its_end_only(closing: int, said: str) -> None:
    asked = statement("en", first_on=None, closing_minor=closing)
    first, second = plain(statement_message(asked, language="en", grouping="lakh")).splitlines()
    assert first.endswith("statement of your khata until 18 Nov 2026.")
    assert second.endswith(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_both_days_and_the_sum(language: Language) -> None:
    words = statement_message(statement(language, closing_minor=123_450), language=language, grouping="lakh")
    assert words.count("18") == 2
    assert words.count("2026") == 3
    assert "1,234.50" in words
