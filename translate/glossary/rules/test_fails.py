"""A test of an entry fails: the sentence does not name the entry, or its translation is not as agreed.

The translation has to hold a form of the entry and none that it avoids, with the Korean particle that
the form asks for.

Fires:
    - {id: kcna, en: KCNA, ko: 조선중앙통신, tests: [{en: KCNA said., ko: 중앙통신은 전했다.}]}
    - {id: seoul, en: Seoul, ko: 서울, tests: [{en: Seoul said., ko: 서울는 말했다.}]}
    - {id: tokyo, en: Tokyo, ko: 도쿄, tests: [{en: Kyoto said., ko: 도쿄는 말했다.}]}
Passes:
    - {id: kcna, en: KCNA, ko: 조선중앙통신, tests: [{en: KCNA said., ko: 조선중앙통신은 전했다.}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.glossary.model import Glossary
from translate.glossary.rules.interface import Fault
from translate.glossary.trial import failures

LEVEL = "error"


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each test that fails, at the sentence that is to blame."""
    for failure in failures(glossary):
        yield Fault(failure.entry, failure.reason, failure.language, failure.sentence)
