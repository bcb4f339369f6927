"""Numbers in Japanese text: digits with 万 and 億, dates, times, kanji numerals before a counter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from translate.text.number import Kind, Number
from translate.text.number_units import unit_pattern
from translate.text.numbers_cjk import COMMON, SKIP, Facts, amount, beginnings, readings, value
from translate.text.numbers_reading import number, skip

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_LOOSE: dict[str, tuple[Fraction | int, str]] = {
    "半分": (Fraction(1, 2), ""), "半数": (Fraction(1, 2), ""), "半減": (Fraction(1, 2), ""),
    "半年": (Fraction(1, 2), "year"), "四半世紀": (25, "year"), "半世紀": (50, "year"),
    "ひとり": (1, ""), "ひとつ": (1, ""), "ふたり": (2, ""), "ふたつ": (2, ""), "みっつ": (3, ""),
    "両国": (2, ""), "両首脳": (2, ""), "両者": (2, ""), "両氏": (2, ""), "双方": (2, ""),
    "倍増": (2, ""), "正午": (12, "time"), "元日": (1, "day"), "上半期": (Fraction(1, 2), "year"),
    "下半期": (Fraction(1, 2), "year"), "半期": (Fraction(1, 2), "year"),
}
_NAMES = """火星|北極星|光明星|千里馬|万里鏡|銀河|木星|大浦洞|プルファサル|コロナ|アポロ|はやぶさ|嫦娥
    |ボーイング|エアバス|ソユーズ|アイフォーン|台風"""
_COUNTERS = """人|つ|回|度目|度|年間|年|カ国|か国|ヵ国|ヶ国|カ月|か月|ヶ月|ヵ月|週間|日間|時間|点|本|台|機|隻
    |名|倍|位|階|番目|枚|軒|頭|匹|組|世紀|種類|歳|者|党|州|都市|曲|冊|足|杯|票|議席|氏|校|社|省|島|件|両|棟|戸
    |世帯|文|代|期|次|等|号|カ所|か所|ヶ所|ヵ所|箇所|局|段|色|大|方|面|夜|不|光年"""
_NOT = """一部|一方|一時|一般|一斉|一連|一定|一致|一層|統一|万が一|一番|一員|一環|一貫|一切|一体|一家|一行|一種
    |一度に|一両日|一気|一面|一帯|一挙|一歩|十分|千葉|三菱|三井|三重|三浦|三木|三田|四国|九州|八王子|五輪|六本木
    |十字|二酸化|五島|一昨|万博|万引|百貨|千島|百姓|八百屋|億万|二度と|三原|三宅|三宮|三島|二階|八代|九段下|千代
    |万一|唯一|第一三共|三越|三省堂|一発|七尾|四日市|十日町|百済|三沢|一橋|五代|二宮|八戸|八幡|三陸|三鷹|四川
    |四万十|千歳|万歳|一概|一同|一途|一律|一応|一見|一生|一周|三権|三振|六法|七夕|百科|千秋|一任|一新|一括|一際
    |一流|十両|三段跳|一塁|二塁|三塁|一軍|二軍|三角|二重|一人前|一人息子|一人娘|一人っ子|三者三様"""
"""Words that hold a numeral and count nothing."""
_KANJI = "[〇一二三四五六七八九十百千万億]{1,20}"
_BIG = amount("十百千", "万億兆", r"\s?")
_UNIT = rf"""(?:余り?|強|弱|超)?\s?(?:{unit_pattern("ja")})
    (?:(?<![ァ-ヶー])|(?![ァ-ヶー]))(?:(?<![A-Za-z])|(?![A-Za-z]))"""
_FIRST = beginnings(_NAMES, _NOT, "|".join(_LOOSE), "|".join(_ERAS),
                    "〇|一|二|三|四|五|六|七|八|九|十|百|千|万|億|数|何|第|午|朝|夜|夕|未|早|深")
PATTERN = re.compile(rf"""{_FIRST} (?:
    {SKIP}
  | (?P<vague> {_NOT} | [数何]{_KANJI} | [十百千万億]{{1,4}}数(?=[人名社校機隻発台万億カか都年日]) )
  | (?P<inside> (?:{_NAMES})\s?-?\d{{1,9}}(?:号|型|[A-Z])* | \d{{1,4}}種平均
      | (?<![A-Za-z.])[A-Za-z][A-Za-z.]{{0,32}}[-‑–]?\d[A-Za-z\d.-]* | \d{{1,2}}[・･]\d{{1,2}} )
  | {COMMON}
  | (?P<era> (?P<name> {'|'.join(_ERAS)})\s?(?P<count> \d{{1,2}}|元)年 )
  | (?P<time> (?P<half> 午前|午後|朝|夜|夕方|未明|早朝|深夜)?\s?
        (?: (?<![\d.,])(?P<hour> \d{{1,2}})\s?時(?!間)
            (?:\s?(?P<minute> \d{{1,2}})\s?分|(?P<mid> 半))?
          | (?<![\d:])(?P<hour2> \d{{1,2}}):(?P<minute2> \d\d)(?![\d:]) ) )
  | (?P<part> (?P<below2> {_BIG}|{_KANJI})\s?分の\s?(?P<above2> \d{{1,9}}|[一二三四五六七八九]) )
  | (?P<month> (?<![\d.,])(?P<mdigits> \d{{1,2}})
        (?=\s?[~〜～―–-]\s?(?P<mlast> \d{{1,2}})\s?月|\s?月)\s?月? )
  | (?P<quarter> (?<!\d)(?P<order> [1-4])\s?四半期 )
  | (?P<decade> (?<![\d.,])(?:(?P<years> \d{{2,4}})\s?年代|(?P<ages> [1-9]0)\s?代(?!目)) )
  | (?P<tenths> (?<![\d.,])(?P<tens> \d{{1,9}}(?:\.\d{{1,9}})?)\s?割(?:(?P<ones> \d)分)? )
  | (?P<amount> [$¥€£]?(?<![\d.,A-Za-z])(?P<digits> {_BIG})(?P<unit> {_UNIT})?
        (?P<more> 半(?![ばぱ数分島額期]))? )
  | (?P<kanji> 第?(?P<numeral> {_KANJI})
        (?:(?P<kmonth> 月)|(?=\s?(?:{_COUNTERS}|{unit_pattern("ja")}))) )
  | (?P<loose> {'|'.join(_LOOSE)} ))
    """, re.VERBOSE)
_FACTS = Facts("ja", ("午後", "夕方"), ("夜", "深夜"), ("午前", "未明", "早朝"), "余り強弱超 \u00a0\n", "日",
               re.compile(r"(?:位|番目|回目|次|号|番)"), re.compile(r"(?:[-–―:]|対)\d"),
               re.compile(r"世(?![紀帯代界])"), _LOOSE)


def _era(found: re.Match[str]) -> Iterator[Number]:
    count = found["count"]
    yield number(found, 0, _ERAS[found["name"]] + (1 if count == "元" else int(count)), "year")


def _tenths(found: re.Match[str]) -> Iterator[Number]:
    percent = Fraction(found["tens"]) * 10 + int(found["ones"] or 0)
    yield number(found, 0, percent, "percent", "%", sure=False)


def _kanji(found: re.Match[str]) -> Iterator[Number]:
    kind: Kind
    kind, unit = ("date", "month") if found["kmonth"] else ("cardinal", "")
    yield number(found, 0, value(found["numeral"]), kind, unit, sure=False)


READINGS = {**readings(_FACTS), "vague": skip, "era": _era, "tenths": _tenths,
            "kanji": _kanji}
