"""The rules of `translate check`: each a module of `translate.checks.rules`, found there by its name."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module

from translate.checks import rules as package
from translate.checks.interface import Sighting, Tally, Unit
from translate.errors import ConfigError
from translate.records import Flaw, Level

Check = Callable[[Unit], Iterator[Flaw]]
CheckArticle = Callable[[Sequence[Unit]], Iterator[tuple[int, Flaw]]]
Observe = Callable[[Sequence[Unit]], Iterator[tuple[int, Sighting]]]
Conclude = Callable[[str, Sequence[Tally]], Iterator[tuple[str, Flaw]]]


@dataclass(frozen=True, slots=True)
class CheckRule:
    """A rule, from the module of its name."""

    name: str
    code: str
    """A letter for its family (glossary, fidelity, surface, input) and two digits."""
    level: Level
    help: str
    """The module's docstring: what, fires, passes."""
    check: Check | None = None
    """Each segment alone."""
    check_article: CheckArticle | None = None
    """The segments of an article."""
    observe: Observe | None = None
    conclude: Conclude | None = None
    """These two compare articles."""


UNREADABLE = CheckRule("unreadable", "I01", "error", """\
A line or unit of an input cannot be read, so it is not checked; the others are.

Fires:  a line of a .tsv without a tab, of a .jsonl that is no JSON or lacks a language, bytes that are no text.
Passes: a blank line.
""")
UNALIGNED = CheckRule("unaligned", "I02", "warning", """\
What a stretch of a translated file translates is not sure, so it is not checked.

Given a translated file and its source (--source), paragraphs are aligned by the structure of the files,
then by length, numbers, names and Latin words. A rule that looked at the wrong pair would say anything.

Fires:  three paragraphs for one heading; a paragraph without any counterpart.
Passes: the same paragraphs in the same order; two paragraphs joined into one.
""")
WAIVER_EXPIRED = CheckRule("waiver-expired", "I03", "warning", """\
A waiver whose last day is over silences nothing any more.

Fires:  until: 2020-01-01
Passes: until: 2999-12-31
""")
WAIVER_UNUSED = CheckRule("waiver-unused", "I04", "info", """\
A waiver that silenced nothing: what it was written for is mended, or it is written wrong.

It is told only where all rules were asked, since another one may be what the waiver is for.
""")
FAMILIES = {"G": "glossary", "F": "fidelity", "S": "surface", "I": "input"}
"""What the letter of a code stands for."""
ABOUT_INPUT = (UNREADABLE, UNALIGNED, WAIVER_EXPIRED, WAIVER_UNUSED)
"""What the program says of the inputs themselves, which no module checks."""


@lru_cache(maxsize=1)
def all_rules() -> tuple[CheckRule, ...]:
    """Every rule, by its code: those of the glossary, of fidelity, of the surface and of inputs."""
    names = [found.name for found in pkgutil.iter_modules(package.__path__)]
    known = (*map(_load, names), *ABOUT_INPUT)
    order = list(FAMILIES)
    return tuple(sorted(known, key=lambda rule: (order.index(rule.code[0]), rule.code)))


def choose(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[CheckRule, ...]:
    """The rules `select`, or all, without `ignore`; each is a name, a code, or a family (`F`, `fidelity`).

    Raises:
        ConfigError: There is no such rule.
    """
    known = all_rules()
    for name in (*select, *ignore):
        if not any(_is_called(rule, name) for rule in known):
            near = get_close_matches(name, [*(rule.name for rule in known), *FAMILIES.values()], 1)
            hint = f"did you mean {near[0]}?" if near else (
                f"families are {', '.join(FAMILIES.values())}, and `translate rules` lists them all")
            raise ConfigError(f"no rule is called {name!r}; {hint}")
    return tuple(rule for rule in known if (not select or any(_is_called(rule, name) for name in select))
                 and not any(_is_called(rule, name) for name in ignore))


def find(name: str) -> CheckRule:
    """The rule called `name`, or of that code.

    Raises:
        ConfigError: There is none, or `name` stands for several.
    """
    found = choose((name,))
    if len(found) > 1:
        raise ConfigError(f"{name} stands for {len(found)} rules; name one: "
                          f"{', '.join(rule.name for rule in found)}")
    return found[0]


def _is_called(rule: CheckRule, name: str) -> bool:
    return name in (rule.name, rule.code, rule.code[0], FAMILIES[rule.code[0]])


def _load(name: str) -> CheckRule:
    module = import_module(f"{package.__name__}.{name}")
    parts = {part: getattr(module, part, None) for part in ("check", "check_article", "observe", "conclude")}
    return CheckRule(name.replace("_", "-"), module.CODE, module.LEVEL, module.__doc__ or "", **parts)
