"""Cleaning: characters, mojibake, and what a page adds around its article."""

from corpus.cleaning.blocks import Block, Form, blocks, form_of
from corpus.cleaning.boilerplate import article_of
from corpus.cleaning.characters import (
    plain_characters,
    without_entities,
    without_escapes,
    without_links,
    without_surrogates,
)
from corpus.cleaning.menus import around_menu
from corpus.cleaning.mojibake import repair

__all__ = [
    "Block",
    "Form",
    "around_menu",
    "article_of",
    "blocks",
    "clean_characters",
    "form_of",
    "without_escapes",
    "without_surrogates",
]


def clean_characters(text: str) -> str:
    """Returns the text repaired and in plain characters; offsets change."""
    return plain_characters(repair(without_links(without_entities(without_escapes(text)))))
