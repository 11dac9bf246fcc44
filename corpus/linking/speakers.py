"""Whether somebody is spoken of: he speaks, belongs to a body, or an apposition tells what he is."""

import re

from corpus.linking.lexicon import words
from corpus.linking.looks import is_known_surname, is_surname
from corpus.linking.page import Page
from corpus.linking.segments import Segment
from corpus.model import EntityType

SAID_BEFORE = re.compile(r"(\w+)(?: that)?[,:]? $")
SAYS = tuple(f"{quote} {verb} " for quote in '”"' for verb in ("said", "says", "added", "wrote"))
SAID_AFTER = re.compile(r",? (\w+)")
# "Ellie Kaufman and Joohee Cho contributed to this report"
CONTRIBUTED = re.compile(
    r"(?: in(?: [A-Z][\w.]+){1,3})?(?:(?:,| and|, and)(?: \w+ in)?(?: [A-Z][\w.’'-]+){1,4}"
    r"(?: in(?: [A-Z][\w.]+){1,3})?){0,3},? (?:contributed|reported from) "
)
ACCORDING = re.compile(
    r"(?:[Aa]ccording to|[Ii]nterview with|(?<![\w-])[Nn]amed|[Ss]ucceeded by|[Rr]eplaced by) $"
)
BY = re.compile(
    r"(?:(?:[Hh]eaded|[Cc]haired|[Ll]ed|[Aa]ccompanied|[Rr]eporting|[Ee]diting|[Ww]ritten|[Cc]ompiled) by"
    r"|[Ii]dentified as|lawyers? for|married to|letter from) $"
)
BYLINE = re.compile(r"(?:^|\n)By $")
# What nobody but a person does, behind his name.
LIFE = re.compile(
    r",? (?:(?:also|later|then|subsequently|first|himself|herself|previously|narrowly|again|has|had|was|is"
    r"|been|would|twice|never|still) ){0,4}(?:(?:re-?)?elected\b|born (?:in|on|to|into)\b|campaigned\b"
    r"|sworn in\b|ran (?:for|as|again|unsuccessfully)\b|serve[ds]? (?:as|on|under|two|three|four|five)\b"
    r"|stood (?:for|as)\b|contested\b|resigned\b|retired\b|graduated\b|volunteered\b|studied at\b|taught at\b"
    r"|married\b|finished (?:second|third|fourth)\b"
    r"|(?:held|kept|lost|regained|retained) (?:his|her|the) seat\b"
    r"|remained a (?:member|minister)\b"
    r"|(?:a|the) (?:\w+ )?(?:member|candidate|fellow|graduate|recipient) (?:of|for|at|in)\b)"
)
# Groups that open a sentence as a name does: "Voters elected", "Communists ran for office".
GROUP = re.compile(
    r"\w+(?:ers|ors|ists|ians|crats|ives|als|ents|ants|men|women|ees|ly|ing|ed|body|self|[A-Z])"
)
DEED = re.compile(r" (?:(?:was|is|were|has|had|been|being|also|later|then) ){0,3}(\w+)")
OF_BODY = re.compile(r" (?:of|from|at|with) (?:the )?")
APPOSITION = re.compile(
    r", (?:(\d\d),|(who)\b|(?:(?:a|an|the|one of|then|former|his|her|its) )?"
    r"((?:[\w'’.-]+ ){0,5}[\w'’-]+))"
)


def spoken_of(page: Page, segment: Segment) -> bool:
    """Tells whether somebody speaks here ("…, said Li Wenhua"), or is told to be an analyst."""
    text, lexicon = page.text, words()
    before = text[max(0, segment.start - 24) : segment.start]
    if ACCORDING.search(before):
        return True
    if is_credited(page, segment):
        return True
    said = SAID_BEFORE.search(before)
    if (
        said
        and said[1] in ("said", "says", "asked", "added")
        and text[segment.end : segment.end + 1] in (".", ",", ";", "")
    ):
        return True
    after = text[segment.end : segment.end + 90]
    if CONTRIBUTED.match(after):
        return True
    verb = SAID_AFTER.match(after)
    if (deed := DEED.match(after)) and deed[1] in lexicon.deeds:
        return True
    if verb and verb[1] in lexicon.speech:
        return True
    if (of := OF_BODY.match(text, segment.end)) and (page.is_body(of.end()) or _represents(page, of)):
        return True
    apposition = APPOSITION.match(after)
    if not apposition:
        return False
    return bool(apposition[1] or apposition[2]) or not lexicon.appositions.isdisjoint(
        apposition[3].lower().split()
    )


def acts_alone(page: Page, segment: Segment) -> bool:
    """Tells whether a common surname alone does what people do: "Rodriguez said", "Petrov was arrested"."""
    word = segment.words[0].text
    if word.lower() in words().words_too:
        return False
    if not is_known_surname(word):
        return lives_alone(page, segment)
    deed, lists = DEED.match(page.text, segment.end), words()
    if page.text.startswith((",", "."), segment.end) and page.text.endswith(SAYS, 0, segment.start):
        return True  # "…,” said Lewis, who has studied them"
    return deed is not None and any(deed[1] in verbs for verbs in (lists.deeds, lists.speech, lists.careers))


def lives_alone(page: Page, segment: Segment) -> bool:
    """Tells whether an unknown word has a life that only a person has: "Kardell was re-elected in 1949"."""
    word = segment.words[0].text
    plain = len(word) > 2 and word.replace("-", "").isalpha() and is_surname(word)
    if not plain or GROUP.fullmatch(word) or segment.titled:
        return False
    return LIFE.match(page.text, segment.end) is not None


def is_credited(page: Page, segment: Segment) -> bool:
    """Tells whether the words before a name say that a person did something: "Reporting by", "chaired by"."""
    by = BY.search(page.text, max(0, segment.start - 24), segment.start)
    if by is None and page.text.endswith("By ", 0, segment.start):
        by = BYLINE.search(page.text, max(0, segment.start - 4), segment.start)
    return by is not None and len(segment.words) > 1 and all(is_surname(w.text) for w in segment.words[1:])


def _represents(page: Page, of: re.Match[str]) -> bool:
    """Tells whether the state behind a name has its say through somebody: "of the Soviet Union said"."""
    state = page.at.get(of.end())
    if state is None or state.entity.type is not EntityType.STATE or not of[0].startswith(" of "):
        return False
    verb = SAID_AFTER.match(page.text, state.end)
    return verb is not None and (verb[1] in words().speech or verb[1] in words().refusals)
