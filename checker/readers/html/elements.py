"""What browsers do with elements: which begin a new line, which are never shown, which hold nothing."""

from __future__ import annotations


def names(words: str) -> frozenset[str]:
    """Give the set of ``words``, set off by blanks."""
    return frozenset(words.split())


BLOCKS = names(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead"
    " tr ucapcontent ucaptitle ul"
)
UNSEEN = names(
    "applet area audio base canvas datalist embed frame frameset head iframe link math meta noembed noframes noscript object"
    " optgroup option param rp rt script select style svg template textarea title track video"
)
EMPTY = names(
    "area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr"
)
RAW = names("iframe noembed noframes script style")
RAW_SHOWN = names("plaintext xmp")
"""Elements that hold no markup; of these the content is shown as it is."""
STRUCK = names("del s strike")
"""Words that the author took back."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = names("dir menu ol ul")
HOLDING = names("article body center div form main section table td ucapcontent")
"""Elements that may hold a page's article."""
PLAIN = BLOCKS - HOLDING - LISTS - HEADINGS.keys() - names("li pre tbody tfoot th thead tr")
"""Blocks of which only the line matters that they begin and end."""
HIDDEN = (
    ",".join(
        f'[style*="{rule}" i]' for rule in ("display:none", "display: none", "visibility:hidden", "visibility: hidden")
    )
    + ",[hidden]"
)
"""Selector of what is not shown by its own word; what style sheets hide cannot be told."""
