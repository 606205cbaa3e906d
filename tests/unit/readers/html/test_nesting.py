from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from checker.readers.html.elements import names
from checker.readers.html.leaves import is_shallow
from checker.readers.html.nesting import is_surely_flat

TAG = re.compile(r"<()(/?)([A-Za-z0-9]+)[^>]*>")
NAMES = names("a b font i p div span li ul td tr table form h1 svg path object dd dl s option")
TAGS = st.lists(st.sampled_from([f"<{slash}{name}>x" for name in sorted(NAMES) for slash in ("", "/")]), max_size=60)
IMPLIED = 3  # html, body, p
IMPLIED_IN_TABLE = 5


def depth(page: str) -> int:
    node, deepest = LexborHTMLParser(page).root, 0
    stack = [(node, 1)] if node else []
    while stack:
        node, at = stack.pop()
        deepest = max(deepest, at)
        stack.extend((child, at + 1) for child in node.iter(include_text=False))
    return deepest


def is_flat(page: str, deepest: int, most_reopened: int = 10**6) -> bool:
    return is_surely_flat(TAG.findall(page), deepest, most_reopened)


@given(TAGS.map("".join))
def test_a_parser_never_nests_deeper_than_the_bound(page: str) -> None:
    implied = IMPLIED + IMPLIED_IN_TABLE * page.count("<t") + page.count("</p")
    bound = next(bound for bound in range(99) if is_flat(page, bound))
    assert depth(page) <= bound + implied


@pytest.mark.parametrize(
    ("page", "deepest"),
    [
        ("<div><p><b>x</b></p></div>" * 50, 3),
        ("<p>x" * 50, 1),
        ("<ul>" + "<li>x" * 50 + "</ul>", 2),
        ("<p>x<br><img src=a>y</p></b></i>" * 50, 1),
        ("<DIV><P>x</p></div>" * 50, 2),
    ],
)
def test_the_bound_of_usual_markup_is_its_depth(page: str, deepest: int) -> None:
    assert is_flat(page, deepest + 1)
    assert not is_flat(page, deepest)


def test_formatting_left_open_counts_at_every_tag_behind_it() -> None:
    page = "<p><b>x</p>" + "<p>x</p>" * 9
    assert not is_flat(page, 50, most_reopened=10)
    assert is_flat(page, 50, most_reopened=30)


SOUP = st.lists(
    st.sampled_from(
        [
            *(f"<{slash}{name}>x" for name in sorted(NAMES) for slash in ("", "/")),
            *(
                "<div title='",
                '<p class="',
                "</div>'>",
                '"',
                "'",
                "<!--",
                "-->",
                '<p a=b="',
                "<br>",
                "<div a>",
                "<b x=y>",
            ),
            *("<script>", "</script>", "=", ">", "<", '<div ="', "<title>", "</title>"),
        ]
    ),
    max_size=60,
)


@given(SOUP.map("".join))
def test_a_page_called_shallow_is_no_deeper(page: str) -> None:
    implied = IMPLIED + IMPLIED_IN_TABLE * page.count("<t") + page.count("</p")
    bound = next((bound for bound in range(99) if is_shallow(page, bound, 10**6)), 99)
    assert depth(page) <= bound + implied


@pytest.mark.parametrize(
    "page",
    [
        "<div title='></div>'>",
        '<div a=b="x c="y></div>">',
        '<div ="x c="y></div>">',
        '<div "="x>"</div>',
        "<div<b>x</b>></div>",
        "<div><!-- </div> -->",
        "<div><script></div></script>",
        "<div/>x",
        '<div="x">x</div>',
        "<DIV>x</div>",
    ],
)
def test_an_end_tag_that_ends_nothing_peels_nothing(page: str) -> None:
    assert not is_shallow(page * 50, 50, 10**6)


def test_usual_markup_is_soon_bare() -> None:
    page = '<div class="a" id=b hidden><p style=\'x\'>甲<br/><img src="a.png" /><!-- 注 --></p>\n</div>' * 50
    assert is_shallow(page, 5, 10**6)


def test_a_page_of_unclosed_formatting_is_not_called_shallow() -> None:
    assert is_shallow("<b>" + "<p>x</p>" * 99, 50, most_reopened=600)
    assert not is_shallow("<b><i><u>" + "<p>x</p>" * 99, 50, most_reopened=600)
