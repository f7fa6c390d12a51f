"""Whether the sentence of a quote says that a figure is so, or denies it, supposes it, or only asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostic, Place
from generator.evidence.agreement import agreement
from generator.evidence.denied_next import takes_back
from generator.model.base_fact import Modality
from generator.model.fact import Figure
from generator.quantities import Found, write_quantity

_NEGATED = re.compile(
    r"\b(?:not(?! only| just| merely| simply| including| counting| least| surprisingly|-for-profit)|never|\w{2,9}n['’]t|cannot|no longer|nobody|nothing"
    r"|no(?! doubt| more| less| fewer| lower| higher| later| matter| wonder| surprise)(?=\s)|neither|nor|none|yet to|hardly|scarcely|barely|far from"
    r"|without (?:\w+ing|the|its|that|this)|den(?:y|ies|ied|ying)(?! (?:any |all )?(?:wrongdoing|liability|comment))|fail(?:s|ed|ing)? to (?=[a-z])|refus(?:es?|ed|ing)(?! to (?:comment|say))"
    r"|declin(?:es|ed|ing) to (?=[a-z])(?!comment|say|discuss|disclose)|avoid(?:s|ed|ing)|instead of|rather than|unlikely|(?<!no )doubt(?:s|ed)?"
    r"|dismiss(?:es|ed)|reject(?:s|ed)|refut(?:es|ed)|contradict(?:s|ed)|rul(?:es?|ed|ing) out|stop(?:s|ped) (?=\w+ing)|withh(?:eld|olds?)|forg[eo]ts? to|(?:was|were|is|are) spared|lack(?:s|ed)|refusals? to|failures? to|inability to|unable to|unwilling\w*"
    r"|accused of|suspected of|charged with|jok(?:es?|ed) that|lied|pretend(?:s|ed)|feign(?:s|ed)|cancel(?:s|led|ed)|scrap(?:s|ped)|abandon(?:s|ed)"
    r"|(?:almost|nearly) (?:paid|cost|bought|spent|sold|raised|invested|lost|won|signed))\b",
    re.I,
)
"""What denies the rest of its clause."""
_CLAUSE = re.compile(
    r"[;:]|\s[-–—]\s|—|,?\s(?:but|while|whereas|although|though|yet(?! to))\s|,\s(?:and|so)\s", re.I
)
_ASIDE = re.compile(
    r",\s(?:which|who|whose|where|when|despite|unlike|unable|unwilling|accused|suspected|charged|spared)\b[^,]{0,80},",
    re.I,
)
_JUDGED = (
    r"(?:false|untrue|wrong|incorrect|inaccurate|fake|fiction|nonsense|invented|made up|exaggerated|overstated|misreported|denied|disputed|rejected"
    r"|refuted|debunked|withdrawn|retracted|contested|cancelled|canceled|doubtful|in doubt|a (?:lie|myth|hoax|rumou?r))"
)
_DENIED_AFTER = re.compile(
    rf"\b(?:is|was|are|were|be|been|being|as|proved|proves|turned out|remains?)\s(?:(?:\w+ly|to be)\s)?{_JUDGED}\b"
    r"|\A(?:\s[\w’'-]+){0,4}?\s(?:(?:did|does|do|has|have|had|was|is|were|are|will|would|could|can)(?:\s(?:not|never)|n['’]t)|never|cannot|won['’]t|can['’]t)\b"
    r"|\A\s?[\[(](?:\?+[\])]|(?:sic|corrected|recte|actually|in fact|later|since revised|wrong|false)\b)"
    r"|\b(?:denied|denies|disputes|rejects|rejected|refutes|refuted)\s*(?:[.,;]|\Z)|\bdenied by\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"[,;:]|\s[-–—]\s|\s(?:but|and|while|because|which|who|that|as|when|where|after|before|since|so|if|it|he|she|they|we|I|you)\s"
)
"""Where a clause ends after the figure, so that what follows is said of something else."""
_FALSE = re.compile(
    r"\b(?:falsely|wrongly|mistakenly|erroneously|incorrectly|inaccurately|premature|untrue|myth|hoax|debunk(?:s|ed)|misinformation|disinformation|(?:not|n['’]t) (?:true|the case|correct)|never happened|did(?: not|n['’]t) happen"
    r"|(?:have|has|had|got|gets?|getting) (?:it|this|that) (?:\w+ )?wrong|(?:is|was|be|were|are|claims?|reports?) false|false(?: that| claims?| reports?| rumou?rs?)|no truth|corrected to|wrong figure|make that|sic|(?:which|as|claims?|reports?|a figure) \w+ (?:denied|denies|disputes|rejects|rejected))\b",
    re.I,
)
_SUPPOSED = re.compile(
    r"\A[\s\"'“‘(]*(?:(?:suppos(?:e|ing)|imagin(?:e|ing)|assum(?:e|ing)|what if|let['’]?s (?:say|assume|imagine|suppose)|let us|pretend|hypothetically|contrary to"
    r"|far from|instead of|rather than|in theory|on paper|in a (?:film|novel|story|game|scenario|dream|joke|satire))\b|(?:had|were|should)\s\w+)"
    r"|\b(?:would|could|might|should) have (?:\w+(?:ed|en)|paid|spent|cost|sold|won|lost|made|bought|sent|built|been|had)\b|\bwhether\b|\bas (?:if|though)\b|\bwhat if\b|\b(?:hypothetical|imaginary|fictitious|fictional)\b|—\s?no,",
    re.I,
)
_CONDITION = re.compile(
    r"\b(?:about to|possible|potential|set to|wants? to|wanted to|tried to|offer(?:s|ed) to|threaten(?:s|ed) to|vow(?:s|ed) to|promis(?:es|ed) to|consider(?:s|ed|ing)|if|unless|provided|as long as|on condition|in case)\b",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“'(\[]?[A-Z0-9])")
_ASKED = re.compile(r"\?[\"”’')\]\s]*\Z")


def not_asserted(
    fact: Figure, quoted: Sequence[Found], text: str, place: Place
) -> tuple[Sequence[Found], tuple[Diagnostic, ...]]:
    """The quantities that `text` says are so, and `figure-not-asserted` where only others agree with the fact's value."""
    told = {each: denial(text, each, planned=fact.modality is Modality.PROJECTED) for each in quoted}
    if fact.modality is not Modality.CLAIMED:
        told = {each: words or _taken_back(text, each) for each, words in told.items()}
    asserted = [each for each in quoted if not told[each]]
    agreeing = [each for each in quoted if agreement(fact.value, [each.quantity]).agrees]
    if not agreeing or any(each in asserted for each in agreeing):
        return asserted or quoted, ()
    words = told[agreeing[0]]
    how = "only asks" if words == "?" else f"does not say so (“{words}”)"
    headline = f"{fact.id} says {write_quantity(fact.value)}, its quote {how}"
    hint = "quote a passage that says it is so; evidence against a figure has `stance: disputes`"
    return quoted, (Diagnostic("figure-not-asserted", place, headline, hint),)


def denial(text: str, found: Found, *, planned: bool) -> str:
    """The words by which the sentence does not say that the figure is so; empty where it does."""
    start, end = _sentence(text, found)
    sentence = text[start:end]
    if _ASKED.search(sentence):
        return "?"
    before, after = text[start : found.start], text[found.end : end]
    clause = _ASIDE.sub(" ", _CLAUSE.split(before)[-1])
    rest = _ELSEWHERE.split(after)[0]
    match = _SUPPOSED.search(sentence) or (None if planned else _CONDITION.search(sentence))
    match = match or _NEGATED.search(clause) or _DENIED_AFTER.search(rest) or _FALSE.search(sentence)
    return " ".join(match[0].split()).strip(" .,;") if match else ""


def _taken_back(text: str, found: Found) -> str:
    """The next sentence of the same quote, where it does nothing but deny the figure."""
    rest = text[_sentence(text, found)[1] :]
    following = rest[: _sentence(rest, replace(found, start=0, end=1))[1]].strip()
    return following if takes_back(following) else ""


def _sentence(text: str, found: Found) -> tuple[int, int]:
    """The sentence of `text` in which a quantity stands."""
    ends = [each.end() for each in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= found.start), default=0)
    return start, min((end for end in ends if end >= found.end), default=len(text))
