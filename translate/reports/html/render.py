"""The page: one file that needs nothing but a browser, and lets nothing in that is not ours."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate import __version__
from translate.languages import language as facts
from translate.reports.html import payload, tallies
from translate.reports.html.anchors import anchors
from translate.reports.html.model import RUNGS, Corpus
from translate.reports.interface import LEVELS

if TYPE_CHECKING:
    from jinja2 import Template

_FOLDER = Path(__file__).parent
_STYLES = ("page.css", "article.css", "views.css", "print.css")
_SCRIPTS = ("build.js", "store.js", "filter.js", "yaml.js", "card.js", "article.js", "glossary.js",
            "search.js", "keys.js", "page.js")
"""In the order in which they are read; together they are one module."""
_SHOWN = 10
"""Rows of the lists in the summary."""


def render(corpus: Corpus) -> str:
    """`corpus` as HTML: the same corpus gives the same text; half a surrogate pair becomes a question mark."""
    style, script = _joined(_STYLES), _joined(_SCRIPTS)
    rows = tallies.rows(corpus, anchors(article.name for article in corpus.articles))
    first = [row for row in sorted(rows, key=lambda row: row.weight, reverse=True) if any(row.weight)]
    doubts = tallies.doubts(corpus)
    page: str = _template().render(
        corpus=corpus, policy=_policy(style, script), style=style, script=script, rows=rows,
        first=first[:_SHOWN], more_first=len(first[_SHOWN:]), doubts=doubts[:_SHOWN],
        more_doubts=len(doubts[_SHOWN:]), by_rule=tallies.by_rule(corpus), rungs=tallies.rungs(corpus),
        by_language=tallies.by_language(corpus), levels=tallies.levels(corpus), changed=_changed(corpus),
        segments=sum(len(article.segments) for article in corpus.articles), version=__version__,
        pieces=list(_pieces(corpus, [row.anchor for row in rows])))
    return page.encode("utf-8", "replace").decode()


def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    environment = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined,
                              trim_blocks=True, lstrip_blocks=True)
    environment.globals.update(RUNGS=RUNGS, LEVELS=LEVELS, language=facts, count=_count)
    return environment.get_template("page.html")


def _joined(names: tuple[str, ...]) -> str:
    return "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)


def _policy(style: str, script: str) -> str:
    """A Content Security Policy under which only our own style and script count, and nothing is fetched.

    Source: W3C, Content Security Policy Level 3; Trusted Types keep text from ever becoming markup.
    """
    return "; ".join(["default-src 'none'", f"style-src '{_digest(style)}'", f"script-src '{_digest(script)}'",
                      "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'",
                      "trusted-types 'none'"])


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _pieces(corpus: Corpus, names: list[str]) -> Iterator[tuple[str, str]]:
    """(id of the element, its text) for each piece of the content: gzip, base64.

    A tenth of the size of plain JSON; the browser unpacks a piece when it is asked for.
    """
    shapes = payload.Shapes()
    articles = [_packed(payload.article(article, shapes)) for article in corpus.articles]
    yield "index", _packed(payload.index(corpus, names, shapes))
    yield "uses", _packed(payload.uses(corpus))
    for number, text in enumerate(articles):
        yield f"article-{number}", text


def _packed(content: Any) -> str:
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return base64.b64encode(gzip.compress(data, mtime=0)).decode()


def _changed(corpus: Corpus) -> tuple[int, int]:
    """How many translations have changed since the previous report, and how many findings are fresh."""
    every = [side for _, _, side in tallies.sides(corpus)]
    return sum(side.changed for side in every), sum(one.fresh for side in every for one in side.findings)


def _count(number: int, one: str, many: str = "") -> str:
    """`1 error`, `1,200 errors`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
