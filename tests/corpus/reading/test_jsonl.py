import io
import json
from datetime import date

import pytest

from corpus import UnreadableDocument, read_json_lines


def stream(*lines: object) -> io.BytesIO:
    text = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines)
    found = io.BytesIO(text.encode())
    found.name = "in.jsonl"  # as a file has
    return found


def test_a_line_is_a_document_and_its_text_is_taken_as_it_is() -> None:
    text = "  date 2023-09-14 Putinâs visit\n\nMost Viewed\x1b[31m"
    lines = stream(
        {
            "id": "a1",
            "text": text,
            "published": "2023-09-14T08:00:00Z",
            "title": "T",
            "publisher": "P",
            "url": "u",
        },
        "",
        {"text": "Plain.", "id": 7, "language": "en"},
    )
    first, second = read_json_lines(lines)
    assert (first.id, first.text, first.title, first.publisher, first.url) == ("a1", text, "T", "P", "u")
    assert (first.published, first.published_from) == (date(2023, 9, 14), "metadata")
    assert (second.id, second.published, second.language) == ("7", None, "en")


def test_the_given_date_is_for_lines_without_one() -> None:
    lines = stream({"text": "a", "published": "2020-01-02"}, {"text": "b"}, {"text": "c", "published": None})
    given = date(2024, 6, 21)
    documents = list(read_json_lines(lines, published=given))
    assert [document.published for document in documents] == [date(2020, 1, 2), given, given]
    assert [document.published_from for document in documents] == ["metadata", "given", "given"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "is not JSON"),
        ("[1]", "is not an object"),
        ({"title": "x"}, 'has no "text"'),
        ({"text": 5}, 'has no "text"'),
        ({"text": "x", "published": "yesterday"}, "no ISO date"),
        ({"text": "x", "title": ["a"]}, '"title" is no string'),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_the_others_are_read(line: object, message: str) -> None:
    errors: list[UnreadableDocument] = []
    lines = stream({"text": "a"}, line, {"text": "b"})
    documents = list(read_json_lines(lines, skipped=errors.append))
    assert [document.text for document in documents] == ["a", "b"]
    assert str(errors[0]).startswith("in.jsonl, line 2: ")
    assert message in str(errors[0])
    with pytest.raises(UnreadableDocument, match="line 1"):
        list(read_json_lines(stream(line)))


def test_half_a_surrogate_pair_keeps_its_place() -> None:
    (document,) = read_json_lines(stream('{"text": "a\\ud800b"}'))
    assert document.text == "a\ufffdb"
