"""The first lines of a page, parted where a menu, a masthead or a copy of the title runs into them."""

import re

from corpus.cleaning import Block, around_menu, form_of
from corpus.reading.publishers import is_masthead

FIRST_BLOCKS = 4  # further down nothing runs into a title
FEWEST_WORDS = 4  # in a title that is said twice; fewer may be a phrase
LONGEST_LINE = 500  # code points of a line that says its title twice

_PICTURE = re.compile(
    r"[\[(<](?:in )?(?:photos?|pictures?|pics?|videos?|graphics?|infographics?|gallery|slideshow|cartoon"
    r"|podcast|photo ?(?:news|gallery|essay)|video news|포토(?:뉴스)?|사진|영상|동영상|그래픽|인포그래픽"
    r"|фото|видео|инфографика)[\])>]",
    re.IGNORECASE,
)


def is_picture_title(text: str) -> bool:
    """Whether a line is the title of a picture: `[Photo] The envoy greets children`."""
    return _PICTURE.match(text) is not None


def parted(page: list[Block]) -> list[Block]:
    """Returns a page with the menus in its first lines cut out, and copies of the title parted from it."""
    texts = (text for block in page[:FIRST_BLOCKS] for text in _parts(block.text))
    return [*(Block(text, form_of(text)) for text in texts), *page[FIRST_BLOCKS:]]


def holds(longer: str, title: str) -> bool:
    """Whether a line is a title with something before or after it, such as the paper's name."""
    if len(longer) <= len(title) or title.count(" ") + 1 < FEWEST_WORDS:
        return False
    before, after = longer.removesuffix(title), longer.removeprefix(title)
    return (before != longer and not before[-1].isalnum()) or (after != longer and not after[0].isalnum())


def _parts(text: str) -> list[str]:
    around = around_menu(text)
    return [part for piece in (around or (text,)) if piece for part in _title_and_copy(piece)]


def _title_and_copy(text: str) -> list[str]:
    """Returns the title of a line that ends as it begins, and what stands between; else the line."""
    words = text.split(" ") if len(text) <= LONGEST_LINE else []
    for length in range(len(words) // 2, FEWEST_WORDS - 1, -1):
        if words[:length] == words[-length:]:
            between = " ".join(words[length:-length]).strip(" |»·–—-:")
            if not between or is_masthead(between):
                return [part for part in (" ".join(words[:length]), between) if part]
    return [text]
