"""Pages that nobody should have to read, as strategies for hypothesis.

Everything is over invented states and people; real-looking pages are the ones in tests/ and
examples/, with parts cut out, doubled, moved and overwritten.
"""

import json
from pathlib import Path

from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
REAL_LOOKING = sorted(
    path.read_bytes()
    for folder in ("tests", "examples")
    for suffix in ("txt", "html", "jsonl")
    for path in (ROOT / folder).rglob(f"*.{suffix}")
)
MAX_BYTES = 60_000  # code points, rather; many small pages find more than a few large ones
TAGS = (
    "html head body article main header footer nav aside section div p span a b em h1 h2 h3 ul ol "
    "li dl dd table tbody tr td th form select option textarea figure figcaption img picture video "
    "iframe script style template noscript svg math foreignObject title meta link base time "
    "blockquote q br hr pre code plaintext xmp frameset marquee"
).split()
ENTITIES = (
    "&amp; &amp &lt;b&gt; &nbsp; &#0; &#x0; &#xD800; &#xDFFF; &#1114112; &#99999999999999; &#x1F54A; "
    "&notanentity; &#; &#x; & &lol9; &CounterClockwiseContourIntegral; &#13; &#x202E; &#8205;"
).split()
HUGE = "9007199254740991"
PIECES = [
    "\0", "\x0b", "\x1b[31m", "\ufeff", "\u202e", "\u2066", "\u2069", "\u200b", "\u0301" * 40,
    "\U0010ffff", "\ufdd0", "\u2028", "\x85", "🕊️👩🏽‍🚒", "قال الوزير", "Сольберг заявила", "ソルベルグ首相",
    "]]>", "<![CDATA[", "<!--", "-->", "--!>", "<!-->", "</", "<", ">", "<?xml version='1.0'?>", "<!doctype html>",
    "<!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>&b;",
    f"<table><tr><td colspan={HUGE} rowspan={HUGE}>1", f"<ol start=-{HUGE}><li value={HUGE}>",
    "<meta charset=utf-7>", "<meta charset=utf-16>", "<meta http-equiv=refresh content=0>",
    "<base href='javascript:'>", "<a href='data:text/html,<b>'>", "<img src=x onerror=alert(1)>",
    "<p hidden>", "<p style='display:none'>", "<div aria-hidden=true>", "<style>p{display:none}</style>",
    "<meta property=og:title content='&lt;script&gt;'>", "<title><b>Pass</b></title>",
    "<time datetime=2024-13-45>", "<time datetime=2024-11-06T10:00:00+99:99>", "<html lang=xx-XX>",
    "<script type=application/ld+json>", "</script>", '{"@type":"NewsArticle"', '"headline":"\\ud800"',
    '"datePublished":"9999-99-99"', '"datePublished":["2024-11-06",{}]', '"author":[[[{"name":1}]]]', "}" * 3,
    '<link rel=canonical href="//[::">', "<figure><img><figcaption>",
]  # fmt: skip
LINES = [
    "Prime Minister Mette Solberg of Velmora said that the pass is closed.",
    "VELMORA CITY, Nov. 6 (VNA) — The two spoke for 50 minutes on Sunday, December 10.",
    "Anton Keller (left) and Mette Solberg (right). Photo: A. Berg/VNA", "By Ida Lund", "In World",
    "• 3 hours ago", "Read more", "Leave a review", "on 31 February", "February 29, 1900", "99.99.9999",
    "last Monday", "two days earlier", "the 0th of May", "in May 0000", "12/13/14", "half an hour",
    "(left", "left)", "((((", "“““", "— —", "1" * 400, "A" * 4_000, "- " * 300, "J. " * 300, "AFP/" * 200,
]  # fmt: skip
ENCODINGS = ("utf-8", "utf-16", "utf-16-le", "utf-32", "cp1251", "shift_jis", "latin-1", "utf-7")


def _tag(name: str) -> st.SearchStrategy[str]:
    value = st.sampled_from(["", "x", HUGE, "é" * 50, "a " * 2_000, "'\"><", "\0", "sidebar ad"])
    attribute = st.sampled_from(
        ["class", "id", "style", "datetime", "content", "=", "\0", "data-x"]
    )
    opening = st.builds(lambda a, v: f'<{name} {a}="{v}">', attribute, value)
    return st.one_of(st.just(f"<{name}>"), st.just(f"</{name}>"), opening, st.just(f"<{name}/"))


def _mostly(common: st.SearchStrategy, rare: st.SearchStrategy, one_in: int) -> st.SearchStrategy:
    """Draw from the rare strategy once in so many times (hypothesis has no weights)."""
    return st.integers(1, one_in).flatmap(lambda n: rare if n == 1 else common)


PIECE = _mostly(
    st.sampled_from(TAGS).flatmap(_tag),
    st.one_of(
        st.sampled_from(ENTITIES),
        st.sampled_from(PIECES),
        st.sampled_from(LINES),
        st.text(max_size=30),
    ),
    2,
)
# Mostly once; now and then as deep or as long as a page can be.
TIMES = _mostly(st.just(1), st.one_of(st.integers(1, 40), st.sampled_from([3_000, 100_000])), 4)


def _repeat(piece: str, times: int) -> str:
    return piece * max(1, min(times, MAX_BYTES // max(1, len(piece))))


def soup(separator: str = "") -> st.SearchStrategy[str]:
    """Return strategies for pieces of pages in any order, some repeated very often."""
    parts = st.lists(st.builds(_repeat, PIECE, TIMES), max_size=40)
    return parts.map(lambda found: separator.join(found)[:MAX_BYTES])


def encoded(texts: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    """Return texts as bytes, in one encoding or in several after another."""

    def encode(text: str, encoding: str) -> bytes:
        return text.encode(encoding, "replace" if encoding != "utf-8" else "surrogatepass")

    part = st.builds(encode, texts, st.sampled_from(ENCODINGS))
    return st.one_of(
        texts.map(lambda text: text.encode("utf-8", "replace")),
        part,
        st.lists(part, max_size=3).map(b"\n".join),
    )


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Return a real-looking page with parts cut, doubled, moved or overwritten."""
    page = draw(st.sampled_from(REAL_LOOKING))
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(page)))
        end = draw(st.integers(start, min(len(page), start + 500)))
        part = page[start:end]
        other = draw(
            st.one_of(
                st.just(b""),
                st.builds(lambda times, p=part: p * min(times, MAX_BYTES // (len(p) + 1)), TIMES),
                PIECE.map(lambda piece: piece.encode("utf-8", "replace")),
                st.binary(max_size=20),
            )
        )
        page = page[:start] + other + page[end:]
    return page[:MAX_BYTES]


def _json_values() -> st.SearchStrategy[object]:
    plain = st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.sampled_from([*LINES, *PIECES])
    )
    return st.recursive(plain, lambda inner: st.lists(inner, max_size=3), max_leaves=5)


KEYS = "id text title published fetched publisher url language kind side form other".split()
DATES = ["0000-00-00", "9999-12-31", "2024-11-06T25:00", "-1", "", "2024-W10-1", "0001-01-01"]


def _field(good: list[str], bad: list[str]) -> st.SearchStrategy[str]:
    return _mostly(st.sampled_from(good), st.sampled_from(bad), 20)


RECORD = _mostly(
    st.fixed_dictionaries(
        {"id": st.text(min_size=1, max_size=5), "text": soup("\n")},
        optional={
            "title": st.sampled_from(LINES),
            "published": _field(["2024-11-06", "2024-11-06T10:00:00+01:00"], DATES),
            "kind": _field(["report", "statement", "readout"], ["rumour"]),
            "form": _field(["page", "article"], ["", "\0"]),
            "url": st.sampled_from(["https://[::", "http://velmora.example/a", "\0"]),
        },
    ),
    st.dictionaries(st.sampled_from(KEYS), _json_values()),
    8,
).map(lambda record: json.dumps(record).encode("utf-8", "replace"))

TEXT_PAGES = st.one_of(encoded(soup("\n")), encoded(soup()), mutated(), st.binary(max_size=300))
HTML_PAGES = st.one_of(encoded(soup()), mutated(), encoded(soup()).map(b"<!doctype html>".__add__))
RECORDS = _mostly(RECORD, mutated(), 10)
