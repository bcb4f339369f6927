"""The numbers of the source stand in the translation with their values, and no others do.

Values are compared, not spellings: 15,000 is 1만5000 and 1万5千, two is 두 명 and 2人, 5 p.m. is 오후
5시 and 17時, a quarter is 25 %. A number that counts one thing, a number inside a name (Hwasong-17)
and the words both, first and dozen are never missed. `name` findings, a number in a name that became
another, are warnings.

Fires:
    - ko: It costs 1,200 won. => 1300원이다.
    - ja: Some 15,000 people fled in 2019. => 2019年に約1500人が逃れた。
    - ko: They met on May 3. => 그들은 5월에 만났다.
    - ja: The talks began. => 協議は3日に始まった。
Passes:
    - ko: Some 15,000 people fled. => 1만 5천여 명이 피란했다.
    - ja: It sold 2 billion shares at 5 p.m. => 17時に20億株を売った。
    - ko: Two of the three won 3-1. => 세 팀 가운데 두 팀이 3대1로 이겼다.
    - ja: A quarter of them voted for it. => 25％が賛成した。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.checks.interface import Unit
from translate.records import Flaw, Level
from translate.text.number import Number
from translate.text.number_matching import differences

LEVEL = "error"
CODE = "F01"


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield each number that is lost, added or changed; a lost and an added one of a kind are one flaw."""
    if not unit.target.strip():
        return
    found = differences(unit.source_numbers, unit.target_numbers)
    extra = list(found.extra)
    for number in found.missing:
        other = _counterpart(number, extra)
        if other is None:
            yield Flaw(f"{number.text.strip()} is missing from the translation", source=number.span)
        else:
            extra.remove(other)
            yield Flaw(f"{number.text.strip()} has become {other.text.strip()}", other.span, number.span,
                       _level(number))
    for number in extra:
        yield Flaw(f"{number.text.strip()} does not stand in the source", number.span)


def _counterpart(number: Number, extra: Sequence[Number]) -> Number | None:
    """Which number of the translation stands in the place of `number`, most likely."""
    alike = ([one for one in extra if one.unit == number.unit and one.kind == number.kind]
             or [one for one in extra if one.unit == number.unit or not (one.unit and number.unit)])
    return alike[0] if alike else None


def _level(number: Number) -> Level | None:
    return "warning" if number.kind == "name" else None
