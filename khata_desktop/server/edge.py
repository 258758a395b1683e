"""The edge: the only place that knows which answer of HTTP a refusal is. Each is {code, detail, ...}."""

from __future__ import annotations

import json
import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from khata_desktop.server import errors
from khata_desktop.wire.errors import TooLarge, WireError

log = logging.getLogger(__name__)

STATUS: dict[type[errors.Refusal], int] = {
    errors.Unauthorized: 401,
    errors.BadChallenge: 401,
    errors.NotAllowed: 403,
    errors.OtherAddress: 403,
    errors.Revoked: 403,
    errors.SignUpNeeded: 403,
    errors.SignUpClosed: 403,
    errors.NotOffered: 403,
    errors.CodeWrong: 403,
    errors.Unknown: 404,
    errors.BodyTooSlow: 408,
    errors.Fork: 409,
    errors.Gap: 409,
    errors.WrongPrevious: 409,
    errors.Taken: 409,
    errors.PairingUsed: 409,
    errors.PairingGone: 410,
    errors.CodeGone: 410,
    errors.BodyTooLarge: 413,
    errors.StorageFull: 413,
    errors.UnknownAuthor: 422,
    errors.HashMismatch: 422,
    errors.TooMany: 422,
    errors.BadTicket: 422,
    errors.Busy: 429,
    errors.TooOften: 429,
    errors.Unavailable: 503,
    errors.MessageFailed: 503,
}
_NAMES = {400: "bad_request", 404: "not_found", 405: "method_not_allowed"}
_RETRY_AFTER = {429: "1", 503: "5"}


def error_answer(status: int, code: str, detail: str, **facts: Any) -> Response:
    """Return an error in the one form all have."""
    # Escaped to ASCII: what a client sent may come back in it, and not everything can be written otherwise.
    content = json.dumps({"code": code, "detail": detail, **facts}).encode("ascii")
    headers = {}
    if status in _RETRY_AFTER:
        headers["Retry-After"] = str(facts.get("retry_after", _RETRY_AFTER[status]))
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(content, status, headers, media_type="application/json")


def answer_of(refusal: errors.Refusal) -> Response:
    """Return the answer to a refused request."""
    return error_answer(STATUS[type(refusal)], refusal.code, str(refusal), **refusal.facts)


def answer_errors(app: FastAPI) -> None:
    """Make the app answer every foreseen failure with its status."""

    @app.exception_handler(errors.Refusal)
    def _refused(_request: Request, refusal: errors.Refusal) -> Response:
        return answer_of(refusal)

    @app.exception_handler(WireError)
    def _wrong_bytes(_request: Request, problem: WireError) -> Response:
        return error_answer(413 if isinstance(problem, TooLarge) else 422, problem.code, str(problem))

    @app.exception_handler(RequestValidationError)
    def _wrong_fields(_request: Request, problem: RequestValidationError) -> Response:
        first = problem.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        return error_answer(422, "invalid", f"{place}: {first['msg']}")

    @app.exception_handler(ClientDisconnect)
    def _hung_up(_request: Request, _problem: ClientDisconnect) -> Response:
        return error_answer(400, "hung_up", "The body ended early.")

    @app.exception_handler(HTTPException)
    def _plain(_request: Request, problem: HTTPException) -> Response:
        if isinstance(problem.__cause__, errors.Refusal):
            # The framework reads bodies of JSON itself, and takes what the guard says for a broken one.
            return answer_of(problem.__cause__)
        name = _NAMES.get(problem.status_code, "refused")
        answer = error_answer(problem.status_code, name, str(problem.detail))
        answer.headers.update(problem.headers or {})
        return answer
