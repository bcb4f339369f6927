"""Placeholders of programs stand in the translation as they are, each as often.

{name}, {0}, {{name}}, ${name}, %s, %1$s, %(name)s, %{name} and [[name]] are placeholders; a per cent
sign behind a number is none.

Fires:
    - ko: Hello, {name}! => 안녕하세요, {이름}!
    - ja: %d of %d files => %dファイル
Passes:
    - ko: {count} files in {folder} => {folder}에 파일 {count}개
    - ja: 5 % said so. => 5％がそう言った。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw
from translate.text.leftovers import difference

LEVEL = "error"
CODE = "F03"
_PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]{1,60}\}\}|[$%#]?\{[\w.:!\[\] -]{0,60}\}|\[\[[^\[\]\n]{1,60}\]\]"
    r"|(?<![\d%])%(?:\(\w{1,40}\))?(?:\d{1,2}\$)?[-+0#]?\d{0,3}(?:\.\d{1,2})?(?:l{0,2}[duixX]|[sfFgGeEcr@])"
    r"(?![A-Za-z])")


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield each placeholder that is lost or new."""
    if "{" not in unit.source + unit.target and "%" not in unit.source + unit.target \
            and "[[" not in unit.source + unit.target:
        return
    lost, new = difference(_PLACEHOLDER, unit.source, unit.target)
    for text, span in lost:
        yield Flaw(f"the placeholder {text} is missing from the translation", source=span)
    for text, span in new:
        yield Flaw(f"the placeholder {text} does not stand in the source", span)
