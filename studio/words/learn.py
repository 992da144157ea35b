"""Phrases of the page `learn`."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "title": ("How words become pictures", "말이 그림이 되기까지"),
    "lead": (
        "What a model does with your prompt, what each setting changes, and which task is for "
        "what.",
        "모델이 프롬프트로 무엇을 하는지, 설정마다 무엇이 달라지는지, 어떤 작업을 언제 쓰는지 "
        "알아봐요.",
    ),
    "tab_how": ("How it works", "원리"),
    "tab_prompt": ("The prompt", "프롬프트"),
    "tab_settings": ("The settings", "설정"),
    "tab_tasks": ("The tasks", "작업"),
    "made_here": (
        "The pictures on this page were made with Easel on one machine, by its stand-in for "
        "Bedrock. It paints by rules, so it shows what a setting does, not how well a model "
        "paints.",
        "이 페이지의 그림은 한 대의 컴퓨터에서 Bedrock을 대신하는 이젤의 연습용 화가가 그렸어요. "
        "규칙으로 그리기 때문에 "
        "설정이 하는 일은 보여 주지만, 실제 모델의 솜씨는 아니에요.",
    ),
    # How it works
    "encode": ("1 · Your words become numbers", "1 · 말이 숫자가 돼요"),
    "encode_text": (
        "A **text encoder** (CLIP and its kin) reads the prompt in pieces of words and turns them "
        "into vectors: directions in a space where *lake* lies near *water*. It has room for only "
        "so many pieces, and most models learnt English, so short and English goes furthest.",
        "**텍스트 인코더**(CLIP 등)가 프롬프트를 작은 조각으로 나눠 읽고 벡터로 바꿔요. ‘호수’와 "
        "‘물’이 가까이 놓이는 "
        "공간의 방향이라고 생각하면 돼요. 읽을 수 있는 양이 정해져 있고 대부분 영어로 배웠기 "
        "때문에, 짧은 영어가 가장 잘 "
        "통해요.",
    ),
    "denoise": ("2 · Noise becomes a picture, step by step", "2 · 노이즈가 한 걸음씩 그림이 돼요"),
    "denoise_text": (
        "The model starts from pure noise, which the **seed** decides. At each **step** a network "
        "(a UNet, or a transformer in newer models) guesses what of it is noise, guided by the "
        "vectors, and takes a little away. **cfg scale** says how closely it must follow them.",
        "모델은 순수한 노이즈에서 시작해요. 어떤 노이즈인지는 **시드**가 정해요. **단계**마다 "
        "신경망(UNet, 최신 모델은 "
        "트랜스포머)이 벡터를 길잡이 삼아 무엇이 노이즈인지 짐작하고 조금씩 걷어 내요. 얼마나 "
        "충실히 따를지는 **프롬프트 충실도**(CFG)가 정해요.",
    ),
    "frame": ("Step {step} of {steps}", "{steps}걸음 중 {step}"),
    "illustration": (
        "An illustration: a finished picture mixed with less and less noise. A real model works "
        "on "
        "a small, compressed picture (latents), and its first guesses are softer.",
        "이해를 돕는 그림이에요. 완성된 그림에 노이즈를 점점 적게 섞었어요. 실제 모델은 작게 "
        "압축된 그림(잠재 공간)에서 "
        "일하고, 처음 짐작은 더 흐릿해요.",
    ),
    "decode": ("3 · A decoder draws the pixels", "3 · 디코더가 픽셀을 그려요"),
    "decode_text": (
        "What is left is still compressed. A **decoder** (VAE) unfolds it into pixels: that is "
        "the "
        "picture you get. Editing runs the same way with a head start: your picture is "
        "compressed, "
        "some noise is added (**strength**), and with a mask only the white part may change.",
        "남은 것은 아직 압축된 상태예요. **디코더**(VAE)가 이것을 픽셀로 펼치면 여러분이 받는 "
        "그림이 돼요. 고치기도 같은 "
        "방식인데, 출발점이 여러분의 그림이에요. 그림을 압축하고 노이즈를 조금 더한 "
        "뒤(**변화 강도**) 다시 걷어 내고, "
        "마스크가 있으면 흰 부분만 바뀌어요.",
    ),
    # The prompt
    "parts": ("Three parts", "세 부분으로 쓰기"),
    "parts_text": (
        "**Image type** (photograph, sketch, painting …), **description** (subject, objects, "
        "environment, scene) and **style** (realistic, an art movement …). Change one part at a "
        "time, and you see what it does. What comes first counts most.",
        "**그림의 종류**(사진, 스케치, 유화…), **설명**(주제, 사물, 환경, 장면), "
        "**스타일**(사실적, 미술 사조…)로 나눠 "
        "써요. 한 번에 한 부분만 바꾸면 그 부분이 하는 일이 보여요. 앞에 오는 말일수록 힘이 세요.",
    ),
    "ladder": ("A ladder of elements", "요소를 하나씩 쌓기"),
    "ladder_text": (
        "The same seed each time; every step adds one element. Climb it.",
        "시드는 그대로 두고 걸음마다 요소를 하나씩 더해요. 차례로 올라가 보세요.",
    ),
    "rung_0": ("Subject", "주제"),
    "rung_1": ("+ medium", "+ 재료"),
    "rung_2": ("+ style", "+ 스타일"),
    "rung_3": ("+ shot", "+ 구도"),
    "rung_4": ("+ light", "+ 빛"),
    "rung_5": ("+ colour", "+ 색"),
    "rung_6": ("+ text", "+ 글자"),
    "rungs": ("How many elements", "요소의 수"),
    "craft": ("Small rules that help", "알아 두면 좋은 것"),
    "craft_text": (
        '- Text to be drawn stands in double quotes: `sign reading "OPEN"`.\n'
        "- Say what you want, not what you do not want: *without people* draws people. What must "
        "not be there goes into the negative prompt: `people, text, blurry`.\n"
        "- Weights are read by SDXL only: `(word)` stronger by a tenth, `[word]` weaker, "
        "`(word:0.5)` as you say.\n"
        "- The same prompt gives different pictures: make four, pick the best for your purpose.",
        '- 그림 속에 쓸 글자는 큰따옴표로 감싸요: `sign reading "OPEN"`.\n'
        "- 원하지 않는 것 말고 원하는 것을 쓰세요. ‘without people’이라고 쓰면 사람이 나와요. "
        "빼고 싶은 것은 부정 "
        "프롬프트에 적어요: `people, text, blurry`.\n"
        "- 가중치는 SDXL만 읽어요: `(word)`는 10% 강하게, `[word]`는 약하게, `(word:0.5)`는 정한 "
        "만큼.\n"
        "- 같은 프롬프트라도 그림은 매번 달라요. 네 장쯤 만들어 목적에 맞는 것을 고르세요.",
    ),
    # The settings
    "seed": ("Seed", "시드"),
    "seed_text": (
        "The number that the first noise comes from. Same prompt, settings and seed: the same "
        "picture again. Another seed: another picture of the same idea. Keep it while you change "
        "one other thing, and you see that thing alone.",
        "첫 노이즈를 정하는 숫자예요. 프롬프트, 설정, 시드가 같으면 같은 그림이 다시 나와요. "
        "시드만 바꾸면 같은 생각의 "
        "다른 그림이 나오고요. 다른 하나를 바꾸는 동안 시드를 붙들어 두면 그 하나의 효과만 볼 수 "
        "있어요.",
    ),
    "settings": ("What the others do", "나머지 설정이 하는 일"),
    "settings_text": (
        "| setting | low | high |\n|---|---|---|\n"
        "| Guidance, `cfg_scale` | free, soft, may miss what you asked | literal, hard; too high burns the "
        "colours |\n"
        "| Steps, `steps` | fast, rough | finer; beyond 40 or so hardly different |\n"
        "| Strength of change, `strength` (editing) | close to your picture | close to your prompt |\n"
        "| size, ratio | decides the composition as much as words do | wide for landscapes, tall "
        "for people |\n"
        "| style preset | — | pulls everything towards one look |\n"
        "| quality | cheaper | finer, dearer (Titan, Nova) |",
        "| 설정 | 낮으면 | 높으면 |\n|---|---|---|\n"
        "| 프롬프트 충실도 `cfg_scale` | 자유롭고 부드럽지만 요청을 놓칠 수 있어요 | 글자 그대로 따르고 "
        "딱딱해요. 너무 높으면 색이 타요 |\n"
        "| 단계 수 `steps` | 빠르고 거칠어요 | 세밀해요. 40쯤을 넘으면 거의 같아요 |\n"
        "| 변화 강도 `strength` (고치기) | 원래 그림에 가까워요 | 프롬프트에 가까워요 |\n"
        "| 크기·비율 | 말만큼이나 구도를 정해요 | 풍경은 넓게, 인물은 길게 |\n"
        "| 스타일 프리셋 | — | 전체를 한 가지 느낌으로 끌어요 |\n"
        "| 품질 | 더 싸요 | 더 세밀하고 비싸요(Titan, Nova) |",
    ),
    "try_compare": ("See it for yourself in Compare", "비교하기에서 직접 보기"),
    # The tasks
    "tasks_text": (
        "Everything starts from the picture on the left, or from words alone.",
        "모두 왼쪽 그림에서, 또는 말만으로 시작해요.",
    ),
    "before": ("Before", "전"),
    "after": ("After", "후"),
    "image_to_image": ("Image to image", "그림에서 그림으로"),
    "image_to_image_text": (
        "Paints your picture anew, as the words say. `strength` decides how far it may go.",
        "말한 대로 그림을 다시 그려요. 얼마나 멀리 갈지는 변화 강도(`strength`)가 정해요.",
    ),
    "inpaint": ("Inpaint", "부분 다시 그리기"),
    "inpaint_text": (
        "Paints only where your mask is white; the rest stays as it is.",
        "마스크의 흰 곳만 다시 그리고 나머지는 그대로 둬요.",
    ),
    "erase": ("Erase", "지우기"),
    "erase_text": (
        "Takes away what the mask covers and fills in what may lie behind. No words needed.",
        "마스크로 덮은 것을 없애고 뒤에 있을 법한 것으로 채워요. 말이 필요 없어요.",
    ),
    "outpaint": ("Outpaint", "밖으로 넓히기"),
    "outpaint_text": (
        "Goes on beyond the edges, as far as you drag them.",
        "끌어당긴 만큼 가장자리 밖을 이어 그려요.",
    ),
    "search_replace": ("Replace by name", "이름으로 바꾸기"),
    "search_replace_text": (
        "Name a thing (here *sky*) and what should be there instead (*stormy clouds*).",
        "무엇(여기서는 ‘sky’)을 무엇(‘stormy clouds’)으로 바꿀지 이름만 대면 돼요.",
    ),
    "search_recolor": ("Recolour by name", "이름으로 색 바꾸기"),
    "search_recolor_text": (
        "Name a thing (*water*) and its new colour (*emerald*); its shape stays.",
        "무엇(‘water’)의 색을 무엇(‘emerald’)으로 할지 말해요. 모양은 그대로예요.",
    ),
    "remove_background": ("Remove the background", "배경 없애기"),
    "remove_background_text": (
        "Keeps what stands in front, on transparency.",
        "앞에 있는 것만 투명한 바탕 위에 남겨요.",
    ),
    "control_structure": ("Keep the structure", "구조 따르기"),
    "control_structure_text": (
        "Keeps where things are and paints them anew (*a snowy winter landscape*).",
        "어디에 무엇이 있는지는 지키고 새로 그려요(‘a snowy winter landscape’).",
    ),
    "control_sketch": ("From a sketch", "스케치에서"),
    "control_sketch_text": (
        "Turns a few lines into a picture (*watercolour of a house by a lake*).",
        "선 몇 개를 그림으로 바꿔요(‘watercolour of a house by a lake’).",
    ),
    "style_guide": ("Take the style", "스타일 가져오기"),
    "style_guide_text": (
        "Paints something else (*a cat in a meadow*) in your picture's manner.",
        "다른 것(‘a cat in a meadow’)을 여러분 그림의 느낌으로 그려요.",
    ),
    "more": ("And more", "그 밖에"),
    "more_text": (
        "- **Style transfer**: your picture in another picture's style.\n"
        "- **Upscale**: *fast* four times larger in seconds, *conservative* up to 4K and true to "
        "the original, *creative* up to 4K with new detail.\n"
        "- **Variation, guided colours, virtual try-on**: tasks of Amazon's models, which have "
        "ended on Bedrock; a deployment may still serve them.",
        "- **스타일 옮기기**: 여러분의 그림을 다른 그림의 스타일로 바꿔요.\n"
        "- **크게 만들기**: **빠르게** 몇 초 만에 네 배로, **충실하게** 원본 그대로 4K까지, "
        "**창의적으로** 새로운 디테일을 "
        "더해 4K까지.\n"
        "- **변형, 색 안내, 가상 착용**: 아마존 모델의 작업이에요. Bedrock에서는 끝났지만 아직 "
        "제공하는 곳도 있어요.",
    ),
}
