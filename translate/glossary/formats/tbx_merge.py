"""What is one thing and stands in several entries, as bilingual tools write it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.glossary.formats.facts import Concept


def joined(concepts: Sequence[Concept], source: str) -> tuple[list[Concept], list[str]]:
    """`concepts` with their facts in our terms, and what was lost on the way.

    Weblate's units are pairs. One whose translation is forbidden is an entry of its own, with the state
    at either term: it belongs to the entry that says how the term is translated.
    """
    whole: dict[str, Concept] = {}
    lost: list[str] = []
    for concept in concepts:
        told = _forbidden(concept, source)
        if not any(fact.language for fact in told.facts):
            lost.append(f"{concept.place.path}:{concept.place.line}: left out, for it has no term in a "
                        "language that is wanted")
            continue
        term = told.first("use", source)
        other = whole.get(term) if term and told.first("avoid") and _only_forbids(told, source) else None
        key = term if term and (other or term not in whole) else f"\t{len(whole)}"
        whole[key] = _with(other, told) if other else _kept(told, source)
    return list(whole.values()), lost


def _forbidden(concept: Concept, source: str) -> Concept:
    """A unit whose only source term is forbidden forbids its translations, not the term."""
    terms = [fact for fact in concept.facts if fact.language == source and not fact.profile]
    marked = any(fact.field == "forbidden" for fact in concept.facts)
    alone = bool(terms) and all(fact.field == "avoid" for fact in terms)
    facts = [fact for fact in concept.facts if fact.field != "forbidden"]
    if marked or alone:
        facts = [fact._replace(field="use" if fact.language == source else "avoid")
                 if fact.language and not fact.profile else fact for fact in facts]
    return replace(concept, facts=tuple(dict.fromkeys(facts)))


def _only_forbids(concept: Concept, source: str) -> bool:
    return all(fact.field == "avoid" for fact in concept.facts if fact.language not in ("", source))


def _kept(concept: Concept, source: str) -> Concept:
    """Of what is not translated, other tools want the term in each language; we do not."""
    if concept.first("keep") != "true":
        return concept
    forms = {fact.value for fact in concept.facts if fact.language == source}
    return replace(concept, facts=tuple(
        fact for fact in concept.facts
        if fact.language in ("", source) or fact.profile or fact.field == "avoid" or fact.value not in forms))


def _with(concept: Concept, more: Concept) -> Concept:
    return replace(concept, facts=tuple(dict.fromkeys((*concept.facts, *more.facts))))
