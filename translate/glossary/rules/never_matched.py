"""A term is not found even in a text that is nothing but the term.

Its own conditions, the boundaries of its language or another term keep it from ever being matched.

Fires:
    - {id: percent, en: "%", ko: 퍼센트}
Passes:
    - {id: march-month, en: {use: March, not_before: [through]}, ko: 3월}
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.glossary.match import Matcher
from translate.glossary.model import Glossary
from translate.glossary.rules.interface import Fault, Form, forms_of
from translate.languages import language as facts

LEVEL = "error"


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each term of the source language that the matcher passes by."""
    for source in sorted({entry.source for entry in glossary.entries}):
        matcher = Matcher(glossary, source)
        for entry in glossary.entries:
            for form in forms_of(entry):
                if form.language == source == entry.source and not form.profile and form.role != "avoid":
                    yield from _missed(matcher, form)


def _missed(matcher: Matcher, form: Form) -> Iterator[Fault]:
    company = form.rendering.condition.only_with
    texts = [form.text] + [joined for word in company for joined in (
        _join(form, form.text, word), _join(form, word, form.text))]
    if not any(_holds(matcher, text, form) for text in (texts[1:] if company else texts)):
        why = next((one.reason for text in reversed(texts) for one in matcher.explain(text)
                    if one.entry.id == form.entry.id and one.term.text == form.text), "")
        yield Fault(form.entry, f"{form.text!r} is never matched" + (f": {why}" if why else ""),
                    form.language, form.text)


def _join(form: Form, one: str, other: str) -> str:
    return f"{one} {other}" if facts(form.language).spaced else f"{one}、{other}"


def _holds(matcher: Matcher, text: str, form: Form) -> bool:
    """Whether the matcher finds the entry, by this form or another, or beside others written so."""
    return any(entry.id == form.entry.id for match in matcher.find(text)
               for entry in (match.entry, *(rival for _, rival in match.rivals)))
