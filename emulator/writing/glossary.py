"""Words of briefs by the part of a prompt that they belong to: Korean to English.

One line a meaning: the English words, and what is written for them in Korean, as patterns.
The longest match at a place wins, so `수채화` is never read as `화`. What the painter knows
and this page does not is added from the painter's own tables.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from emulator.paint import words

MEDIUM = {
    "photograph": "사진|포토",
    "oil painting": "유화|유채화",
    "watercolour painting": "수채화",
    "ink wash painting": "수묵화|동양화|먹그림",
    "pencil sketch": "연필 ?스케치|연필화|스케치|소묘|데생",
    "line art": "선화|라인 ?아트",
    "illustration": "일러스트(?:레이션)?|삽화",
    "poster": "포스터",
    "comic": "만화|웹툰",
    "anime illustration": "애니메이션|애니",
    "3D render": "3D ?렌더(?:링)?|3D",
    "pixel art": "픽셀 ?아트|도트",
    "woodblock print": "판화|목판화",
    "painting": "그림|회화",
}
STYLE = {
    "cinematic": "영화 ?같은|영화적인?|시네마틱",
    "minimalist": "미니멀(?:리즘|한)?",
    "impressionist": "인상(?:파|주의)(?:적인| 풍의?)?",
    "surreal": "초현실(?:주의|적인?)?",
    "cyberpunk": "사이버펑크",
    "vintage": "빈티지|복고풍?의?",
    "fairy-tale": "동화 ?같은|동화풍?",
    "realistic": "사실적인?|실사",
    "abstract": "추상(?:적인|화)?",
    "dreamy": "몽환적인?|꿈 ?같은",
    "pop art": "팝 ?아트",
    "traditional Korean": "한국 ?전통|민화|조선 ?시대",
}
LIGHT = {
    "golden light": "황금빛|금빛|따뜻한 (?:빛|햇살)",
    "soft light": "부드러운 (?:빛|조명|햇살)",
    "backlight": "역광",
    "neon light": "네온(?: ?(?:간판|사인|불빛|조명))?",
    "moonlight": "달빛",
    "candlelight": "촛불",
    "starlight": "별빛",
    "dramatic light": "극적인 (?:빛|조명)",
    "sunlight": "햇살|햇빛",
}
SHOT = {
    "close-up": "클로즈 ?업|접사",
    "wide-angle shot": "광각|와이드",
    "aerial view": "항공 ?(?:사진|뷰|샷)?|드론|하늘에서 (?:본|내려다본)",
    "panorama": "파노라마",
    "portrait shot": "인물 ?사진|증명 ?사진",
    "shallow depth of field": "아웃포커스|배경 ?흐림|심도 ?얕은",
}
TIME = {
    "at night": "한?밤중?에?|야간|야경",
    "at dawn": "새벽에?|동틀 ?녘|일출",
    "in the morning": "아침에?",
    "at sunset": "노을|석양|해 ?질 ?녘|일몰",
    "at dusk": "황혼|저녁에?|땅거미",
    "at noon": "한낮|정오",
    "in spring": "봄날?",
    "in summer": "여름날?",
    "in autumn": "가을날?|단풍",
    "in winter": "겨울날?",
    "in the rain": "비 ?(?:오|내리)는 ?날?|비가? ?(?:오|내리)는|빗속에?서?|장마",
    "in falling snow": "눈 ?(?:오|내리)는 ?날?|눈이 ?(?:오|내리)는|눈보라",
    "in the fog": "안개 ?(?:낀|속에?서?|자욱한)?",
    "in a storm": "폭풍우?|천둥|번개|폭우",
    "under an overcast sky": "흐린|구름 ?낀",
    "on a bright day": "맑은(?: ?날에?)?",
}
QUALITY = {
    "a": "한 (?:마리|명|그루|송이|채|척)의?",
    "two": "두 (?:마리|명|그루|송이|채|척)?의?",
    "three": "세 (?:마리|명|그루|송이|채|척)?의?",
    "small": "작은|조그만|아기",
    "large": "커다란|거대한|큰",
    "old": "오래된|낡은|늙은",
    "young": "젊은|어린",
    "cute": "귀여운",
    "beautiful": "아름다운|예쁜",
    "quiet": "고요한|조용한|잔잔한|한적한",
    "lonely": "외로운|쓸쓸한",
    "dark": "어두운",
    "bright": "밝은|환한",
    "sleeping": "(?:잠)?자(?:고 있)?는|잠든",
    "running": "달리는|뛰는",
    "sitting": "앉아 ?있는|앉은",
    "walking": "걷는|걸어가는|산책하는",
    "flying": "날아가는|날고 있는",
    "smiling": "웃는|미소 ?짓는",
    "reading": "(?:책을? ?)?읽는",
    "snow-covered": "눈 ?덮인|설경의?",
    "red": "빨간|붉은|빨강",
    "orange": "주황(?:색|빛)?의?",
    "yellow": "노란|노랑",
    "green": "초록(?:색|빛)?의?|녹색의?",
    "blue": "파란|푸른|파랑|남색",
    "purple": "보라(?:색|빛)?의?",
    "pink": "분홍(?:색|빛)?의?|핑크",
    "white": "하얀|흰",
    "black": "검은|까만|검정",
    "grey": "회색의?|은색의?",
    "brown": "갈색의?",
}
THING = {
    "Seoul street": "서울 ?(?:의 )?(?:거리|골목)",
    "Seoul skyline": "서울",
    "hanok house": "한옥",
    "hanok village": "한옥 ?마을",
    "Gyeongbokgung palace": "경복궁",
    "temple": "사찰|절(?=[ ,.의에이가을]|$)|정자",
    "tiger": "호랑이",
    "rabbit": "토끼",
    "horse": "말(?=[ ,.이을과]|$)",
    "whale": "고래",
    "doctor": "의사",
    "nurse": "간호사",
    "teacher": "선생님",
    "scientist": "과학자",
    "chef": "요리사",
    "woman": "여자|여인",
    "man": "남자",
    "girl": "소녀",
    "boy": "소년",
    "child": "아이",
    "grandmother": "할머니",
    "grandfather": "할아버지",
    "couple": "연인",
    "traveler": "여행자",
    "people": "사람들?|인물",
    "cherry blossoms": "벚꽃",
    "cherry tree": "벚나무",
    "sunflower": "해바라기",
    "rose": "장미",
    "lotus": "연꽃",
    "flower field": "꽃밭",
    "mountain": "산(?=[ ,.의에이을과]|$)|산맥|산봉우리|봉우리",
    "snowy mountain": "설산",
    "lake": "호수|호숫가",
    "river": "강(?=[ ,.의에이을변가]|$)|강변",
    "sea": "바다",
    "beach": "해변|바닷가|해안",
    "garden": "정원",
    "market": "시장",
    "alley": "골목(?:길)?",
    "street": "거리",
    "coffee cup": "커피 ?(?:잔|컵)?|찻잔|머그(?:컵)?",
    "cafe": "카페",
    "book": "책",
    "umbrella": "우산",
    "park": "공원",
    "window": "창가|창문",
    "bicycle": "자전거",
    "train station": "기차역",
    "island": "섬",
    "waterfall": "폭포",
    "wave": "파도",
    "fox": "여우",
    "bear": "곰",
    "deer": "사슴",
    "owl": "부엉이|올빼미",
    "dragon": "용(?=[ ,.의에이을과]|$)",
    "princess": "공주",
    "musician": "음악가|연주자",
    "piano": "피아노",
    "bread": "빵",
    "kimchi": "김치",
    "bibimbap": "비빔밥",
    "lantern": "등불|연등",
    "puppy": "강아지",
    "kitten": "새끼 ?고양이|아기 ?고양이",
    "sky": "하늘",
    "stars": "별(?=[ ,.이과을]|$)|별들",
    "moon": "보름달|달(?=[ ,.이과을]|$)",
}

PARTS: Mapping[str, Mapping[str, str]] = {
    "medium": MEDIUM,
    "style": STYLE,
    "light": LIGHT,
    "shot": SHOT,
    "time": TIME,
    "quality": QUALITY,
    "thing": THING,
}
PAINTERS: Mapping[str, Mapping[str, str]] = {
    "thing": {**words.PLACES, **words.FEATURES},
    "time": {**words.HOURS, **words.WEATHERS, **words.SEASONS},
    "quality": {name: known for name, (known, _) in words.COLOURS.items()},
}


@dataclass(frozen=True, slots=True)
class Found:
    """A word that is known, and where it stands."""

    part: str
    english: str
    start: int
    end: int


def found(text: str) -> list[Found]:
    """Return the known Korean words of a text, the longest at each place, in order."""
    matches = [
        Found(part, english, match.start(), match.end())
        for part, english, pattern in _patterns()
        for match in pattern.finditer(text)
    ]
    matches.sort(key=lambda each: (each.start, each.start - each.end))
    kept: list[Found] = []
    for each in matches:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    own = (
        (part, english, re.compile(korean))
        for part, table in PARTS.items()
        for english, korean in table.items()
    )
    return (*own, *_painters())


def _painters() -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """Yield what the painter knows beside; a row is called by its first English word."""
    for part, table in PAINTERS.items():
        for known in table.values():
            pieces = known.split("|")
            korean = [each for each in pieces if not each.isascii()]
            if korean:
                alone = [words.ALONE.format(e[1:]) if e[0] == "~" else e for e in korean]
                yield part, pieces[0].replace("-?", "-"), re.compile("|".join(alone))
