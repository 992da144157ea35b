"""Phrases of the choice of a model."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "which": ("Which model?", "어떤 모델로 그릴까요?"),
    "fast": ("Fast and cheap", "빠르고 저렴하게"),
    "balanced": ("Balanced", "균형 있게"),
    "best": ("Best quality", "최고 품질로"),
    "named": ("By name …", "직접 고르기 …"),
    "name": ("Model", "모델"),
    "each": ("{price} a picture", "한 장에 {price}"),
    "price_unknown": ("price unknown", "가격 미정"),
    "active": ("Active", "제공 중"),
    "legacy": ("Legacy", "종료 예정"),
    "retired": ("Retired", "종료됨"),
    "ends": ("Ends on Bedrock: {day}", "Bedrock 서비스 종료: {day}"),
    "characters": ("Prompts up to {count} characters", "프롬프트 {count}자까지"),
    "negative": ("negative prompt", "네거티브 프롬프트 지원"),
    "no_negative": ("no negative prompt", "네거티브 프롬프트 미지원"),
    "shapes": ("{count} shapes", "비율 {count}가지"),
    "parameters": ("{count} parameters of its own", "전용 파라미터 {count}개"),
}
