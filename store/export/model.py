"""What an export is to look like."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """The form of an export."""

    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    ICS = "ics"
    SVG = "svg"

    @property
    def ending(self) -> str:
        """The ending of a file's name, with its dot."""
        return ".md" if self is Form.MARKDOWN else f".{self}"


class Layout(StrEnum):
    """How a Markdown document arranges events."""

    CHRONOLOGY = "chronology"
    TABLE = "table"
    ACTORS = "actors"


@dataclass(frozen=True, slots=True)
class Style:
    """How events are exported; `layout` and `mermaid`, a diagram at the head, are for Markdown alone.

    `lanes` are the countries of a picture, ISO 3166-1 alpha-3, left to right.
    """

    form: Form = Form.MARKDOWN
    layout: Layout = Layout.CHRONOLOGY
    mermaid: bool = False
    lanes: tuple[str, ...] = ("PRK", "KOR", "RUS", "USA")
