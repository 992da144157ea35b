"""What a stage says about models; the part of its settings that plans read."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date

from functions.catalogue.defaults import DEFAULTS
from functions.catalogue.spec import ModelSpec
from functions.domain.frozen import frozen
from functions.domain.lifecycle import Lifecycle


@frozen
class Policy:
    """A stage's word on models.

    Attributes:
        region: Where models are called.
        other_regions: Where those are called that `region` lacks, in this order.
        task_models: Models for other tasks where the client names none, by task; what
            is not said here is the catalogue's.
        default_model: Model for `text_to_image` where the client names none.
        intents: What `fast`, `balanced` and `best` mean.
        on_retired: `refuse`, `serve` or `substitute`.
        today: The day to judge lifecycles by.
        lifecycles: What Bedrock itself said in `region`, by model id; empty
            where it was not asked yet.
    """

    region: str
    default_model: str
    intents: Mapping[str, str]
    on_retired: str
    today: date
    lifecycles: Mapping[str, Lifecycle] = field(default_factory=lambda: {})
    other_regions: Sequence[str] = ()
    task_models: Mapping[str, str] = field(default_factory=lambda: {})

    def model_for(self, task: str) -> str:
        """Return the model of a task whose client names none."""
        return self.task_models.get(task) or DEFAULTS.get(task, self.default_model)

    def region_of(self, spec: ModelSpec) -> str | None:
        """Return where this stage calls a model; None: nowhere that it may."""
        regions = (self.region, *self.other_regions)
        return next((each for each in regions if each in spec.regions), None)

    def lifecycle(self, spec: ModelSpec) -> Lifecycle:
        """Return when a model lives: its row's facts, overlaid by Bedrock's."""
        said = self.lifecycles.get(spec.id)
        if said:
            return spec.lifecycle.overlaid(said)
        if not self.lifecycles or self.region not in spec.regions:
            return spec.lifecycle
        notes = filter(None, (spec.lifecycle.note, f"not listed by AWS in {self.region}"))
        return replace(spec.lifecycle, note="; ".join(notes))

    def retired(self, spec: ModelSpec) -> bool:
        """Whether calls of a model fail today."""
        return self.lifecycle(spec).retired_on(self.today)

    def runs(self, spec: ModelSpec) -> bool:
        """Whether this stage calls the model itself today."""
        lives = self.on_retired == "serve" or not self.retired(spec)
        return lives and self.region_of(spec) is not None
