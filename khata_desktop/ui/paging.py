"""Long lists of the books as sources of the paged table model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from khata_desktop.ui.context import PageContext
from khata_desktop.ui.models.paged_table import PageRequest, PageSource


def paged_source(
    context: PageContext,
    count: int,
    page: Callable[..., Sequence[Any]],
    anchors: Callable[..., Sequence[Any]],
    **filters: object,
) -> PageSource:
    """Return a source over a report's page and anchors functions, both called with the same filters."""

    def fetch(session: object, request: PageRequest) -> Sequence[Any]:
        return page(session, first=request.first, count=request.count, anchor=request.anchor, **filters)

    return PageSource(count=count, fetch=fetch, run=context.runner.query, anchors=partial(anchors, **filters))
