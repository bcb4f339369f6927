"""What the checks say of the files of a report, segment by segment."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from translate.checks.inputs.xliff import pairs_of
from translate.checks.interface import Pair
from translate.checks.ledger import Ledger
from translate.checks.registry import ABOUT_INPUT, choose
from translate.checks.run import Checker, Terms
from translate.checks.waivers import Waivers, glossary_waivers, read_waivers
from translate.cli.report_articles import Findings, Sheet
from translate.glossary.match import Matcher
from translate.glossary.model import Glossary
from translate.records import Finding, Place
from translate.reports.html.model import ShownFinding
from translate.reports.interface import Fingerprints, Report, Rule

_Texts = tuple[str, str, str]
"""Path, source and translation."""
_Seats = dict[_Texts, list[tuple[Place, int]]]
"""Where segments with these texts stand, and their numbers."""


def check_sheets(sheets: Sequence[Sheet], glossary: Glossary | None, profile: str,
                 waived: Path | None) -> tuple[tuple[Rule, ...], Findings]:
    """Every rule that was asked, and the findings by segment; `waived` is a file of waivers.

    Raises:
        ConfigError: A waiver makes no sense.
    """
    rules = choose(ignore=[rule.name for rule in ABOUT_INPUT])
    matchers: dict[str, Matcher] = {}
    checkers: dict[str, Checker] = {}
    root = Report((), (), 0, root=str(Path.cwd()))
    waivers = _waivers(waived, glossary)
    ledger = Ledger(Fingerprints(root.path), lambda found: waivers.cover(found, root.path(found.finding)),
                    limit=sys.maxsize)
    seats: _Seats = {}
    for sheet in sheets:
        source, target = sheet.file.source_language, sheet.file.target_language
        if target not in checkers:
            terms = _terms(glossary, source, target, profile, matchers) if glossary else None
            checkers[target] = Checker(rules, source, target, terms)
        pairs = list(pairs_of(sheet.file, sheet.path))
        for number, pair in enumerate(pairs, sheet.first):
            seats.setdefault(_texts(pair), []).append((pair.place, number))
        ledger.add(checkers[target].check(pairs), target)
    ledger.conclude(rules)
    return tuple(Rule(rule.name, rule.level, rule.help) for rule in rules), _seated(ledger, seats, root)


def _terms(glossary: Glossary, source: str, target: str, profile: str, matchers: dict[str, Matcher]) -> Terms:
    for code in (source, target):
        if code not in matchers:
            matchers[code] = Matcher(glossary, code)
    return Terms(matchers[source], matchers[target], glossary.profile_for(target, profile))


def _waivers(path: Path | None, glossary: Glossary | None) -> Waivers:
    found = read_waivers(path) if path else []
    if glossary is not None:
        found += glossary_waivers(map(Path, glossary.files), glossary.entries)
    return Waivers(found, date.today())


def _texts(pair: Pair) -> _Texts:
    return pair.place.path, pair.source, pair.target


def _seated(ledger: Ledger, seats: _Seats, root: Report) -> Findings:
    """By segment; the page tells paths as `translate check` does."""
    found: dict[tuple[str, int], list[ShownFinding]] = {}
    for finding, fingerprint in ledger.findings:
        number = _number(finding, seats)
        told = replace(finding, place=replace(finding.place, path=root.path(finding)))
        found.setdefault((finding.place.path, number), []).append(ShownFinding(told, fingerprint))
    return found


def _number(finding: Finding, seats: _Seats) -> int:
    """Of the segments with the finding's texts, that which begins last before it."""
    places = seats[finding.place.path, finding.source, finding.target]
    return max((place, number) for place, number in places if place <= finding.place or place == places[0][0])[1]
