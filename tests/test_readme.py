"""The README promises only what is there."""

import re
from pathlib import Path

import pytest
from click import Group
from click.testing import CliRunner
from textual.keys import _character_to_key

from tui.bindings import GROUPS
from tui.command import COMMANDS, dateline

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
CALLS = sorted(set(re.findall(r"`dateline ([a-z]+)", README)))
OPTIONS = sorted(set(re.findall(r"`(--[a-z-]+)", README)))
KEYS = re.findall(r"^\| ((?:`[^`]+` ?)+)\| ", README.split("## Keys")[1].split("\n## ")[0], re.MULTILINE)


def _help(*names: str) -> str:
    result = CliRunner().invoke(dateline, [*names, "--help"])
    assert result.exit_code == 0
    return result.output


@pytest.mark.parametrize("name", CALLS)
def test_its_commands_exist(name: str) -> None:
    assert name in COMMANDS


def test_it_names_every_command() -> None:
    assert set(COMMANDS) - {"browse"} <= set(CALLS)


@pytest.mark.parametrize("option", OPTIONS)
def test_its_options_exist(option: str) -> None:
    assert any(option in _help(name) for name in COMMANDS)


def test_the_parts_of_the_store_command_exist() -> None:
    context = dateline.make_context("dateline", [], resilient_parsing=True)
    store = dateline.get_command(context, "store")
    assert isinstance(store, Group)
    assert {"stats", "check", "backup"} <= set(store.commands)


@pytest.mark.parametrize("key", [key for keys in KEYS for key in re.findall(r"`([^`]+)`", keys)])
def test_its_keys_do_something(key: str) -> None:
    names = {"Enter": "enter", "Space": "space", "Tab": "tab", "←": "left", "→": "right"}
    bound = {name for _, keys in GROUPS for each in keys for name in each.keys.split(",")}
    assert (names.get(key) or _character_to_key(key)) in bound
