"""An export in any form and layout, in parts: nothing waits in memory that need not."""

from collections.abc import Iterable, Iterator

from store.export.data import csv_parts, json_parts, jsonl_parts
from store.export.markdown import markdown_parts
from store.export.model import Form, Style
from store.model import EventDetail


def parts(
    details: Iterable[EventDetail], style: Style, *, title: str = "Timeline", about: str = ""
) -> Iterator[str]:
    """Yields the text of an export, line breaks as the form wants them: written as they are, in UTF-8.

    `about` says what was chosen, where the form has a place for it. JSON, CSV and calendars are yielded an
    event at a time, in the order given; a document and a picture need to know all events, and sort them.
    """
    match style.form:
        case Form.MARKDOWN:
            layout, mermaid = style.layout, style.mermaid
            return markdown_parts(details, title=title, about=about, layout=layout, mermaid=mermaid)
        case Form.JSON:
            return json_parts(details)
        case Form.JSONL:
            return jsonl_parts(details)
        case Form.CSV:
            return csv_parts(details)
        case Form.SVG:
            from store.export.picture import svg_parts

            return svg_parts(details, title=title, about=about, lanes=style.lanes)
        case Form.ICS:
            from store.export.calendar import calendar_parts  # loads a library

            return calendar_parts(details, title=title)
