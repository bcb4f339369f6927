"""The last sound of digits and units as Korean reads them aloud: 1,000은 "천은", 3.5는, 30㎞를."""

from __future__ import annotations

import re

from translate.text.korean_syllables import Sound, syllable_sound

_DIGITS = "영일이삼사오육칠팔구"
_PLACES = ((20, "해"), (16, "경"), (12, "조"), (8, "억"), (4, "만"), (3, "천"), (2, "백"), (1, "십"))
_CURRENCIES = {
    "$": "달러", "€": "유로", "£": "파운드", "¥": "엔", "₩": "원", "₽": "루블", "₹": "루피",
    "₺": "리라", "₿": "비트코인", "฿": "바트", "₫": "동", "₱": "페소",
}
_NUMBER = re.compile(r"(?P<integer>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d+)?\Z")
_FRACTION = re.compile(r"(?<![\d.,/])(?P<above>\d+)[/⁄](?P<below>\d+)\Z")
_UNITS = {
    "km": "킬로미터", "m": "미터", "cm": "센티미터", "mm": "밀리미터", "nm": "나노미터",
    "μm": "마이크로미터", "ft": "피트", "in": "인치", "yd": "야드", "mi": "마일", "ha": "헥타르",
    "km2": "제곱킬로미터", "m2": "제곱미터", "cm2": "제곱센티미터", "m3": "세제곱미터",
    "km3": "세제곱킬로미터", "cm3": "세제곱센티미터", "mm2": "제곱밀리미터",
    "l": "리터", "L": "리터", "ml": "밀리리터", "mL": "밀리리터", "dl": "데시리터", "dL": "데시리터",
    "kl": "킬로리터", "kL": "킬로리터", "cc": "시시", "bbl": "배럴",
    "g": "그램", "kg": "킬로그램", "mg": "밀리그램", "μg": "마이크로그램", "t": "톤", "kt": "킬로톤",
    "Mt": "메가톤", "lb": "파운드", "lbs": "파운드", "oz": "온스",
    "h": "아워", "s": "초", "min": "분", "sec": "초", "hr": "시간",
    "W": "와트", "kW": "킬로와트", "KW": "킬로와트", "MW": "메가와트", "GW": "기가와트",
    "TW": "테라와트", "Wh": "와트시", "kWh": "킬로와트시", "MWh": "메가와트시", "GWh": "기가와트시",
    "TWh": "테라와트시", "V": "볼트", "kV": "킬로볼트", "A": "암페어", "mA": "밀리암페어",
    "mAh": "밀리암페어시", "Ah": "암페어시", "eV": "전자볼트",
    "Hz": "헤르츠", "kHz": "킬로헤르츠", "MHz": "메가헤르츠", "GHz": "기가헤르츠",
    "B": "바이트", "KB": "킬로바이트", "kB": "킬로바이트", "MB": "메가바이트", "GB": "기가바이트",
    "TB": "테라바이트", "PB": "페타바이트", "bps": "비피에스", "Mbps": "메가비피에스",
    "Gbps": "기가비피에스", "px": "픽셀", "fps": "에프피에스", "dpi": "디피아이",
    "Pa": "파스칼", "hPa": "헥토파스칼", "kPa": "킬로파스칼", "MPa": "메가파스칼", "psi": "피에스아이",
    "N": "뉴턴", "kN": "킬로뉴턴", "kJ": "킬로줄", "MJ": "메가줄", "cal": "칼로리",
    "kcal": "킬로칼로리", "dB": "데시벨", "lx": "럭스", "lm": "루멘", "mol": "몰", "rad": "라디안",
    "Sv": "시버트", "mSv": "밀리시버트", "μSv": "마이크로시버트", "Bq": "베크렐", "kBq": "킬로베크렐",
    "Gy": "그레이", "rpm": "알피엠", "ppm": "피피엠", "ppb": "피피비", "mph": "마일", "kn": "노트",
    "p": "포인트", "pt": "포인트", "bp": "베이시스포인트",
}
_WORDS = frozenset("in min sec mi cal mol rad MB GB TB PB MW GW TW MV pt bp px lm lx ha Mt".split())
_MEASURED = re.compile(r"(?P<number>[\d십백천만억조몇수])?[ °]?(?:(?<=[\d만])[^\W\d_]{1,4}/)?"
                       r"(?P<unit>(?<![^\W\d_가-힣])[^\W\d_가-힣]{1,4}[23]?)\Z")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\Z", re.IGNORECASE)


def number_sound(token: str) -> Sound:
    """The last sound of the number that ends `token`.

    The last digit decides, or the place that its zeros make: 10은 "십은", 20000은 "이만은". Digits
    after a point are read one by one, and an amount behind a currency sign is read with the
    currency last ($100를 "백 달러를").

    >>> number_sound("1,000,000,000,000").name, number_sound("7.0").name, number_sound("2/3").name
    ('VOWEL', 'CONSONANT', 'VOWEL')
    """
    unit = _MEASURED.search(token)
    if unit and unit["unit"] in _UNITS:
        return _last_of(_UNITS[unit["unit"]])
    fraction = _FRACTION.search(token)
    if fraction:
        return _fraction_sound(fraction["above"], fraction["below"])
    found = _NUMBER.search(token)
    if not found:
        return Sound.UNKNOWN
    currency = _CURRENCIES.get(token[found.start() - 1]) if found.start() else None
    if currency:
        return _last_of(currency)
    return _last_of(_DIGITS[int(token[-1])] if found["decimals"] else _integer(found["integer"]))


def unit_sound(token: str) -> Sound:
    """The last sound of the unit or the English ordinal that ends `token`, if it is one.

    A unit of one letter counts only behind a digit, where M, K and D are no units (5G, 4K, 3D).
    """
    if _ORDINAL.search(token):
        return Sound.VOWEL
    found = _MEASURED.search(token)
    if not found or found["unit"] not in _UNITS:
        return Sound.UNKNOWN
    alone = found.start() == 0 and found["unit"] not in _WORDS and len(found["unit"]) > 1
    return _last_of(_UNITS[found["unit"]]) if alone or found["number"] else Sound.UNKNOWN


def _last_of(reading: str) -> Sound:
    return syllable_sound(reading[-1])


def _integer(digits: str) -> str:
    """The last spoken numeral of an integer: a digit, or the place of the zeros behind it."""
    digits = digits.replace(",", "")
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros in (0, len(digits)):
        return _DIGITS[int(digits[-1])]
    return next(name for places, name in _PLACES if zeros >= places)


def _fraction_sound(above: str, below: str) -> Sound:
    """3/4 is read "사분의 삼"; 9/11, 24/7 and dates are read from left to right."""
    numerator, denominator = _last_of(_integer(above)), _last_of(_integer(below))
    if int(above) < int(below) <= 10 or numerator is denominator:
        return numerator
    return Sound.UNKNOWN
