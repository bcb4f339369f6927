"""The target language decides what stands between two sentences; line breaks are kept."""

from __future__ import annotations

import pytest

from translate.text.joints import join, seam

SEAMS = [
    ("ko", "끝났다.", " ", "시작했다.", " "),
    ("ko", "끝났다.", "", "시작했다.", " "),
    ("ko", "끝났다.", "   ", "시작했다.", " "),
    ("ko", "끝났다.", "\u3000", "시작했다.", " "),
    ("ko", "끝났다.", "\u00a0", "시작했다.", " "),
    ("ko", "끝났다.", "\n", "시작했다.", "\n"),
    ("ko", "끝났다.", " \n\n ", "시작했다.", " \n\n "),
    ("ko", "끝났다.", "\t", "시작했다.", "\t"),
    ("ko", "끝났다.", " ", "”", ""),
    ("ko", "끝났다", " ", ".", ""),
    ("ko", "(", " ", "시작", ""),
    ("ko", "“", " ", "시작", ""),
    ("ko", "끝났다.", " ", "(끝)", " "),
    ("ko", "끝났다.", " ", "“시작했다.”", " "),
    ("ja", "終わった。", " ", "始まった。", ""),
    ("ja", "終わった。", "", "始まった。", ""),
    ("ja", "終わった。", "\n", "始まった。", "\n"),
    ("ja", "終わった。", "\r\n\r\n", "始まった。", "\r\n\r\n"),
    ("ja", "KCNA", " ", "NHK", " "),
    ("ja", "KCNA.", "", "Kim", " "),
    ("ja", "終わった。", " ", "KCNA", ""),
    ("ja", "KCNA", " ", "始まった。", ""),
    ("ja", "終わった。", " ", "（終）", ""),
    ("zh", "结束。", " ", "开始。", ""),
    ("en", "It ended.", "", "It began.", " "),
    ("en", "It ended.", "  ", "It began.", " "),
    ("xx", "It ended.", "", "It began.", " "),
    ("ko", "", " ", "시작했다.", " "),
    ("ko", "끝났다.", " ", "", " "),
]


@pytest.mark.parametrize(("language", "before", "gap", "after", "expected"), SEAMS)
def test_seam(language: str, before: str, gap: str, after: str, expected: str) -> None:
    assert seam(gap, before, after, language) == expected


@pytest.mark.parametrize(("pieces", "gaps", "language", "expected"), [
    ([], [], "ko", ""),
    (["끝."], [], "ko", "끝."),
    (["하나.", "둘.", "셋."], ["", "\n"], "ko", "하나. 둘.\n셋."),
    (["一。", "二。", "三。"], [" ", "\n"], "ja", "一。二。\n三。"),
    (["하나.", "", "셋."], [" ", " "], "ko", "하나. 셋."),
    (["하나.", "", "셋."], ["\n", " "], "ko", "하나.\n셋."),
    (["", "둘."], [" "], "ko", "둘."),
    (["하나.", ""], ["\n"], "ko", "하나."),
])
def test_join(pieces: list[str], gaps: list[str], language: str, expected: str) -> None:
    assert join(pieces, gaps, language) == expected


@pytest.mark.parametrize(("pieces", "gaps"), [([], ["x"]), (["a", "b"], []), (["a"], [" "])])
def test_gaps_that_do_not_match_are_refused(pieces: list[str], gaps: list[str]) -> None:
    with pytest.raises(ValueError, match="shorter|longer"):
        join(pieces, gaps, "ko")
