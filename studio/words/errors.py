"""What goes wrong, said to a person; the codes are the API's."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "unreachable": (
        "Easel does not answer right now. Nothing is lost: this page comes back by itself.",
        "지금은 Easel이 응답하지 않아요. 사라진 것은 없고, 연결되면 이 화면이 저절로 돌아와요.",
    ),
    "unavailable": (
        "Easel is busy right now. This page tries again by itself in a moment.",
        "지금은 Easel이 바빠요. 잠시 뒤에 저절로 다시 시도할게요.",
    ),
    "waiting": ("Looking for Easel …", "Easel을 찾고 있어요 …"),
    "budget_exhausted": (
        "This month's budget does not have room for that. "
        "Fewer pictures or a cheaper model may still fit; the page Usage shows what is left.",
        "이번 달 예산으로는 부족해요. 장수를 줄이거나 더 저렴한 모델을 고르면 될 수도 있어요. "
        "남은 금액은 사용량 페이지에서 볼 수 있어요.",
    ),
    "filtered": (
        "The model's safety filter stopped this. Say it in other words and try again.",
        "모델의 안전 필터에 걸렸어요. 다른 말로 바꿔서 다시 해 보세요.",
    ),
    "filtered_paid": (
        "A filtered picture may be billed all the same.",
        "걸러진 그림에도 요금이 나올 수 있어요.",
    ),
    "unauthorized": (
        "The studio's key is not valid any more. Whoever runs the studio can give it a new one.",
        "스튜디오의 키가 더 이상 유효하지 않아요. 운영하는 분에게 새 키를 부탁해 주세요.",
    ),
    "missing_scope": (
        "The studio's key may not do this. Whoever runs the studio can allow it.",
        "스튜디오의 키로는 할 수 없는 일이에요. 운영하는 분에게 권한을 부탁해 주세요.",
    ),
    "not_found": (
        "This is not there (any more).",
        "찾을 수 없어요. 이미 지워졌을 수도 있어요.",
    ),
    "wrong_state": (
        "That is not possible now: things have moved on. Look at the page again.",
        "지금은 할 수 없어요. 그사이 상태가 바뀌었으니 화면을 다시 확인해 주세요.",
    ),
    "model_retired": (
        "This model has been retired. Choose another one.",
        "서비스가 끝난 모델이에요. 다른 모델을 골라 주세요.",
    ),
    "image_expired": (
        "The picture's file is past its retention.",
        "보관 기간이 지나서 그림 파일이 없어요.",
    ),
    "input_expired": (
        "The picture that this started from is past its retention. Choose it again.",
        "바탕이 된 그림의 보관 기간이 지났어요. 다시 골라 주세요.",
    ),
    "upload_expired": (
        "That upload has ended: pictures that nothing was made of are kept for a day. Choose it again.",
        "올린 그림의 보관 시간이 지났어요. 아무것도 만들지 않은 그림은 하루 동안만 보관해요. 다시 골라 주세요.",
    ),
    "payload_too_large": ("That file is too large.", "파일이 너무 커요."),
    "unsupported_media_type": (
        "That is not a kind of file that Easel reads.",
        "Easel이 읽을 수 없는 종류의 파일이에요.",
    ),
    "invalid_parameter": (
        "Something in the request does not fit. Nothing was spent.",
        "요청에 맞지 않는 값이 있어요. 요금은 나오지 않았어요.",
    ),
    "too_many_requests": (
        "That was a bit much at once. Try again in a moment.",
        "한꺼번에 너무 많이 요청했어요. 잠시 뒤에 다시 해 보세요.",
    ),
    "deadline": (
        "The model did not get to it in time. Nothing was billed for it.",
        "제시간에 그리지 못했어요. 이 그림에는 요금이 나오지 않았어요.",
    ),
    "failed": (
        "The model did not manage this picture.",
        "모델이 이 그림을 그리지 못했어요.",
    ),
    "canceled": ("Canceled before it was painted.", "그리기 전에 취소했어요."),
    "other": (
        "Something went wrong on Easel's side.",
        "Easel 쪽에서 문제가 생겼어요.",
    ),
    "service_says": ("Easel says: {detail}", "Easel의 안내: {detail}"),
    "request_id": ("For a report: {request_id}", "문의할 때 알려 주세요: {request_id}"),
    "not_yours": (
        "This address names pictures that are not there (any more).",
        "주소가 가리키는 그림을 찾을 수 없어요.",
    ),
}
