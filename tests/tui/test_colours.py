"""The colours can be read and told apart, also by those who see few of them."""

import pytest
from textual.color import Color

from tests.tui.conftest import Opening
from tui.theme import COLOUR_BLIND, CONTRAST, DARK, LIGHT, SIXTEEN, Ink, ink_of

TEXT = (
    *("prk", "kor", "rus", "usa", "other", "cooperation", "conflict", "neutral"),
    *("faint", "muted", "time", "beside", "marked", "foreground"),
)
GROUNDS = ("surface", "passage", "cursor", "cursor-blurred", "focus", "match")

DEUTERANOPIA = ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969))
PROTANOPIA = ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052))
"""Machado, Oliveira and Fernandes (2009), severity 1: how a colour looks to those who lack a cone."""


def colours(ink: Ink) -> dict[str, Color]:
    return {name: Color.parse(ink.colours[name]) for name in (*TEXT, *GROUNDS)}


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Color) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def seen(colour: Color, matrix: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, colour.rgb, strict=True)) for row in matrix)


@pytest.mark.parametrize(
    ("theme", "least"), [(DARK.name, 4.5), (LIGHT.name, 4.5), (COLOUR_BLIND.name, 4.5), (CONTRAST.name, 7.0)]
)
async def test_text_stands_out_from_its_ground(opened: Opening, theme: str, least: float) -> None:
    async with opened((40, 10)) as reader:
        reader.app.theme = theme
        found = colours(ink_of(reader.app))
        for name in TEXT:
            assert contrast(found[name], found["surface"]) >= least, name
        for name in GROUNDS:
            assert contrast(found["foreground"], found[name]) >= least, name


@pytest.mark.parametrize("matrix", [DEUTERANOPIA, PROTANOPIA])
async def test_lanes_and_tones_differ_for_the_colour_blind(
    opened: Opening, matrix: tuple[tuple[float, ...], ...]
) -> None:
    async with opened((40, 10)) as reader:
        reader.app.theme = COLOUR_BLIND.name
        found = colours(ink_of(reader.app))
        for group in (("prk", "kor", "rus", "usa"), ("cooperation", "conflict", "neutral")):
            looks = [seen(found[name], matrix) for name in group]
            for number, one in enumerate(looks):
                for other in looks[:number]:
                    assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 40, group


async def test_sixteen_colours_are_the_terminals_own(opened: Opening) -> None:
    async with opened() as reader:
        reader.app.theme = SIXTEEN.name
        await reader.settle()
        strips = reader.app.screen._compositor.render_strips()
        used = [part.style.color for strip in strips for part in strip if part.style and part.style.color]
        assert used
        assert all(colour.is_default or (colour.number or 0) < 16 for colour in used)
        assert all(colour.triplet is None for colour in used)
        cursor = next(strip for strip in strips if "▸" in strip.text)
        assert any(part.style and part.style.reverse for part in cursor)
