"""Names that recur, and what translations make of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.glossary.load import parse
from translate.glossary.mine import Proposal, Sentence, propose
from translate.glossary.mine_names import find_names, stands_for
from translate.glossary.mine_renderings import find_renderings
from translate.glossary.model import Glossary
from translate.records import Place

CASES = Path(__file__).parent.parent / "cases" / "mine" / "names.tsv"
NAMES = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines()
         if not line.startswith("#")]


def corpus(*articles: str) -> list[Sentence]:
    return [Sentence(str(number), f"{text}.", Place("a", number))
            for number, article in enumerate(articles) for text in article.split(". ")]


def proposed(*articles: str, known: Glossary = Glossary(), least: int = 2) -> list[str]:
    found = propose(corpus(*articles), known, "en", least)
    forms = [[term.text for term in one.entry.renderings["en"].terms("en")] for one in found]
    return [f"{one.count} {one.entry.kind} {'|'.join(texts)}" for one, texts in zip(found, forms)]


@pytest.mark.parametrize(("sentence", "names"), NAMES)
def test_the_names_of_a_sentence(sentence: str, names: str) -> None:
    found = [f"{'*' if name.title else ''}{name.text}{f'={name.short}' if name.short else ''}"
             for name in find_names(sentence)]
    assert ", ".join(found) == names


def test_initials_may_pass_over_small_words() -> None:
    assert stands_for("JCS", ["Joint", "Chiefs", "of", "Staff"])
    assert stands_for("DoD", ["Department", "of", "Defense"])
    assert not stands_for("JCS", ["Joint", "Staff"])
    assert not stands_for("NATO", ["Nankai", "Trough"])


def test_what_opens_a_sentence_is_no_name_unless_it_is_one_elsewhere() -> None:
    assert proposed("Talks failed. Talks ended. They held talks") == []
    assert proposed("Seoul agreed. He left Seoul") == ["2 term Seoul"]


def test_weekdays_months_and_pronouns_are_none() -> None:
    assert proposed("He came on Monday. He left on Monday. In May, I spoke. In May, I left") == []


def test_a_surname_belongs_to_the_person() -> None:
    assert proposed("He met Shigeru Ishiba. Then Ishiba spoke. She saw Ishiba") == [
        "3 person Shigeru Ishiba|Ishiba"]
    assert proposed("He met Kim Jong Un. She saw Kim Jong Un") == ["2 person Kim Jong Un|Kim"]
    assert proposed("He saw South Korea. In South Korea. All of Korea. The Korea he knew") == [
        "2 term Korea", "2 term South Korea"]


def test_two_persons_of_one_surname_share_no_count() -> None:
    text = "He met Kim Jong Un and Kim Yo Jong. Then Kim spoke. She saw Kim Jong Un with Kim Yo Jong"
    assert proposed(text) == [
        "2 person Kim Jong Un|Kim", "2 person Kim Yo Jong|Kim"]


def test_an_abbreviation_belongs_to_what_it_stands_for() -> None:
    assert proposed("He led the Joint Chiefs of Staff (JCS). She asked the JCS. It was the JCS") == [
        "4 organization Joint Chiefs of Staff|JCS"]
    assert proposed("He reads the Korean Central News Agency. She reads KCNA") == [
        "2 organization Korean Central News Agency|KCNA"]


def test_adjectives_and_other_spellings_are_no_names_of_their_own() -> None:
    assert proposed("He left Japan for Russia. In Japan and Russia. The Japanese way. "
                    "The Japanese and Russian and Russian food") == ["2 term Japan", "2 term Russia"]
    assert proposed("He met Kim Jong-un. He met Kim Jong Un. He met Kim Jong Un") == [
        "3 person Kim Jong Un|Kim"]


def test_kinds_are_told_by_a_word() -> None:
    assert proposed("In the Yellow Sea. In the Yellow Sea. At the Ministry of Unification. "
                    "At the Ministry of Unification. The Hwasong-19 flew. The Hwasong-19 fell") == [
        "2 weapon Hwasong-19", "2 organization Ministry of Unification", "2 place Yellow Sea"]


def test_what_a_glossary_holds_is_not_proposed() -> None:
    known = parse("glossary: g\nentries:\n  - {id: seoul, en: Seoul, ko: 서울}\n", "g.yml")
    text = "He left Seoul. She likes Seoul. Seoul National University and Seoul National University"
    assert proposed(text, known=known) == ["2 organization Seoul National University"]


def test_rare_names_are_left_out() -> None:
    assert proposed("He left Seoul. He left Busan. He left Busan", least=2) == ["2 term Busan"]
    assert proposed("He left Seoul", least=1) == ["1 term Seoul"]


def renderings(pairs: list[tuple[str, str]], language: str) -> dict[str, list[str]]:
    sentences = [Sentence("a", source, Place("a")) for source, _ in pairs]
    found: tuple[Proposal, ...] = propose(sentences, Glossary())
    by_id = find_renderings(found, dict(enumerate(target for _, target in pairs)), language)
    return {id: [f"{one.text} {one.count}" for one in full] for id, (full, _) in by_id.items()}


def test_a_rendering_loses_its_particle() -> None:
    assert renderings([("He read about KCNA.", "그는 조선중앙통신을 읽었다."),
                       ("We know KCNA.", "우리는 조선중앙통신의 팬이다."),
                       ("It rained.", "비가 왔다.")], "ko") == {"kcna": ["조선중앙통신 2"]}


def test_a_verb_is_no_rendering() -> None:
    assert renderings([("To see China.", "중국 방문을 준비하기로."), ("He likes China.", "그는 중국에 가고 준비하기로."),
                       ("China itself.", "중국 그 자체.")], "ko") == {"china": ["중국 3"]}


def test_a_name_that_ends_like_a_particle_is_whole() -> None:
    assert renderings([("He met Kim Jong Un.", "그는 김정은 위원장을 만났다."),
                       ("She saw Kim Jong Un.", "그녀가 김정은을 보았다."),
                       ("They like Kim Jong Un.", "그들은 김정은 편이다.")], "ko") == {"kim-jong-un": ["김정은 3"]}


def test_unstable_renderings_are_all_listed() -> None:
    assert renderings([("We see Tokyo.", "도쿄를 본다."), ("He left Tokyo.", "그는 도쿄에서 떠났다."),
                       ("In Tokyo now.", "이제 도쿄에."), ("She is in Tokyo.", "그녀는 동경에 있다."),
                       ("The Tokyo way.", "동경의 방식.")], "ko") == {"tokyo": ["도쿄 3", "동경 2"]}


def test_japanese_runs_are_parted_from_titles() -> None:
    assert renderings([("He met Shigeru Ishiba.", "彼は石破茂首相と会った。"),
                       ("We saw Shigeru Ishiba.", "われわれは石破茂首相を見た。"),
                       ("The prime minister of Spain.", "スペインの首相。")], "ja") == {
        "shigeru-ishiba": ["石破茂 2"]}
    assert renderings([("He met Rahm Emanuel.", "ラーム・エマニュエル大使と会う。"),
                       ("We saw Rahm Emanuel and Rahm Emanuel.", "ラーム・エマニュエル氏を見た。")], "ja") == {
        "rahm-emanuel": ["ラーム・エマニュエル 2"]}


def test_the_neighbour_of_a_name_does_not_lend_its_rendering() -> None:
    pairs = [("We saw Fumio Kishida.", "기시다 후미오를 보았다."),
             ("He met Fumio Kishida in Lima.", "리마에서 기시다 후미오를 만났다."),
             ("Then Fumio Kishida left Lima.", "기시다 후미오는 리마를 떠났다.")]
    assert renderings(pairs, "ko") == {"fumio-kishida": ["기시다 후미오 3"], "lima": ["리마 2"]}


def test_one_translated_sentence_tells_nothing() -> None:
    assert renderings([("He left Lima.", "그는 리마를 떠났다."), ("We like Lima.", "")], "ko") == {"lima": []}
