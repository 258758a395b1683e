"""Figures for Prometheus, of one server, on a port of their own."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from wsgiref.simple_server import WSGIServer

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    start_http_server,
)

from khata_desktop.server.errors import SettingRefused
from khata_desktop.server.settings import PREFIX

_SECONDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0)
_SIZES = (1, 2, 5, 10, 20, 50, 100, 256)


class Metrics:
    """The figures. A process may hold several servers, so none is the library's global."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._requests = Counter(
            "khata_requests", "Requests answered.", ("method", "route", "status"), registry=self.registry
        )
        self._seconds = Histogram(
            "khata_request_seconds", "How long requests took.", ("route",),
            buckets=_SECONDS, registry=self.registry,
        )  # fmt: skip
        self._changesets = Counter(
            "khata_changesets", "Changesets taken in for the first time.", registry=self.registry
        )
        self._bytes = Counter(
            "khata_changeset_bytes", "Bytes of the changesets taken in.", registry=self.registry
        )
        self._commit_seconds = Histogram(
            "khata_commit_seconds", "How long it took to make pushes durable.",
            buckets=_SECONDS, registry=self.registry,
        )  # fmt: skip
        self._commit_pushes = Histogram(
            "khata_commit_pushes", "How many pushes became durable together.",
            buckets=_SIZES, registry=self.registry,
        )  # fmt: skip
        self._messages = Counter(
            "khata_messages", "Short messages handed to the gateway.", ("outcome",), registry=self.registry
        )
        self._by_route: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request."""
        key = method, route, status
        found = self._by_route.get(key)
        if found is None:
            found = self._requests.labels(method, route, status), self._seconds.labels(route)
            self._by_route[key] = found
        found[0].inc()
        found[1].observe(seconds)

    def committed(self, pushes: int, changesets: int, size: int, seconds: float) -> None:
        """Count a transaction of the committer."""
        self._changesets.inc(changesets)
        self._bytes.inc(size)
        self._commit_seconds.observe(seconds)
        self._commit_pushes.observe(pushes)

    def message(self, outcome: str) -> None:
        """Count a short message."""
        self._messages.labels(outcome).inc()

    def watch(self, name: str, what: str, look: Callable[[], float]) -> None:
        """Show what ``look`` returns at the moment the figures are asked for."""
        Gauge(name, what, registry=self.registry).set_function(look)

    def serve(self, host: str, port: int) -> MetricsServer:
        """Answer on a port. Raises SettingRefused where it is taken."""
        try:
            return MetricsServer(*start_http_server(port, host, self.registry))
        except OSError as problem:
            raise SettingRefused(
                name=PREFIX + "METRICS_PORT", problem=f"cannot be listened on ({problem.strerror})"
            ) from problem


class MetricsServer:
    """The small server of the figures.

    Attributes:
        port: the true one, also where 0 was asked for.
    """

    def __init__(self, server: WSGIServer, thread: Thread) -> None:
        self._server, self._thread = server, thread
        self.port = server.server_port

    def stop(self) -> None:
        """End it."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
