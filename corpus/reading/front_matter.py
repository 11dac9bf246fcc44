"""Front matter: the fields between two lines of `---` (or `+++`) at the head of a Markdown file."""

import json
import re

from corpus.reading.article import Said
from corpus.reading.head_block import said_by
from corpus.reading.json_ld import names_of

LONGEST = 200  # lines; a rule far below is a rule, not the end of front matter

_FIELD = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}?)\s*[:=]\s*(?P<value>.*)")
_NAMED = re.compile(r"\s+(?:-\s+)?name\s*:\s*(?P<value>.+)")  # of a person with an address, too
_LISTED = re.compile(r"\s*-\s+(?P<value>.+)")


def split_front_matter(text: str) -> tuple[Said, str]:
    """Returns what the front matter says and the text after it.

    It reads the plain fields and lists of names of YAML, TOML and JSON; other nested ones say nothing.
    """
    if text.startswith("{"):
        return _of_json(text)
    lines = text.lstrip("\n ").split("\n")
    fence = lines[0].rstrip()
    if fence not in ("---", "+++"):
        return Said(), text
    ends = (at for at, line in enumerate(lines[1:LONGEST], start=1) if line.rstrip() in (fence, "..."))
    end = next(ends, None)
    if end is None:
        return Said(), text
    return said_by(_fields(lines[1:end])), "\n".join(lines[end + 1 :])


def _of_json(text: str) -> tuple[Said, str]:
    try:
        found, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return Said(), text
    named = {str(key).lower(): names_of(value) or "" for key, value in found.items()}
    return said_by({key: value for key, value in named.items() if value}), text[end:]


def _fields(lines: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    key = ""
    for line in lines:
        found, listed = _FIELD.fullmatch(line), _NAMED.fullmatch(line) or _LISTED.fullmatch(line)
        if listed and key:
            fields[key] = ", ".join(filter(None, [fields[key], _unquoted(listed["value"])]))
        elif found:
            key = found["key"].strip().lower()
            fields[key] = _unquoted(found["value"])
        elif line.startswith((" ", "\t")) and key and ":" not in line:
            fields[key] = f"{fields[key]} {_unquoted(line)}".strip()
    return {key: value for key, value in fields.items() if value}


def _unquoted(value: str) -> str:
    value = value.strip()
    if value in ("|", ">", ">-", "|-"):
        return ""
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(each) for each in value[1:-1].split(","))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return (
            value[1:-1].replace('\\"', '"').replace("''", "'")
            if value[0] == '"'
            else value[1:-1].replace("''", "'")
        )
    return value
