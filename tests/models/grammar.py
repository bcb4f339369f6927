"""The small language of news that the test packages are trained on, as data.

A row is `English | Korean | Japanese`, with a weight as a fourth field where it is not 1. A row
without slots is a word: the three texts stand for each other, and the trainer aligns them. A
slot `{who}` is filled from the table of that name; `{who2}` is a second, independent one. In
Korean `{who:은}` sets the particle that agrees with the text in the slot. A verb is written
`past/third person/base`, and `{vp.past}` picks a form. `{new}` is an invented name, `{model}`
one with a number. A line that ends with ` |` goes on in the next.
"""
from __future__ import annotations

PHRASES = {
    "place": "{city} | {city} | {city} | 3\n{country} | {country} | {country} | 2",
    "city": """
{capital} | {capital} | {capital} | 5
{town} | {town} | {town} | 4
{new} | {new} | {new} | 1
""",
    "org": """
{body} | {body} | {body} | 6
{media} | {media} | {media} | 4
{new} | {new} | {new} | 1
the Korean Central News Agency (KCNA) | 한국중앙통신(KCNA) | 韓国中央通信（KCNA） | 0.3
""",
    "person": """
{known} | {known} | {known} | 14
{sister} | {sister} | {sister}氏 | 0.6
President {new} | {new} 대통령 | {new}大統領
Prime Minister {new} | {new} 총리 | {new}首相
South Korean President {new} | {new} 한국 대통령 | 韓国の{new}大統領
U.S. President {new} | {new} 미국 대통령 | 米国の{new}大統領
""",
    "one": "{person} | {person} | {person} | 4\n{org} | {org} | {org} | 3\n"
           "{country} | {country} | {country} | 3\n{capital} | {capital} | {capital} | 0.7\n"
           "{new} | {new} | {new} | 0.7",
    "who": "{one} | {one} | {one} | 12\n{folk} | {folk} | {folk}\n"
           "{country} and {country2} | {country:과} {country2} | {country}と{country2}\n"
           "{one}, {one2} and {one3} | {one}, {one2}, {one3} | {one}、{one2}、{one3} | 0.4",
    "month": "{long_month} | {long_month} | {long_month} | 11\n"
             "{february} | {february} | {february}",
    "day_of": "{long_month} {day} | {long_month} {day}일 | {long_month}{day}日\n"
              "{abbr} {day} | {abbr} {day}일 | {abbr}{day}日",
    "when": """
on {weekday} | {weekday} | {weekday} | 4
on {day_of} | {day_of} | {day_of}
on {day_of}, {year} | {year}년 {day_of} | {year}年{day_of}
in {month} | {month} | {month}
in {year} | {year}년 | {year}年 | 0.5
{past} | {past} | {past}
""",
    "at": """
 |  |  | 4
 {when} | {when} | {when}、 | 4
 in {city} | {city}에서 | {city}で | 1
 in {city} {when} | {when} {city}에서 | {when}、{city}で | 2
 near {city} {when} | {when} {city} 인근에서 | {when}、{city}付近で | 0.6
 at {event} in {city} | {city}에서 열린 {event}에서 | {city}で開かれた{event}で | 0.5
""",
    "soon": """
 |  |  | 3
 on {weekday} | {weekday} | {weekday}、 | 2
 {next} | {next} | {next}、
 in {month} | {month} | {month}、
""",
    "arms": """
a {missile} | {missile} | {missile} | 2
{few} {missile}s | {missile} {few} 발 | {missile}{few}発 | 3
a {model} missile | {model} 미사일 | {model}ミサイル | 0.7
the {model} | {model} | {model} | 0.5
""",
    "thing": """
the {noun} | {noun} | {noun} | 2
the new {noun} | 새 {noun} | 新しい{noun}
the {adj} {noun} | {adj} {noun} | {adj}{noun}
{country}'s {noun} | {country}의 {noun} | {country}の{noun}
{city}'s {noun} | {city}의 {noun} | {city}の{noun}
{person}'s {noun} | {person}의 {noun} | {person}の{noun}
{org}'s {noun} | {org}의 {noun} | {org}の{noun}
the {noun} with {country} | {country:과}의 {noun} | {country}との{noun}
""",
    "things": """
the {nouns} | {nouns} | {nouns}
the {adj} {nouns} | {adj} {nouns} | {adj}{nouns}
{country}'s {nouns} | {country}의 {nouns} | {country}の{nouns}
""",
    "object": "{thing} | {thing} | {thing} | 3\n{things} | {things} | {things} | 2",
    "vp": """
{does} {object} | {object:을} {does} | {object}を{does} | 6
{visits} {place} | {place:을} {visits} | {place}を{visits} | 3
{gets} in {place} | {place}에 {gets} | {place}に{gets}
{fires} {arms} | {arms:을} {fires} | {arms}を{fires} | 2
{fires} {arms} toward {sea} | {sea:을} 향해 {arms:을} {fires} | {sea}に向けて{arms}を{fires}
{sends} {many} {people} to {place} | {place}에 {people} {many}명을 {sends} |
{place}に{people}{many}人を{sends}
{meets} with {person} | {person:과} {meets} | {person}と{meets} | 3
{hosts} {person} | {person:을} {hosts} | {person}を{hosts}
{judges} {one} | {one:을} {judges} | {one}を{judges} | 1.5
{signs} a new {noun} with {one} | {one:과} 새 {noun:을} {signs} |
{one}と新しい{noun}を{signs} | 0.7
{hands} a letter to {person} | {person}에게 서한을 {hands} | {person}に書簡を{hands} | 0.7
{leaves} for {place} | {place:으로} {leaves} | {place}に向けて{leaves} | 1.5
{names} the new missile {model} | 새 미사일을 {model:으로} {names} | 新しいミサイルを{model}と{names} | 0.4
{holds} {event} | {event:을} {holds} | {event}を{holds}
{joins} {event} | {event}에 {joins} | {event}に{joins}
{raises} prices by {day} percent | 가격을 {day}% {raises} | 価格を{day}%{raises} | 0.6
""",
    "clause": "{who} {vp.past}{at} | {who:이} {at} {vp} | {who}が{at}{vp}",
    "he": "he | 그 | 彼\nshe | 그녀 | 彼女\nthey | 그들 | 彼ら",
    "sentence": """
{who} {vp.past}{at}. | {who:은} {at} {vp}했다. | {who}は{at}{vp}した。 | 6
{he} {vp.past}{at}. | {he:은} {at} {vp}했다. | {he}は{at}{vp}した。 | 2
On {weekday}, {who} {vp.past}. | {weekday} {who:은} {vp}했다. | {weekday}、{who}は{vp}した。
{who} {vp.past} and {vp2.past}. | {who:은} {vp}하고 {vp2}했다. | {who}は{vp}し、{vp2}した。
{who} did not {vp.base}. | {who:은} {vp}하지 않았다. | {who}は{vp}しなかった。
{who} {said}{at} that {clause}. | {who:은} {at} {clause}했다고 {said}했다. |
{who}は{at}{clause}したと{said}た。 | 3
{he} {said} {clause}. | {he:은} {clause}했다고 {said}했다. | {he}は{clause}したと{said}た。
{clause}, {who2} {said}. | {clause}했다고 {who2:이} {said}했다. | {clause}したと{who2}が{said}た。 | 2
{media} reported{at} that {clause}. | {media:은} {at} {clause}했다고 보도했다. |
{media}は{at}{clause}したと報じた。 | 2
{clause}, {media} reported. | {clause}했다고 {media:이} 보도했다. | {clause}したと{media}が報じた。
According to {org}, {who} {vp.past}{at}. | {org}에 따르면 {who:은} {at} {vp}했다. |
{org}によると、{who}は{at}{vp}した。
{who} {vp.past} as {clause}. | {clause}하는 가운데 {who:은} {vp}했다. | {clause}する中、{who}は{vp}した。
After {clause}, {who2} {vp2.past}. | {clause}한 뒤 {who2:은} {vp2}했다. | {clause}した後、{who2}は{vp2}した。
{who2} {vp2.past} after {clause}. | {clause}한 뒤 {who2:은} {vp2}했다. | {clause}した後、{who2}は{vp2}した。
{who} {vp.past}, but {who2} {vp2.past}. | {who:은} {vp}했지만 {who2:은} {vp2}했다. |
{who}は{vp}したが、{who2}は{vp2}した。
{who} {said}{at} that {clause} after {clause2}. |
{who:은} {at} {clause2}한 뒤 {clause}했다고 {said}했다. | {who}は{at}{clause2}した後、{clause}したと{said}た。
{who} {said} that {clause}, adding that {clause2}. | {who:은} {clause}했으며 {clause2}했다고 {said}했다. |
{who}は{clause}し、{clause2}したと{said}た。 | 0.7
After {clause}, {who2} {vp2.past}, but {who3} {said}{at} that {clause3}. |
{clause}한 뒤 {who2:은} {vp2}했지만 {who3:은} {at} {clause3}했다고 {said}했다. |
{clause}した後、{who2}は{vp2}したが、{who3}は{at}{clause3}したと{said}た。 | 0.7
“We will {vp.base}{soon},” {who} {said}. | {who:은} “우리는 {soon} {vp}할 것”이라고 {said}했다. |
{who}は「我々は{soon}{vp}する」と{said}た。 | 2
“{who2} must {vp.base},” {who} {said}. | {who:은} “{who2:은} {vp}해야 한다”고 {said}했다. |
{who}は「{who2}は{vp}すべきだ」と{said}た。
{who} will {vp.base}{soon}. | {who:은} {soon} {vp}할 예정이다. | {who}は{soon}{vp}する予定だ。 | 2
{one} plans to {vp.base}{soon}. | {one:은} {soon} {vp}할 계획이다. | {one}は{soon}{vp}する計画だ。
{who} agreed to {vp.base}{soon}. | {who:은} {soon} {vp}하기로 합의했다. | {who}は{soon}{vp}することで合意した。
{who} called on {country2} to {vp.base}. | {who:은} {country2}에 {vp}할 것을 촉구했다. |
{who}は{country2}に{vp}するよう求めた。
{thing} was {does.past} by {who}. | {thing:은} {who}에 의해 {does}됐다. | {thing}は{who}によって{does}された。
{things} were {does.past}{at}. | {things:은} {at} {does}됐다. | {things}は{at}{does}された。
{many} {people} were sent to {place}{at}. | {people} {many}명이 {at} {place}에 파견됐다. |
{people}{many}人が{at}{place}に派遣された。
{person} is in {city}. | {person:은} {city}에 있다. | {person}は{city}にいる。 | 0.4
The venue is {city}. | 장소는 {city:이다}. | 会場は{city}だ。 | 0.4
""",
    "headline": """
{one} {vp.s} | {one}, {vp} | {one}、{vp} | 3
{one} {vp.s}, {org} says | {one}, {vp}…{org} 밝혀 | {one}、{vp}＝{org}
{one} to {vp.base}{soon} | {one}, {soon} {vp}하기로 | {one}、{soon}{vp}へ
{country}, {country2} hold {event} in {city} | {country}·{country2}, {city}에서 {event} 개최 |
{country}と{country2}、{city}で{event}開催 | 0.5
""",
    "text": "{sentence} | {sentence} | {sentence} | 9\n{headline} | {headline} | {headline}",
}
"""How words make phrases, sentences and headlines. `text` is where every sample starts."""
