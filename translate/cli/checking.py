"""What `translate check` does once its options are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.checks.baseline import read_baseline, write_baseline
from translate.checks.inputs.interface import Remark
from translate.checks.inputs.opening import Inputs
from translate.checks.interface import Pair
from translate.checks.ledger import Ledger
from translate.checks.pool import PIECE, Piece, check_all
from translate.checks.registry import UNREADABLE, CheckRule, choose
from translate.checks.run import Checker, Found, Terms
from translate.checks.waivers import Waivers, glossary_waivers, read_waivers
from translate.cli.exits import Exit
from translate.cli.progress import progress
from translate.errors import ConfigError, InputError
from translate.glossary.model import Glossary
from translate.records import Level
from translate.reports.interface import Fingerprints, Report, Rule, count

if TYPE_CHECKING:
    from translate.glossary.match import Matcher


@dataclass(frozen=True, slots=True)
class Question:
    """What is checked, and with what."""

    paths: Sequence[str]
    source: str
    targets: Sequence[str]
    original: Path | None = None
    glossaries: Sequence[Path] = ()
    no_glossary: bool = False
    profile: str = ""
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    waivers: Path | None = None
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class Outputs:
    """What becomes of the findings."""

    format: str
    output: Path | None
    fail_on: Level
    baseline: Path | None
    write_baseline: bool
    limit: int
    quiet: bool


class Checkers(dict[str, Checker]):
    """A checker for each target language, made when it is first met."""

    def __init__(self, rules: tuple[CheckRule, ...], source: str, glossary: Glossary | None, profile: str) -> None:
        super().__init__()
        self.rules, self.source, self.glossary, self.profile = rules, source, glossary, profile
        self.matchers: dict[str, Matcher] = {}

    def __missing__(self, target: str) -> Checker:
        terms = None
        if self.glossary is not None and target in self.glossary.languages:
            profile = self.glossary.profile_for(target, self.profile)
            terms = Terms(self._matcher(self.glossary, self.source), self._matcher(self.glossary, target), profile)
        self[target] = Checker(self.rules, self.source, target, terms)
        return self[target]

    def _matcher(self, glossary: Glossary, language: str) -> Matcher:
        from translate.glossary.match import Matcher
        if language not in self.matchers:
            self.matchers[language] = Matcher(glossary, language) if language == self.source else Matcher(
                glossary, language, source=False, profile=glossary.profile_for(language, self.profile))
        return self.matchers[language]

    def names(self, text: str, language: str) -> Iterator[str]:
        """Ids of the entries that `text` may name."""
        if self.glossary is not None and language in (self.source, *self.glossary.languages):
            for match in self._matcher(self.glossary, language).find(text):
                yield from (match.entry.id, *(entry.id for _, entry in match.rivals))


def run_check(question: Question, outputs: Outputs) -> Exit:
    """Check, report, and say with which code to exit.

    Raises:
        GlosswireError: An option makes no sense, or a file cannot be read or written.
    """
    from translate.cli.desks import choose_glossary
    if outputs.write_baseline and outputs.baseline is None:
        raise ConfigError("--write-baseline: into which file? Name it: --baseline FILE")
    rules = choose(question.select, question.ignore)
    glossary, which = choose_glossary(question.glossaries, question.no_glossary)
    if glossary is None and not question.no_glossary and not outputs.quiet:
        click.echo(which, err=True)
    waivers = _waivers(question, glossary)
    root = Report((), (), 0, root=str(Path.cwd()))
    known = read_baseline(outputs.baseline) if outputs.baseline and not outputs.write_baseline else frozenset()
    ledger = Ledger(Fingerprints(root.path), lambda found: waivers.cover(found, root.path(found.finding)),
                    known, outputs.limit, keeps=outputs.baseline is not None)
    _fill(ledger, question, rules, glossary, outputs.quiet)
    for finding in waivers.findings(rules):
        ledger.file(Found(finding))
    if outputs.write_baseline and outputs.baseline is not None:
        write_baseline(outputs.baseline, ledger.met, root.path)
        known_now = count(len(ledger.met), ("finding is", "findings are"))
        click.echo(f"{outputs.baseline}: {known_now} known from now on", err=True)
        return Exit.CLEAN
    report = _report(ledger, rules, outputs.fail_on, known)
    _print(report, outputs)
    return Exit.FINDINGS if report.failed else Exit.CLEAN


def _fill(ledger: Ledger, question: Question, rules: tuple[CheckRule, ...], glossary: Glossary | None,
          quiet: bool) -> None:
    """Check everything into the ledger.

    Raises:
        InputError: Nothing could be read.
    """
    checkers = Checkers(rules, question.source, glossary, question.profile)
    inputs = Inputs(question.paths, question.source, question.targets, question.original, checkers.names)
    asked = {rule.name for rule in rules}
    remarks: list[Remark] = []
    done = 0
    with progress(quiet) as bar:
        for piece, outcome in check_all(checkers, _pieces(inputs, remarks, checkers), question.jobs):
            ledger.add(outcome, piece.target)
            words = sum(pair.source.count(" ") + 1 for pair in piece.pairs)
            bar.advance((piece.position - done) / inputs.size if inputs.size else 0.0, outcome.checked, words)
            done = piece.position
    if not ledger.checked and remarks and remarks[0].rule is UNREADABLE:
        raise InputError(f"{remarks[0].place}: {remarks[0].message}; nothing in the input could be checked")
    if not ledger.checked and inputs.others:
        raise InputError(f"{inputs.paths[0]}: nothing here is in {', '.join(question.targets)}, but in "
                         f"{', '.join(sorted(inputs.others))}; name that: --to {min(inputs.others)}")
    for remark in remarks:
        if remark.rule.name in asked:
            ledger.file(Found(remark.finding()))
    ledger.conclude(rules)


def _pieces(inputs: Inputs, remarks: list[Remark], checkers: Checkers) -> Iterator[Piece]:
    """The pairs in pieces of whole articles; what could not be read goes to `remarks`."""
    pairs: list[Pair] = []
    language = ""
    for target, item in inputs.read():
        if isinstance(item, Remark):
            remarks.append(item)
            continue
        full = len(pairs) >= PIECE and (not item.article or item.article != pairs[-1].article
                                        or len(pairs) >= 10 * PIECE)
        if pairs and (full or target != language):
            yield Piece(language, pairs, inputs.position)
            pairs = []
        language = target
        checkers[target]
        pairs.append(item)
    if pairs:
        yield Piece(language, pairs, inputs.position)


def _waivers(question: Question, glossary: Glossary | None) -> Waivers:
    found = read_waivers(question.waivers) if question.waivers else []
    if glossary is not None:
        found += glossary_waivers(map(Path, glossary.files), glossary.entries)
    return Waivers(found, date.today())


def _report(ledger: Ledger, rules: Sequence[CheckRule], fail_on: Level, known: frozenset[str]) -> Report:
    order = sorted(ledger.findings, key=lambda pair: astuple(pair[0].place))
    asides = [f"{ledger.waived:,} waived"] if ledger.waived else []
    if known:
        met = len(known & ledger.met.keys())
        asides.append(f"{met:,} known from the baseline")
        if met < len(known):
            asides.append(f"{len(known) - met:,} of the baseline no longer found")
    known_rules = tuple(Rule(rule.name, rule.level, rule.help) for rule in rules)
    return Report(tuple(finding for finding, _ in order), known_rules, ledger.checked, fail_on=fail_on,
                  root=str(Path.cwd()), prints=tuple(fingerprint for _, fingerprint in order),
                  totals=ledger.counts, asides=tuple(asides), by_rule=True)


def _print(report: Report, outputs: Outputs) -> None:
    """Print the report, or write it to a file and print its last line."""
    from translate.files import write_atomically
    from translate.reports.interface import render, tally
    from translate.reports.text import render as render_text
    if outputs.output:
        write_atomically(outputs.output, render(report, outputs.format).encode("utf-8", "replace"))
    elif outputs.format == "text":
        click.echo(render_text(report, color=sys.stdout.isatty()), nl=False)
    else:
        click.echo(render(report, outputs.format), nl=False)
    if outputs.output or outputs.format == "github":
        click.echo(tally(report), err=True)
