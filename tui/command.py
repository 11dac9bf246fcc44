"""The `dateline` command: what a user types, and what they read when it goes wrong."""

import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from corpus.errors import DatelineError
from corpus.version import __version__
from tui.commands.options import plain, store_option

COMMANDS = {
    "browse": "tui.commands.browse",
    "serve": "tui.commands.serve",
    "ingest": "tui.commands.ingest",
    "extract": "tui.commands.extract",
    "search": "tui.commands.search",
    "export": "tui.commands.export",
    "actors": "tui.commands.actors",
    "correct": "tui.commands.correct",
    "journal": "tui.commands.journal",
    "star": "tui.commands.notes:star",
    "tag": "tui.commands.notes:tag",
    "note": "tui.commands.notes:note",
    "basket": "tui.commands.notes:basket",
    "store": "tui.commands.store",
}
"""Each sub-command and the module it lives in, loaded when it is called; its name there, unless `command`."""


class Commands(click.Group):
    """Sub-commands that are imported when they are used, so that `--help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Returns the names of the sub-commands, in the order of a first visit."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Returns the sub-command of a name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), name or "command")
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  dateline                                       open the timeline
  dateline ingest articles/                      read a folder of documents
  dateline search missile --actor "Kim Jong Un"  find events
  dateline export --from 2023-09 --output sept.md
""",
)
@click.version_option(__version__, prog_name="dateline")
@store_option
@click.pass_context
def dateline(ctx: click.Context, store_path: Path) -> None:
    """Turn news articles into a dated, actor-tagged timeline, and read it in the terminal.

    Without a sub-command the timeline opens. Where there is no store yet, one is built from the
    documents that dateline ships.
    """
    if ctx.invoked_subcommand is None:
        command = dateline.get_command(ctx, "browse")
        assert command is not None
        ctx.invoke(command, store_path=store_path)


def main() -> None:
    """Runs the command; an error that the user can mend is a message and status 2."""
    _write_all_letters()
    try:
        status = dateline.main(prog_name="dateline", standalone_mode=False)
    except DatelineError as error:
        _stop(str(error))
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        _stop(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped; what was finished is kept.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        _leave_broken_pipe()
    except OSError as error:  # what nothing else foresees: a name that is too long, a disk that is full
        where = f"{error.filename}: " if error.filename else ""
        _stop(f"{where}{error.strerror or error}; check the path, its permissions and the disk")
    sys.exit(status if isinstance(status, int) else 0)


def _write_all_letters() -> None:
    """Makes Hangul and Cyrillic no error where the locale cannot write them (`LC_ALL=C`).

    A terminal shows them escaped; a file or a pipe gets UTF-8, for programs that read on.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower() != "utf-8":
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _stop(message: str) -> None:
    click.echo(f"dateline: {plain(message)}", err=True)
    sys.exit(2)


def _leave_broken_pipe() -> None:
    """The reader has gone (`| head`): leave without a word, as other tools do."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(141)


if __name__ == "__main__":
    main()
