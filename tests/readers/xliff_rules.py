"""Whether a document is valid XLIFF 2.1: by the grammar beside the cases, and by what it cannot say.

The rules on ids and references are those of section 4.3 of the standard that its Schematron file
states: https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lxml import etree

GRAMMAR = Path(__file__).parents[1] / "cases" / "xliff" / "xliff-2.1.rng"
NAMES = {"x": "urn:oasis:names:tc:xliff:document:2.0", "gls": "urn:oasis:names:tc:xliff:glossary:2.0",
         "mtc": "urn:oasis:names:tc:xliff:matches:2.0"}
_CORE = f"{{{NAMES['x']}}}"


@lru_cache(maxsize=1)
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(GRAMMAR)))


def faults(data: bytes) -> list[str]:
    """What is wrong with a document; nothing where it is valid."""
    root = etree.fromstring(data)
    if not grammar().validate(root):
        return [f"{error.line}: {error.message}" for error in grammar().error_log]
    found = [*_repeated(root.findall("x:file", NAMES), "file")]
    for file in root.findall("x:file", NAMES):
        units = list(file.iter(f"{_CORE}unit"))
        found += _repeated(units, "unit")
        for unit in units:
            found += _of_unit(unit)
    if root.get("trgLang") is None and root.findall(".//x:segment/x:target", NAMES):
        found.append("targets without trgLang")
    return found


def _repeated(elements: list[etree._Element], what: str) -> Iterator[str]:
    counts = Counter(element.get("id") for element in elements)
    yield from (f"{what} {id} twice" for id, count in counts.items() if id and count > 1)


def _of_unit(unit: etree._Element) -> Iterator[str]:
    parts = [child for child in unit if child.tag in (f"{_CORE}segment", f"{_CORE}ignorable")]
    sources = [element for part in parts for element in part.find("x:source", NAMES).iter() if element.get("id")]
    yield from _repeated([*parts, *sources], "id in source")
    yield from _repeated(unit.findall("x:originalData/x:data", NAMES), "data")
    yield from _repeated(unit.findall("x:notes/x:note", NAMES), "note")
    yield from _repeated([*unit.findall(".//gls:glossEntry", NAMES)], "glossEntry")
    counts = Counter(element.get("id") for element in [*parts, *sources])
    targets = [(part, element) for part in parts for element in part.iterfind("x:target//*", NAMES)
               if element.get("id")]
    counts.update(element.get("id") for _, element in targets)
    for part, element in targets:
        beside = [other for other in part.find("x:source", NAMES).iter(element.tag)
                  if other.get("id") == element.get("id")]
        if counts[element.get("id")] > 1 + len(beside) or len(beside) > 1:
            yield f"target id {element.get('id')} is taken"
    yield from _references(unit, {*counts}, parts)


def _references(unit: etree._Element, ids: set[str | None], parts: list[etree._Element]) -> Iterator[str]:
    data = {each.get("id") for each in unit.findall("x:originalData/x:data", NAMES)}
    used = {value for part in parts for element in part.iter() for key, value in element.attrib.items()
            if str(key).startswith("dataRef")}
    yield from (f"dataRef {ref} points nowhere" for ref in used - data)
    yield from (f"data {ref} is not used" for ref in data - used)
    for element in unit.iter(f"{{{NAMES['gls']}}}*", f"{{{NAMES['mtc']}}}match"):
        ref = (element.get("ref") or "").removeprefix("#").removeprefix("t=")
        if ref and ref not in ids:
            yield f"ref {ref} points nowhere"
    for side in ("source", "target"):
        yield from _halves([element for part in parts for element in part.iterfind(f"x:{side}//*", NAMES)])


def _halves(elements: list[etree._Element]) -> Iterator[str]:
    """Each start has its end behind it, unless it says that it is alone."""
    for first, last in (("sc", "ec"), ("sm", "em")):
        starts = [element.get("id") for element in elements
                  if element.tag == _CORE + first and element.get("isolated") != "yes"]
        ends = [element.get("startRef") for element in elements
                if element.tag == _CORE + last and element.get("isolated") != "yes"]
        if sorted(map(str, starts)) != sorted(map(str, ends)):
            yield f"{first} {starts} do not match {last} {ends}"
        order = [element.get("startRef") or element.get("id") for element in elements
                 if element.tag in (_CORE + first, _CORE + last) and element.get("isolated") != "yes"]
        yield from (f"{last} {id} before its {first}" for id in starts
                    if id in order and order.index(id) == len(order) - 1)
