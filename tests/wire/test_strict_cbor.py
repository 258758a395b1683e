"""One spelling a value: every other one is refused, at flat memory."""

from __future__ import annotations

import tracemalloc

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.wire import strict_cbor
from khata_desktop.wire.errors import NotCanonical, TooLarge

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.binary(max_size=40)
    | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=12,
).filter(lambda value: _depth(value) <= strict_cbor.MOST_DEPTH)


def _depth(value: object) -> int:
    return 1 + max(map(_depth, value), default=0) if isinstance(value, list) else 0


@given(PLAIN)
def test_what_was_written_is_read_again(value: object) -> None:
    assert strict_cbor.loads(strict_cbor.dumps(value), most=10_000) == value


@given(PLAIN, st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_byte_is_another_value_or_refused(value: object, where: int, flip: int) -> None:
    data = bytearray(strict_cbor.dumps(value))
    data[where % len(data)] ^= flip
    try:
        read = strict_cbor.loads(bytes(data), most=10_000)
    except NotCanonical:
        return
    assert strict_cbor.dumps(read) == bytes(data) != strict_cbor.dumps(value)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x82\x01\x02\x00", id="trailing byte"),
        pytest.param(b"\x9f\x01\xff", id="indefinite array"),
        pytest.param(b"\x5f\x41a\xff", id="indefinite bytes"),
        pytest.param(b"\x18\x01", id="long form of a short integer"),
        pytest.param(b"\x58\x01a", id="long form of a length"),
        pytest.param(b"\xf9\x00\x00", id="float"),
        pytest.param(b"\xfb" + bytes(8), id="double"),
        pytest.param(b"\xc1\x00", id="tag: a date"),
        pytest.param(b"\xc2\x49\x01" + bytes(8), id="tag: a big integer"),
        pytest.param(b"\xd8\x1c\x80", id="tag: shared value"),
        pytest.param(b"\xa2\x01\x02\x01\x03", id="map with a key twice"),
        pytest.param(b"\xa1\x01\x02", id="map"),
        pytest.param(b"\xf7", id="undefined"),
        pytest.param(b"\xe0", id="simple value"),
        pytest.param(b"\x9b" + b"\xff" * 8, id="array longer than the world"),
        pytest.param(b"\x5b\x7f" + b"\xff" * 7, id="bytes longer than the world"),
        pytest.param(b"\x62\xff\xff", id="text that is not UTF-8"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_other_spellings_are_refused(data: bytes) -> None:
    with pytest.raises(NotCanonical):
        strict_cbor.loads(data, most=1_000)


def test_a_depth_of_100_000_is_refused_at_flat_memory() -> None:
    data = b"\x81" * 100_000 + b"\x00"
    tracemalloc.start()
    try:
        with pytest.raises(NotCanonical):
            strict_cbor.loads(data, most=1_000_000)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_more_than_allowed_is_refused_before_it_is_read() -> None:
    with pytest.raises(TooLarge):
        strict_cbor.loads(cbor2.dumps(b"x" * 100), most=99)
