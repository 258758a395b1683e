"""A phone number typed as at home reaches the same person from anywhere."""

import pytest

from khata_desktop.formatting.phones import international_digits


@pytest.mark.parametrize(
    ("phone", "currency", "digits"),
    [
        ("0300 4567890", "PKR", "923004567890"),
        ("0300-4567890", "PKR", "923004567890"),
        ("+92 300 4567890", "INR", "923004567890"),
        ("0092 300 4567890", "PKR", "923004567890"),
        ("923004567890", "PKR", "923004567890"),
        ("98765 43210", "INR", "919876543210"),
        ("07911 123456", "GBP", "447911123456"),
        ("(415) 555-2671", "USD", "14155552671"),
        ("+33 6 12 34 56 78", "EUR", "33612345678"),
        ("۰۳۰۰ ۴۵۶۷۸۹۰", "PKR", "923004567890"),
    ],
)
def test_a_number_gets_the_code_of_its_country(phone: str, currency: str, digits: str) -> None:
    assert international_digits(phone, currency) == digits


@pytest.mark.parametrize("phone", ["", "ask Aslam", "0300", "06 12 34 56 78"])
def test_what_cannot_be_dialled_is_nothing(phone: str) -> None:
    # Euros are paid in many countries: there a number must name its own.
    assert international_digits(phone, "EUR") == ""
