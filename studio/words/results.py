"""Phrases of finished pictures."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "pick": ("Pick the one you like best", "가장 마음에 드는 그림을 골라 주세요"),
    "pick_hint": (
        "Click a picture, or use the arrow keys. Your choice is kept in the gallery.",
        "그림을 누르거나 화살표 키로 골라요. 고른 그림은 갤러리에 표시돼요.",
    ),
    "one": ("Your picture", "완성된 그림"),
    "best": ("Best", "베스트"),
    "recorded": ("Kept as your best of these.", "베스트로 남겨 뒀어요."),
    "alt": ("Picture {number}: {prompt}", "그림 {number}: {prompt}"),
    "seed": ("Seed {seed}", "시드 {seed}"),
    "like": ("Favourite", "즐겨찾기"),
    "liked": ("A favourite", "즐겨찾는 그림"),
    "download": ("Download", "내려받기"),
    "large": ("Large view", "크게 보기"),
    "edit": ("Edit", "고치기"),
    "reuse": ("Use again", "다시 사용"),
    "reuse_prompt": ("Only the prompt", "프롬프트만"),
    "reuse_seed": ("Only the seed", "시드만"),
    "reuse_everything": ("Everything", "전부"),
    "again": ("Same again, other seeds", "시드만 바꿔 한 번 더"),
    "again_help": (
        "Orders the same once more, for {price}.",
        "같은 설정으로 한 번 더 그려요. {price}가 들어요.",
    ),
    "spent": ("Spent {spent}", "{spent} 썼어요"),
}
