"""`dateline serve`: the timeline in a browser."""

from pathlib import Path

import click

from corpus import UsageError
from tui.commands.options import Words, plain_line, store_option
from tui.opening import bring_up_to_date

HOW_TO_INSTALL = (
    "dateline serve needs textual-serve; install it with: python -m pip install 'dateline[serve]'"
)


@click.command(
    "serve",
    short_help="Show the timeline in a browser.",
    epilog="""\b
Examples:
  dateline serve
  dateline serve --port 8080 --store project.db
""",
)
@click.option(
    "--host",
    type=Words(),
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="The address to listen on. On any but this machine's own, everybody who reaches it can read and "
    "correct the store.",
)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port.")
@store_option
def command(host: str, port: int, store_path: Path) -> None:
    """Show the timeline in a browser, each page an app of its own.

    It is there for the browsers of this machine only, unless --host says otherwise.
    """
    try:
        from tui.serving import TimelineServer, is_loopback
    except ModuleNotFoundError as error:
        if error.name not in ("aiohttp", "textual_serve"):
            raise
        raise UsageError(HOW_TO_INSTALL) from None
    bring_up_to_date(store_path)
    if not is_loopback(host):
        click.echo(f"Everybody who reaches {plain_line(host)} can read and correct this store.", err=True)
    try:
        host.encode("idna")
        TimelineServer(store_path, host, port).serve()
    except (OSError, UnicodeError) as error:  # not even a name that a machine could have
        reason = getattr(error, "strerror", None) or error
        way_out = "choose another --port, or an address of this machine as --host"
        raise UsageError(f"cannot listen on {host}, port {port} ({reason}); {way_out}") from None
