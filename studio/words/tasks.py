"""What can be done to a picture, said to somebody who does not know the field's words."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "what": ("What would you like to do?", "무엇을 할까요?"),
    "how": ("How?", "어떻게 할까요?"),
    "part": ("Change a part", "일부 고치기"),
    "around": ("Around it", "주변 고치기"),
    "whole": ("All of it", "전체 바꾸기"),
    "size": ("Enlarge", "크게 하기"),
    "text_to_image": ("Paint from words", "글로 그리기"),
    "inpaint": ("Repaint", "칠해서 다시 그리기"),
    "inpaint_help": (
        "Mark a part, then say what should be there. (inpaint)",
        "바꿀 부분을 알려 주고, 그 자리에 무엇이 있으면 좋을지 적어요. (인페인팅)",
    ),
    "erase": ("Erase", "칠해서 지우기"),
    "erase_help": (
        "Mark what should go; the background closes behind it. (erase)",
        "없애고 싶은 것을 알려 주면 배경으로 자연스럽게 메워요. (지우기)",
    ),
    "search_replace": ("Replace by name", "이름으로 바꾸기"),
    "search_replace_help": (
        "Name a thing in the picture, and what should stand in its place. No painting. (search and replace)",
        "그림 속 물건의 이름과, 대신 넣을 것을 적어요. 칠하지 않아도 돼요. (찾아 바꾸기)",
    ),
    "search_recolor": ("Recolour by name", "이름으로 색 바꾸기"),
    "search_recolor_help": (
        "Name a thing, and its new colour. Its shape stays. (search and recolour)",
        "물건의 이름과 새 색을 적어요. 모양은 그대로예요. (찾아 색 바꾸기)",
    ),
    "outpaint": ("Continue beyond the edges", "바깥으로 넓히기"),
    "outpaint_help": (
        "Goes on painting around what is there, to match it. (outpaint)",
        "있는 그림에 어울리게 둘레를 이어 그려요. (아웃페인팅)",
    ),
    "remove_background": ("Remove the background", "배경 지우기"),
    "remove_background_help": (
        "Keeps what stands in front, and makes the rest transparent.",
        "앞에 있는 것만 남기고 나머지는 투명하게 해요.",
    ),
    "virtual_try_on": ("Try on", "입혀 보기"),
    "virtual_try_on_help": (
        "Puts a garment from a second picture on a person, or a thing into a room. (virtual try-on)",
        "두 번째 그림의 옷을 사람에게 입히거나, 물건을 방에 놓아 봐요. (가상 피팅)",
    ),
    "image_to_image": ("Repaint freely", "바탕 삼아 다시 그리기"),
    "image_to_image_help": (
        "A new picture that starts from this one; the strength says how far it may go. (image to image)",
        "이 그림에서 출발해 새로 그려요. 강도로 얼마나 달라질지 정해요. (이미지 투 이미지)",
    ),
    "variation": ("Vary", "비슷하게 다시"),
    "variation_help": (
        "Another picture like this one. (variation)",
        "이 그림과 닮은 다른 그림을 그려요. (변형)",
    ),
    "style_transfer": ("Take another's style", "다른 그림의 화풍 입히기"),
    "style_transfer_help": (
        "Keeps what is shown, and paints it in the style of a second picture. (style transfer)",
        "내용은 그대로 두고, 두 번째 그림의 화풍으로 그려요. (스타일 전이)",
    ),
    "style_guide": ("New picture, same style", "같은 화풍으로 새 그림"),
    "style_guide_help": (
        "Says something new in the style of this picture. (style guide)",
        "이 그림의 화풍으로 새로운 것을 그려요. (스타일 가이드)",
    ),
    "control_structure": ("New picture, same structure", "같은 구도로 새 그림"),
    "control_structure_help": (
        "Keeps the arrangement and changes what it is made of. (structure)",
        "구도는 그대로 두고 내용을 바꿔요. (구조 유지)",
    ),
    "control_sketch": ("From a sketch", "스케치로 그리기"),
    "control_sketch_help": (
        "Paints out a drawing: its lines rule. (sketch)",
        "스케치의 선을 따라 그림을 완성해요. (스케치)",
    ),
    "color_guided": ("New picture, chosen colours", "정한 색으로 새 그림"),
    "color_guided_help": (
        "A new picture that takes up this one's subject and style, and keeps to a palette. (colour-guided)",
        "이 그림의 소재와 화풍을 이어받아, 정한 색으로 새로 그려요. (색 지정)",
    ),
    "upscale_fast": ("Fast, 4 ×", "빠르게 4배"),
    "upscale_fast_help": (
        "Four times as wide and high within seconds. Small pictures up to 1 megapixel.",
        "몇 초 만에 가로세로 4배로 키워요. 100만 화소 이하의 그림에 써요.",
    ),
    "upscale_conservative": ("Faithful", "원본 그대로"),
    "upscale_conservative_help": (
        "Large, and as close to the original as can be.",
        "원본을 최대한 지키면서 크게 해요.",
    ),
    "upscale_creative": ("Creative", "새로 그려 넣으며"),
    "upscale_creative_help": (
        "Large, with details invented where there were none: for small or blurred pictures.",
        "없던 세부를 새로 그려 넣으며 키워요. 작거나 흐린 그림에 좋아요.",
    ),
}
