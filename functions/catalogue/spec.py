"""What a model is: a frozen row of facts and two pure functions.

Rows say what a model takes, where it runs, what it costs and when it ends.
Nothing here calls anything; adding a model adds a row, never a branch.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import date
from fractions import Fraction
from typing import Any

from functions.catalogue.grid import Grid, Size
from functions.catalogue.parameters import Parameter
from functions.catalogue.pictures import MaskRule, PictureRule
from functions.catalogue.reading import Reading, of_family
from functions.domain.call import Call, Filtered, Painted, Pictures
from functions.domain.errors import Fault
from functions.domain.frozen import frozen
from functions.domain.lifecycle import Lifecycle
from functions.domain.money import Micro
from functions.domain.request import GenerationRequest

Body = dict[str, Any]
Encode = Callable[[Call, Pictures], Body]
Decode = Callable[[Body], Painted | Filtered]
Makes = Callable[[Size, Mapping[str, Any]], Size]
"""From the pixels of the image that goes in, and the parameters, to those of the result."""
Check = Callable[[GenerationRequest], Iterable[Fault]]
"""What single parameters cannot say: which of them belong together."""

MEGAPIXEL = 1_048_576
"""What a picture has where only its shape is asked."""


@frozen
class Seeds:
    """The seeds that a model takes, both ends included.

    `zero_is_random` marks families that read 0 as "pick one": there 0 cannot
    be repeated, so it is never sent.
    """

    maximum: int
    zero_is_random: bool

    @property
    def minimum(self) -> int:
        """The smallest seed that can be made again."""
        return 1 if self.zero_is_random else 0

    def after(self, seed: int, steps: int) -> int:
        """Return the seed `steps` later, wrapping past the maximum."""
        span = self.maximum - self.minimum + 1
        return self.minimum + (seed - self.minimum + steps) % span


@frozen
class Canvas:
    """The sizes that a model can paint.

    Attributes:
        sizes: Every (width, height) in pixels, the default first; some of them
            where a grid rules.
        ratios: The aspect ratios that have a size, by name.
        asked_by_ratio: Whether the wire takes the ratio's name; its pixels
            are then our expectation, and the receipt reports measured ones.
        grid: The rule for any other size, where the model has no table.
    """

    sizes: tuple[Size, ...]
    ratios: Mapping[str, Size]
    asked_by_ratio: bool
    grid: Grid | None = None

    def holds(self, size: Size) -> bool:
        """Whether the model paints exactly this size."""
        return self.grid.holds(size) if self.grid else size in self.sizes

    def at(self, name: str, ratio: Fraction | None) -> Size | None:
        """Return the size of exactly this shape: by the ratio's name, or by the grid."""
        if name in self.ratios or not (self.grid and ratio):
            return self.ratios.get(name)
        return self.grid.exactly(ratio, MEGAPIXEL)

    def nearest(self, ratio: Fraction, area: int = MEGAPIXEL) -> Size:
        """Return the size nearest in shape to width/height = `ratio`, then in area.

        Where the wire takes a ratio's name, the name is the shape: the pixels
        are rounded, and by them 4:3 would lie nearer to 3:2 than to 5:4.
        """
        if self.grid:
            return self.grid.nearest(ratio, area)

        def distance(size: Size) -> tuple[Fraction, int]:
            name = self.ratio_of(size) if self.asked_by_ratio else None
            shape = Fraction(name.replace(":", "/")) if name else Fraction(*size)
            return max(shape / ratio, ratio / shape), abs(size[0] * size[1] - area)

        return min(self.sizes, key=distance)

    def ratio_of(self, size: Size) -> str | None:
        """Return the name of the ratio that `size` stands for, if it has one."""
        return next((name for name, pixels in self.ratios.items() if pixels == size), None)


@frozen
class Task:
    """What a model takes for one task, beside the fields all models share.

    Attributes:
        canvas: The sizes it paints; None: the image that goes in decides.
        prompt_limit: Characters of prompt; 0: takes none.
        negative_prompt_limit: Characters of negative prompt; 0: takes none.
        parameters: Its own inference parameters.
        prompt_required: Whether it takes a prompt only, never none.
        pictures: The pictures that it takes, but for the mask; the first is worked on.
        mask: The mask that it takes; None: takes none.
        makes: The result's pixels, where there is no canvas.
        seeded: Whether it takes a seed.
        check: What is wrong with parameters beside each other.
        source: The AWS page, where it is not the model's own.
    """

    canvas: Canvas | None
    prompt_limit: int
    negative_prompt_limit: int = 0
    parameters: tuple[Parameter, ...] = ()
    prompt_required: bool = True
    pictures: tuple[PictureRule, ...] = ()
    mask: MaskRule | None = None
    makes: Makes = field(default=lambda size, _: size)
    seeded: bool = True
    check: Check = field(default=lambda _: ())
    source: str = ""


@frozen
class Price:
    """What one image costs, as a table that a person can check.

    Attributes:
        of: Price of one call in micro-dollars, or None where it is unknown.
        table: The same prices in words, for documents.
        source: Where the figures come from.
        checked: The day they were read.
        note: Conflicts between sources, and what is unconfirmed.
    """

    of: Callable[[Call], Micro | None]
    table: Mapping[str, str]
    source: str
    checked: date
    note: str = ""


@frozen
class ModelSpec:
    """A row of the catalogue: everything that Easel knows about one model.

    Attributes:
        id: What `InvokeModel` takes, verbatim; never built by pattern. For some an
            inference profile.
        name: Short name that clients may use.
        title: Name for people.
        family: The module that holds its dialect.
        provider: Who made it.
        tasks: What it does, and what each task takes.
        seeds: The seeds it takes.
        formats: Output formats, the default first.
        regions: Where the id can be called.
        lifecycle: When it lives.
        price: What an image costs.
        encode: Writes the request body for a call.
        decode: Reads the response body; raises `UnreadableReply` or
            `InferenceError`.
        source: The AWS page of the wire format.
        checked: The day that page was read.
        filtered_is_billed: Whether a filtered call is booked as paid; AWS does
            not say, so the careful answer is the default.
        aliases: Other ids and names that mean this row.
        reading: What it reads of a prompt; None: as its family.
        profile_of: Where the id is an inference profile: the model behind it, which
            runs in any of `regions`; empty where the id is the model's own.
    """

    id: str
    name: str
    title: str
    family: str
    provider: str
    tasks: Mapping[str, Task]
    seeds: Seeds
    formats: tuple[str, ...]
    regions: tuple[str, ...]
    lifecycle: Lifecycle
    price: Price
    encode: Encode
    decode: Decode
    source: str
    checked: date
    filtered_is_billed: bool = True
    aliases: tuple[str, ...] = field(default=())
    reading: Reading | None = None
    profile_of: str = ""

    @property
    def foundation(self) -> str:
        """The id under which Bedrock lists the model."""
        return self.profile_of or self.id

    @property
    def reads(self) -> Reading:
        """What it reads of a prompt."""
        return self.reading or of_family(self.family)
