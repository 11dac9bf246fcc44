"""What an annotation may say: everything else is a `UsageError` with the way out."""

from collections.abc import Iterable
from dataclasses import replace

from corpus import UsageError
from store.notes.model import Annotation, Sort
from store.sanitise import storable

LONGEST_TAG = 60
"""Code points that the name of a tag may have: it stands in a list, and on a chip."""

LONGEST_NOTE = 4000
"""Code points that a note may have: a page; more is a document."""


def checked(annotation: Annotation, tags: Iterable[str]) -> Annotation:
    """Returns an annotation in its plain form; `tags` are those that there are, spelt as they are."""
    match annotation.sort:
        case Sort.TAG:
            return replace(annotation, text=spelt(tag_name(annotation.text), tags))
        case Sort.NOTE:
            return replace(annotation, text=_note(annotation.text))
    return replace(annotation, text="")


def tag_name(text: str) -> str:
    """Returns the name of a tag without spaces to spare; raises `UsageError` for what cannot be one."""
    name = storable(" ".join(text.removeprefix("#").split()))
    if not name or len(name) > LONGEST_TAG or "," in name:
        raise UsageError(f"a tag has 1 to {LONGEST_TAG} letters and no comma; “{text.strip()}” cannot be one")
    return name


def spelt(name: str, tags: Iterable[str]) -> str:
    """Returns a name as the tag is spelt that there is already, in whatever case."""
    return next((tag for tag in tags if tag.casefold() == name.casefold()), name)


def _note(text: str) -> str:
    note = storable(text.strip())
    if len(note) > LONGEST_NOTE:
        raise UsageError(f"a note has up to {LONGEST_NOTE:,} letters, not {len(note):,}; shorten it")
    return note
