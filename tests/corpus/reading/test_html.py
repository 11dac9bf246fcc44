from datetime import date

import pytest

from corpus import Document, UnreadableDocument, read

STORY = (
    "<p>The foreign ministers of the allies met on Thursday and agreed to answer the launch together.</p>"
    "<p>“We are ready,” the minister said. She left on Friday for talks in Tokyo with her colleague.</p>"
    "<p>The next meeting is to be held in Washington in October, a spokesman of the ministry said.</p>"
)
TEXT = STORY.replace("</p><p>", "\n\n").replace("<p>", "").replace("</p>", "")


def page(head: str = "", before: str = "", after: str = "", story: str = STORY) -> Document:
    body = f"<article><h1>Allies meet in Seoul</h1>{before}{story}{after}</article>"
    head = f"<head><title>Allies meet in Seoul</title>{head}</head>"
    (document,) = read(f"<!DOCTYPE html><html lang='en-GB'>{head}<body>{body}</body></html>".encode())
    return document


def described(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_a_page_gives_its_story_without_its_title() -> None:
    document = page()
    assert document.text == TEXT
    assert (document.title, document.language, document.published) == ("Allies meet in Seoul", "en", None)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2023-09-14T23:30:00-04:00">',
        '<meta name="pubdate" content="20230914">',
        '<meta name="DC.date.issued" content="2023-09-14">',
        '<meta itemprop="datePublished" content="Thu, 14 Sep 2023 08:00:00 GMT">',
        described('{"@type":"NewsArticle","datePublished":"2023-09-14T08:00:00+09:00"}'),
        described(
            '{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},'
            '{"@type":["Article","NewsArticle"],"datePublished":"2023-09-14"}]}'
        ),
        described('[{"@type":"ReportageNewsArticle","datePublished":"2023-09-14"}]'),
        described('{"broken": "a "quote", "datePublished": "2023-09-14T01:00"}'),
    ],
)
def test_metadata_dates_the_page_in_the_zone_it_was_written_in(head: str) -> None:
    document = page(head)
    assert (document.published, document.published_from) == (date(2023, 9, 14), "metadata")


def test_a_zone_of_its_own_counts_more_than_utc() -> None:
    head = (
        described('{"@type":"NewsArticle","datePublished":"2023-09-15T03:30:00Z"}')
        + '<meta property="article:published_time" content="2023-09-14T23:30:00-04:00">'
    )
    assert page(head).published == date(2023, 9, 14)


def test_the_day_that_the_page_shows_counts_more_than_utc() -> None:
    head = '<meta property="article:published_time" content="2023-09-14T23:30:00Z">'
    document = page(head, before="<p>Sept. 15, 2023 - 08:30</p>")
    assert document.published == date(2023, 9, 15)
    assert document.text == TEXT


def test_the_shown_time_dates_a_page_without_metadata() -> None:
    document = page(before='<time datetime="2023-09-14T08:00:00+09:00">14 September</time>')
    assert document.published == date(2023, 9, 14)


def test_times_of_other_articles_do_not() -> None:
    document = page(
        after='<aside><ul><li><time datetime="2020-01-01">1 January 2020</time> Other</li></ul></aside>'
    )
    assert document.published is None


def test_the_address_dates_a_page_that_nothing_else_does() -> None:
    document = page('<link rel="canonical" href="https://a.example/2023/09/14/allies">')
    assert (document.published, document.published_from) == (date(2023, 9, 14), "url")
    assert document.url == "https://a.example/2023/09/14/allies"


def test_the_year_of_the_address_completes_the_dateline() -> None:
    story = STORY.replace("<p>The foreign", "<p>SEOUL, Sept. 14 (Yonhap) -- The foreign")
    document = page('<link rel="canonical" href="https://a.example/2023/view/7">', story=story)
    assert (document.published, document.publisher) == (date(2023, 9, 14), "Yonhap")
    assert document.text == TEXT


def test_who_published_and_wrote_it() -> None:
    document = page(
        '<meta property="og:site_name" content="The Daily Bulletin">'
        + described(
            '{"@type":"NewsArticle","headline":"Allies meet",'
            '"author":[{"name":"Jane Roe"},{"name":"John Doe"}],"publisher":{"name":"Bulletin Ltd"}}'
        )
    )
    assert (document.publisher, document.byline) == ("The Daily Bulletin", "Jane Roe, John Doe")


@pytest.mark.parametrize(
    "before",
    [
        '<p class="meta">By Jane Roe | March 14, 2017</p>',
        "<p>By Jane Roe</p>",
        '<p class="byline">By <a href="x">Jane Roe</a></p>',
        '<div class="article-author">Jane Roe</div>',
        '<span itemprop="author">Jane Roe</span>',
        '<a rel="author" href="x">Jane Roe</a>',
        "<p>Jane Roe, Tokyo</p>",
        "<p>Jane Roe in Seoul</p>",
        "<address>By Jane Roe, Harbor Tribune</address>",
        "<div><span>By</span> <b>Jane Roe</b></div>",
        '<p data-testid="byline-name">By Jane Roe and agencies</p>',
    ],
)
def test_the_author_whom_the_page_only_shows(before: str) -> None:
    document = page(before=before)
    assert document.byline == "Jane Roe"
    assert document.text == TEXT


@pytest.mark.parametrize(
    "json",
    [
        '{"@type":"NewsArticle","headline":"H","author":"By Jane Roe"}',
        '{"@type":"NewsArticle","headline":"H","author":["Jane Roe"]}',
        '{"@type":"NewsArticle","headline":"H","creator":{"@type":"Person","name":"Jane Roe"}}',
        '{"@graph":[{"@id":"j","name":"Jane Roe"},{"@type":"Article","headline":"H","author":{"@id":"j"}}]}',
        '[[{"@type":"Article","headline":"H","author":[{"name":"Jane Roe","url":"x"}]}]]',
        '{"@type":"Article","headline":"a "b"","datePublished":"2023-09-14","author":{"name":"Jane Roe"},}',
        '{"@type":"Article","datePublished":"2023-09-14","author":[{"@type":"Person","name":"Jane Roe"}]',
        '<!-- {"@type":"Article","headline":"H","author":{"name":"Jane Roe"}} -->',
        '//<![CDATA[ {"@type":"Article","headline":"H","author":{"name":"Jane Roe"}} //]]>',
        '{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"H","author":{"name":"Jane Roe"}}}',
    ],
)
def test_the_author_in_json_ld_of_any_shape(json: str) -> None:
    assert page(described(json)).byline == "Jane Roe"


def test_the_publisher_is_no_author() -> None:
    json = '{"@type":"Article","headline":"H","author":{"name":"Bulletin"},"publisher":{"name":"Bulletin"}}'
    assert (page(described(json)).byline, page(described(json)).publisher) == (None, "Bulletin")


@pytest.mark.parametrize(
    "body",
    [
        f"<div>Allies meet in Seoul</div><div>By Jane Roe</div><div>September 14, 2023</div>{STORY}",
        f"<div><h1>Allies meet in Seoul</h1><div>14 September 2023</div><div>{STORY}</div></div>",
        "<div><h1>Allies meet in Seoul</h1><i>Sept. 14, 2023</i><div>"
        + STORY.replace("<p>", "").replace("</p>", "<br><br>")
        + "</div></div>",
        "<table><tr><td><b>Allies meet in Seoul</b><br>The Daily Bulletin, September 14, 2023<hr>"
        + STORY
        + "<hr>Print | Close window</td></tr></table>",
        f"<amp-sidebar>Home</amp-sidebar><article><h1>Allies meet in Seoul</h1><amp-img src='x'></amp-img>"
        f"<p>Published: September 14, 2023</p>{STORY}<amp-ad></amp-ad></article>",
    ],
)
def test_a_page_of_another_make_has_its_story_and_its_day(body: str) -> None:
    (document,) = read(
        f"<html><head><title>Allies meet in Seoul</title></head><body>{body}</body></html>".encode()
    )
    assert document.text == TEXT
    assert (document.title, document.published) == ("Allies meet in Seoul", date(2023, 9, 14))


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 20_000,
        "<p>a" * 5_000,
        "<table><tr><td>" * 5_000,
        "<h1>" + "<span>By </span>" * 20_000,
        "&amp;" * 20_000,
        "<p>\x1b]52;c;AAAA\x07\x1b[31mred\x01\x0b\x1f\ufffe</p>",
        described("[" * 50_000),
        described("[" + "{}," * 50_000 + "{}]"),
        described('{"author":' * 5_000),
        described('{"a":{"datePublished":"2023-09-14"}}') * 2_000,
        "<meta name='date' content='2023-09-14'>" * 10_000,
        "<time datetime='2023-09-14'>x</time>" * 3_000,
    ],
)
def test_a_hostile_page_is_read_to_its_end(hostile: str) -> None:
    found = list(read(f"<html><body>{hostile}{STORY}".encode(), skipped=lambda _: None))
    assert len(found) <= 1


def test_the_name_after_the_bar_is_the_publisher() -> None:
    document = page('<meta property="og:title" content="Allies meet in Seoul | The Daily Bulletin">')
    assert (document.title, document.publisher) == ("Allies meet in Seoul", "The Daily Bulletin")


def test_captions_lists_and_notices_of_a_page_are_no_story() -> None:
    document = page(
        before="<figure><img src='x'><figcaption>They shake hands. (AP Photo/J Roe)</figcaption></figure>",
        after="<p>Related: <a href='x'>Another story</a></p><p>Sign up for our newsletter</p>"
        "<h3>Most read</h3><ul><li><a href='1'>Story one about it</a></li><li>Story two</li></ul>"
        "<p>© 2023 The Daily Bulletin. All rights reserved.</p>",
    )
    assert document.text == TEXT
    assert document.publisher == "The Daily Bulletin"


def test_a_page_in_tables_and_fragments_is_read() -> None:
    (document,) = read(f"<table><tr><td>{STORY}</td></tr></table>".encode())
    assert "agreed to answer the launch together." in document.text
    (fragment,) = read(b"<p>The envoy left on Friday.")
    assert fragment.text == "The envoy left on Friday."


@pytest.mark.parametrize(
    "page_bytes",
    [
        b"<html><body>" + b"<div>" * 200 + b"<p>The envoy left on Friday.</p>",
        b"<html><p>The envoy left on Friday.</p><script>alert(1)</script><!-- <p>x</p> -->",
        b"<?xml version='1.0' encoding='utf-8'?><html><body><p>The envoy left on Friday.</p></body></html>",
        b"<html><head><meta charset='no-such-thing'></head><body><p>The envoy left on Friday.</p></body>",
    ],
)
def test_odd_pages_do_not_break_the_reader(page_bytes: bytes) -> None:
    (document,) = read(page_bytes)
    assert "The envoy left on Friday." in document.text
    assert "alert" not in document.text


@pytest.mark.parametrize(
    "reference",
    ["&#0;", "&#0a", "&#x1b;", "&#x0000B;", "&#xD800;", "&#xffff;", "&#1114112;", "&#x" + "9" * 9999],
)
def test_references_to_what_is_no_character_are_left_out(reference: str) -> None:
    (document,) = read(
        f"<html><body><p>The envoy&#8217;s plane left{reference} on Friday.</p></body>".encode()
    )
    assert document.text.replace("lefta", "left") == "The envoy’s plane left on Friday."


def test_a_page_nested_beyond_reason_is_read_or_named() -> None:
    errors: list[UnreadableDocument] = []
    documents = list(read(b"<html><body>" + b"<div>" * 50_000 + b"<p>He left.</p>", skipped=errors.append))
    assert len(documents) + len(errors) == 1
