"""In which line of a TOML file a table, a key or a value stands; the standard parser does not tell."""

import re
from collections.abc import Mapping

HEADER = re.compile(r"^\s*\[\[\s*(\w+)\s*\]\]")
KEY = re.compile(r"^\s*[\"']?([\w-]+)[\"']?\s*=")
ID = re.compile(r"^\s*id\s*=\s*[\"']([^\"']*)[\"']")


class Lines:
    """The lines of one file, counted from 1."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._tables: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines, 1):
            if header := HEADER.match(line):
                self._tables.setdefault(header[1], []).append(number)
        self._headers = sorted(number for numbers in self._tables.values() for number in numbers)

    def table(self, name: str, index: int) -> int:
        """Returns the line of the header of a table, by its name and its place among its like."""
        numbers = self._tables.get(name, [])
        return numbers[index] if index < len(numbers) else 1

    def key(self, start: int, key: str) -> int:
        """Returns the line of a key in the table that starts at a line, else the start."""
        for number in range(max(start, 1), self._end(start)):
            found = KEY.match(self._lines[number - 1])
            if found and found[1] == key:
                return number
        return max(start, 1)

    def value(self, start: int, value: str) -> int:
        """Returns the line in the table that starts at a line where a text stands in quotes, or the start."""
        for number in range(max(start, 1), self._end(start)):
            line = self._lines[number - 1]
            if f'"{value}"' in line or f"'{value}'" in line:
                return number
        return max(start, 1)

    def ids(self) -> Mapping[str, int]:
        """Returns the line of the table of each entity, by its id."""
        found: dict[str, int] = {}
        for start in self._tables.get("entity", ()):
            for number in range(start, self._end(start)):
                if id := ID.match(self._lines[number - 1]):
                    found.setdefault(id[1], start)
                    break
        return found

    def _end(self, start: int) -> int:
        return next((number for number in self._headers if number > start), len(self._lines) + 1)
