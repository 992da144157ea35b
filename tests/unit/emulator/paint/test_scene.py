"""Plans from prompts, in two languages."""

import pytest

from emulator.commission import Commission, Wish
from emulator.paint.scene import Scene, plan


def scene(prompt: str, negative: str = "", seed: int = 1, model: str = "m") -> Scene:
    wishes = [Wish(prompt)] + ([Wish(negative, -1.0)] if negative else [])
    return plan(Commission(model, tuple(wishes), 64, 64, seed))


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("a beautiful mountain landscape", "mountains"),
        ("눈 덮인 산", "mountains"),
        ("waves on the sea", "sea"),
        ("파도치는 바다", "sea"),
        ("city skyline", "city"),
        ("도시의 야경", "city"),
        ("cyberpunk street", "street"),
        ("robot in a western town", "town"),
        ("a pine forest", "forest"),
        ("소나무 숲", "forest"),
        ("desert dunes", "desert"),
        ("a planet in space", "space"),
        ("pink curtains in a living room", "room"),
        ("butterfly on a flower", "macro"),
        ("나비 접사", "macro"),
        ("a doctor", "portrait"),
        ("의사의 초상", "portrait"),
        ("fruit and a vase", "still"),
        ("a mountain lake in the forest", "mountains"),
        ("quantum ethics", "abstract"),
    ],
)
def test_a_prompt_has_its_place(prompt: str, place: str) -> None:
    assert scene(prompt).place == place


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("a boat on the lake", "호수 위의 배"),
        ("birds in the sky", "하늘을 나는 새들"),
        ("a cat and a dog", "고양이와 강아지"),
        ("a balloon over a castle", "성 위의 열기구"),
        ("a house in the snow", "눈 속의 집"),
        ("aurora and a lighthouse", "오로라와 등대"),
    ],
)
def test_korean_names_the_same_things(english: str, korean: str) -> None:
    assert set(scene(english).features) <= set(scene(korean).features)


@pytest.mark.parametrize(
    ("prompt", "hour", "weather", "season"),
    [
        ("a lake at sunset", "sunset", None, "summer"),
        ("노을 진 호수", "sunset", None, "summer"),
        ("foggy hills at dawn", "dawn", "fog", "summer"),
        ("비 오는 밤의 도시", "night", "rain", "summer"),
        ("autumn forest in a storm at night", "night", "storm", "autumn"),
        ("겨울 숲의 새벽", "dawn", None, "winter"),
    ],
)
def test_hour_weather_and_season_are_read(
    prompt: str, hour: str, weather: str | None, season: str
) -> None:
    found = scene(prompt)

    assert (found.hour, found.weather, found.season) == (hour, weather, season)


@pytest.mark.parametrize("prompt", ["a category of thoughts", "the mandate", "강력한 산소"])
def test_parts_of_other_words_are_not_things(prompt: str) -> None:
    assert not scene(prompt).features


def test_a_negative_prompt_takes_things_away() -> None:
    assert scene("hills with birds and a cat").has("birds", "cat")
    assert not scene("hills with birds and a cat", "birds, cat").has("birds", "cat")


def test_a_faint_word_is_left_out_and_a_strong_one_grows() -> None:
    assert not scene("hills with (birds:0.2)").has("birds")
    assert scene("hills with ((birds))").weight("birds") == pytest.approx(1.21)


def test_a_colour_belongs_to_the_word_behind_it() -> None:
    painted = scene("a red boat and a blue house").painted

    assert painted["boat"][0] > painted["boat"][2]
    assert painted["house"][2] > painted["house"][0]


def test_a_colour_scheme_is_not_a_things_colour() -> None:
    found = scene("a doctor, blue and purple color scheme")

    assert len(found.scheme) == 2
    assert not found.painted


@pytest.mark.parametrize(
    "looks",
    [
        "watercolour of a lake with a boat",
        "a lake with a boat, Impressionist style",
        "a lake with a boat, low-angle shot, dim lighting",
        "a lake with a boat at night, blue and purple color scheme",
        'a lake with a boat, sign reading "closed"',
    ],
)
def test_words_for_looks_keep_the_composition(looks: str) -> None:
    assert scene(looks).key == scene("a lake with a boat").key


def test_other_things_seeds_and_models_change_the_composition() -> None:
    keys = {
        scene("a lake with a boat").key,
        scene("a lake with a castle").key,
        scene("a lake with a boat", seed=2).key,
        scene("a lake with a boat", model="n").key,
        scene("unheard words").key,
        scene("other unheard words").key,
    }

    assert len(keys) == 6
