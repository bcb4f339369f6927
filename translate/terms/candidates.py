"""Texts that may replace a draft: natural renderings made uniform, wrong ones swapped for right ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from translate.records import Attention, Draft, Mention, Span
from translate.terms.caution import cuts, leave
from translate.terms.edit import Edited, fit, place
from translate.terms.locate import Location, locate
from translate.glossary.occurrences import Assignment, Occurrence, assign
from translate.terms.snap import absorb, echo

CERTAIN = 0.9
"""From this trust on a place is evident: something stands there that renders the term and nothing else."""
VARIANTS = 3
"""Second choices of a place that are tried, one at a time."""


@dataclass(frozen=True, slots=True)
class Task:
    """A segment whose terms are to be enforced."""

    source: str
    mentions: tuple[Mention, ...]
    """In source order; their spans are in `source`."""
    language: str
    """Of the translation."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may become the translation."""

    edited: Edited
    rungs: Mapping[int, str]
    """By mention how it got its rendering; a mention that is not here has none."""
    before: Mapping[int, str]
    """By mention what stood in its place."""
    draft: Draft
    """The decoding it was made from."""
    trust: float = 1.0
    """That of its least sure place."""
    best: bool = True
    """The draft is the best of its decoding."""

    @property
    def forced(self) -> bool:
        """Whether it was decoded from a given beginning, or from a source with renderings in it."""
        return any(rung in ("forced", "substituted") for rung in self.rungs.values())

    def given(self, task: Task) -> tuple[Span, ...]:
        """Where renderings stand that were put there, or that a given beginning held."""
        if self.forced:
            found = assign(self.edited.text, task.mentions, task.language)
            return tuple(one.span for one in found.served if one)
        spans: list[Span] = []
        for step in self.edited.steps:
            end = step.span.start + len(step.after)
            shift = len(step.after) - len(step.span)
            spans = [Span(one.start + shift, one.end + shift) if one.start >= step.span.end else one
                     for one in spans]
            spans.append(Span(step.span.start, end))
        return tuple(spans)


@dataclass(frozen=True, slots=True)
class Operation:
    """A rendering to be put at a span."""

    span: Span
    mention: int
    rung: str


def candidates(task: Task, draft: Draft, trust: float, known: Mapping[str, Sequence[str]],
               rung: str = "natural", best: bool = True, least: float = 0.0,
               cautious: bool = False) -> Iterator[Candidate]:
    """Texts made of one draft, the likeliest first.

    The first uses the best place of each missing mention, the others a second-best place of one of
    them. A draft that lacks nothing gives one candidate.

    Args:
        known: By entry id what the package is known to write for it.
        rung: What is said of mentions that the draft itself renders.
        best: It is the best draft of its decoding; another is of use only as it is.
        least: Trust of the places that are used.
        cautious: Admitted renderings stay where another might be worse, and no word is cut in two: the
            text is nobody's draft.
    """
    found = assign(draft.text, task.mentions, task.language)
    places = {index: _locations(task, index, draft, found, trust, known) for index in found.missing}
    places = {index: [one for one in ranked if one.trust >= least
                      and not (cautious and cuts(draft.text, one.span))] for index, ranked in places.items()}
    seen: set[str] = set()
    if found.missing and not best:
        return
    for choice in _choices(places):
        made = replace(_carry_out(task, draft, found, choice, rung, cautious), best=best)
        if made.edited.text not in seen:
            seen.add(made.edited.text)
            yield made


def _locations(task: Task, index: int, draft: Draft, found: Assignment, trust: float,
               known: Mapping[str, Sequence[str]]) -> list[Location]:
    mention = task.mentions[index]
    taken = [one.span for one in found.served if one]
    attention: Attention | None = draft.attention
    return locate(task.source, mention, draft.text, attention, task.language, taken, trust,
                  known.get(mention.entry.id, ()))


def _choices(places: Mapping[int, Sequence[Location]]) -> Iterator[dict[int, Location]]:
    """Ways to give each mention a place of its own: the best, then variants of it."""
    yield _choose(places, {})
    variants = [(index, rank) for rank in (1, 2) for index, ranked in places.items() if len(ranked) > rank]
    for index, rank in variants[:VARIANTS]:
        yield _choose(places, {index: rank})


def _choose(places: Mapping[int, Sequence[Location]], skip: Mapping[int, int]) -> dict[int, Location]:
    """For each mention the best place that no surer mention has taken."""
    chosen: dict[int, Location] = {}
    offers = [(offer, index) for index, found in places.items() for offer in found[skip.get(index, 0):]]
    ranked = sorted(offers, key=lambda pair: (-pair[0].trust, pair[1], pair[0].span))
    for offer, index in ranked:
        if index not in chosen and not any(offer.span.overlaps(other.span) for other in chosen.values()):
            chosen[index] = offer
    return chosen


def _carry_out(task: Task, draft: Draft, found: Assignment, chosen: Mapping[int, Location],
               rung: str, cautious: bool) -> Candidate:
    """All operations on one draft, from right to left so that spans stay true."""
    operations = [Operation(_whole(task, draft.text, one, index, cautious), index, rung)
                  for index, one in enumerate(found.served)
                  if one and not (cautious and _stays(task, draft.text, found, index))]
    operations += [Operation(offer.span, index, "swapped") for index, offer in chosen.items()]
    operations += [Operation(fault.span, _owner(task, fault.form), "swapped") for fault in found.faults
                   if not any(offer.span.overlaps(fault.span) for offer in chosen.values())]
    edited = Edited(draft.text)
    before: dict[int, str] = {}
    for operation in sorted(operations, key=lambda one: one.span, reverse=True):
        mention = task.mentions[operation.mention]
        before.setdefault(operation.mention, operation.span.of(draft.text))
        if operation.rung == "swapped" or operation.span.of(draft.text) != mention.wanted:
            edited = place(edited, operation.span, mention, task.language, operation.rung)
        else:
            edited = fit(edited, operation.span, mention, task.language)
    trust = min((offer.trust for offer in chosen.values()), default=1.0)
    return Candidate(edited, {one.mention: one.rung for one in operations}, before, draft, trust)


def _stays(task: Task, text: str, found: Assignment, index: int) -> bool:
    """Whether the rendering of a mention is to stay as it is.

    Behind a Korean one that is right the particle may be wrong; around a Japanese one nothing is.
    """
    one, mention = found.served[index], task.mentions[index]
    if one is None or one.form == mention.wanted:
        return task.language != "ko"
    served = sum(other is not None and other.form == one.form for other in found.served)
    return leave(text, one, mention, served, task.language)


def _whole(task: Task, text: str, one: Occurrence, index: int, cautious: bool) -> Span:
    """Where a rendering stands, with what of the preferred one stands beside it already.

    A title within an admitted one goes with it, but for where one is `cautious`.
    """
    wanted = task.mentions[index].wanted
    if one.form == wanted:
        return echo(text, one.span, one.form)
    span = absorb(text, one.span, wanted)
    if not cautious:
        span = Span(min(span.start, one.span.start), max(span.end, one.span.end))
        span = _alone(text, span, task.mentions[index])
    return echo(text, span, one.form)


def _alone(text: str, span: Span, mention: Mention) -> Span:
    """`span` with what behind it would make another admitted rendering of the wanted one: 총리 behind 이시바."""
    tails = (form[len(mention.wanted):] for form in mention.admitted if form.startswith(mention.wanted))
    tail = next((tail for tail in tails if text.startswith(tail, span.end)), "")
    return Span(span.start, span.end + len(tail))


def _owner(task: Task, avoided: str) -> int:
    """The mention that an avoided rendering stands for."""
    return next(index for index, mention in enumerate(task.mentions) if avoided in mention.avoided)
