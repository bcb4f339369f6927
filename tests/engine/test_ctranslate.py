"""Decoding with real packages: results, options, and that no result depends on its neighbours."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.small import MODELS, engine_to, sentences
from translate.engine.interface import Decoding, Engine, Pair, Request, draft_all
from translate.engine.packages import find_packages, route
from translate.engine.route import open_engine
from translate.errors import PackageBroken
from translate.records import Draft, Failed, Span


@pytest.fixture(params=["ko", "ja"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """The small package, Korean and Japanese in turn."""
    return engine_to(request.param)


SOURCES = [row["en"] for row in sentences()]


def draft(engine: Engine, *requests: Request) -> list[Draft]:
    found = draft_all(engine, requests)
    assert all(isinstance(one, Draft) for one in found), found
    return [one for one in found if isinstance(one, Draft)]


def test_no_request_no_result(engine: Engine) -> None:
    assert list(engine.draft([])) == []


def test_known_sentences(engine: Engine) -> None:
    drafts = draft(engine, *map(Request, SOURCES))
    assert [one.text for one in drafts] == [row[engine.target] for row in sentences()]


def test_a_result_depends_on_its_request_alone(engine: Engine) -> None:
    alone = [draft(engine, Request(source))[0] for source in SOURCES[:20]]
    order = list(range(len(SOURCES)))
    random.Random(1).shuffle(order)
    mixed = dict(zip(order, draft(engine, *(Request(SOURCES[index]) for index in order))))
    assert [mixed[index] for index in range(20)] == alone


@pytest.mark.parametrize("options", [{"jobs": 1}, {"jobs": 3}, {"batch_tokens": 1}, {"batch_tokens": 4096}])
def test_options_of_speed_change_nothing(options: dict[str, int]) -> None:
    packages = route(find_packages(MODELS), "en", "ko")
    requests = [Request(source) for source in SOURCES]
    plain = draft(open_engine(packages), *requests)
    assert draft(open_engine(packages, replace(Decoding(), **options)), *requests) == plain


def test_links_and_alternatives_leave_the_text_alone(engine: Engine) -> None:
    plain = draft(engine, *map(Request, SOURCES))
    rich = draft(engine, *(Request(source, alternatives=4, links=True) for source in SOURCES))
    assert [one.text for one in rich] == [one.text for one in plain]


def test_links_lie_in_both_texts(engine: Engine) -> None:
    for source, one in zip(SOURCES, draft(engine, *(Request(source, links=True) for source in SOURCES))):
        assert one.links and one.attention is not None
        assert len(one.attention.rows) == len(one.attention.target) == len(one.tokens)
        for here, there in one.links:
            assert 0 <= here.start < here.end <= len(source)
            assert 0 <= there.start < there.end <= len(one.text)


def test_the_links_of_a_name_lead_to_its_rendering() -> None:
    source = "Experts visited Pyongyang on Monday."
    one = draft(engine_to("ko"), Request(source, links=True))[0]
    at = one.text.index("평양")
    start = source.index("Pyongyang")
    linked = [here for here, there in one.links if at <= there.start < at + 2]
    assert linked and all(start <= here.start < start + len("Pyongyang") for here in linked)


def test_alternatives_are_best_first(engine: Engine) -> None:
    one = draft(engine, Request(SOURCES[0], alternatives=4))[0]
    assert len(one.alternatives) == 3
    scores = [one.score, *(other.score for other in one.alternatives)]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(("target", "prefix"), [("ko", "도쿄는"), ("ja", "東京は")])
def test_a_forced_beginning(target: str, prefix: str) -> None:
    one, plain = draft(engine_to(target), Request(SOURCES[0], prefix=prefix), Request(SOURCES[0]))
    assert one.text.startswith(prefix) and not plain.text.startswith(prefix)
    assert len(one.text) > len(prefix)


def test_suppressed_tokens_are_not_written() -> None:
    source = "KCNA said on Monday that Japan visited Seoul."
    plain = draft(engine_to("ko"), Request(source, links=True))[0]
    assert "한국중앙통신" in plain.text and plain.attention is not None
    run = tuple(token for token, span in zip(plain.tokens, plain.attention.target) if span.start < 6)
    other = draft(engine_to("ko"), Request(source, suppress=(run,)))[0]
    assert run[0] not in other.tokens


def test_scores_prefer_the_translation(engine: Engine) -> None:
    right = [Pair(row["en"], row[engine.target]) for row in sentences()]
    wrong = [replace(one, target=other.target) for one, other in zip(right, right[1:] + right[:1])]
    pairs = zip(engine.score(right), engine.score(wrong))
    assert all(good.whole > bad.whole and good.whole == good.rest for good, bad in pairs)


def test_a_given_rendering_counts_only_in_the_whole() -> None:
    source, target = "Experts visited Pyongyang on Monday.", "전문가들은 월요일 뷁뷁을 방문했다."
    at = target.index("뷁뷁")
    plain, given = engine_to("ko").score([Pair(source, target), Pair(source, target, (Span(at, at + 2),))])
    assert given.whole == plain.whole < given.rest


def test_a_sentence_of_over_the_limit_is_decoded_in_pieces() -> None:
    packages = route(find_packages(MODELS), "en", "ko")
    engine = open_engine(packages, Decoding(longest=10))
    source = "Japan visited Seoul on Monday; Russia visited Tokyo on Tuesday; Iran visited Beijing on Friday."
    one = draft(engine, Request(source, links=True))[0]
    assert all(name in one.text for name in ("서울", "도쿄", "베이징")), one.text
    assert all(there.of(one.text) and here.of(source) for here, there in one.links)


def test_a_loop_is_decoded_again(engine: Engine) -> None:
    source = "up up and up and up and up and up and up and up and up and up"
    results = [result for _, result in engine.draft([Request(source), Request(SOURCES[0])])]
    assert len(results) == 2
    for result in results:
        assert isinstance(result, Failed) or not result.retried or result.text


@pytest.mark.parametrize("size", [0, 1000, 100_000])
def test_a_model_cut_short_is_one_clear_error(tmp_path: Path, size: int) -> None:
    shutil.copytree(MODELS / "en_ko", tmp_path / "en_ko")
    model = tmp_path / "en_ko" / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:size])
    with pytest.raises(PackageBroken) as caught:
        open_engine(route(find_packages(tmp_path), "en", "ko"))
    assert "models install en ko" in str(caught.value) and "\n" not in str(caught.value)


def test_every_request_has_its_own_result(engine: Engine) -> None:
    """The same sentence twice, an empty one and a sign: each index is answered once."""
    requests = [Request(text) for text in (SOURCES[0], SOURCES[0], "", "—")]
    assert sorted(index for index, _ in engine.draft(requests)) == [0, 1, 2, 3]
