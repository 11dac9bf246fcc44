import gzip
import hashlib
import io
import os
import re
from pathlib import Path

import pytest

from corpus import Document, UnreadableDocument, read
from corpus.reading.formats import LARGEST

PROSE = "The envoy arrived in Seoul on Thursday. He met the minister.\n"


def texts(folder: Path) -> list[str]:
    return [str(document.path) for document in read(folder)]


def skipped_in(source: str | Path | bytes) -> list[str]:
    messages: list[str] = []
    assert list(read(source, skipped=lambda error: messages.append(str(error)))) == []
    return messages


def test_a_document_is_known_by_the_hash_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PROSE)
    (document,) = read(path)
    assert document.hash == hashlib.sha256(PROSE.encode()).hexdigest()
    assert document.id == document.hash[:16]
    assert document.path == str(path)


def test_a_folder_is_read_by_name_with_its_folders_and_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.md", "a/1.html", "c", ".hidden.txt", ".git/x.txt", "article.12"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"<p>{name} {PROSE}</p>" if name.endswith("html") else f"{name} {PROSE}")
    assert [os.path.relpath(path, tmp_path) for path in texts(tmp_path)] == [
        "a/1.html",
        "a/2.md",
        "article.12",
        "b.txt",
        "c",
    ]


def test_a_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "loop").symlink_to(tmp_path)
    assert texts(tmp_path) == [str(tmp_path / "a.txt")]


def test_what_a_browser_saves_beside_a_page_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<p>{PROSE}</p>")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "script.js").write_text("1")
    assert len(list(read(tmp_path))) == 1


@pytest.mark.parametrize("make", [bytes, io.BytesIO])
def test_bytes_and_streams_are_read(make: type) -> None:
    (document,) = read(make(PROSE.encode()))
    assert document.text == PROSE.strip()
    assert document.path is None


def test_content_tells_the_format_where_no_name_does() -> None:
    (document,) = read(b"<!DOCTYPE html><html><body><article><p>The envoy arrived in Seoul.</p></article>")
    assert document.text == "The envoy arrived in Seoul."


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("a.txt", b"%PDF-1.7\n...", "is a PDF"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "is an image"),
        ("a.txt", b"PK\x03\x04....", "ZIP archive"),
        ("a.txt", b"abc\x00\x01\x02" * 100, "is binary"),
        ("a.html", b"<html><body></body></html>", "has no article"),
        ("a.png", b"whatever", "no format that can be read"),
        ("a.jsonl", b"{}", "--input-format jsonl"),
    ],
)
def test_what_is_no_document_is_named_with_a_way_out(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (said,) = skipped_in(tmp_path)
    assert message in said
    assert said.startswith(str(tmp_path / name) + ":")
    with pytest.raises(UnreadableDocument, match=re.escape(message)):
        list(read(tmp_path))


def test_a_file_beyond_the_limit_is_named() -> None:
    with pytest.raises(UnreadableDocument, match="is larger than 32 MB"):
        list(read(b"a" * (LARGEST + 1)))


def test_a_missing_path_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    assert "no such file" in skipped_in(tmp_path / "nowhere.txt")[0]
    assert "holds no documents" in skipped_in(tmp_path)[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PROSE)
    path.chmod(0)
    assert "permission" in skipped_in(path)[0]


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(PROSE)
    errors: list[UnreadableDocument] = []
    documents: list[Document] = list(read(tmp_path, skipped=errors.append))
    assert (len(documents), len(errors)) == (1, 1)


KOREAN = "북한은 13일 동해상으로 탄도미사일을 발사했다고 합동참모본부가 밝혔다. 군은 감시를 강화했다."
RUSSIAN = "Переговоры прошли в среду на космодроме, сообщил представитель Кремля. Документы не подписывались."
ENGLISH = "The envoy’s visit – a “first” – ended on Thursday. He spoke in a café."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (KOREAN, "utf-8"),
        (KOREAN, "utf-8-sig"),
        (KOREAN, "utf-16"),
        (KOREAN, "cp949"),
        (KOREAN, "euc-kr"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
    ],
)
def test_the_encoding_is_told_from_the_bytes(text: str, encoding: str) -> None:
    (document,) = read(text.encode(encoding))
    assert document.text == text


def test_html_may_declare_its_encoding() -> None:
    page = f'<html><head><meta charset="euc-kr"></head><body><article><p>{KOREAN}</p></article></body></html>'
    (document,) = read(page.encode("euc-kr"))
    assert document.text == KOREAN


@pytest.mark.parametrize(
    ("text", "charset", "encoding"),
    [
        (KOREAN, "windows-949", "cp949"),
        (KOREAN, "ks_c_5601-1987", "cp949"),
        (KOREAN, "utf-16", "utf-16"),
        (RUSSIAN, "windows-1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "unicode", "utf-16"),
        (ENGLISH, "windows-1252", "cp1252"),
        (ENGLISH, "iso-8859-1", "cp1252"),
        (ENGLISH, "utf-8", "utf-8-sig"),
        (ENGLISH, "unicode", "utf-16-le"),
    ],
)
def test_pages_saved_by_browsers_are_read_in_their_encoding(text: str, charset: str, encoding: str) -> None:
    declared = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    page = f"<html><head>{declared}</head><body><article><h1>1</h1><p>{text}</p></article></body></html>"
    (document,) = read(page.encode(encoding))
    assert document.text == text


def test_what_is_packed_with_gzip_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(f"<p>{PROSE}</p>".encode()))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(PROSE.encode()))
    assert [document.text for document in read(tmp_path)] == [PROSE.strip()] * 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x1f\x8b\x08\x00nonsense", "damaged gzip file"),
        (gzip.compress(b"a" * (LARGEST + 1)), "is larger than 32 MB"),
        (gzip.compress(b"%PDF-1.7"), "is a PDF"),
    ],
    ids=["damaged", "large", "foreign"],
)
def test_a_packed_file_that_is_no_document_is_named(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableDocument, match=message):
        list(read(data))


def test_a_torn_tail_does_not_change_the_encoding() -> None:
    (document,) = read((ENGLISH * 20).encode()[:-1] + "“".encode()[:2])
    assert document.text.startswith(ENGLISH)


@pytest.mark.parametrize(("text", "language"), [(KOREAN, "ko"), (RUSSIAN, "ru"), (ENGLISH, "en")])
def test_the_language_is_told_from_the_text(text: str, language: str) -> None:
    (document,) = read(text.encode())
    assert document.language == language


def test_a_file_on_which_a_parser_fails_costs_none_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("The envoy left on Friday.", encoding="utf-8")
    (tmp_path / "b.html").write_text("<p>The envoy left on Friday.</p>", encoding="utf-8")

    def fail(*_: object) -> None:
        raise ValueError("a fault")

    monkeypatch.setattr("corpus.reading.html.read_html", fail)
    reasons: list[str] = []
    found = list(read(tmp_path, skipped=lambda error: reasons.append(str(error))))
    assert [document.text for document in found] == ["The envoy left on Friday."]
    assert len(reasons) == 1
    assert "b.html" in reasons[0] and "a fault" in reasons[0]
