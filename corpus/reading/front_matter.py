"""Front matter: the fields between two lines of `---` (or `+++`) at the head of a Markdown file."""

import re

from corpus.reading.article import Said
from corpus.reading.head_block import said_by

LONGEST = 200  # lines; a rule far below is a rule, not the end of front matter

_FIELD = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}?)\s*[:=]\s*(?P<value>.*)")
_LISTED = re.compile(r"\s*-\s+(?P<value>.+)")


def split_front_matter(text: str) -> tuple[Said, str]:
    """Returns what the front matter says and the text after it.

    It reads the plain fields and lists of names of YAML and TOML; nested ones say nothing of an article.
    """
    lines = text.lstrip("\n ").split("\n")
    fence = lines[0].rstrip()
    if fence not in ("---", "+++"):
        return Said(), text
    ends = (at for at, line in enumerate(lines[1:LONGEST], start=1) if line.rstrip() in (fence, "..."))
    end = next(ends, None)
    if end is None:
        return Said(), text
    return said_by(_fields(lines[1:end])), "\n".join(lines[end + 1 :])


def _fields(lines: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    key = ""
    for line in lines:
        found, listed = _FIELD.fullmatch(line), _LISTED.fullmatch(line)
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
