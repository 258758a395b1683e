"""Reminders by SMS to a shop's customers, through the server's gateway."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from limits import parse
from pydantic import Field
from starlette.concurrency import run_in_threadpool

from khata_desktop.server import errors
from khata_desktop.server.asking import WithBackend, WithCaller, check_still_in
from khata_desktop.server.documenting import refusals
from khata_desktop.server.fields import Message, Phone

router = APIRouter(prefix="/v1", tags=["messages"])

_OF_DEVICE = parse("60 per hour")
_TO_NUMBER = parse("3 per day")


class NewMessage(Message):
    """A reminder. The server and the gateway see its text; neither keeps it here."""

    to: Phone
    text: Annotated[str, Field(min_length=1, max_length=480, pattern=r"^[^\x00-\x09\x0b-\x1f\x7f]*$")]


class Sent(Message):
    """The gateway took it."""


@router.post(
    "/messages",
    status_code=202,
    responses=refusals(
        errors.Unauthorized, errors.NotAllowed, errors.Revoked, errors.NotOffered, errors.Busy,
        errors.MessageFailed,
    ),
    response_description="The gateway took it.",
)  # fmt: skip
async def send_message(message: NewMessage, caller: WithCaller, backend: WithBackend) -> Sent:
    """Send a reminder: a device sends at most 60 in an hour, a ledger 3 in a day to one number."""
    caller.must_be("admin", "member")
    backend.messenger.check_offered()
    await run_in_threadpool(check_still_in, backend, caller)
    ledger = caller.ledger_id.hex()
    number = backend.accounts.account_of(message.to).hex()
    await backend.limiter.must(_TO_NUMBER, "messages to", ledger, number)
    await backend.limiter.must(_OF_DEVICE, "messages from", ledger, caller.author.hex())
    await backend.limiter.must(backend.messages_a_day, "messages of", ledger)
    await backend.messenger.send(message.to, message.text)
    return Sent()
