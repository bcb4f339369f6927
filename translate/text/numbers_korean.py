"""Numbers in Korean text: digits with 만 and 억, dates, times, native numerals before a counter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from translate.text.number import Number
from translate.text.number_units import form_of, unit_pattern
from translate.text.numbers_cjk import COMMON, SKIP, Facts, amount, beginnings, readings, value
from translate.text.numbers_reading import number, skip

_NATIVE = {"하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "서": 3, "석": 3, "넷": 4, "네": 4,
           "너": 4, "넉": 4, "다섯": 5, "닷": 5, "여섯": 6, "엿": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70,
         "여든": 80, "아흔": 90}
_LOOSE: dict[str, tuple[Fraction | int, str]] = {
    "절반": (Fraction(1, 2), ""), "반년": (Fraction(1, 2), "year"), "반세기": (50, "year"),
    "양국": (2, ""), "양측": (2, ""), "양자": (2, ""), "양쪽": (2, ""), "양당": (2, ""), "갑절": (2, ""),
    "곱절": (2, ""), "정오": (12, "time"), "자정": (0, "time"), "상반기": (Fraction(1, 2), "year"),
    "하반기": (Fraction(1, 2), "year"), "하루": (1, "day"), "이틀": (2, "day"), "사흘": (3, "day"),
    "나흘": (4, "day"), "닷새": (5, "day"), "엿새": (6, "day"), "이레": (7, "day"),
    "여드레": (8, "day"), "아흐레": (9, "day"), "열흘": (10, "day"), "보름": (15, "day"),
}
_COUNTERS = """명|사람|개국|개월|개|번째|번|차례|살|시간|시|달|대|발|척|곳|나라|마리|장|권|잔|병|채|가지|배
    |쌍|주|해|건|팀|째|군데|그루|송이|켤레|벌|자루|편|통|줄|층|정상|아이|자녀|아들|딸|여성|남성|형제|자매|회사
    |정당|학생|선수|경기|골|방|집|문장|마디|걸음|단계|국가|후보|도시|쪽|판|모금|끼|세트|분|종류|세기|세대"""
_NAMES = """화성|북극성|광명성|천리마|만리경|은하|나로|누리|무수단|대포동|노동|불화살|화살|해일|샛별|코로나
    |아폴로|창어|갤럭시|아이폰|보잉|에어버스|소유즈|태풍"""
_RULERS = "레오|베네딕토|바오로|프란치스코|라마|찰스|엘리자베스|루이|헨리|빌헬름|나폴레옹"
_BEHIND_UNIT = """은|는|이|가|을|를|에|의|와|과|로|으|도|만|까지|부터|보다|째|간|여|쯤|씩|당|치|짜리|어치|대|선|전|후|뒤
    |말|초|중|동안|이상|이하|넘|안팎|가량|정도|고|며|인|였|나|라|뿐|마다|밖|차|급|형|단|내|께|꼴|들|새"""
"""Particles and what else is written on to a unit; any other syllable makes it another word."""
_UNIT = rf"""(?:여|\+)?\s?(?:{unit_pattern("ko")})
    (?:(?<=[^가-힣])(?![A-Za-z])|(?<=[가-힣])(?:(?![가-힣])|(?={_BEHIND_UNIT})))"""
_BIG = amount("십백천", "만억조", "")
_ONE = "다섯|여섯|일곱|여덟|아홉|하나|한|둘|두|셋|세|넷|네"
_HALF = r"\s?반(?:(?![가-힣])|(?=[이을에은의](?![가-힣])|가량|쯤|정도|동안|만에))"
_FIRST = beginnings(_NAMES, _RULERS, _ONE, "|".join(_TENS), "|".join(_LOOSE),
                    "수|몇|오|새|아|저|밤|낮|이|삼|사|육|칠|팔|구|십|백|천|만|억|제|첫|서|석|너|넉|닷")
PATTERN = re.compile(rf"""{_FIRST} (?:
    {SKIP}
  | (?P<vague> (?:수|몇\s?)[십백천만억조]+ )
  | (?P<inside> (?<=[가-힣])[-‑–]\d+[가-힣A-Za-z\d-]* | (?:{_NAMES})호?\s?\d{{1,9}}(?:호|형|[A-Z])?
      | (?:{_RULERS})\s\d+세 | (?<![A-Za-z.])[A-Za-z][A-Za-z.]{{0,32}}[-‑–]?\d[A-Za-z\d.-]*
      | \d{{1,2}}[·ㆍ・]\d{{1,2}}(?=\s?[가-힣]) )
  | {COMMON}
  | (?P<time> (?:(?P<half> 오전|오후|새벽|아침|저녁|밤|낮)\s?)?
        (?: (?<![\d.,])(?P<hour> \d{{1,2}})시(?!간)
            (?:\s?(?P<minute> \d{{1,2}})분(?!의)|\s?(?P<mid> 반))?
          | (?<![\d:.])(?P<hour2> \d{{1,2}})(?(half)[:.]|:)(?P<minute2> \d\d)(?![\d:]) ) )
  | (?P<part> (?P<below2> {_BIG}|[이삼사오육칠팔구십]|백)\s?분의\s?
        (?P<above2> \d{{1,9}}|[일이삼사오육칠팔구]) )
  | (?P<article> (?:제|(?<=헌법\s)|(?<=법\s)|(?<=조약\s)|(?<=협정\s)|(?<=헌장\s)|(?<=협약\s))
        (?P<adigits> \d{{1,3}})조 )
  | (?P<either> (?<![\d.,])(?P<edigits> \d{{1,3}})조(?=에|의|는|가|와|도|,) )
  | (?P<month> (?<![\d.,])(?P<mdigits> \d{{1,2}})
        (?=\s?[~∼–-]\s?(?P<mlast> \d{{1,2}})월|월)월? )
  | (?P<quarter> (?<!\d)(?P<order> [1-4])\s?분기 )
  | (?P<decade> (?<![\d.,])(?:(?P<years> \d{{2,4}})년대|(?P<ages> [1-9]0)대(?!\s?\d)) )
  | (?P<amount> (?<![\d.,A-Za-z])(?P<digits> {_BIG})(?P<unit> {_UNIT})?(?P<more> {_HALF})? )
  | (?P<native> (?<![가-힣A-Za-z\d])
        (?: (?P<ten> {'|'.join(_TENS)})(?:\s?(?P<one> {_ONE}))?(?:여\s?)?
                (?=\s?(?:{_COUNTERS})|[이은을에]?\s)
          | (?P<one2> {_ONE}|서|석|너|넉|닷)(?=\s?(?:{_COUNTERS}))
          | (?P<one3> 두|세|네|다섯|여섯|일곱|여덟|아홉|둘|셋)(?=\s[가-힣])
          | (?P<one4> 하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)(?=[은는이가을를의도만로]?(?![가-힣])) )
        (?P<nunit> \s?(?:시간|달|해|주|살|세기|배)(?![가-힣]{{3}}) )?(?P<nmore> {_HALF})? )
  | (?P<sino> (?<![가-힣])[삼사오육칠팔구십](?=\s(?:주|점|년|분|개|회|피트|미터|퍼센트)(?![가-힣]{{2}})) )
  | (?P<first> (?<![가-힣])첫 )
  | (?P<loose> (?<![가-힣])(?:{'|'.join(_LOOSE)}) ))
    """, re.VERBOSE)
_FACTS = Facts("ko", ("오후", "저녁"), ("밤",), ("오전", "새벽"), "여+ \u00a0\n", "일",
               re.compile(r"\s?(?:위|번째|차|호|등)"), re.compile(r"\s?(?:[-–:]|대\s?)\d"),
               re.compile(r"(?!)"), _LOOSE)


def _native(found: re.Match[str]) -> Iterator[Number]:
    one = found["one"] or found["one2"] or found["one3"] or found["one4"]
    total = Fraction(_TENS.get(found["ten"] or "", 0) + _NATIVE.get(one or "", 0))
    total += Fraction(bool(found["nmore"]), 2)
    unit, kind = form_of((found["nunit"] or "").strip(), "ko")
    if re.match(r"\s?(?:번째|째)", found.string[found.end():found.end() + 3]):
        kind = "ordinal"
    yield number(found, 0, total, kind, unit, sure=False)


def _sino(found: re.Match[str]) -> Iterator[Number]:
    yield number(found, 0, value(found[0]), "cardinal", sure=False)


def _first(found: re.Match[str]) -> Iterator[Number]:
    yield number(found, 0, 1, "ordinal", sure=False)


def _article(found: re.Match[str]) -> Iterator[Number]:
    yield number(found, 0, int(found["adigits"]), "ordinal")


def _either(found: re.Match[str]) -> Iterator[Number]:
    """`9조에` is in trillions or in Article 9."""
    count = int(found["edigits"])
    yield number(found, 0, count, "ordinal", sure=False)
    yield number(found, 0, count * 10**12, "cardinal", sure=False)


READINGS = {**readings(_FACTS), "vague": skip, "native": _native, "sino": _sino, "first": _first,
            "article": _article, "either": _either}
