"""A public server whose owners sign up by a code, with a gateway that sends the codes nowhere."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from khata_desktop.server.run import RunningServer
from khata_desktop.server.settings import Settings
from tests.server.gateway import FakeGateway


class PublicServer:
    """Both, on ports of their own."""

    def __init__(self, folder: Path) -> None:
        self.gateway = FakeGateway()
        settings = Settings.embedded(folder)
        self.server = RunningServer(
            dataclasses.replace(settings, sign_up="otp", sms=self.gateway.settings, messages_a_day=8)
        )
        self.server.start_in_thread()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    def stop(self) -> None:
        self.server.stop()
        self.gateway.stop()
