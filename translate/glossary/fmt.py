"""One way to write a glossary: order of keys, quotes, lines. What it says and its comments stay.

An entry stands in block style with each language on a line; what would be too wide, or has a comment
inside, is written out below its key. The order of the entries is the author's.
"""

from __future__ import annotations

from translate.errors import GlossaryError
from translate.glossary.arrange import arrange
from translate.glossary.comments import attach
from translate.glossary.layout import lines
from translate.glossary.load import parse
from translate.glossary.model import same
from translate.glossary.tree import grow


def format_glossary(text: str, path: str) -> str:
    """`text` as a glossary is written; formatting twice changes nothing more.

    Raises:
        GlossaryError: It does not load; `path` is how the message calls it.
    """
    before = parse(text, path)
    plain = text.replace("\r\n", "\n")
    root = grow(plain, path)
    attach(root, plain)
    source = root.get("source")
    arrange(root, source.text if source else "en", ordered="&" not in plain)
    start = ["---"] if plain.startswith("---") else []
    formatted = "\n".join([*start, *lines(root)]).strip("\n") + "\n"
    if not same(parse(formatted, path), before):
        raise GlossaryError([f"{path}:1:1: cannot be formatted without changing what it says; "
                             "write out its anchors (&name) and tags (!name)"])
    return formatted.replace("\n", "\r\n") if "\r\n" in text else formatted
