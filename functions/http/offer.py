"""From the catalogue, plans and budgets to answers."""

from collections.abc import Sequence
from datetime import date

from functions.catalogue.alternatives import Alternative
from functions.catalogue.cells import PlannedCell
from functions.catalogue.lifecycle import notices
from functions.catalogue.plan import Plan
from functions.catalogue.policy import Policy
from functions.catalogue.spec import Canvas, ModelSpec, Task
from functions.catalogue.substitute import replaced
from functions.domain.caution import Caution
from functions.domain.ledger import Budget
from functions.domain.money import dollars
from functions.http import offer_views, views
from functions.http.present import line
from functions.http.refusal_views import FaultView


def plan(
    planned: Plan,
    *,
    requested: str | None,
    budget: Budget,
    wait_seconds: float | None,
    policy: Policy,
    others: Sequence[Alternative],
) -> offer_views.PlanView:
    """Return what a request would do, and what other models would."""
    return offer_views.PlanView(
        model=views.Chosen(requested=requested, used=planned.spec.id),
        calls=len(planned.calls),
        prompt=planned.calls[0].prompt,
        seeds=[call.seed for call in planned.calls if call.seed is not None],
        cells=[_cell(each) for each in planned.cells],
        price=offer_views.PriceView(
            each=[dollars(price) for price in planned.prices],
            total=dollars(planned.total),
            left_this_month=dollars(max(0, budget.limit - budget.committed)),
        ),
        receipt=[line(each) for each in planned.receipt],
        warnings=warnings(
            [*_substituted(planned), *notices(planned.spec, policy), *_lint(planned)]
        ),
        wait_seconds=wait_seconds,
        alternatives=[_alternative(each, policy) for each in others],
    )


def warnings(cautions: Sequence[Caution]) -> list[offer_views.WarningView]:
    """Return what is probably not meant so."""
    return [
        offer_views.WarningView(
            code=each.code, pointer=each.pointer, detail=each.detail, found=list(each.found)
        )
        for each in cautions
    ]


def model(spec: ModelSpec, policy: Policy) -> offer_views.ModelView:
    """Return a row of the catalogue as this deployment sees it today."""
    return offer_views.ModelView(
        id=spec.id,
        name=spec.name,
        title=spec.title,
        provider=spec.provider,
        family=spec.family,
        available=policy.runs(spec) or replaced(spec, policy),
        tasks={name: _task(task) for name, task in spec.tasks.items()},
        seed={"type": "integer", "minimum": spec.seeds.minimum, "maximum": spec.seeds.maximum},
        output_formats=list(spec.formats),
        regions=list(spec.regions),
        price=offer_views.PriceTable(
            per_image=dict(spec.price.table),
            source=spec.price.source,
            checked=spec.price.checked.isoformat(),
            note=spec.price.note or None,
        ),
        lifecycle=_lifecycle(spec, policy),
        source=spec.source,
        checked=spec.checked.isoformat(),
    )


def usage(tenant: str, budget: Budget) -> offer_views.UsageView:
    """Return a tenant's month."""
    return offer_views.UsageView(
        tenant=tenant,
        month=budget.month,
        limit=dollars(budget.limit),
        spent=dollars(budget.spent),
        reserved=dollars(budget.reserved),
        unknown=dollars(budget.unknown),
        left=dollars(max(0, budget.limit - budget.committed)),
        enhancements=offer_views.EnhancementsView(
            count=budget.enhancements,
            spent=dollars(budget.enhancements_spent),
            unknown=dollars(budget.enhancements_unknown),
        ),
    )


def _alternative(other: Alternative, policy: Policy) -> offer_views.AlternativeView:
    life = policy.lifecycle(other.spec)
    return offer_views.AlternativeView(
        id=other.spec.id,
        name=other.spec.name,
        title=other.spec.title,
        total=None if other.total is None else dollars(other.total),
        state=life.state_on(policy.today),
        end_of_life=_day(life.end_of_life),
        drops=[line(each) for each in other.drops],
        faults=[
            FaultView(pointer=each.pointer, code=each.code, detail=each.detail)
            for each in other.faults
        ],
    )


def _substituted(planned: Plan) -> list[Caution]:
    lines = (each for each in planned.receipt if each.name == "model")
    reasons = (each.reason for each in lines if each.status == "approximated")
    return [Caution("substituted", "/model", f"{reason}.") for reason in reasons]


def _lifecycle(spec: ModelSpec, policy: Policy) -> offer_views.LifecycleView:
    life = policy.lifecycle(spec)
    return offer_views.LifecycleView(
        state=life.state_on(policy.today),
        launched=_day(life.launched),
        legacy=_day(life.legacy),
        extended_access=_day(life.extended_access),
        end_of_life=_day(life.end_of_life),
        successor=life.successor,
        note=life.note or None,
        source="aws" if life.read_at else "catalogue",
        read_at=life.read_at,
        checked=None if life.read_at else spec.checked.isoformat(),
    )


def _lint(planned: Plan) -> list[Caution]:
    from functions.catalogue.lint import lint  # noqa: PLC0415 - as in `prompts`

    cells = [each.cell for each in planned.cells]
    return lint(cells, planned.spec, planned.spec.tasks[planned.task])


def _cell(planned: PlannedCell) -> offer_views.CellView:
    return offer_views.CellView(
        values=dict(planned.cell.values),
        prompt=planned.calls[0].prompt,
        negative_prompt=planned.calls[0].negative_prompt,
        seeds=[call.seed for call in planned.calls if call.seed is not None],
        each=dollars(planned.prices[0]),
    )


def _task(task: Task) -> offer_views.TaskView:
    canvas = task.canvas
    return offer_views.TaskView(
        prompt_limit=task.prompt_limit,
        prompt_required=task.prompt_required,
        negative_prompt_limit=task.negative_prompt_limit,
        sizes=[_pixels(size) for size in canvas.sizes] if canvas else [],
        aspect_ratios=_ratios(canvas) if canvas else {},
        any_size=_rule(canvas) if canvas else None,
        pictures={rule.part: rule.schema() for rule in task.pictures},
        mask=task.mask.schema() if task.mask else None,
        seeded=task.seeded,
        parameters={
            "type": "object",
            "additionalProperties": False,
            "properties": {each.name: each.schema() for each in task.parameters},
            "required": [each.name for each in task.parameters if each.required],
        },
    )


def _ratios(canvas: Canvas) -> dict[str, str]:
    return {name: _pixels(size) for name, size in canvas.ratios.items()}


def _rule(canvas: Canvas) -> offer_views.SizeRule | None:
    grid = canvas.grid
    return grid and offer_views.SizeRule(
        minimum=grid.shortest,
        maximum=grid.longest,
        multiple_of=grid.step,
        most_pixels=grid.most_pixels,
        widest_ratio=f"{grid.widest}:1",
        tallest_ratio=f"1:{grid.widest}",
    )


def _pixels(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
