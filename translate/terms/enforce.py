"""The ladder: natural, swapped, forced, substituted, unresolved; verified after every rung.

The segments of a rung go through it together: their candidates are scored in one call and decoded in
one call. A segment leaves as soon as it has a text that holds every wanted rendering and no avoided
one, so a rung costs only those that the rungs above could not settle.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from translate.engine.interface import Engine, Pair, Request, Score, draft_all
from translate.records import Draft, Failed, Mention, Span, Translation
from translate.terms.candidates import Candidate, Task, candidates
from translate.terms.choose import Scored, best_complete, judge, least_missing
from translate.terms.edit import Edited
from translate.terms.force import openings
from translate.glossary.occurrences import assign
from translate.terms.provenance import describe
from translate.terms.switch import Switched, switch

NBEST = 4
"""Alternatives of a draft that are looked at for a natural rendering."""
ADAPTS = 0.85
"""Trust from which on the package is left to write all again that stands behind a forced term."""
SWITCHED = 1
"""Renderings that a package that copies is given in one source, at most: of several it often drops one, and
the decoding is wasted."""
ROUNDS = 10
"""How often a forced decoding may be the ground for another: each adds one term at least."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the ladder knows of the package."""

    code_switch: bool = False
    """The package copies renderings that stand in its source: that is tried before any beginning is forced."""
    trust: float = 0.8
    """How far its attention can be trusted, 0 to 1."""
    known: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By entry id what the package is known to write for it."""


@dataclass(slots=True)
class Climb:
    """One segment on the ladder."""

    task: Task
    plain: Draft
    """What the model wrote without help, or what stands for it."""
    baseline: Score = Score(0.0, 0.0)
    """Of the plain draft."""
    tried: list[Scored] = field(default_factory=list)
    asked: set[Request] = field(default_factory=set)
    """What was decoded for it already: a second time would give the same."""
    done: Scored | None = None


Ground = tuple[Climb, Draft, str, bool]
"""What candidates are made from: a draft, the rung it belongs to, and whether it is its decoding's best."""


class Enforcer:
    """Enforces terms in the drafts of one engine."""

    def __init__(self, engine: Engine, settings: Settings = Settings()) -> None:
        self.engine, self.settings = engine, settings
        self.decoded = 0
        """Segments decoded beyond the first draft of each, for the budget."""

    def request(self, source: str, mentions: Sequence[Mention]) -> Request:
        """What to decode first for a segment with `mentions`."""
        return Request(source, alternatives=NBEST, links=True)

    def enforce(self, source: Sequence[tuple[str, Sequence[Mention]]],
                drafts: Sequence[Draft]) -> list[Translation]:
        """The translations of segments, given their drafts from `request`, in order.

        Raises:
            EngineError: The decoder itself failed.
        """
        climbs = [Climb(Task(text, tuple(mentions), self.engine.target), draft)
                  for (text, mentions), draft in zip(source, drafts)]
        asked = [climb for climb in climbs if climb.task.mentions and not is_bare(climb.task)]
        self._swap(ground for climb in asked for ground in _grounds(climb, climb.plain, "natural"))
        if self.settings.code_switch:
            self._substitute([climb for climb in asked if not climb.done
                              and len(_missing(climb)) <= SWITCHED])
        for _ in range(ROUNDS):
            self._force([climb for climb in asked if not climb.done])
        self._substitute([climb for climb in asked if not climb.done])
        return [self._finish(climb) for climb in climbs]

    def _swap(self, grounds: Iterable[Ground]) -> None:
        """Make candidates of drafts, score them in one call, and settle whoever has a good one."""
        made = [(climb, candidate) for climb, draft, rung, best in grounds for candidate in
                candidates(climb.task, draft, self.settings.trust, self.settings.known, rung, best)]
        fresh = {id(climb): climb for climb, _ in made if not climb.tried}
        pairs = [Pair(climb.task.source, climb.plain.text) for climb in fresh.values()]
        pairs += [Pair(climb.task.source, candidate.edited.text, candidate.given(climb.task))
                  for climb, candidate in made]
        scores = iter(self.engine.score(pairs))
        for climb in fresh.values():
            climb.baseline = next(scores)
        for (climb, candidate), score in zip(made, scores):
            climb.tried.append(judge(climb.task, candidate, score, climb.baseline))
        for climb in {id(climb): climb for climb, _ in made}.values():
            climb.done = climb.done or best_complete(climb.tried)

    def _force(self, climbs: Sequence[Climb]) -> None:
        """Decode again with the wanted renderings in a given beginning, the likeliest not asked for yet."""
        adapt = self.settings.trust >= ADAPTS
        self._again("forced", [(climb, request, None) for climb in climbs for request in itertools.islice(
            (one for one in openings(climb.task, climb.plain, climb.tried, adapt)
             if one not in climb.asked), 1)])

    def _substitute(self, climbs: Sequence[Climb]) -> None:
        """Decode again from a source in which the renderings stand that the draft lacks."""
        asked = [(climb, switch(climb.task.source, _missing(climb))) for climb in climbs]
        self._again("substituted", [(climb, Request(source.text, alternatives=NBEST, links=True), source)
                                    for climb, source in asked])

    def _again(self, rung: str, asked: Sequence[tuple[Climb, Request, Switched | None]]) -> None:
        """Decode what was not decoded before, and look at what comes of it."""
        fresh = [one for one in asked if one[1] not in one[0].asked]
        self.decoded += len(fresh)
        results = draft_all(self.engine, [request for _, request, _ in fresh])
        grounds: list[Ground] = []
        for (climb, request, source), result in zip(fresh, results):
            climb.asked.add(request)
            if not isinstance(result, Failed):
                grounds += _grounds(climb, source.draft(result) if source else result, rung)
        self._swap(grounds)

    def _finish(self, climb: Climb) -> Translation:
        chosen = climb.done or least_missing(climb.tried)
        candidate = chosen.candidate if chosen else _untouched(climb)
        score = chosen.score if chosen else climb.baseline
        return describe(climb.task, climb.plain, candidate, score.whole - climb.baseline.whole, score.whole)


def _grounds(climb: Climb, draft: Draft, rung: str) -> Iterator[Ground]:
    """The n-best list of a decoding."""
    yield climb, draft, rung, True
    yield from ((climb, other, rung, False) for other in draft.alternatives)


def _missing(climb: Climb) -> list[Mention]:
    """The mentions that the plain draft does not render."""
    task = climb.task
    return [task.mentions[index] for index in assign(climb.plain.text, task.mentions, task.language).missing]


def is_bare(task: Task) -> bool:
    """Whether the segment is its terms and nothing else: a table cell, a byline, a list of names.

    There is no sentence for the package to write, and it makes one up: the renderings themselves are
    the translation.
    """
    rest, done = "", 0
    for mention in task.mentions:
        rest += task.source[done:mention.span.start]
        done = mention.span.end
    return bool(task.mentions) and not any(map(str.isalpha, rest + task.source[done:]))


def _untouched(climb: Climb) -> Candidate:
    """What to write for a segment that went up no rung: the draft as it is, or the bare renderings."""
    edited = Edited(climb.plain.text)
    if not is_bare(climb.task):
        return Candidate(edited, {}, {}, climb.plain)
    text = switch(climb.task.source, climb.task.mentions).text
    rungs = {index: "substituted" for index in range(len(climb.task.mentions))}
    return Candidate(edited.put("substituted", Span(0, len(climb.plain.text)), text), rungs, {}, climb.plain)
