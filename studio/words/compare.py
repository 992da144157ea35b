"""Phrases of the page `compare`."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "title": ("One change at a time, side by side", "하나씩 바꿔 가며 나란히 비교해요"),
    "lead": (
        "Choose what varies along rows and columns. Everything else stays, the seed too, "
        "so the pictures differ by nothing but their labels.",
        "행과 열에서 바꿀 것을 골라요. 시드를 포함해 나머지는 그대로라서, 표에 적힌 값만 달라져요.",
    ),
    "origin": ("Begin with", "무엇으로 시작할까요?"),
    "origin_words": ("Words alone", "글만으로"),
    "origin_picture": ("A picture and words", "그림과 글로"),
    "choose_source": (
        "Choose the picture that every cell begins with.",
        "모든 칸이 시작할 그림을 골라 주세요.",
    ),
    "began_with": ("Every cell began with this picture", "모든 칸이 이 그림에서 시작했어요"),
    "rows": ("Rows", "행마다 바꿀 것"),
    "rows_hint": ("What varies from row to row", "행마다 달라지는 것"),
    "columns": ("Columns", "열마다 바꿀 것"),
    "columns_hint": ("And from column to column, if you like", "원하면 열마다 달라지는 것도"),
    "values": ("Values", "값"),
    "values_hint": ("Choose two or more", "두 개 이상 골라 주세요"),
    "numbers": ("{name} · values, commas between", "{name} 값 · 쉼표로 구분"),
    "numbers_hint": (
        "e.g. {example} ({least} to {most})",
        "예: {example} ({least}~{most})",
    ),
    "no_number": (
        "Instead of “{value}”, write a number from {least} to {most}.",
        "‘{value}’ 대신 {least}~{most} 범위의 수를 적어 주세요.",
    ),
    "no_whole_number": (
        "Instead of “{value}”, write a whole number from {least} to {most}.",
        "‘{value}’ 대신 {least}~{most} 범위의 정수를 적어 주세요.",
    ),
    "too_long": (
        "Only the first {most} values are taken.",
        "값은 앞에서부터 {most}개까지만 써요.",
    ),
    "lines": ("One to a line", "한 줄에 하나씩"),
    "axis_seed": ("Seed", "시드"),
    "axis_style": ("Style", "스타일"),
    "axis_image_type": ("Kind of picture", "그림 종류"),
    "axis_description": ("Description", "설명"),
    "axis_negative_prompt": ("Negative prompt", "네거티브 프롬프트"),
    "axis_model": ("Model", "모델"),
    "none": ("(none)", "(없음)"),
    "shows_seed": (
        "The seed is the noise that a picture starts from. Same words, other noise: another arrangement.",
        "시드는 그림의 출발점이 되는 노이즈예요. 글이 같아도 노이즈가 다르면 구도가 달라져요.",
    ),
    "shows_style": (
        "Seed and scene stay, so you see what the word for the style alone does.",
        "시드와 장면은 그대로라서, 스타일 단어 하나의 효과만 보여요.",
    ),
    "shows_image_type": (
        "The first words count most: the kind of picture decides material and light.",
        "맨 앞에 오는 단어의 영향이 가장 커요. 그림 종류에 따라 재질과 빛이 정해져요.",
    ),
    "shows_description": (
        "Only the scene changes; kind, style and seed stay.",
        "장면만 바뀌고 종류, 스타일, 시드는 그대로예요.",
    ),
    "shows_negative_prompt": (
        "What is named here is pushed away; all else stays.",
        "여기에 적은 것만 피하고 나머지는 그대로예요.",
    ),
    "shows_model": (
        "The same words, read by different models. A seed means something else to each model.",
        "같은 글을 여러 모델에 맡겨요. 시드가 같아도 모델마다 다른 그림이 나와요.",
    ),
    "lesson_guidance": ("Lesson: guidance and steps", "배우기: 충실도와 단계"),
    "lesson_guidance_lead": (
        "CFG 2, 5, 9, 15 against 10, 30, 50 steps, from one seed.",
        "같은 시드에서 CFG 2, 5, 9, 15와 10, 30, 50단계를 비교해요.",
    ),
    "lesson_seeds": ("Lesson: seeds and kinds", "배우기: 시드와 종류"),
    "lesson_seeds_lead": (
        "Three seeds as photograph, watercolour and ink wash.",
        "시드 세 개를 각각 사진, 수채화, 수묵화로 그려요.",
    ),
    "lesson_strength": ("Lesson: strength", "배우기: 변화 강도"),
    "lesson_strength_lead": (
        "One picture of yours, repainted a little, more, and almost anew.",
        "내 그림 한 장을 조금, 더 많이, 거의 새로 그려서 비교해요.",
    ),
    "lesson_models": ("Lesson: three models", "배우기: 세 가지 모델"),
    "lesson_models_lead": (
        "The same words for fast, balanced and best, with the price of each.",
        "같은 글을 빠른 모델, 균형 모델, 최고 품질 모델에 맡기고 가격도 비교해요.",
    ),
    "lesson_unable": (
        "No model of this deployment has these parameters.",
        "여기에는 이 파라미터를 가진 모델이 없어요.",
    ),
    "cfg_low": (
        "hardly listens; loose and pale, full of surprises.",
        "글을 거의 따르지 않아요. 느슨하고 흐리지만 뜻밖의 그림이 나와요.",
    ),
    "cfg_some": ("follows you and still breathes.", "글을 따르면서도 여유가 있어요."),
    "cfg_much": ("follows closely: the usual choice.", "글에 충실해요. 흔히 쓰는 값이에요."),
    "cfg_high": (
        "obeys every word, and pays with harsh colours and edges.",
        "모든 단어를 따르지만 색과 윤곽이 거칠어져요.",
    ),
    "strength_little": (
        "the picture stays; only its surface changes.",
        "그림은 그대로이고 질감만 살짝 달라져요.",
    ),
    "strength_some": (
        "the arrangement stays, the material changes.",
        "구도는 남고 재질이 바뀌어요.",
    ),
    "strength_much": (
        "the words begin to win over the picture.",
        "그림보다 글이 더 큰 힘을 갖기 시작해요.",
    ),
    "strength_most": (
        "hardly more than colours are left of the picture.",
        "원래 그림에서는 색감 정도만 남아요.",
    ),
    "steps_few": ("stops early: rough, but quick.", "일찍 멈춰서 거칠지만 빨라요."),
    "steps_usual": ("enough for most pictures.", "대부분의 그림에 충분해요."),
    "steps_many": (
        "finer detail, and little beyond it; above this the price doubles.",
        "더 섬세하지만 큰 차이는 없어요. 이보다 늘리면 가격이 두 배가 돼요.",
    ),
    "kept": ("What stays the same", "그대로 두는 것"),
    "same_seed": ("All cells start from this seed.", "모든 칸이 이 시드에서 시작해요."),
    "choose": (
        "Describe a picture, and choose at least two values for the rows. The total price appears first.",
        "그림을 설명하고, 행에 값을 두 개 이상 골라 주세요. 전체 가격을 먼저 보여 드려요.",
    ),
    "too_many": (
        "{count} pictures are too many: {most} at most. Take away some values.",
        "{count}장은 너무 많아요. {most}장까지 그릴 수 있으니 값을 줄여 주세요.",
    ),
    "refuses": ("{models} cannot paint this:", "{models}: 이대로는 그릴 수 없어요."),
    "refused": (
        "Refused before anything was paid: {count}. The others are painted as planned.",
        "모델 {count}개는 그리지 못했고 요금도 나오지 않았어요. 나머지는 그대로 그려요.",
    ),
    "refused_other": ("This model refused the request.", "이 모델은 이 요청을 처리할 수 없어요."),
    "total": ("{count} pictures in all", "모두 {count}장"),
    "go": ("Paint {count} for {total}", "{total}로 {count}장 그리기"),
    "grid": ("Comparison: {names}", "비교: {names}"),
    "queued": ("waiting …", "기다리는 중 …"),
    "running": ("painting …", "그리는 중 …"),
    "new": ("Compare something else", "다른 것 비교하기"),
    "open_hint": ("Press a picture to look closer", "그림을 누르면 자세히 볼 수 있어요"),
    "choose_best": ("Best of the grid", "베스트로 고르기"),
    "is_best": ("Your best", "베스트로 고른 그림"),
    "large": ("Large view", "크게 보기"),
    "reuse": ("Use in Create", "만들기에서 사용"),
    "reading": ("How to read it", "이렇게 읽어요"),
}
