"""The runner: whole articles in, findings in order out, the same however the work is cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from translate.checks.interface import Pair
from translate.checks.ledger import Ledger
from translate.checks.placing import place_in
from translate.checks.pool import Piece, check_all
from translate.checks.registry import choose, find
from translate.checks.run import LONGEST_ARTICLE, SHOWN, Checker, Terms, articles
from translate.errors import ConfigError
from translate.glossary.load import parse
from translate.glossary.match import Matcher
from translate.records import Finding, Place, Span
from translate.reports.interface import Fingerprints

GLOSSARY = parse("""glossary: x
source: en
entries:
  - {id: un, kind: organization, en: UN, ko: [유엔, 국제연합]}
  - {id: kju, kind: person, en: {use: Kim Jong Un, short: Kim}, ko: {use: 김정은, short: 김 위원장}}
""", "x.yml")
TERMS = Terms(Matcher(GLOSSARY, "en"), Matcher(GLOSSARY, "ko", source=False))


def pair(source: str, target: str, line: int = 1, article: str = "") -> Pair:
    return Pair(source, target, Place("a.tsv", line, len(source) + 2), article)


def test_nothing_in_nothing_out() -> None:
    outcome = Checker(choose(), "en", "ko").check([])
    assert (outcome.found, outcome.checked) == ([], 0)


def test_a_clean_pair_has_no_finding() -> None:
    outcome = Checker(choose(), "en", "ko", TERMS).check([pair("The UN met.", "유엔이 모였다.")])
    assert not outcome.found and outcome.checked == 1


def test_mentions_stand_in_the_pair_and_not_in_its_sentence() -> None:
    pairs = [pair("It rained. Kim Jong Un left. Kim smiled.", "비가 왔다. 김정은이 떠났다. 김 위원장이 웃었다.")]
    units = Checker(choose(), "en", "ko", TERMS).units(pairs)
    assert [mention.span.of(pairs[0].source) for mention in units[0].mentions] == ["Kim Jong Un", "Kim"]


def test_surnames_are_resolved_within_an_article_only() -> None:
    rows = [("Kim Jong Un left.", "김정은이 떠났다."), ("Kim smiled.", "그가 웃었다.")]
    checker = Checker((find("name-unresolved"),), "en", "ko", TERMS)
    together = [pair(*row, line, "a") for line, row in enumerate(rows)]
    assert not checker.check(together).found
    assert len(checker.check([pair(*row) for row in rows]).found) == 1


def test_articles_are_cut_where_the_name_changes_and_where_they_are_too_long() -> None:
    pairs = [pair("a", "b", article=name) for name in ("x", "x", "", "", "y")]
    assert [len(found) for found in articles(pairs)] == [2, 1, 1, 1]
    many = [pair("a", "b", article="x")] * (LONGEST_ARTICLE + 1)
    assert [len(found) for found in articles(many)] == [LONGEST_ARTICLE, 1]


@pytest.mark.parametrize(("target", "raw", "line", "start", "expected"), [
    ("둘은 만났다", "", 3, 0, (3, 5)),
    ("둘은 만났다", "", 3, 3, (3, 8)),
    ("둘은\n만났다", "", 3, 3, (4, 1)),
    ('"둘"은', '\\"둘\\"은', 3, 3, (3, 10)),
    ("각각", "각각", 1, 1, (1, 6)),
    ("e\u0301e\u0301", "", 1, 2, (1, 7)),
    ("אבג", "", 1, 2, (1, 7)),
])
def test_places(target: str, raw: str, line: int, start: int, expected: tuple[int, int]) -> None:
    one = Pair("", target, Place("x", line, 5), raw=raw)
    place = place_in(one, Span(start, start + 1))
    assert (place.line, place.column) == expected


def test_findings_have_the_column_in_the_file() -> None:
    found = Checker((find("spacing"),), "en", "ko").check([pair("He came.", "그는 왔다 .", 7)]).found
    assert [(one.finding.place.line, one.finding.place.column) for one in found] == [(7, 15)]


def pieces(size: int) -> Iterator[Piece]:
    rows = [pair("The UN met 3 times.", "유엔이 3번 모였다." if line % 5 else "국제연합이 4번 모였다.", line)
            for line in range(1, 61)]
    for start in range(0, len(rows), size):
        yield Piece("ko", rows[start:start + size])


def ledger_of(size: int, jobs: int) -> Ledger:
    checkers = {"ko": Checker(choose(), "en", "ko", TERMS)}
    ledger = Ledger(Fingerprints(lambda finding: finding.place.path))
    for piece, outcome in check_all(checkers, pieces(size), jobs):
        ledger.add(outcome, piece.target)
    ledger.conclude(choose())
    return ledger


def test_the_cut_and_the_number_of_processes_change_nothing() -> None:
    one, other = ledger_of(60, 1), ledger_of(7, 1)
    assert one.findings == other.findings and one.counts == other.counts
    many = ledger_of(5, 2)
    assert one.findings == many.findings and one.counts == many.counts
    assert one.counts["number-mismatch", "error"] == 12
    assert one.counts["term-inconsistent", "info"] == SHOWN


def test_a_report_shows_some_and_counts_all() -> None:
    ledger = Ledger(Fingerprints(lambda finding: ""), limit=2)
    outcome = Checker((find("missing-segment"),), "en", "ko").check([pair("It rained.", "")] * 5)
    ledger.add(outcome)
    assert len(ledger.findings) == 2 and ledger.counts["missing-segment", "error"] == 5


def test_fingerprints_of_the_baseline_are_not_told_again() -> None:
    outcome = Checker((find("missing-segment"),), "en", "ko").check([pair("It rained.", "")] * 2)
    first = Ledger(Fingerprints(lambda finding: ""), keeps=True)
    first.add(outcome)
    again = Ledger(Fingerprints(lambda finding: ""), known=frozenset([*first.met][:1]), keeps=True)
    again.add(outcome)
    assert len(first.findings) == 2 and again.findings == first.findings[1:]


def test_numbers_in_a_message_change_no_fingerprint() -> None:
    one = Finding("x", "info", "3 of 5 places", Place("a"), target="텍스트")
    other = Finding("x", "info", "4 of 6 places", Place("a", 9), target="텍스트")
    prints = [Fingerprints(lambda finding: finding.place.path).of(finding) for finding in (one, other)]
    assert prints[0] == prints[1]


@pytest.mark.parametrize(("names", "expected"), [
    (("F01",), ["number-mismatch"]), (("number-mismatch", "width"), ["number-mismatch", "width"])])
def test_rules_by_name_and_code(names: tuple[str, ...], expected: list[str]) -> None:
    assert [rule.name for rule in choose(names)] == expected


def test_families_and_what_is_left_out() -> None:
    assert {rule.code[0] for rule in choose(("G", "S"), ("S",))} == {"G"}
    with pytest.raises(ConfigError, match="did you mean term-missing"):
        choose(("term-mising",))
    with pytest.raises(ConfigError, match="stands for"):
        find("F")
