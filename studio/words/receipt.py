"""What a receipt calls its lines; parameters have their own names."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "model": ("Model", "모델"),
    "task": ("Task", "작업"),
    "prompt": ("Prompt", "프롬프트"),
    "image_type": ("Kind of picture", "그림 종류"),
    "description": ("Description", "설명"),
    "style": ("Style", "스타일"),
    "details": ("Details", "세부"),
    "negative_prompt": ("Negative prompt", "네거티브 프롬프트"),
    "seed": ("Seed", "시드"),
    "size": ("Size", "크기"),
    "aspect_ratio": ("Shape", "비율"),
    "output_format": ("File format", "파일 형식"),
    "output_compression": ("File quality", "파일 품질"),
    "image": ("Picture", "원본 그림"),
    "mask": ("Mask", "마스크"),
    "style_image": ("Picture of the style", "화풍 그림"),
    "reference_image": ("Second picture", "두 번째 그림"),
    "fit": ("Made to fit by", "크기 맞추기"),
    "quality": ("Quality", "품질"),
    "input_fidelity": ("Likeness", "닮은 정도"),
    "moderation": ("Filtering", "걸러 내기"),
    "safety_identifier": ("User, for safety", "사용자 식별자"),
    "background": ("Background", "배경"),
    "user": ("User", "사용자"),
    "own": ("of this picture", "이 그림의 값"),
    "own_reason": (
        "the request's is {used}; each picture has its own",
        "요청의 값은 {used}이고, 그림마다 시드가 달라요",
    ),
    "applied": ("as asked", "그대로"),
    "approximated": ("nearest", "비슷한 값"),
    "defaulted": ("default", "기본값"),
    "ignored": ("left out", "반영 안 됨"),
}
