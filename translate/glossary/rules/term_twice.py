"""One written form stands for two entries, and nothing tells them apart.

A text that has it may speak of either. Merge the entries, or say with `only_with`, `not_before` or
`not_after` which is meant. Short forms may be shared: the full name before them decides.

Fires:
    - {id: kcna, en: [Korean Central News Agency, KCNA], ko: 조선중앙통신}
    - {id: cable-network, en: KCNA, ko: 케이블망}
Passes:
    - {id: moon, kind: person, en: {use: Moon Jae In, short: Moon}, ko: 문재인}
    - {id: moon-landing, en: {use: Moon, only_with: [landing]}, ko: 달}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from translate.glossary.model import Glossary
from translate.glossary.rules.interface import Fault, Form, forms, listed
from translate.records import Condition
from translate.text.normalize import normalize

LEVEL = "error"


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each form of the source language that two entries have without a condition."""
    by_text: dict[str, list[Form]] = defaultdict(list)
    for form in forms(glossary):
        if form.language == form.entry.source and form.role in ("use", "also", "first") and not form.profile:
            text = normalize(form.text).text
            by_text[text.lower() if form.rendering.case == "ignore" else text].append(form)
    for same in by_text.values():
        bare = [form for form in same if form.rendering.condition == Condition()]
        if len({form.entry.id for form in bare}) < 2:
            continue
        for form in bare:
            others = [other.entry for other in bare if other.entry.id != form.entry.id]
            yield Fault(form.entry, f"{form.text!r} is a term of {listed(others)} too; merge the entries, or "
                        "say with only_with, not_before or not_after which is meant", form.language,
                        form.text)
