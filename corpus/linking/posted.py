"""The platform that has been called X since July 2023, where somebody writes on it: "in a post on X"."""

import re
from collections.abc import Mapping
from datetime import date

from corpus.linking.knowledge import Record
from corpus.linking.page import Found, How, Page

PLATFORM = "twitter"  # its id
RENAMED = date(2023, 7, 23)
ON_IT = re.compile(r"(?<= )X(?:(?<=[Oo]n X)|(?<=platform X)|(?<=site X)|(?<=network X))(?![\w-]| [A-Z\d])")


def read_posted(page: Page, records: Mapping[str, Record]) -> None:
    """Adds the platform where the text says that something stands on it."""
    record = records.get(PLATFORM)
    if record is None or " X" not in page.text or (page.published or RENAMED) < RENAMED:
        return
    for match in ON_IT.finditer(page.text):
        if match.start() not in page.taken:
            page.add(Found(match.start(), match.end(), record.entity, How.NAME))
