"""Documents into one language: what people approved, what is remembered, and the rest through the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from translate.engine.interface import Request
from translate.glossary.occurrences import assign
from translate.glossary.plan import Plan
from translate.memory.rows import Approval, Asked, Key
from translate.pipeline.desk import Desk
from translate.pipeline.document import Document, Outcome, Result, Work
from translate.pipeline.payload import dump, load
from translate.pipeline.people import MEMORY, Answer, Kept
from translate.readers.parts import has_word
from translate.records import BilingualMatch, Draft, Failed, Mention, Rendered, Translation

BATCH = 200
"""Sentences after which the memory takes in what was decoded: what a killed run loses at most, where
nothing has a mention."""
SUGGESTIONS = 3
"""Approved sentences shown to the translator for one that is like them."""


@dataclass(slots=True)
class _Course:
    """A document on its way."""

    document: Document
    plan: Plan
    answers: Sequence[Answer | None]
    matches: Sequence[tuple[BilingualMatch, ...]]
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    decoded: int = 0

    def result(self, target: str) -> Result:
        """What has become of it, once every segment has an outcome."""
        ordered = tuple(self.outcomes[position] for position in range(len(self.outcomes)))
        approved = sum(answer is not None for answer in self.answers)
        machine = sum(isinstance(one, Failed) or one.origin == "model" for one in ordered)
        return Result(self.document, target, ordered, self.plan.unresolved, tuple(self.answers),
                      tuple(self.matches), Work(self.decoded, machine - self.decoded, approved))


@dataclass(frozen=True, slots=True)
class _Work:
    """A sentence to translate."""

    text: str
    mentions: tuple[Mention, ...]
    links: bool

    def __hash__(self) -> int:
        return hash((self.text, len(self.mentions), self.links))


_Place = tuple[int, int]
"""Which document, and which of its segments."""


def translate(documents: Sequence[Document], desk: Desk, kept: Sequence[Kept] = ()) -> Iterator[Result]:
    """Translate `documents` together; each result is yielded as soon as its last segment is done.

    What a person approved or changed stands as it is: in the files of an earlier run (`kept`, one for
    each document, or none), then in the memory. What the memory holds of a machine comes next. The rest
    is decoded: segments of all documents share batches, and a sentence that stands twice with the same
    mentions is decoded once. Segments without a mention are done before any with one goes up the ladder.

    Raises:
        EngineError: The decoder itself failed.
        StoreError: The memory cannot be read or written.
    """
    courses = [_course(document, desk, kept[index] if kept else Kept())
               for index, document in enumerate(documents)]
    for index, course in enumerate(courses):
        if not course.document.segments:
            yield course.result(desk.engine.target)
    for (index, position), outcome in _settle(courses, desk):
        course = courses[index]
        course.outcomes[position] = outcome
        if len(course.outcomes) == len(course.document.segments):
            yield course.result(desk.engine.target)


def _course(document: Document, desk: Desk, kept: Kept) -> _Course:
    """The document with what is known of it beforehand."""
    plan = desk.survey(document)
    own = list(kept.answers) or [None] * len(document.segments)
    if desk.memory is None:
        return _Course(document, plan, own, ())
    asked = _asked(document, desk)
    approved = desk.memory.approved(asked)
    answers = [_choose(mine, known, plan, position, desk)
               for position, (mine, known) in enumerate(zip(own, approved))]
    open_places = [position for position, answer in enumerate(answers) if answer is None]
    near = dict(zip(open_places, desk.memory.near([asked[position] for position in open_places], SUGGESTIONS)))
    matches = [tuple(BilingualMatch(one.approved.asked.text, one.approved.text, round(one.score, 1),
                                    one.approved.origin) for one in near.get(position, ()))
               for position in range(len(asked))]
    return _Course(document, plan, answers, matches)


def _asked(document: Document, desk: Desk) -> list[Asked]:
    """Every sentence between its neighbours."""
    texts = ["", *(segment.text for segment in document.segments), ""]
    return [Asked(text, before, after, desk.engine.source, desk.engine.target)
            for before, text, after in zip(texts, texts[1:], texts[2:])]


def _choose(own: Answer | None, known: Approval | None, plan: Plan, position: int,
            desk: Desk) -> Answer | None:
    """What stands in the file, unless an earlier run had it from the memory, which may know better now.

    A text that was approved between other neighbours is taken only where it says all that the plan
    wants here: who `Kim` is depends on what was said before.
    """
    if known is None or (own is not None and own.origin != MEMORY):
        return own
    if known.context == "none":
        found = assign(known.text, plan.mentions[position], desk.engine.target)
        if plan.unresolved[position] or not found.complete:
            return own
    return Answer(known.text, "final", MEMORY, own.links if own and own.text == known.text else ())


def _settle(courses: Sequence[_Course], desk: Desk) -> Iterator[tuple[_Place, Outcome]]:
    """The outcome of every segment, by its place, in the order in which they are known."""
    places: dict[_Work, list[_Place]] = {}
    for index, course in enumerate(courses):
        marked = {number for number, block in enumerate(course.document.article.blocks) if block.marks}
        for position, segment in enumerate(course.document.segments):
            answer, mentions = course.answers[position], course.plan.mentions[position]
            if answer is not None:
                yield (index, position), _approved(answer, mentions, desk)
            elif has_word(segment.text):
                work = _Work(segment.text, mentions, segment.block in marked)
                places.setdefault(work, []).append((index, position))
            else:
                yield (index, position), Translation(segment.text, "copied")
    for work, outcome, decoded in _remembered(list(places), desk):
        courses[places[work][0][0]].decoded += decoded
        yield from ((place, outcome) for place in places[work])


def _approved(answer: Answer, mentions: Sequence[Mention], desk: Desk) -> Translation:
    """A person's text, and which of today's terms it has."""
    found = assign(answer.text, mentions, desk.engine.target)
    rendered = tuple(Rendered(mention, "natural", one.span, one.form, one.form) if one
                     else Rendered(mention, "unresolved", None)
                     for mention, one in zip(mentions, found.served))
    return Translation(answer.text, "approved", links=answer.links, mentions=rendered)


def _remembered(works: Sequence[_Work], desk: Desk) -> Iterator[tuple[_Work, Outcome, bool]]:
    """Every sentence once: what the memory has of it, else what the model makes of it (True), which the
    memory then takes in."""
    if desk.memory is None:
        yield from ((work, outcome, True) for work, outcome in _carry_out(works, desk))
        return
    keys = {work: desk.key(work.text, work.mentions, work.links) for work in works}
    payloads = desk.memory.recall(keys.values())
    known = {work: load(payloads[key], work.mentions) for work, key in keys.items() if key in payloads}
    yield from ((work, outcome, False) for work, outcome in known.items() if outcome is not None)
    fresh: list[tuple[Key, str]] = []
    try:
        for work, outcome in _carry_out([work for work in works if known.get(work) is None], desk):
            if isinstance(outcome, Translation):
                fresh.append((keys[work], dump(outcome)))
            if len(fresh) >= BATCH:
                desk.memory.keep(fresh)
                fresh = []
            yield work, outcome, True
    finally:
        if fresh:  # also when the run is interrupted: what was decoded need not be decoded again
            desk.memory.keep(fresh)


def _carry_out(works: Sequence[_Work], desk: Desk) -> Iterator[tuple[_Work, Outcome]]:
    """Every sentence through the model: those without a mention as they come, then the others."""
    enforcer = desk.terms.enforcer if desk.terms else None
    requests = [enforcer.request(work.text, work.mentions) if enforcer and work.mentions
                else Request(work.text, links=work.links) for work in works]
    held: list[tuple[_Work, Draft]] = []
    for index, result in desk.engine.draft(requests):
        if enforcer and works[index].mentions and isinstance(result, Draft):
            held.append((works[index], result))
        else:
            yield works[index], _outcome(result)
    if enforcer and held:
        held.sort(key=lambda pair: pair[0].text)
        found = enforcer.enforce([(work.text, work.mentions) for work, _ in held],
                                 [draft for _, draft in held])
        yield from zip((work for work, _ in held), found)


def _outcome(result: Draft | Failed) -> Outcome:
    if isinstance(result, Failed):
        return result
    return Translation(result.text, "model", result.score, links=result.links)
