"""Phrases of the page `usage`."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "title": ("What you spent, and what is left", "얼마나 썼고, 얼마나 남았나요"),
    "lead": (
        "{tenant}, {month} (UTC). Nothing is painted that would go over the limit.",
        "{tenant} · {month} (UTC). 한도를 넘는 그림은 그리지 않아요.",
    ),
    "spent": ("Spent", "사용 금액"),
    "reserved": ("Reserved", "예약 금액"),
    "unknown": ("Unknown", "확인 안 된 금액"),
    "left": ("Left", "남은 금액"),
    "limit": ("Limit {limit}", "한도 {limit}"),
    "bar": (
        "Of {limit}: {spent} spent, {unknown} unknown, {reserved} reserved, {left} left",
        "한도 {limit} 가운데 사용 {spent}, 확인 안 됨 {unknown}, 예약 {reserved}, 남음 {left}",
    ),
    "about_spent": ("Pictures and rewritten briefs", "그림을 그리고 글을 다듬는 데 쓴 금액"),
    "about_reserved": ("Held for what is being painted", "지금 그리는 그림을 위해 잡아 둔 금액"),
    "about_unknown": (
        "Bedrock was asked, but nobody knows whether it billed; counted as spent",
        "Bedrock을 호출했지만 청구 여부를 알 수 없는 금액이에요. 쓴 것으로 계산해요",
    ),
    "about_left": ("Until the month ends", "이번 달 말까지"),
    "enhanced": (
        "{count} briefs were rewritten into prompts for {spent}.",
        "글 {count}개를 프롬프트로 다듬는 데 {spent}를 썼어요.",
    ),
    "models": ("By model", "모델별"),
    "models_of": (
        "From this month's newest {count} requests.",
        "이번 달 최근 요청 {count}개에서 모았어요.",
    ),
    "latest": ("The latest requests", "최근 요청"),
    "none": ("Nothing was asked for this month.", "이번 달에는 아직 그린 그림이 없어요."),
    "model": ("Model", "모델"),
    "requests": ("Requests", "요청"),
    "images": ("Pictures", "그림"),
    "cost": ("Cost", "비용"),
    "when": ("When ({zone})", "시각 ({zone})"),
    "task": ("Task", "작업"),
    "status": ("Outcome", "결과"),
    "status_queued": ("waiting", "기다리는 중"),
    "status_running": ("being painted", "그리는 중"),
    "status_succeeded": ("painted", "완성"),
    "status_partial": ("partly painted", "일부 완성"),
    "status_filtered": ("filtered", "걸러짐"),
    "status_failed": ("failed", "실패"),
    "status_canceled": ("canceled", "취소"),
}
