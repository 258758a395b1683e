"""Lines of JSON for who looks after the server, on standard error: what was asked, never by whom or of whom.

No telephone number, no address, no token and no content is in them; of a ledger only how its id begins.
"""

from __future__ import annotations

import logging
import sys
from typing import Any, TextIO

import msgspec
import structlog

#: Libraries that describe their every step below warning.
_CHATTY = ("alembic", "sqlalchemy", "urllib3", "asyncio")

_BEFORE: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def write_lines(level: str, stream: TextIO | None = None) -> None:
    """Make every logger of this process, ours and others', write lines of JSON from a level on."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_BEFORE,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(serializer=_as_json),
            ],
        )
    )
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level.upper())
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)


def lines_of(name: str) -> structlog.stdlib.BoundLogger:
    """Return a logger whose lines have fields. Nothing of the process is changed by it."""
    logger: structlog.stdlib.BoundLogger = structlog.wrap_logger(
        logging.getLogger(name),
        processors=[
            structlog.stdlib.filter_by_level,
            *_BEFORE,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    return logger


def _as_json(fields: Any, **_options: Any) -> str:
    # Nothing that has no form of its own in JSON makes a line fail.
    return msgspec.json.encode(fields, enc_hook=repr).decode()
