"""The translation with what led to it: steps to replay, and what became of each mention."""

from __future__ import annotations

from collections.abc import Sequence

from translate.engine.align import Links
from translate.records import Draft, Rendered, Rung, Span, Step, Translation
from translate.terms.candidates import Candidate, Task
from translate.glossary.occurrences import Occurrence, assign

RUNGS: dict[str, Rung] = {"natural": "natural", "swapped": "swapped", "forced": "forced",
                          "substituted": "substituted"}


def describe(task: Task, plain: Draft, candidate: Candidate, change: float, score: float) -> Translation:
    """The candidate as a translation; mentions that its text lacks are unresolved, whatever was tried."""
    text = candidate.edited.text
    found = assign(text, task.mentions, task.language)
    mentions = tuple(_rendered(task, index, occurrence, candidate, change)
                     for index, occurrence in enumerate(found.served))
    links = carry_links(candidate.draft.links, candidate.edited.steps)
    return Translation(text, "model", score, _steps(plain, candidate), links, mentions)


def _rendered(task: Task, index: int, occurrence: Occurrence | None, candidate: Candidate,
              change: float) -> Rendered:
    mention = task.mentions[index]
    before = candidate.before.get(index, "")
    if occurrence is None:
        return Rendered(mention, "unresolved", None, before)
    rung = RUNGS[candidate.rungs.get(index, "natural")]
    return Rendered(mention, rung, occurrence.span, before, occurrence.form, change)


def carry_links(links: Links, steps: Sequence[Step]) -> Links:
    """Links into a draft as links into what the steps made of it."""
    for step in steps:
        shift = len(step.after) - len(step.span)
        put = Span(step.span.start, step.span.start + len(step.after))
        links = tuple((here, _moved(there, step, put, shift)) for here, there in links)
    return links


def _moved(there: Span, step: Step, put: Span, shift: int) -> Span:
    if there.end <= step.span.start:
        return there
    if there.start >= step.span.end:
        return Span(there.start + shift, there.end + shift)
    return put


def _steps(plain: Draft, candidate: Candidate) -> tuple[Step, ...]:
    """From the plain draft to the text; another decoding is one step that replaces all."""
    steps = candidate.edited.steps
    if candidate.draft.text != plain.text:
        whole = Step("decoded", Span(0, len(plain.text)), plain.text, candidate.draft.text)
        steps = (whole, *steps)
    return steps
