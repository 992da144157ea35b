"""What each inference parameter is called and does; keys are the API's names."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "default": ("Default: {value}.", "기본값: {value}."),
    "unset": ("The model decides", "모델에 맡기기"),
    "weighted_hint": ("such as: old western town: 0.5", "예: old western town: 0.5 (영어로)"),
    "lines_hint": ("#FF8A65", "#FF8A65"),
    "seed_name": ("Seed", "시드"),
    "seed": (
        "The noise that the picture starts from. Same seed, same words, same settings: same picture. "
        "Another seed: another picture of the same idea.",
        "그림이 시작되는 노이즈의 번호예요. 시드와 문장과 설정이 같으면 같은 그림이, 시드만 바꾸면 같은 아이디어의 다른 그림이 나와요.",
    ),
    "cfg_scale_name": ("Guidance (CFG scale)", "프롬프트 충실도 (CFG)"),
    "cfg_scale": (
        "How closely the picture follows your words. Low: free and surprising. High: obedient, but harsh when too high.",
        "그림이 글을 얼마나 따를지 정해요. 낮으면 자유롭고 뜻밖의 그림, 높으면 글에 충실하지만 너무 높으면 거칠어져요.",
    ),
    "steps_name": ("Steps", "단계 수"),
    "steps": (
        "How many times noise is taken away. More steps: finer, and slower. Above 50 the price doubles.",
        "노이즈를 몇 번에 걸쳐 걷어 낼지 정해요. 많을수록 섬세하지만 느려요. 50을 넘으면 가격이 두 배가 돼요.",
    ),
    "sampler_name": ("Sampler", "샘플러"),
    "sampler": (
        "The method by which noise is taken away at each step. It changes details more than the idea.",
        "단계마다 노이즈를 걷어 내는 방법이에요. 전체 구상보다 세부가 더 달라져요.",
    ),
    "clip_guidance_preset_name": ("CLIP guidance", "CLIP 가이드"),
    "clip_guidance_preset": (
        "A second opinion, from CLIP, on whether picture and words agree. Slower presets look longer.",
        "그림과 글이 맞는지 CLIP이 한 번 더 살펴요. 느린 설정일수록 오래 살펴요.",
    ),
    "style_preset_name": ("Style preset", "스타일 프리셋"),
    "style_preset": (
        "A ready-made look that the model was tuned for. It comes on top of the style in your prompt.",
        "모델이 미리 익혀 둔 화풍이에요. 프롬프트의 스타일에 더해져요.",
    ),
    "visual_style_name": ("Visual style", "비주얼 스타일"),
    "visual_style": (
        "A ready-made look that the model was tuned for.",
        "모델이 미리 익혀 둔 화풍이에요.",
    ),
    "weighted_prompts_name": ("Weighted texts", "가중치 문장"),
    "weighted_prompts": (
        "More texts beside the prompt, one to a line, each with its weight from −1 to 1. The prompt weighs 1; below 0 is avoided.",
        "프롬프트에 더할 문장을 한 줄에 하나씩, 가중치(-1~1)와 함께 적어요. 프롬프트는 1이고, 0보다 작으면 피해요.",
    ),
    "quality_name": ("Quality", "품질"),
    "quality": (
        "Premium takes longer, shows more detail and costs more.",
        "프리미엄은 오래 걸리고 더 섬세하지만 비용이 더 들어요.",
    ),
    "strength_name": ("Strength of change", "변화 강도"),
    "strength": (
        "How far the result may go from your picture. 0 keeps it, 1 does not look at it.",
        "원본에서 얼마나 멀어질지 정해요. 0이면 그대로, 1이면 원본을 보지 않아요.",
    ),
    "similarity_strength_name": ("Similarity", "닮은 정도"),
    "similarity_strength": (
        "How much the result resembles your pictures. Lower values invent more.",
        "결과가 원본을 얼마나 닮을지 정해요. 낮을수록 새로운 것이 많아져요.",
    ),
    "control_strength_name": ("Control strength", "구조 유지 정도"),
    "control_strength": (
        "How strictly the lines of your picture are kept. 0 lets the words decide, 1 follows every line.",
        "원본의 선을 얼마나 지킬지 정해요. 0이면 글을 따르고, 1이면 모든 선을 따라요.",
    ),
    "control_mode_name": ("What is kept", "지킬 것"),
    "control_mode": (
        "Keep the outlines, or only which kind of thing is where, which leaves more freedom.",
        "윤곽선을 지킬지, 무엇이 어디 있는지만 지킬지 정해요. 뒤쪽이 더 자유로워요.",
    ),
    "fidelity_name": ("Likeness of style", "스타일 닮기"),
    "fidelity": (
        "How closely the result's style resembles your picture's. 1 is closest.",
        "결과의 스타일이 원본을 얼마나 닮을지 정해요. 1이 가장 가까워요.",
    ),
    "composition_fidelity_name": ("Likeness of arrangement", "구도 유지"),
    "composition_fidelity": (
        "How closely the arrangement of your picture is kept. 1 keeps most.",
        "원본의 구도를 얼마나 지킬지 정해요. 1이면 가장 많이 지켜요.",
    ),
    "style_strength_name": ("Strength of the style", "스타일 강도"),
    "style_strength": (
        "How much the style picture shapes the result. 0 leaves your picture as it is.",
        "스타일 그림이 결과에 얼마나 영향을 줄지 정해요. 0이면 원본 그대로예요.",
    ),
    "change_strength_name": ("Strength of change", "변화 강도"),
    "change_strength": (
        "How much of your picture may change. A little keeps it close.",
        "원본이 얼마나 바뀌어도 되는지 정해요. 낮으면 원본에 가까워요.",
    ),
    "creativity_name": ("Creativity", "창의성"),
    "creativity": (
        "How much is invented. A little continues what is there, much adds things of its own.",
        "얼마나 새로 지어낼지 정해요. 낮으면 있는 것을 잇고, 높으면 새로운 것을 더해요.",
    ),
    "grow_mask_name": ("Grow the mask", "마스크 넓히기"),
    "grow_mask": (
        "Widens the repainted region by so many pixels and softens its edge. More hides seams, too much swallows what is beside it.",
        "다시 그릴 부분을 몇 픽셀 넓히고 가장자리를 부드럽게 해요. 넓히면 이음새가 감춰지지만, 지나치면 옆의 것까지 사라져요.",
    ),
    "search_prompt_name": ("What to replace", "바꿀 대상"),
    "search_prompt": (
        "Name the thing in a few words: it is replaced by what the prompt says.",
        "바꿀 것을 짧게 적으면, 프롬프트에 적은 것으로 바뀌어요.",
    ),
    "select_prompt_name": ("What to recolour", "색을 바꿀 대상"),
    "select_prompt": (
        "Name the thing in a few words: it gets the colours that the prompt says.",
        "색을 바꿀 것을 짧게 적으면, 프롬프트에 적은 색이 돼요.",
    ),
    "mask_prompt_name": ("The region, in words", "말로 고르는 영역"),
    "mask_prompt": (
        "Name the region instead of painting a mask: “the windows”.",
        "마스크를 칠하는 대신 말로 골라요: ‘the windows’.",
    ),
    "outpainting_mode_name": ("Edge", "가장자리 처리"),
    "outpainting_mode": (
        "Whether what is kept may be retouched along its edge (default), or not at all (precise).",
        "남기는 부분의 가장자리를 다듬어도 되는지(기본), 전혀 건드리지 않을지(정밀) 정해요.",
    ),
    "left_name": ("Left", "왼쪽"),
    "left": ("Pixels to paint on the left.", "왼쪽에 더 그릴 픽셀이에요."),
    "right_name": ("Right", "오른쪽"),
    "right": ("Pixels to paint on the right.", "오른쪽에 더 그릴 픽셀이에요."),
    "up_name": ("Above", "위쪽"),
    "up": ("Pixels to paint above.", "위에 더 그릴 픽셀이에요."),
    "down_name": ("Below", "아래쪽"),
    "down": ("Pixels to paint below.", "아래에 더 그릴 픽셀이에요."),
    "colors_name": ("Palette", "팔레트"),
    "colors": (
        "The colours that the picture keeps to, one to a line, as #RRGGBB.",
        "그림이 지킬 색을 한 줄에 하나씩 #RRGGBB로 적어요.",
    ),
    "garment_class_name": ("Kind of garment", "옷의 종류"),
    "garment_class": (
        "What is replaced on the person, instead of a mask.",
        "마스크 대신, 사람이 입은 것 중 무엇을 바꿀지 골라요.",
    ),
    "mask_shape_name": ("Shape of the region", "영역의 모양"),
    "mask_shape": (
        "Along the outline, or a box around it, which leaves room for another shape.",
        "윤곽을 따를지, 상자로 넉넉히 잡을지 정해요. 모양이 다른 옷이면 상자가 좋아요.",
    ),
    "merge_style_name": ("Blending", "합치는 방법"),
    "merge_style": (
        "Balanced protects what lies outside, seamless blends the edge best, detailed shows the finest detail.",
        "균형은 바깥을 보호하고, 매끄럽게는 이음새를 감추고, 섬세하게는 세부를 살려요.",
    ),
    "long_sleeve_style_name": ("Long sleeves", "긴소매"),
    "long_sleeve_style": ("How long sleeves are worn.", "긴소매를 내릴지 걷을지 정해요."),
    "tucking_style_name": ("Tucking", "상의 밑단"),
    "tucking_style": (
        "Whether an upper garment is tucked in.",
        "상의를 넣어 입을지 빼 입을지 정해요.",
    ),
    "outer_layer_style_name": ("Jacket or coat", "겉옷"),
    "outer_layer_style": ("Whether it is worn open or closed.", "열어 입을지 여며 입을지 정해요."),
    "preserve_body_pose_name": ("Keep the pose", "자세 유지"),
    "preserve_body_pose": (
        "Whether the body's pose stays as it is.",
        "몸의 자세를 그대로 둘지 정해요.",
    ),
    "preserve_face_name": ("Keep the face", "얼굴 유지"),
    "preserve_face": ("Whether the face stays as it is.", "얼굴을 그대로 둘지 정해요."),
    "preserve_hands_name": ("Keep the hands", "손 유지"),
    "preserve_hands": ("Whether the hands stay as they are.", "손을 그대로 둘지 정해요."),
}
