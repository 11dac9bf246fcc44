"""Acts without a date that are no news: what is known, what once befell somebody, what was said before."""

from datetime import date

from corpus.events.candidates import Candidate
from corpus.events.clauses import Opener
from corpus.events.doers import Scene
from corpus.events.history import Age
from corpus.events.kinds import WORDS
from corpus.events.lexicon import lexicon
from corpus.events.page import HEAD, Page
from corpus.events.standing import pieces_of
from corpus.events.verbs import Voice
from corpus.model import EntityType, Kind, Mention

_PERSONS = {"he", "she", "they"}
_OPENING = 8  # tokens
_EPOCH = 5  # tokens
_EPOCHS = {"war", "invasion", "pandemic", "crisis", "coup", "revolution", "annexation"}
_TILL_NOW = 3  # tokens
_SO_FAR = ("until now", "up to now", "so far", "thus far", "to date")
# Words that only tell that somebody goes on speaking.
_BARE = {
    "say", "tell", "add", "note", "state", "report", "write", "post", "comment", "remark", "explain", "quote",
}  # fmt: skip
_ENDED = {"SUN": date(1992, 12, 31)}  # states that are no more, a year after their end
_CHARGING = {"deny", "accuse", "allege", "claim", "charge"}
_PROSECUTING = {"prosecutors", "prosecutor", "investigators", "prosecution", "authorities"}
_STAGING = {"when", "after", "since", "before", "while", "as", "once"}
_LED, _ONE = {"in", "at", "during"}, {"a", "an", "his", "her", "its", "their"}
_BEFALLING = {Kind.COERCE, Kind.ASSAULT}


def is_background(page: Page, scene: Scene, act: Candidate) -> bool:
    """Whether an act without a date tells what came before the news, or goes on with words told before."""
    return (
        _said_before(page, scene, act)
        or _is_of_a_life(page, act)
        or _is_known(page, scene, act)
        or any(_is_no_more(page, mention) for mention in act.roles.sources)
        or _follows_nothing(page, scene, act)
        or _is_of_long(page, scene, act)
        or _is_position(page, scene, act)
        or _goes_on_speaking(page, scene, act)
        or _is_of_stage(page, scene, act)
        or _is_till_now(scene, act)
        or _is_before_it_all(scene)
        or (page.read > 0 and _is_recent(scene, act))
        or (page.is_in_flashback() and scene.tokens[0].low in _PERSONS | {"it"})
    )


def _is_position(page: Page, scene: Scene, act: Candidate) -> bool:
    """As in "He has denied any wrongdoing", "Prosecutors accused him": what is known below the head.

    Where the title or the first sentence tells of it, or somebody is quoted, it is the news.
    """
    tokens, lemma = scene.tokens, scene.tokens[act.trigger].lemma
    if page.read == 0 or lemma not in _CHARGING or any(token.quoted for token in tokens):
        return False
    if tokens[act.trigger].low[:5] in page.thread.subject:
        return False
    behind = {token.low for token in tokens[act.trigger + 1 : act.trigger + 4]}
    blamed = not behind.isdisjoint(lexicon().mood["blame"])
    denies = lemma == "deny" and (blamed or (act.use is not None and act.use.perfect and "any" in behind))
    first = scene.clauses[act.clause].start
    charges = page.read >= HEAD and any(t.low in _PROSECUTING for t in tokens[first : act.trigger])
    return denies or (lemma != "deny" and charges)


def _is_of_long(page: Page, scene: Scene, act: Candidate) -> bool:
    """As in "Seoul and Tokyo have accused it of selling arms", below the first sentence: for long."""
    lands = {mention.country for mention in act.roles.sources}
    charge = act.meaning.kind in {Kind.ACCUSE, Kind.REJECT} and len(lands) > 1 and page.read > 0
    said = any(token.lemma in lexicon().report for token in scene.tokens[act.trigger + 1 :])
    return charge and act.use is not None and act.use.perfect and not said


def _goes_on_speaking(page: Page, scene: Scene, act: Candidate) -> bool:
    """As in "In his May statement, Pompeo blamed Moscow. “It cheats,” he said": more of old words."""
    edge = act.use.edge if act.use else 0
    he = edge > 0 and scene.tokens[edge - 1].low in _PERSONS
    spoke = any(t.lemma and (t.lemma in lexicon().report or t.low == "charged") for t in page.tokens)
    return he and act.report and spoke and page.around.before is Age.OLD and not page.around.fresh


def _is_of_stage(page: Page, scene: Scene, act: Candidate) -> bool:
    """As in "When he was nominated, he vowed": at a stage of a life that the first sentence does not tell."""
    if page.read == 0:
        return False
    for k in (act.clause - 1, act.clause + 1):
        clause = scene.clauses[k] if 0 <= k < len(scene.clauses) else None
        if clause is None or clause.opener is not Opener.SUB or clause.word not in _STAGING:
            continue
        text = f" {' '.join(token.low for token in scene.tokens[clause.start : clause.end])} "
        stages = (stage for stage in lexicon().mood["stages"] if f" {stage} " in text)
        if any(page.thread.subject.isdisjoint(stage.split()) for stage in stages):
            return True
    return False


def _is_before_it_all(scene: Scene) -> bool:
    """As in "Before the war, Russia imported it", "prior to the invasion": in a time that is over."""
    low = [token.low for token in scene.tokens[:_EPOCH]]
    led = low[:1] == ["before"] or low[:2] == ["prior", "to"]
    return led and "the" in low[:3] and not _EPOCHS.isdisjoint(low)


def _is_till_now(scene: Scene, act: Candidate) -> bool:
    """As in "Until now, Seoul has only sent aid", "So far Moscow has rejected it": what has held for long."""
    words = ((token.time.text.lower() if token.time else token.low) for token in scene.tokens[:_TILL_NOW])
    opening = " ".join(words)
    perfect = act.use is not None and act.use.perfect
    return perfect and any(
        words in opening for words in ("until now", "up to now", "so far", "thus far", "to date")
    )


def _is_recent(scene: Scene, act: Candidate) -> bool:
    """As in "Said in a recent speech": words of a day that is not told."""
    words = [token.low for piece in pieces_of(scene, act) for token in scene.tokens[piece.start : piece.end]]
    return any(
        words[k] in _LED and words[k + 1] in _ONE and words[k + 2] == "recent" for k in range(len(words) - 2)
    )


def _is_no_more(page: Page, actor: Mention) -> bool:
    """Whether somebody cannot act any more: the dead, and the Soviet Union after its end."""
    today = page.document.today
    gone = _ENDED.get(actor.country or "")
    ended = gone is not None and today is not None and today > gone and not page.in_head()
    return ended or actor.entity in page.dead


def is_of_old(page: Page, scene: Scene, act: Candidate) -> bool:
    """As in "It sent shells to Russia. In 2022 it sold rockets": told among old dates, below the head.

    Words may still be those of the news, which calls to mind why they are said: where somebody is quoted or
    says something, or where they take up what the news is of ("urged all to condemn the launch").
    """
    around, deed = page.around, act.meaning.kind not in WORDS
    if page.read == 0 or (page.in_head() and page.older_news()):
        return False
    if deed and around.is_old and (around.continues_old or not page.in_head()):
        return True
    history = around.continues_old or around.between_old or page.thread.is_history or (deed and around.amid)
    return history and not _speaks(scene, act) and not page.thread.back


def _speaks(scene: Scene, act: Candidate) -> bool:
    """Whether somebody is heard: "said that", "told reporters", or words in quotes."""
    says = act.report or act.meaning.kind is Kind.STATEMENT
    return says or any(token.quoted for token in scene.tokens)


def _is_of_a_life(page: Page, act: Candidate) -> bool:
    """As in "He was detained while on a trip", below the head: what once befell whom the news is of."""
    passive = act.use is not None and act.use.voice is Voice.PASSIVE and not act.use.perfect
    befell = passive and act.meaning.kind in _BEFALLING and page.read >= HEAD - 1 and not page.told
    befell = befell and (act.meaning.kind is Kind.ASSAULT or not act.roles.sources)
    return befell and any(mention.type is EntityType.PERSON for mention in act.roles.targets)


def _is_known(page: Page, scene: Scene, act: Candidate) -> bool:
    """As in "As the agency reported earlier, Seoul warned", or what the head took up in a relative clause."""
    opening = [token.low for token in scene.tokens[:_OPENING]]
    reported = opening[0] == "as" and "earlier" in opening
    sources = {mention.entity for mention in act.roles.sources}
    return reported or (page.read > 0 and page.is_known(scene.tokens[act.trigger].lemma, sources))


def _follows_nothing(page: Page, scene: Scene, act: Candidate) -> bool:
    """As in "He was held for months. He later pleaded guilty and was jailed": later than what has no date."""
    if page.before or page.here or page.read == 0 or act.report:
        return False
    clause = scene.clauses[act.clause]
    joined = clause.opener is Opener.AND and act.clause > 0
    first = scene.clauses[act.clause - 1].start if joined else clause.start
    low = [token.low for token in scene.tokens[first : clause.end]]
    return any(low[k] in _PERSONS and "later" in low[k + 1 : k + 3] for k in range(len(low)))


def _said_before(page: Page, scene: Scene, act: Candidate) -> bool:
    """Whether an undated statement only goes on with the words of somebody who has spoken already."""
    spoke = any(mention.entity in page.spoke for mention in act.roles.sources)
    return act.meaning.kind is Kind.STATEMENT and spoke and not _says_anew(scene, act)


def _says_anew(scene: Scene, act: Candidate) -> bool:
    """Whether words tell more than that somebody goes on: "hinted at talks", "said that", words of others."""
    content, behind = act.clause + 1, scene.tokens[act.trigger + 1 : act.trigger + 2]
    told = content < len(scene.clauses) and scene.clauses[content].opener is Opener.CONTENT
    if told or not act.report or any(token.low == "that" for token in behind):
        return True
    if scene.tokens[act.trigger].lemma not in _BARE:
        return True
    own = {side for mention in act.roles.sources for side in (mention.entity, mention.country)}
    words = scene.tokens[: act.trigger]
    return any(t.mention and not {t.mention.entity, t.mention.country} & own for t in words)
