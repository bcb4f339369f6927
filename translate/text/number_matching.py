"""Whether the numbers of a source reach its translation, however each side writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate.text.number import Number
from translate.text.number_units import same_amount

_FEW = 3
"""Up to here a translation may count what the source only names: the leaders, 両首脳, 2人, 3국."""
_COUNTING = ("cardinal", "ordinal", "measure")


@dataclass(frozen=True, slots=True)
class Differences:
    """What two texts do not have in common."""

    missing: tuple[Number, ...]
    """Numbers of the source that the translation lacks."""
    extra: tuple[Number, ...]
    """Numbers of the translation that the source lacks."""

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra)


def differences(source: Sequence[Number], target: Sequence[Number]) -> Differences:
    """What is missing in `target`, and what it has over `source`.

    Numbers that are not `sure`, and those in names, excuse others and are never missed themselves.
    A number that one text repeats may stand once in the other; one of something is often not
    counted at all.
    """
    missing = [number for number in source if not _stands_in(number, target)]
    missing += _taken(source, target)
    extra = [number for number in target if not _stands_in(number, source)]
    told = Differences(tuple(number for number in missing if number.sure and not _is_one(number)),
                       tuple(number for number in extra if number.sure and not _is_few(number)))
    return told or _changed(missing, extra)


def _changed(missing: Sequence[Number], extra: Sequence[Number]) -> Differences:
    """What is no fault alone, but is one where both texts have some of it: two goals, 3골."""
    for kinds in (("name",), ("cardinal", "ordinal")):
        lost = tuple(one for one in missing if one.kind in kinds and one.value > 1)
        new = tuple(one for one in extra if one.kind in kinds and one.value > 1
                    and any(sign.isdigit() for sign in one.text))
        if lost and new:
            return Differences(lost, new)
    return Differences((), ())


def same(source: Sequence[Number], target: Sequence[Number]) -> bool:
    """Whether each side has all numbers of the other."""
    return not differences(source, target)


def _is_one(number: Number) -> bool:
    return number.value == 1 and (number.kind in _COUNTING or number.unit in ("pp", "day"))


def _is_few(number: Number) -> bool:
    few = number.kind in ("cardinal", "ordinal") and number.value <= _FEW
    return few or _is_one(number) or (number.value == 1 and number.kind in ("money", "score"))


def _taken(source: Sequence[Number], target: Sequence[Number]) -> list[Number]:
    """Measures whose only counterpart renders another number: `the two leaders ... two hours`, 두 정상.

    Only words count that are no measures themselves, and as many in the source as in the target.
    """
    taken = []
    for number in source:
        if number.kind != "measure" or not number.sure:
            continue
        alike = [one for one in target if equal(number, one)]
        rivals = [one for one in source if one.value == number.value and one is not number and not one.unit]
        if rivals and alike and len(alike) <= len(rivals) and not any(one.unit or one.sure for one in alike):
            taken.append(number)
    return taken


def _stands_in(number: Number, others: Sequence[Number]) -> bool:
    return any(equal(number, other) for other in others)


def equal(one: Number, other: Number) -> bool:
    """Whether two numbers mean the same.

    5 p.m. is 17시 and 오후 5시, and may be 5時; 1/2 is 50 %; '90s is 1990年代; a dozen is 12 or 10여.
    """
    if _is_month(one) != _is_month(other) and "name" not in (one.kind, other.kind):
        return False
    if same_amount(one.value, one.unit, other.value, other.unit):
        return True
    return _equal_in_kind(one, other) or _equal_in_kind(other, one)


def _may_be_year(number: Number) -> bool:
    """Whether two digits may be a year without its century: '90s, 98年, 2019-20."""
    return (number.kind == "year" or number.unit == "year"
            or not number.unit and len(number.text) == 2 and number.text.isdigit())


def _is_month(number: Number) -> bool:
    """A month of the year goes with months of the year alone, not with four of anything."""
    return number.kind == "date" and number.unit == "month"


def _equal_in_kind(one: Number, other: Number) -> bool:
    """What holds for the kind of `one` alone."""
    if one.kind == "time":
        open_half = one.half_day or other.half_day or other.kind != "time"
        return (open_half and other.kind in ("time", "cardinal")
                and one.value % 12 == other.value % 12)
    if one.kind == "year":
        return one.value > 1000 and one.value % 100 == other.value < 100 and _may_be_year(other)
    if one.kind == "percent":
        return not other.unit and one.value == other.value * 100
    return one.unit == "dozen" and other.value in (one.value, one.value * 5 / 6)
