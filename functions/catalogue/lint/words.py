r"""The words that the lint knows, as data: small tables, curated by hand.

Precision counts more than recall: a word is here only if it nearly always means
what its table says. `\b` is no help in Korean, where particles follow a noun.
"""

import re

NEGATION = re.compile(
    r"""(?ix)
    (?<![\w-]) (?:
        (?: without | devoid\ of | free\ of | free\ from ) \s+
            (?:any\s+|a\s+|an\s+|the\s+)? [^\W\d][\w'-]*
      | no \s+ (?! \d | longer\b | one\b | man['’]s | doubt\b | matter\b | \.) [^\W\d][\w'-]*
      | (?: do | does | is | are ) (?: \s+not | n['’]t ) \s+ [^\W\d][\w'-]*
      | not \s+ (?! only\b | least\b | to\b | yet\b) [^\W\d][\w'-]*
      | never \s+ [^\W\d][\w'-]*
    ) (?![\w-])"""
)
"""`no people`, `without any text`, `does not smile`; not `no. 5` or `forget-me-not`."""

NEGATION_KOREAN = re.compile(
    r"(?<![가-힣A-Za-z])[가-힣A-Za-z]{1,20}(?:\s*(?:없이|없는|없음|없게)|(?:\s+말고)|(?:[이가]?\s+아닌))(?![가-힣])"
)
"""`사람 없이`, `글자 없는`, `고양이 말고`, `사진이 아닌`."""

IDIOMS_KOREAN = (
    "끝", "한", "수", "끊임", "변함", "쓸데", "말", "아낌", "정신", "어이", "빈틈", "상관",
    "거침", "막힘", "틀림", "난데", "하염", "때", "뿐만", "더할나위", "나위", "터무니",
)  # fmt: skip
"""Stems that form one word with 없는 or 아닌 (끝없는: endless), and deny nothing."""

WEIGHTS = {
    "colon": re.compile(r"\([^()\[\]]{1,200}:\s*\d+(?:\.\d+)?\s*\)"),
    "parentheses": re.compile(r"\(\([^()]{1,200}\)\)"),
    "brackets": re.compile(r"\[[^\[\]]{1,200}\]"),
}
"""How words are weighed in a prompt."""

LETTERING = re.compile(
    r"""(?ix)
    \b(?: sign | signboard | banner | billboard | label | plaque | placard | lettering | text
        | caption | inscription | neon )
    (?: \s+ (?:on|above|over|at|in|outside) \s+ (?:the\s+|a\s+|an\s+)? [\w-]+ )?
    \s+ (?: (?:that|which)\s+(?:says|reads) | saying | reading | says | reads )
    \s* [:,]? \s+ (?!\x00) [^\s\x00,.;]+
    | \b(?:entitled | titled) \s+ (?!\x00) [^\s\x00,.;]+
    | \b with \s+ the \s+ (?:word | words | caption | inscription) \s+
      (?! \x00 | of\b | in\b | on\b | at\b | and\b) [^\s\x00,.;]+"""
)
"""Asks for letters, followed by words that are not quoted (quotes are `\x00` here)."""

LETTERING_KOREAN = re.compile(
    r"[^\s\x00,.]{1,30}(?:이라고|라고|이라는|라는)\s*"
    r"(?:적힌|적혀|쓰인|쓰여|써진|써|쓴|글자|글씨|문구|텍스트)"
    r"|(?:글자|글씨|문구)(?![가-힣]{0,6}\s*(?:없|말고|아닌|안\s|제외))[가-힣]{0,6}"
)
"""`열림이라고 적힌`, `글자`; the second only where nothing is quoted."""

SCRIPTS = {
    "en": (("A", "ɏ"), ("Ḁ", "ỿ")),
    "ko": (("가", "힣"), ("ᄀ", "ᇿ"), ("㄰", "㆏")),
    "ja": (("぀", "ヿ"), ("一", "鿿")),
    "zh": (("一", "鿿"), ("㐀", "䶿")),
}
"""First and last letters of the scripts that a language is written in."""
