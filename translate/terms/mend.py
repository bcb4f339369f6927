"""Translations that exist already: their glossary faults located and repaired, all else left as it is.

What can be told from the two texts alone is repaired without a model. A model, where there is one, tells
by its attention where it would look for a term, and refuses by its score what harms the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from translate.engine.interface import Engine, Pair
from translate.records import Attention, Draft, Translation
from translate.terms.candidates import CERTAIN, Candidate, Task, candidates
from translate.terms.choose import Scored, judge, least_missing
from translate.terms.provenance import describe

TRUST = 0.8
"""How far the attention of a model is trusted in a sentence that it did not write itself."""
UNDERSTOOD = -3.0
"""Log probability by token of a translation from which on a model is taken to follow it. One that finds it
less likely than that looks anywhere: the starter, on real sentences, puts names in the place of verbs."""
HARM = 0.5
"""How much less likely the rest of the sentence may become, in log probability by token."""


def mend(task: Task, text: str) -> Translation:
    """The translation `text` with every fault repaired that can be repaired beyond doubt.

    What the text lacks and nothing shows the place of is among its mentions as unresolved.
    """
    return describe(task, _draft(text), _evident(task, text), 0.0, 0.0)


def mend_with(engine: Engine, items: Sequence[tuple[Task, str]]) -> list[Translation]:
    """As `mend` for each of `items`; what then is still missing is looked for by the engine's attention.

    Raises:
        EngineError: The decoder itself failed.
    """
    done = [mend(task, text) for task, text in items]
    lacking = [index for index, one in enumerate(done) if any(each.span is None for each in one.mentions)]
    attentions = engine.attend([Pair(items[index][0].source, items[index][1]) for index in lacking])
    tries = [_tries(*items[index], attention) for index, attention in zip(lacking, attentions)]
    for index, scored in zip(lacking, _scored(engine, [items[index] for index in lacking], tries)):
        best = least_missing([one for one in scored if one is scored[0] or _helps(one)])
        if best is not None and best.missing < scored[0].missing:
            task, text = items[index]
            done[index] = describe(task, _draft(text), best.candidate, best.change, best.score.whole)
    return done


def _helps(one: Scored) -> bool:
    """Whether a try that attention made may be believed."""
    return one.plain.whole >= UNDERSTOOD and one.score.rest >= one.plain.whole - HARM


def _draft(text: str, attention: Attention | None = None) -> Draft:
    return Draft((), text, 0.0, attention=attention)


def _evident(task: Task, text: str) -> Candidate:
    return next(candidates(task, _draft(text), 0.0, {}, least=CERTAIN, cautious=True))


def _tries(task: Task, text: str, attention: Attention | None) -> list[Candidate]:
    """What is certain, then what attention adds to it."""
    return [_evident(task, text), *candidates(task, _draft(text, attention), TRUST, {}, cautious=True)]


def _scored(engine: Engine, items: Sequence[tuple[Task, str]],
            tries: Sequence[Sequence[Candidate]]) -> list[list[Scored]]:
    """The tries of each item, scored in one call."""
    pairs = [Pair(task.source, text) for task, text in items]
    pairs += [Pair(task.source, one.edited.text, one.given(task))
              for (task, _), own in zip(items, tries) for one in own]
    scores = engine.score(pairs)
    rest = iter(scores[len(items):])
    return [[judge(task, one, next(rest), plain) for one in own]
            for (task, _), own, plain in zip(items, tries, scores)]
