"""A group of commands that may be left out: ``khata sync BOOK`` beside ``khata sync enable BOOK``."""

from __future__ import annotations

import click


class DefaultGroup(click.Group):
    """A group whose first argument is a command of it, or else goes to its ``default`` command."""

    default = "now"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command in front where none is named."""
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = [self.default, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands that have a name of their own."""
        return [name for name in self.commands if name != self.default]
