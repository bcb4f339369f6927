"""A machine's translation as text, so that it comes back from the memory just as it was.

What the sentence's mentions say of the glossary is not part of it: those are today's.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from translate.records import Mention, Rendered, Span, Step, Translation


def dump(translation: Translation) -> str:
    """The translation as JSON."""
    steps = [[step.name, *_pair(step.span), step.before, step.after, step.entry] for step in translation.steps]
    links = [[*_pair(here), *_pair(there)] for here, there in translation.links]
    mentions = [[one.rung, _pair(one.span) if one.span else None, one.before, one.after, one.change]
                for one in translation.mentions]
    content = {"text": translation.text, "score": translation.score, "steps": steps, "links": links,
               "mentions": mentions}
    return json.dumps({key: value for key, value in content.items() if value != []}, ensure_ascii=False,
                      separators=(",", ":"))


def load(payload: str, mentions: Sequence[Mention]) -> Translation | None:
    """The translation in `payload` of a sentence with `mentions`; None where it is none of it."""
    try:
        content: dict[str, Any] = json.loads(payload)
        rendered = content.get("mentions", [])
        if len(rendered) != len(mentions):
            return None
        return Translation(
            content["text"], "model", content["score"],
            tuple(Step(name, Span(start, end), before, after, entry)
                  for name, start, end, before, after, entry in content.get("steps", [])),
            tuple((Span(a, b), Span(c, d)) for a, b, c, d in content.get("links", [])),
            tuple(_rendered(row, mention) for row, mention in zip(rendered, mentions)))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _rendered(row: Sequence[Any], mention: Mention) -> Rendered:
    rung, span, before, after, change = row
    return Rendered(mention, rung, Span(*span) if span else None, before, after, change)


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end
