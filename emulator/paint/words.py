"""The words that the painter knows, in English and Korean.

One line a thing; whatever is not here still decides the picture, through the
hash of the prompt, but is not recognised. English words match whole, also in
their plural; Korean ones match anywhere, and with a `~` only as a word of their
own, with or without a particle.
"""

import re
from collections.abc import Mapping

PLACES = {
    "space": "space|galaxy|nebula|planet|cosmos|universe|saturn|우주|은하|성운|행성",
    "room": "room|interior|sofa|couch|curtain|bedroom|kitchen|office|living room|fireplace"
    "|방|거실|커튼|소파|실내|침실",
    "town": "western town|wild west|old west|saloon|서부",
    "street": "street|alley|avenue|market|cyberpunk|downtown|거리|골목|시장|사이버펑크",
    "city": "city|cities|cityscape|skyline|metropolis|skyscraper|towers?|building|urban|seoul"
    "|new york|tokyo|도시|빌딩|서울|야경|스카이라인",
    "desert": "desert|dune|sahara|사막|모래언덕",
    "beach": "beach|coast|shore|seaside|tropical|해변|바닷가|해안",
    "sea": "sea|ocean|바다|대양|수평선",
    "mountains": "mountain|mount|mt|alps?|peak|summit|volcano|fuji|everest|himalaya|cliff"
    "|canyon|산맥|산봉우리|설산|~산|봉우리|절벽",
    "forest": "forest|wood|pine|jungle|grove|bamboo|숲|소나무|밀림|정글",
    "hills": "hill|countryside|valley|field|meadow|farm|village|prairie|grassland|pasture|garden"
    "|park|landscape|sky|skies|언덕|들판|초원|시골|마을|정원|풍경|공원|꽃밭|하늘",
}
"""Where it is; the first that a prompt names wins."""

FEATURES = {
    "lake": "lake|pond|river|reservoir|fjord|waterside|호수|연못|~강|호숫가",
    "water": "water|reflection|harbou?r|port|canal|bay|sea|ocean|물가|항구|운하|반영|바다",
    "trees": "tree|forest|wood|pine|grove|나무|숲|소나무",
    "pines": "pine|spruce|fir|conifer|evergreen|taiga|소나무|전나무|침엽수",
    "blossom": "cherry|blossom|sakura|벚꽃|꽃나무",
    "palms": "palm|tropical|야자",
    "flowers": "flower|wildflower|poppy|poppies|tulip|meadow|blooming|lavender|garden|꽃"
    "|튤립|양귀비",
    "boat": "boat|ship|sail|sailboat|yacht|canoe|돛단배|낚싯배|나룻배|요트|보트|~배",
    "balloon": "balloon|열기구|풍선",
    "birds": "bird|gull|seagull|swallow|crane|갈매기|~새|두루미",
    "house": "house|cabin|cottage|home|hut|farmhouse|barn|집|오두막|농가",
    "village": "village|hamlet|마을",
    "castle": "castle|fortress|palace|~성|궁전|요새",
    "lighthouse": "lighthouse|등대",
    "pagoda": "pagoda|temple|hanok|shrine|gyeongbokgung|사찰|한옥|정자|경복궁|~절|탑",
    "bridge": "bridge|다리(?!미)|교량",
    "windmill": "windmill|풍차",
    "cat": "cat|kitten|kitty|고양이|냥이",
    "dog": "dog|puppy|corgi|retriever|강아지|~개|멍멍이",
    "robot": "robot|android|droid|mech|로봇",
    "cowboy": "cowboy|cowgirl|gunslinger|카우보이",
    "astronaut": "astronaut|cosmonaut|spaceman|우주인|우주비행사",
    "person": "person|people|man|men|woman|women|girl|boy|child|children|figure|hiker|traveler"
    "|silhouette|couple|사람|남자|여자|소녀|소년|아이|인물|여행자|연인",
    "portrait": "portrait|doctor|nurse|teacher|chef|scientist|face|headshot|king|queen|wizard"
    "|초상화?|의사|간호사|얼굴|선생님|과학자|요리사",
    "butterfly": "butterfly|butterflies|moth|나비",
    "blossom_macro": "macro|close-?up|rose|sunflower|daisy|daisies|lotus|접사|장미|해바라기|연꽃",
    "rainbow": "rainbow|무지개",
    "fireworks": "firework|불꽃놀이|폭죽",
    "aurora": "aurora|northern light|오로라",
    "moon": "moon|moonlight|moonlit|달빛|보름달|~달",
    "road": "road|path|trail|highway|~길|도로|오솔길",
    "planet": "planet|saturn|jupiter|mars|ring|행성|토성|목성",
    "neon": "neon|cyberpunk|네온|사이버펑크",
    "lantern": "lantern|등불|연등",
    "fruit": "fruit|apple|orange|pear|still life|lemon|과일|사과|정물",
    "cup": "cup|coffee|tea|mug|커피|찻잔|머그",
    "vase": "vase|bouquet|꽃병|꽃다발|화병",
    "curtain": "curtain|drape|커튼",
    "sofa": "sofa|couch|armchair|소파",
    "campfire": "campfire|bonfire|tent|camping|모닥불|텐트|캠핑",
    "train": "train|railway|locomotive|기차|열차",
    "car": "car|automobile|sports car|vintage car|taxi|자동차|택시",
    "clouds": "cloud|cloudy|구름",
    "snow": "snow|snowy|winter|icy|ice|frozen|눈 ?덮|눈이|눈 ?내|설산|설경|겨울|~눈",
}

HOURS = {
    "night": "night|midnight|moon|moonlit|moonlight|star|starry|neon|nocturnal|밤|별"
    "|달빛|네온|한밤|야경",
    "sunset": "sunset|노을|석양|해 ?질|일몰",
    "dusk": "dusk|twilight|blue hour|evening|황혼|저녁|땅거미",
    "dawn": "dawn|sunrise|morning|daybreak|새벽|아침|일출|동틀",
    "golden": "golden|autumn light|warm light|황금|따뜻한 빛",
    "day": "day|noon|midday|sunny|bright|한낮|맑은|낮",
}

WEATHERS = {
    "storm": "storm|stormy|thunder|lightning|thunderstorm|tempest|폭풍|번개|천둥|폭우",
    "rain": "rain|rainy|raining|drizzle|비 ?오는|비가|비 ?내|빗속|장마|~비",
    "snowfall": "snowfall|snowing|snowstorm|blizzard|falling snow|눈 ?내리|눈보라|눈이 ?오",
    "fog": "fog|foggy|mist|misty|haze|hazy|안개",
    "overcast": "overcast|cloudy|gloomy|dim|흐린|구름 ?낀",
}

SEASONS = {
    "autumn": "autumn|fall foliage|fall colou?rs|maple|october|가을|단풍",
    "winter": "winter|snow|snowy|christmas|frozen|겨울|눈 ?덮|설경|눈 ?내|~눈",
    "spring": "spring|blossom|cherry|april|봄|벚꽃",
}

COLOURS = {
    "red": ("red|crimson|scarlet|빨간|붉은|빨강", "#d23b34"),
    "orange": ("orange|주황", "#e8842f"),
    "yellow": ("yellow|노란|노랑", "#f0c738"),
    "green": ("green|emerald|초록|녹색|푸른 ?숲", "#3f9a55"),
    "teal": ("teal|turquoise|cyan|청록", "#2a9c9c"),
    "blue": ("blue|navy|azure|파란|푸른|파랑|남색", "#2f68c8"),
    "purple": ("purple|violet|lavender|보라", "#7b4bc0"),
    "pink": ("pink|magenta|rose|분홍|핑크", "#ea7fb0"),
    "white": ("white|ivory|하얀|흰", "#f2efe8"),
    "black": ("black|ebony|검은|까만|검정", "#23222a"),
    "grey": ("gr[ae]y|silver|회색|은색", "#8d9299"),
    "brown": ("brown|갈색", "#7c5636"),
    "gold": ("gold|금색|황금색", "#d8a93a"),
}

_ENGLISH = re.compile(r"[a-z0-9]")
ALONE = "(?<![가-힣]){}들?(?:[은는이가을를과와의에도로]|에서|으로)?(?![가-힣])"


def patterns(table: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """Compile a table; English alternatives get word boundaries and plurals."""
    return {name: re.compile(_bounded(words)) for name, words in table.items()}


def _bounded(words: str) -> str:
    """Return the pattern of a line of words."""
    parts = words.replace("-?", "[- ]?").split("|")
    english = [part for part in parts if _ENGLISH.match(part)]
    korean = [part for part in parts if not _ENGLISH.match(part)]
    others = "|".join(ALONE.format(part[1:]) if part[0] == "~" else part for part in korean)
    whole = rf"\b(?:{'|'.join(english)})(?:s|es)?\b" if english else ""
    return "|".join(piece for piece in (whole, others) if piece)
