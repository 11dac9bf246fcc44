import re
import unicodedata
from pathlib import Path

import pytest

from corpus.cleaning import clean_characters

CASES = Path(__file__).parents[2] / "cases" / "reading" / "mojibake.md"
PAIRS = re.findall(r"## ([^\n]+)\n([^\n]+)\n→ ([^\n]+)", CASES.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("found", "repaired"), [pair[1:] for pair in PAIRS], ids=[pair[0] for pair in PAIRS])
def test_mojibake_is_repaired(found: str, repaired: str) -> None:
    assert clean_characters(found) == repaired


def test_repaired_text_stays_as_it_is() -> None:
    for _, _, repaired in PAIRS:
        assert clean_characters(repaired) == repaired


@pytest.mark.parametrize(
    ("found", "cleaned"),
    [
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\u2029b", "a\n\nb"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text\x1b]8;;http://x\x1b\\link", "textlink"),
        ("\x1b(Bplain\x1b=", "plain"),
        ("be\x07ll\x08 \x7fdel \x9b1m", "bell del "),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("zero\u200bwid\u00adth\ufeff", "zerowidth"),
        ("a\u00a0b\u3000c\td", "a b c d"),
        ("e\u0301", "é"),
        ("&quot;R&amp;D&quot; &#8217;s &lt;b&gt;", '"R&D" ’s <b>'),
        ("a&#27;[31mb", "a[31mb"),
        ("[drills](https://a.example/x) end", "drills end"),
        ("\ud800", "�"),
    ],
)
def test_characters_have_one_form_and_none_acts(found: str, cleaned: str) -> None:
    assert clean_characters(found) == cleaned


@pytest.mark.parametrize("code", [*range(32), *range(0x7F, 0xA0), 0x200B, 0x202E, 0x2066, 0xFEFF, 0xE0041])
def test_no_control_survives(code: int) -> None:
    cleaned = clean_characters(f"a{chr(code)}b")
    assert all(sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cf", "Zl", "Zp") for sign in cleaned)


@pytest.mark.parametrize("unit", ["â", "â€", "�", "\x1b]", "\x1b[", "&amp", "[a](", "s? ", "Ã©", "“a â b ” "])
def test_hostile_repetition_is_read_to_its_end(unit: str) -> None:
    clean_characters(unit * (100_000 // len(unit)))
