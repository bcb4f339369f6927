"""Marks that may end a sentence, and the rules that say which of them do.

A language brings a pattern for the marks and a list of rules. Each rule looks at one `Stop` and
answers True (the sentence ends here), False (it goes on) or None (not for me to say); the first
answer counts, and a stop that no rule speaks about ends the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from translate.records import Span

_SPACE = re.compile(r"\s*")
_REACH = 48
"""How far a rule may look back: longer than any abbreviation, short enough to stay linear."""
_NUMBER_LENGTH = 8
_LONGEST = 600
"""A pair that is longer encloses nothing: a sign was lost, or a whole speech is quoted."""
_CREDIT = re.compile(r"[(（][^()（）.!?。！？]{1,40}[)）]\s*\Z")
_ALIKE = {'"': "”", "'": "’"}
"""A straight quote may close what a curly one has opened."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where a sentence may end."""

    text: str
    """The paragraph."""
    start: int
    """Where the sentence began."""
    mark: int
    """Where the mark begins."""
    end: int
    """Behind the mark and the closing quotes and brackets that belong to it."""
    next: int
    """Where the text goes on behind white space; the text's length when it does not."""
    around: Span | None = None
    """The outermost brackets or quotes that the mark stands in."""

    @property
    def before(self) -> str:
        """The end of the sentence so far, without the mark."""
        return self.text[max(self.start, self.mark - _REACH):self.mark]

    @property
    def marks(self) -> str:
        """The mark and the closing quotes and brackets behind it."""
        return self.text[self.mark:self.end]

    @property
    def rest(self) -> str:
        """The beginning of what follows, long enough for a name and a verb."""
        return self.text[self.next:self.next + 2 * _REACH]

    @property
    def glued(self) -> bool:
        """Whether no white space stands behind it."""
        return self.next == self.end and self.next < len(self.text)

    @property
    def inside(self) -> bool:
        """Whether the brackets or quotes around the mark go on behind it."""
        return self.around is not None and self.end < self.around.end

    @property
    def led(self) -> str:
        """What stands before the brackets or quotes, when the sentence had begun by then."""
        if self.around is None or self.around.start <= self.start:
            return ""
        return self.text[self.start:self.around.start].rstrip()[-1:]

    @property
    def credited(self) -> bool:
        """Whether only a credit in brackets is left: `... on Sunday. (AP)`."""
        return bool(_CREDIT.match(self.rest))

    @property
    def headline(self) -> bool:
        """Whether the paragraph ends without a stop."""
        return self.text[-_NUMBER_LENGTH:].rstrip("\"'”’」』)）")[-1:] not in (*".!?。！？…", "")

    def opens(self, letter: str = "[A-Za-z]") -> bool:
        """Whether only a list number, one `letter` (a pattern) or punctuation stands before."""
        if self.mark - self.start > _NUMBER_LENGTH:
            return False
        number = rf"[(（]?(?:\d{{1,3}}|{letter}|[IVX]{{1,5}}|[\W_]*)"
        return bool(re.fullmatch(number, self.text[self.start:self.mark]))


Rule = Callable[[Stop], "bool | None"]


def ends(text: str, marks: re.Pattern[str], rules: Sequence[Rule],
         pairs: Sequence[Span] = ()) -> Iterator[int]:
    """Where the sentences of a paragraph end, the last one excepted.

    `pairs` are the outermost brackets or quotes in which a stop may be no end, in order.
    """
    start, known = 0, iter((*pairs, Span(len(text), len(text) + 1)))
    pair = next(known)
    for found in marks.finditer(text):
        while pair.end <= found.start():
            pair = next(known)
        around = pair if pair.start < found.start() else None
        behind = _SPACE.match(text, found.end())
        stop = Stop(text, start, found.start(), found.end(), behind.end() if behind else 0, around)
        if stop.next < len(text) and _ends(stop, rules):
            yield stop.end
            start = stop.next


def _ends(stop: Stop, rules: Sequence[Rule]) -> bool:
    answers = (rule(stop) for rule in rules)
    return next((answer for answer in answers if answer is not None), True)


def enclosures(text: str, brackets: Sequence[str], quotes: str = "") -> list[Span]:
    """The outermost pairs of `brackets` ("()") and of straight `quotes` in `text`, in order.

    What is opened and never closed encloses nothing. A second straight quote closes the first
    unless it looks like an opening one; between two letters it is an apostrophe.
    """
    opening = {pair[0]: pair[1] for pair in brackets}
    signs = re.compile("[" + re.escape("".join(brackets) + quotes) + "]")
    pairs: list[Span] = []
    waiting: list[tuple[str, int]] = []
    count = dict.fromkeys((*opening.values(), *quotes), 0)
    for found in signs.finditer(text):
        sign, at = found[0], found.start()
        if sign in quotes and _between_letters(text, at):
            continue
        sign = _ALIKE[sign] if count.get(_ALIKE.get(sign, ""), 0) and not _opens(text, at) else sign
        opens = sign in opening or sign in quotes and (not count[sign] or _opens(text, at))
        if opens:
            closing = opening.get(sign, sign)
            waiting.append((closing, at))
            count[closing] += 1
        elif count[sign]:
            _close(sign, at, waiting, count, pairs)
    return pairs


def _close(sign: str, at: int, waiting: list[tuple[str, int]], count: dict[str, int],
           pairs: list[Span]) -> None:
    """Pair `sign` with the nearest sign that waits for it; what waits inside is given up."""
    while waiting:
        closing, start = waiting.pop()
        count[closing] -= 1
        if closing == sign and at - start > _LONGEST:
            return
        if closing == sign:
            while pairs and pairs[-1].start > start:
                pairs.pop()
            pairs.append(Span(start, at + 1))
            return


def _between_letters(text: str, at: int) -> bool:
    around = text[max(0, at - 1):at + 2]
    return len(around) == 3 and around[0].isalnum() and around[0].isascii() and around[2].isalpha()


def _opens(text: str, at: int) -> bool:
    """Whether a straight quote at `at` looks like an opening one."""
    return (at == 0 or text[at - 1].isspace()) and at + 1 < len(text) and not text[at + 1].isspace()
