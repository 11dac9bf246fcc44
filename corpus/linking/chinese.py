"""Chinese names as papers wrote them until 1979: Deng Xiaoping is Teng Hsiao-p'ing."""

import re

from corpus.linking.lexicon import wade_giles_sounds

INITIAL = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
FINAL = (
    "iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|er|ia|ie|iu|ua|ui|uo|ue|a|e|i|o|u"
)
SYLLABLE = re.compile(rf"({INITIAL})?({FINAL})")
GIVEN = re.compile(rf"((?:{INITIAL})?(?:{FINAL}))((?:{INITIAL})?(?:{FINAL}))?")


def wade_giles(name: str) -> tuple[str, ...]:
    """Returns the spellings by T. F. Wade and H. A. Giles of a name in pinyin, family first.

    With the apostrophes of aspirated sounds and without them; none where the name is not of two or three
    syllables of pinyin, or is spelt the same.
    """
    family, _, given = name.partition(" ")
    parts = GIVEN.fullmatch(given.lower())
    if parts is None or not SYLLABLE.fullmatch(family.lower()):
        return ()
    written = "-".join(_syllable(part) for part in parts.groups() if part)
    old = f"{_syllable(family.lower()).capitalize()} {written[0].upper()}{written[1:]}"
    return tuple(form for form in dict.fromkeys((old, old.replace("'", ""))) if form != name)


def _syllable(syllable: str) -> str:
    sounds = wade_giles_sounds()
    if syllable in sounds["whole"]:
        return sounds["whole"][syllable]
    parts = SYLLABLE.fullmatch(syllable)
    if parts is None:
        return syllable
    initial, final = parts[1] or "", parts[2]
    return f"{sounds['initials'].get(initial, initial)}{sounds['finals'].get(final, final)}"
