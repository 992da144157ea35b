"""What the API's lint and its other warnings say; the codes are the API's."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "negation": (
        "A model tends to paint what it reads, denied or not ({found}). Say it under “what should not be there” instead.",
        "모델은 ‘없다’고 해도 읽은 것을 그리곤 해요 ({found}). ‘나오지 않았으면 하는 것’에 적어 주세요.",
    ),
    "unsupported_weights": (
        "This model does not read weights ({found}); it takes the brackets for words.",
        "이 모델은 가중치 표기({found})를 모르고 괄호까지 낱말로 읽어요.",
    ),
    "unquoted_text": (
        "Text that the picture shows belongs in double quotes ({found}).",
        "그림에 보일 글자는 큰따옴표로 감싸 주세요 ({found}).",
    ),
    "unread_language": (
        "This model reads English; what is not English ({found}) it mostly guesses.",
        "이 모델은 영어를 읽어요. 영어가 아닌 말({found})은 대부분 짐작으로 그려요.",
    ),
    "too_long": (
        "That is longer than the model reads; its end may not count. {found}",
        "모델이 읽을 수 있는 길이를 넘었어요. 뒷부분은 반영되지 않을 수 있어요. {found}",
    ),
    "contradictory_parts": (
        "These pull in different directions: {found}.",
        "서로 어울리지 않는 말이 있어요: {found}.",
    ),
    "repeated_words": ("Said twice: {found}.", "두 번 적은 말이 있어요: {found}."),
    "empty_detail": ("A detail is empty.", "비어 있는 세부 항목이 있어요."),
    "legacy": (
        "This model is on its way out; its successor is the better choice for new work.",
        "곧 서비스가 끝날 모델이에요. 새 작업에는 후속 모델이 나아요.",
    ),
    "ending": ("The day on which this model ends is set.", "서비스 종료일이 정해진 모델이에요."),
    "retired": (
        "AWS has retired this model; only extended access, or the local stand-in, still paints with it.",
        "AWS에서 서비스가 끝난 모델이에요. 연장 이용 중이거나 로컬 모의 모델일 때만 그려져요.",
    ),
    "extended_access": (
        "This model is in extended access; AWS may charge more than the price shown.",
        "연장 제공 중인 모델이에요. AWS가 표시된 가격보다 더 청구할 수 있어요.",
    ),
    "substituted": (
        "The model that was asked for has ended; its successor paints instead.",
        "고른 모델은 서비스가 끝나서 후속 모델이 대신 그려요.",
    ),
}
