"""Two forms of one language in one entry are the same.

A short form that is the full one says that the full one is kept; anything else is a slip.

Fires:
    - {id: kcna, en: [KCNA, Korean Central News Agency, KCNA], ko: 조선중앙통신}
Passes:
    - {id: kcna, en: [KCNA, Korean Central News Agency], ko: {use: 조선중앙통신, short: 조선중앙통신}}
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.glossary.model import Glossary
from translate.glossary.rules.interface import Fault, forms_of
from translate.text.normalize import normalize

LEVEL = "warning"


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each form that was there before; what is both wanted and avoided is another rule's."""
    for entry in glossary.entries:
        seen: set[tuple[str, str, bool, str]] = set()
        for form in forms_of(entry):
            key = (form.profile, form.language, form.role == "avoid", normalize(form.text).text)
            if key in seen and form.role != "short":
                yield Fault(entry, f"{form.text!r} stands here twice; delete one", form.language,
                            form.text, again=True)
            seen.add(key)
