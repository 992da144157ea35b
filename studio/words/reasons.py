"""Why a receipt's values differ from what was asked: the API's English sentences, and ours.

The English is the API's word for word, a brace for each value in it: `studio.parts.reasons`
finds the phrase by it. More particular ones stand before those that would also fit them.
"""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "default": ("the model's default", "모델의 기본값이에요"),
    "stage_default": ("the stage's default model", "모델을 정하지 않아서 기본 모델을 썼어요"),
    "seeded": ("picked by us, so that it can be made again", "다시 만들 수 있도록 골라 뒀어요"),
    "of_image": ("follows from the image", "원본 그림을 따라요"),
    "nearest": ("the nearest shape", "모델이 만들 수 있는 가장 가까운 크기예요"),
    "nearest_of": ("the nearest that {model} has", "{model}에 있는 가장 가까운 값이에요"),
    "long_png": (
        "a PNG of this size may be longer than Bedrock's reply can be",
        "이 크기의 PNG는 Bedrock이 한 번에 돌려줄 수 있는 양을 넘을 수 있어요",
    ),
    "written_white": (
        "painted as {made}, written as {written} at quality {quality}, on white where it is transparent",
        "{made}로 그려서 {written}로 저장했어요 (품질 {quality}). 투명한 곳은 흰색이에요",
    ),
    "written": (
        "painted as {made}, written as {written} at quality {quality}",
        "{made}로 그려서 {written}로 저장했어요 (품질 {quality})",
    ),
    # A picture, and its mask.
    "cut": ("cut to {size} from {place}", "{place} 위치에서 {size}로 잘랐어요"),
    "scaled": ("scaled to {size}", "{size}로 크기를 바꿨어요"),
    "padded": ("padded to {size}", "여백을 채워 {size}로 만들었어요"),
    "upright": ("from {oddity} to upright 8-bit", "{oddity} 그림을 바로 선 8비트로 바꿨어요"),
    "on_white": ("transparency laid on white", "투명한 곳을 흰색으로 채웠어요"),
    "rewritten_as": ("written as {format}", "{format}로 저장했어요"),
    "rewritten": ("written anew", "새로 저장했어요"),
    "image_alpha": (
        "the image's transparent parts repaint",
        "그림의 투명한 부분을 다시 그려요",
    ),
    "mask_alpha": ("its transparent parts repaint", "마스크의 투명한 부분을 다시 그려요"),
    "mask_white": ("white repaints", "흰 부분을 다시 그려요"),
    "mask_scaled": ("scaled to the image", "그림 크기에 맞췄어요"),
    "mask_fitted": ("fitted as the image", "그림과 똑같이 맞췄어요"),
    "mask_sharp": ("brought to pure black and white", "흑과 백으로만 바꿨어요"),
    # OpenAI's words.
    "no_variations": (
        "the model makes no variations; it paints anew from the picture",
        "이 모델에는 변형이 없어서 그림을 바탕으로 다시 그렸어요",
    ),
    "one_quality": ("the model has one quality", "이 모델은 품질이 한 가지예요"),
    "two_qualities": (
        "the model has standard and premium",
        "이 모델의 품질은 표준과 프리미엄이에요",
    ),
    "style_read": ("models here read it there", "여기 모델들은 프롬프트에서 스타일을 읽어요"),
    "mask_keeps": (
        "what the mask keeps stays as it is",
        "마스크가 남기는 부분은 어차피 그대로예요",
    ),
    "untold_strength": (
        "where OpenAI's words say none",
        "OpenAI 형식의 요청에 없어서 여기서 정한 값이에요",
    ),
    "takes_strength": ("models here take a strength", "여기 모델들은 변화 강도를 받아요"),
    "size_of_image": (
        "the result's size follows from the image",
        "결과의 크기는 원본 그림을 따라요",
    ),
    "filters": ("Bedrock filters as it does", "걸러 내는 기준은 Bedrock이 정해요"),
    "unread": ("nobody here reads it", "여기서는 쓰지 않는 값이에요"),
    # A model that takes an ended one's place.
    "ended": (
        "{model} ended on Bedrock on {day}; {other} takes its place",
        "{model} 모델은 Bedrock에서 끝났어요({day}). {other} 모델이 대신해요",
    ),
    "like_variation": (
        "{model} does {task}: it starts from one image and goes on by the prompt, with a strength "
        "of 1 less similarity_strength: near to a variation, and no more",
        "{model} 모델은 대신 {task} 작업을 해요. 그림 한 장과 프롬프트로 다시 그려서 변형과 "
        "비슷할 뿐이고, 변화 강도는 1에서 닮은 정도를 뺀 값이에요",
    ),
    "does": ("{model} does {task}", "{model} 모델은 대신 {task} 작업을 해요"),
    "image_shape": (
        "the result of {model} has the image's shape",
        "{model} 모델의 결과는 원본 그림의 비율을 따라요",
    ),
    "like_always": (
        "{model} has no such choice, and does the like always",
        "{model} 모델에는 이 선택이 없고, 늘 그렇게 해요",
    ),
    "nothing_like": ("{model} has nothing like it", "{model} 모델에는 이런 값이 없어요"),
    "takes_none": ("{model} takes none", "{model} 모델은 받지 않아요"),
    "takes_range": (
        "{model} takes {least} to {most}",
        "{model} 모델은 {least}~{most} 사이를 받아요",
    ),
    "makes": ("{model} makes {formats}", "{model} 모델이 만드는 형식: {formats}"),
    "what_took": (
        "what {model} took: {name} {value}",
        "{model} 모델이 쓰던 값이에요: {name} {value}",
    ),
    "name_of": ("{name} of {model}", "{model} 모델의 {name}"),
}
