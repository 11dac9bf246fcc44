from pathlib import Path

import pytest

from corpus import UnreadableDocument, read
from corpus.cleaning import Form, article_of, blocks, form_of
from corpus.cleaning.cues import cues

CASES = Path(__file__).parents[2] / "cases"
BEFORE = "The envoy arrived in Seoul on Thursday. He met the minister and went to the border."
AFTER = "He leaves on Saturday, his office said."


def kept(*between: str) -> list[str]:
    return [block.text for block in article_of(blocks("\n\n".join([BEFORE, *between, AFTER])))]


@pytest.mark.parametrize(
    "prose",
    [
        "He left.",
        "“No comment.”",
        "“I do not rule this out.”",
        "What happens next?",
        "Not much!",
        "Washington not impressed",
        "The vote was 12-3, with two abstentions",
        "Share prices in Seoul fell by two percent after the launch.",
        "Advertising for the army has begun in Moscow.",
        "Home to 28,500 U.S. troops, the country has long relied on them.",
        "Related companies were also placed under sanctions on Thursday.",
        "Comments by the minister drew protest in Tokyo.",
        "Read out in court, the letter named three officers.",
        "Photos published by state media showed the leader at the site.",
        "Satellite images taken on Tuesday show new buildings at the site.",
        "The picture showed him with two officers, the ministry said.",
        "The leaders shook hands for the cameras (and smiled).",
        "Kim attends few meetings abroad.",
        "Kim (left in 2011 as heir) spoke of the army’s “sacred duty”.",
        "Cookies and tea were served before the talks, a reporter said.",
        "Users of the app were asked to sign up again, the ministry said.",
        "Russia asked its citizens to subscribe to bonds for the war.",
        "You can call it a treaty, he said, but it is no alliance.",
        "“Follow us,” the officer shouted, according to a witness.",
        "The English text is at the ministry’s site, https://a.example, it said.",
        "Tag the ships, the council told its members.",
        "Source of the leak was an officer, the court heard.",
        "Copyright law was no issue in the talks, he said.",
        "Most viewed the treaty as a threat.",
        "The most read paper in the country printed it on Friday.",
        "This story has two sides, the minister said.",
        "More from the two ministers is expected on Monday, he added.",
        "By Friday the troops had left.",
        "3,000 soldiers were sent to Kursk in October.",
        "Yonhap reported that the launch had failed.",
        "1. The parties will meet again in the spring.",
        "(Neither side named a date.)",
        "Q: Will you meet him again?",
        "The two leaders met in Vladivostok, Russia, on September 13, 2023.",
        "After a tense night, they left it. Crowds gather outside in Seoul, Korea, May 3, 2023.(Reuters)",
        "Kim paid a visit to a shipyard in Vladivostok, Russia, on September 13, 2023.",
        "북한은 13일 미사일을 발사했다.",
        "Встреча прошла в среду.",
    ],
)
def test_prose_and_headings_stay(prose: str) -> None:
    assert kept(prose) == [BEFORE, prose, AFTER]


@pytest.mark.parametrize(
    "furniture",
    [
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Article continues after advertisement",
        "Story continues below this advertisement",
        "Share",
        "Share this article",
        "Facebook Twitter WhatsApp Email",
        "Facebook | Twitter | Reddit | Copy link",
        "Share on Facebook",
        "Skip to toolbar",
        "Skip to main content",
        "Home | World | Asia | Korea",
        "Click here to subscribe",
        "5 min read",
        "3 Comments | 12 Shares",
        "Sign up for our free daily newsletter",
        "Get the latest news delivered to your inbox.",
        "Follow us on Twitter and Facebook.",
        "Follow @dailybulletin on X",
        "Download our app for the latest news.",
        "This website uses cookies to give you the best experience. By clicking you agree.",
        "We and our partners use cookies on this site.",
        "© 2023 The Daily Bulletin. All rights reserved.",
        "Copyright 2023 The Daily Bulletin",
        "This material may not be published, broadcast, rewritten or redistributed without permission.",
        "Disclaimer: The views expressed are those of the author.",
        "Read more: Minister to visit Tokyo next week.",
        "Read also: Minister to visit Tokyo",
        "Related: Minister to visit Tokyo",
        "READ MORE | Minister to visit Tokyo",
        "Watch: Minister speaks in Tokyo",
        "Source: Reuters",
        "-Agencies",
        "(With inputs from agencies)",
        "(Reporting by Jane Roe; Editing by John Doe)",
        "Additional reporting by Jane Roe in Tokyo.",
        "Jane Roe is a reporter covering defence. Follow her on X at @janeroe.",
        "Contact the reporter at jane.roe@bulletin.example.",
        "Tags: envoy, alliance, Seoul",
        "#Seoul #alliance",
        "(END)",
        "###",
        "https://a.example/x",
        "Photo: Reuters",
        "(Photo by AFP)",
        "AP Photo/Jane Roe",
        "Jane Roe/AFP",
        "The leader speaks at a meeting in Pyongyang on Friday. (KCNA via REUTERS)",
        "The minister (center) and two officials in Seoul on Friday. (Ministry of Foreign Affairs)",
        "The leaders pose for photos before a dinner in Hamburg, July 6, 2017. (Photo by AFP)",
        "This handout photo taken on September 5, 2017 shows vessels in a drill. (Photo by AFP)",
        "In this photo released by the ministry, the leader, left, shakes hands with the minister.",
        "FILE - The president speaks at a summit in Seoul, May 22, 2022.",
        "FILE PHOTO: The envoy arrives at the airport in Seoul, South Korea, May 3, 2023. REUTERS/Jane Roe",
        "A TV screen shows a report on the launch at a station in Seoul. | AP",
        "A missile is launched in this undated photo. [Yonhap]",
        "People watch a news broadcast at Seoul Station in Seoul on Sept. 14. [NEWS1 PHOTO]",
        "Crowds gather outside after the judges removed the minister, in Seoul, Korea, May 3, 2023.(Reuters)",
        "The leader signs a book during a visit, where he met officers, in Artyom, Russia, May 3, 2023.",
        "The envoy disembarks from his plane at Incheon on May 3, 2023.",
    ],
)
def test_page_furniture_and_captions_go(furniture: str) -> None:
    assert kept(furniture) == [BEFORE, AFTER]


def test_a_caption_is_known_by_the_credit_below_it() -> None:
    assert kept("The leader speaks to officers at the site.", "AP Photo/Jane Roe") == [BEFORE, AFTER]


def test_a_repeated_paragraph_is_told_once_and_a_repeated_title_never() -> None:
    assert kept("Envoy leaves for home", AFTER, "Envoy leaves for home") == [BEFORE, AFTER]


def test_a_page_without_full_stops_is_left_as_it_is() -> None:
    lines = ["The envoy arrived on Thursday", "He met the minister on Friday", "He left on Saturday"]
    assert [block.text for block in article_of(blocks("\n".join(lines)))] == lines


def test_nothing_but_furniture_is_no_article() -> None:
    with pytest.raises(UnreadableDocument, match="has no article"):
        list(read(b"Advertisement\n\nShare\n\nSign up for our newsletter\n"))


def test_the_words_of_a_cue_stand_wherever_its_pattern_is_found() -> None:
    lines = [line for page in CASES.glob("*/*.*") for line in page.read_text(encoding="utf-8").splitlines()]
    for cue in (*cues().phrases.cues, *cues().captions.cues):
        found = [line for line in lines if cue.pattern.search(line)]
        assert [line for line in found if not cue.may_stand_in(line.lower())] == []


def test_a_long_paragraph_is_prose_whatever_it_begins_with() -> None:
    assert form_of("Related: " + "the envoy met the minister and left again " * 20) is Form.PROSE


@pytest.mark.parametrize(
    "unit",
    [
        "Share ",
        "a. ",
        "By Kim ",
        "(Photo ",
        "| ",
        "Kim (left) ",
        "Most viewed\n\n",
        "2023-09-14 ",
        "x\n",
        "Facebook ",
        "- ",
        "Home , ab ",
        "Share|",
        "Share | ",
        "a@",
        "a@a.",
        ". (AAA ",
        "( ",
        "1 2 3",
        "READ MORE: ",
        "By A B, ",
        "Left: ",
        "this article was ",
        "Title: a\n b\n",
        "HD a\nPD b\n",
        "Length: 5 words\nBody\n",
        "[a b c] ",
    ],
)
def test_hostile_repetition_is_read_to_its_end(unit: str) -> None:
    list(read((unit * (40_000 // len(unit))).encode(), skipped=lambda _: None))
