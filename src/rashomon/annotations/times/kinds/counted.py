"""Times counted from a day that is named: "a week from Monday", "two years ago today"."""

import re
from functools import partial

from rashomon.annotations.times.meaning import Calendar, Clock, Counted, Found, Meaning, Shift, Unit
from rashomon.annotations.times.rule import GAP, Forms, Rule, one, word

UNITS = r"(?P<unit>(?i:days?|weeks?|fortnights?|months?|years?))"
NO_OWNER = r"(?!['’]s|-)"


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of this kind."""
    length = rf"\b(?P<amount>{forms.amount}){GAP}{UNITS}{GAP}"
    day = rf"(?:(?P<day>(?i:today|tomorrow|yesterday))|(?P<weekday>{forms.weekday}))\b{NO_OWNER}"
    unit = r"(?P<unit>(?i:night|week|weekend|month|year|decade))\b"
    step = rf"(?:(?P<side>(?i:before)){GAP}(?i:last)|(?P<next>(?i:after)){GAP}(?i:next))"
    on = "|".join(rf"(?<=\b{each}\s)" for each in ("on", "by", "until", "till", "from"))
    read = partial(_counted, forms)
    return (
        Rule.of(rf"{length}(?P<side>(?i:ago)){GAP}{day}", read),
        Rule.of(rf"{length}(?P<side>(?i:from)){GAP}{day}", read),
        Rule.of(
            rf"\b(?P<amount>(?i:a)){GAP}(?P<unit>week){GAP}(?P<side>on)"
            rf"{GAP}(?P<weekday>{forms.weekday})\b{NO_OWNER}",
            read,
        ),
        Rule.of(
            rf"(?:{on})(?P<weekday>{forms.weekday}){GAP}(?P<unit>week)\b(?!-|['’])",
            read,
        ),
        Rule.of(rf"\b(?i:the){GAP}{unit}{GAP}{step}\b", partial(_second, forms)),
    )


def _counted(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    words, groups = forms.words, match.groupdict()
    amount = forms.amounts.read(groups["amount"]) if groups.get("amount") else 1
    unit = words.units[word(match, "unit")]
    if not amount or amount != int(amount):
        return ()
    sign = -1 if word(match, "side") == "ago" else 1
    day: Calendar | Shift
    if groups.get("day"):
        day = Shift(amount=words.deictics[word(match, "day")], unit=Unit.DAY)
    else:
        day = Calendar(weekday=words.weekdays[match["weekday"]], direction=sign)
    return one(match, Counted(day, amount=sign * int(amount), unit=unit))


def _second(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    """Read "the week before last", "the week after next"; a night is known by its day."""
    unit = forms.words.units[word(match, "unit")]
    amount = -2 if match["side"] else 2
    meaning: Meaning = Shift(amount=amount, unit=unit)
    if unit is Unit.NIGHT:
        meaning = Clock(part="NI", day=Shift(amount=amount, unit=Unit.DAY))
    return one(match, meaning)
