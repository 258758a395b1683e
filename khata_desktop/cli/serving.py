"""khata serve: the server that devices keep in step through."""

from __future__ import annotations

from pathlib import Path

import click

from khata_desktop.cli.parameters import FILE


@click.command("serve", short_help="Run the server that devices keep in step through.")
@click.option("--data", "folder", type=FILE, metavar="DIR", help="Where everything is kept.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0: any free.")
@click.option("--database-url", metavar="URL", help="PostgreSQL instead of a file in the folder.")
@click.option("--restored", is_flag=True, help="The database was restored: tell every device to compare.")
@click.option("--tidy", is_flag=True, help="Only remove what has expired, and end.")
@click.option("--with-parent", is_flag=True, hidden=True, help="End when standard input is closed.")
def serve_command(
    folder: Path | None,
    host: str,
    port: int,
    database_url: str | None,
    restored: bool,
    tidy: bool,
    with_parent: bool,
) -> None:
    """Run the server. It can neither read nor change what the devices keep on it.

    Without options everything lies in one folder; with KHATA_SERVER_SECRET set, where it lies is taken from
    the environment, as docs/guide/server.md says. After a database was restored from a backup, start once
    with --restored: the devices then send again what it lacks.

    \b
    khata serve --host 0.0.0.0 --data /srv/khata
    """
    import os
    import sys
    import threading

    from khata_desktop.config import user_data_dir

    try:
        from khata_desktop.server.errors import Unavailable
        from khata_desktop.server.run import serve, tidy_once
        from khata_desktop.server.settings import PREFIX, Settings
    except ImportError as missing:
        raise click.ClickException(
            f"the server's packages are not installed ({missing.name}); install khata-desktop[server]."
        ) from missing

    if folder is None and os.environ.get(PREFIX + "SECRET"):
        settings = Settings.from_environment(os.environ)
    else:
        settings = Settings.embedded(folder or user_data_dir() / "server", database_url, os.environ)
    if tidy:
        try:
            gone = tidy_once(settings)
        except Unavailable as problem:
            raise click.ClickException(
                "it ended early: the database or the blobs can no longer be reached; run it again later."
            ) from problem
        click.echo(f"Removed: pairings {gone.pairings}, backups {gone.backups}, blobs {gone.blobs}.")
        return
    shown = f"[{host}]" if ":" in host else host

    def started(true_port: int) -> None:
        if with_parent:
            threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()
        click.echo(f"Listening on http://{shown}:{true_port} (Ctrl+C stops it).")
        sys.stdout.flush()

    serve(settings, host, port, restored=restored, started=started)


def _end_with_parent() -> None:
    """End as by a signal once whoever started this has gone: then nobody holds the other end any more."""
    import signal
    import sys
    from contextlib import suppress

    with suppress(OSError, ValueError):
        while sys.stdin.buffer.read(1):
            pass
    signal.raise_signal(signal.SIGTERM)
