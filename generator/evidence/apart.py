"""Words beside a figure by which it is no value by itself: what was before, an added part, a change, a distance in time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.quantities import Found

_DURATIONS = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds"})
_STEP = (
    r"(?:(?:rais|increas|reduc|tripl|chang|mov|revis|updat|declin|decreas|doubl)(?:es?|ed|ing)"
    r"|(?:lift|boost|grow|widen|expand|cut|lower|shrink|narrow|exceed|jump|climb|soar|swell)(?:s|ed|ing)?"
    r"|(?:hik|surg)(?:es?|ed|ing)|(?:trim|drop|dip|cut)(?:s|ped|med|ping|ming|ting)?|slash(?:es|ed|ing)?|rose|ris(?:es?|ing)|grew|fell|fall(?:s|ing)?|went|slid|sank|shrank|beat)"
)
_ARTICLE = r"\s(?:(?:the|an?|its|their|his|her|this|only|just|some)\s){0,2}"
HERE = "¤"
"""What stands for the figure in the patterns."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way of being no value by itself: its name, what it looks like in a quote, and the words of a statement that say it too."""

    name: str
    told: re.Pattern[str]
    said: re.Pattern[str]
    durations: bool | None = None
    """Whether it is told only of durations, or never; None for of anything."""
    modality: str = ""
    """The modality with which a fact says as much, where there is one."""

    def covers(self, unit: str) -> bool:
        """Whether a figure with this unit can be told so."""
        return self.durations is None or self.durations == (unit in _DURATIONS)


def _way(name: str, *told: str, said: str, durations: bool | None = None, modality: str = "") -> Way:
    return Way(
        name, re.compile("|".join(told), re.I), re.compile(rf"\b(?:{said})", re.I), durations, modality
    )


EARLIER = _way(
    "an earlier or another figure",
    rf"(?<!\w)(?:up|down|higher|lower|{_STEP}(?:\s[\w’'-]+){{0,4}}|\d%|[a-z]illion|percent),?\sfrom{_ARTICLE}{HERE}",
    rf"\b(?:(?:compar(?:ed|ing|es?)|contrast(?:s|ed)?)\s(?:with|to)|in contrast to|relative to|against|versus|vs\.?|instead of){_ARTICLE}{HERE}",
    rf"\b(?:previous(?:ly)?|former(?:ly)?|prior|earlier|original(?:ly)?|initially|at first|old|once|(?:used to|gone are)(?:\s(?!and\b|but\b)[\w’'-]+){{0,6}}){_ARTICLE}{HERE}",
    said=r"before|earlier|previous|prior|former|at first|first|initial|beg[aiu]n|start|from \{value|until|original|old|had been|used to|compar|against|instead|last|plan"
    r"|versus|vs|than|contrast|while|whereas|once|outlook|forecast|target|budget",
)
CHANGE = _way(
    "a change",
    rf"\b{_STEP}\s(?:[\w’'-]+\s){{0,5}}by\s{HERE}",
    rf"\badd(?:s|ed|ing)\s{HERE}\sto\s(?:the|its|their|his|her)\b",
    rf"{HERE}\s(?:higher|lower|larger|smaller|bigger|cheaper|dearer|costlier|fewer|less|too (?:many|few|much|little|high|low)|short)\b(?!\sthan)",
    said=r"r[io]s(?:e|ing)|gr[eo]w|gain|increas|higher|more|up\b|climb|jump|surg|soar|add|by\b|lift|rais|cut|lower|reduc|fell|fall|drop|down\b|less|chang"
    r"|differ|over|above|cheaper|sav|expan|beat|miss|exceed|declin|decreas|plung|plummet|slid|slump|lost|loss|boost|move|shrank|shrink",
    durations=False,
)
_INTENT = (
    r"initiatives?|plans?|pledges?|commitments?|promises?|proposals?|program(?:me)?s?|targets?|goals?|budgets?|ambitions?|schemes?|bids?|offers?|visions?|estimates?"
    r"|forecasts?|guidance|outlook|projections?|drives?|campaigns?|roadmaps?|blueprints?"
)
PLAN = _way(
    "a plan",
    rf"{HERE}\s(?:under construction|on order|in planning|in the (?:works|pipeline)|on paper|on the drawing board|to come|to be (?:built|bought|paid|spent|hired))\b",
    rf"{HERE}(?:[\s-](?!and\b|but\b|as\b|in\b|on\b|for\b|to\b|from\b|by\b|after\b|before\b|under\b|with\b)[\w’'-]+){{0,5}}?\s(?:{_INTENT})\b",
    rf"\b(?:{_INTENT})\s(?:of|for|to (?:spend|invest|pay|build|raise|buy|hire|reach)|worth|(?:is|was|stands at|stood at)){_ARTICLE}{HERE}",
    rf"\b(?:pledg(?:es?|ed|ing)|commit(?:s|ted|ting)?|promis(?:es?|ed|ing)|vow(?:s|ed|ing)?|propos(?:es?|ed|ing)|budget(?:s|ed|ing)?|earmark(?:s|ed|ing)?|target(?:s|ed|ing)?"
    r"|aim(?:s|ed|ing)?|planned|allocat(?:es?|ed|ing)|sets? aside|setting aside|intend(?:s|ed|ing)?|seek(?:s|ing)?|sought|wants?|hop(?:es?|ed|ing)|slated|scheduled|envisag(?:es?|ed|ing)"
    r"|approv(?:es?|ed|ing)|authori[sz](?:es?|ed|ing)|guid(?:es?|ed|ing)|agree(?:s|d)? to|decid(?:es?|ed) to|can|should|must|needs?|on (?:track|course) to|(?:is|are|was|were) (?:(?:asked|ordered|told|required|urged|invited|supposed|meant|obliged|allowed|licensed|entitled|free) )?to|(?:ready|prepared|willing|obliged|due|poised|eager) to)"
    rf"(?:\s(?!and\b|but\b|while\b|when\b|after\b|who\b|which\b)[\w’'-]+){{0,5}}{_ARTICLE}{HERE}",
    said=r"plan|pledg|commit|promis|vow|announc|initiative|aim|target|goal|propos|budget|earmark|intend|outlook|guidance|program|seek|sought|want|hop(?:es|ed|ing)|approv|authori|agree"
    r"|allocat|set aside|estimat|forecast|expect|project(?:s|ed|ion)|offer|bid|scheme|drive|campaign|ambition|vision|scheduled|decid|ready|order|being built|pipeline|to be |need|must|should|can\b|is to\b|order|requir|may\b|track",
    modality="projected",
)
_SAYS = (
    r"(?:said|says?|told|tells?|wrote|writes?|argue[sd]?|insist(?:s|ed)?|believe[sd]?|thinks?|(?:thought|believed) (?:that|it|they|he|she|to have)|reckon(?:s|ed)?|estimate[sd]? that|suggest(?:s|ed)?|suspect(?:s|ed)?"
    r"|assume[sd]?|guess(?:es|ed)?|according to|boast(?:s|ed)?|maintain(?:s|ed) that|assert(?:s|ed)?|contend(?:s|ed)?|alleg(?:es?|ed)|seems? to|appears? to|is understood to|are understood to)"
)
CLAIM = _way(
    "what somebody says",
    rf"\b{_SAYS}(?:,?\s(?!and\b|but\b|while\b)[\w’'-]+){{0,8}}{_ARTICLE}{HERE}|\b(?:presumably|apparently|probably|evidently|seemingly)\s(?:[\w’'-]+\s){{0,4}}{HERE}",
    rf"{HERE}[^.;:!?]{{0,60}},[\"”]?\s(?:as\s)?(?:[\w’'.-]+\s){{1,4}}?(?:said|says|told \w+|wrote|writes|claim(?:s|ed)|argue[sd]|insist(?:s|ed)|believe[sd]|reckon(?:s|ed)|estimate[sd])\s*(?:[.,;!]|\Z)",
    rf"{HERE}[^.;:!?]{{0,60}}\baccording to\b",
    rf"\b(?:reported|rumou?red|alleged|supposed|so-called|purported|putative|much-quoted|oft-quoted|widely quoted){_ARTICLE}{HERE}",
    said=r"sa(?:y|id)|claim|report|accord|told|tell|wrote|writ|argu|insist|belie|think|thought|reckon|estimat|suggest|suspect|assum|guess|by (?:the|its|his|her|a)|puts?\b|gave|gives"
    r"|announc|state[sd]|seem|appear|probabl|apparent|presum|add(?:s|ed)",
    modality="claimed",
)
LONGER = _way(
    "a sum over a longer time",
    rf"{HERE}(?:\s[\w’'-]+){{0,6}}?\s(?:since (?:19|20)\d\d|over (?:the )?(?:past |last )?(?:[\w-]+ ){{1,2}}(?:years|decades?)|between (?:19|20)\d\d and|from (?:19|20)\d\d (?:to|until|through)|so far|to date|cumulatively)\b",
    said=r"since|so far|to date|total|in all|cumulat|over|between|from|until|altogether",
)
WAYS = (
    EARLIER,
    LONGER,
    CHANGE,
    PLAN,
    CLAIM,
    _way(
        "an added part",
        rf"\b(?:additional|another|further|extra|added|incremental){_ARTICLE}{HERE}",
        rf"{HERE}\s(?:extra|in addition|on top(?!\sof)|in (?:extra|additional))\b",
        said=r"another|additional|further|extra|add|more|on top|increment|longer",
    ),
    _way(
        "one part of several",
        rf"\b(?:first|last|final|next|second|third|remaining|initial|upfront){_ARTICLE}{HERE}",
        rf"{HERE}\sas (?:a|the) (?:first|down)",
        said=r"first|last|final|next|second|third|remain|initial|part|tranche|instal?ment|upfront|beg[aiu]n|start|more|another",
        durations=False,
    ),
    _way(
        "a distance in time",
        rf"{HERE}[-\s](?:ago|old|earlier|later|late|early|before|after|ahead|behind|away|overdue|prior|hence|from now|longer|shorter|less|more|left|to go|remaining|too (?:long|short))\b",
        rf"{HERE}\s(?:of|in|out of|from) (?:each|every|a|any)\b",
        said=r"ago|ahead|behind|before|after|late|earl|lag|lead|old|age|since|delay|gap|apart|between|away|overdue|prior|follow|longer|shorter|less|more|left|remain|each|every",
        durations=True,
    ),
    _way(
        "a discount",
        rf"\b(?:discount|rebate|markdown|price cut|saving)s? of\s{HERE}",
        rf"{HERE}[-\s](?:off\b|discount|rebate|markdown|price[- ]cut)",
        said=r"discount|off\b|cut|cheap|lower|reduc|less|rebate|sav|markdown|below|down\b|fell|drop",
    ),
    _way(
        "a sum for several",
        rf"\b(?:together|jointly|combined|collectively|between them|and (?:\w+ ){{1,2}}(?:others|other [\w-]+))(?:\s(?!and\b|but\b)[\w’'-]+){{0,3}}{_ARTICLE}{HERE}",
        rf"{HERE}\s(?:together|jointly|combined|between them)\b",
        said=r"together|joint|combined|collective|between them|with|other|and\b|partner|venture|consorti|both|all\b|total|among|group",
    ),
    _way(
        "an average",
        rf"\b(?:average|mean|median|typical)(?:\sof)?\s(?:about |around |some )?{HERE}",
        rf"{HERE}(?:\s[\w’'-]+){{0,2}}?\son average\b",
        said=r"average|mean|median|typical|usual|daily|monthly|dap\b|active|per\b|each|every",
    ),
    _way(
        "a figure without a part",
        rf"{HERE},?\s(?:excluding|not counting|not including|leaving out|net of|apart from|except for|before (?:a|an|the) (?:refund|rebate|discount|subsid\w+|grant)|without (?:the|its|their|any))\b",
        rf"{HERE},?\sof which\b[^.;]{{0,20}}\b(?:refunded|returned|cancelled|repaid|written off|lost)",
        said=r"exclud|without|not count|not includ|leav|net\b|apart|except|before|beside|beyond|of which|refund",
    ),
    _way(
        "a supposed case",
        rf"{HERE}\s(?:(?:in|at) (?:the |a |its )?(?:best|worst|base|bull|bear|optimistic|pessimistic)(?:[\s-](?:case|scenario))?)\b",
        said=r"case|scenario|worst|best|at most|at least|most\b|optimist|pessimist",
    ),
    _way(
        "a piece of a longer time",
        rf"\b(?:years?|months?|weeks?|days?|hours?)(?:\s|\sand\s|,\s(?:and\s)?){HERE}",
        rf"{HERE}(?:\s|\sand\s|,\s(?:and\s)?)(?:an?|one|two|three|four|five|six|\d+)\s(?:years?|months?|weeks?|days?|hours?)\b(?!\s(?:later|earlier|before|after|ago))",
        said="between them",
        durations=True,
    ),
)


def told_apart(text: str, found: Found, ours: str) -> Iterator[tuple[Way, str]]:
    """The ways in which `text` tells a figure as no value by itself, with its words; none that `ours`, our own words, say too."""
    around = f"{text[max(0, found.start - 80) : found.start]}{HERE}{text[found.end : found.end + 40]}"
    around = re.sub(r"\s+", " ", around)
    for way in WAYS:
        match = way.told.search(around) if way.covers(found.quantity.unit) else None
        if match and not way.said.search(ours):
            yield way, " ".join(match[0].replace(HERE, " … ").split()).strip(" ,.;")
