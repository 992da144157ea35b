"""The hour and the weather: where light comes from, and in which colours."""

from dataclasses import dataclass, replace

import numpy as np

from emulator.paint.colour import Colour, mix, rgb, turned


@dataclass(frozen=True, slots=True)
class Light:
    """Everything that a scene's colours follow from.

    Attributes:
        zenith: Sky above.
        middle: Sky halfway down.
        rim: Sky at the horizon.
        key: Colour of the sun or moon.
        ambient: Colour of shadows.
        haze: What distance fades to.
        power: How strong the key light is, 0 to about 1.
        stars: Whether the sky is dark enough for them.
        lamps: How many windows are lit, 0 to 1.
        sun: Where the sun or moon stands, in shares of the picture.
        sun_size: Its radius, in shares of the picture's height; 0 hides it.
        clouds: Cover, 0 to 1.
        mist: How soon distance fades, 1 is clear air.
    """

    zenith: Colour
    middle: Colour
    rim: Colour
    key: Colour
    ambient: Colour
    haze: Colour
    power: float = 1.0
    stars: bool = False
    lamps: float = 0.1
    sun: tuple[float, float] = (0.5, 0.3)
    sun_size: float = 0.03
    clouds: float = 0.35
    mist: float = 1.0

    @property
    def side(self) -> float:
        """Where the key light falls from: -1 is left, 1 is right."""
        return -1.0 if self.sun[0] < 0.5 else 1.0

    def near(self) -> "Light":
        """Return the light on those who stand before the camera: never all dark.

        At night a lamp that the picture does not show lights them a little.
        """
        lamp = max(0.0, 0.8 - self.power)
        return replace(
            self,
            key=mix(self.key, rgb("#ffdcae"), 1.2 * lamp),
            ambient=mix(self.ambient, rgb("#8a8296"), 0.9 * lamp),
            power=self.power + 0.8 * lamp,
        )


def _light(colours: str, **more: float | bool) -> Light:
    return Light(*(rgb(code) for code in colours.split()), **more)  # pyright: ignore[reportArgumentType]


HOURS = {
    # zenith, middle, rim, key, ambient, haze
    "day": _light("#2a66b8 #6fa8e0 #dbe9f2 #fff1d2 #8fb0d8 #c4d8ea", power=1.0, sun_size=0.026),
    "dawn": _light("#5b7cb6 #d9a9b4 #ffe2b8 #fff0cc #8d93bd #f0cdb9", power=0.8, mist=1.7),
    "golden": _light(
        "#3f74b4 #e2b887 #ffd79a #ffdf9e #8a86a8 #f2c58f", power=1.1, sun_size=0.034, lamps=0.2
    ),
    "sunset": _light(
        "#262a66 #b9507c #ffae5e #ffd394 #5d5488 #e58e74", power=1.0, sun_size=0.042, lamps=0.45
    ),
    "dusk": _light("#0e1740 #46488e #ee9478 #ffc9a0 #3d4274 #8a6c96", power=0.6, lamps=0.6),
    "night": _light(
        "#040818 #0c1a40 #294673 #e2eaff #22345f #2c4570",
        power=0.5,
        stars=True,
        lamps=0.6,
        sun_size=0.03,
        clouds=0.15,
    ),
}


def light_at(hour: str, rng: np.random.Generator) -> Light:
    """Return the light of an hour, a little different for every generator."""
    plain = HOURS[hour]
    low = hour in ("dawn", "golden", "sunset", "dusk")
    height = rng.uniform(0.36, 0.5) if low else rng.uniform(0.12, 0.26)
    across = rng.choice([rng.uniform(0.16, 0.38), rng.uniform(0.62, 0.84)])
    drift = rng.uniform(-0.025, 0.025)
    moved = {
        name: turned(getattr(plain, name), hue=drift, saturation=rng.uniform(0.92, 1.08))
        for name in ("zenith", "middle", "rim", "haze")
    }
    return replace(
        plain,
        sun=(float(across), float(height)),
        clouds=plain.clouds * float(rng.uniform(0.4, 1.8)),
        **moved,
    )


def under(light: Light, weather: str) -> Light:
    """Return `light` under a weather: `storm`, `rain`, `fog`, `overcast` or `snowfall`."""
    grey = rgb("#8d99a3") if not light.stars else rgb("#1d2a40")
    dark = 0.55 if weather == "storm" else 0.8
    share = {"storm": 0.85, "rain": 0.75, "fog": 0.6, "overcast": 0.7, "snowfall": 0.65}[weather]
    dimmed = {
        name: mix(getattr(light, name), grey * np.float32(shade), share)
        for name, shade in (
            ("zenith", dark * 0.7),
            ("middle", dark),
            ("rim", min(1.0, dark * 1.45)),
            ("haze", min(1.0, dark * 1.3)),
        )
    }
    return replace(
        light,
        power=light.power * 0.45,
        stars=False,
        sun_size=0.0 if weather != "fog" else light.sun_size,
        clouds={"storm": 1.0, "fog": 0.15}.get(weather, 0.85),
        mist={"fog": 4.5, "storm": 1.8}.get(weather, 2.4),
        lamps=max(light.lamps, 0.4),
        **dimmed,
    )
