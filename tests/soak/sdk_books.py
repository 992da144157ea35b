"""What the model billed for what customers with OpenAI's SDK were accepted."""

from collections import Counter
from dataclasses import dataclass

from operate.evidence import Evidence
from tests.soak.sdk_orders import TENANTS, Till


@dataclass(frozen=True)
class Books:
    """Bills beside records, image by image.

    An outcome that nobody can know is booked `unknown` and tried once more, so a call of
    it may be billed beside the one that brought the picture: that is what a fault by its
    definition makes the model bill. All else is one bill for each image.
    """

    till: Till
    evidence: Evidence

    @property
    def images(self) -> dict[str, Counter[str]]:
        """Billed calls of each accepted image, by how we booked them."""
        billed = Counter(each.attempt for each in self.evidence.calls or () if each.billed == "yes")
        found: dict[str, Counter[str]] = {}
        for image in (each for each in self.evidence.images if each.tenant in TENANTS):
            bills = found.setdefault(image.id, Counter())
            for attempt in image.attempts:
                bills[str(attempt.billed)] += billed[attempt.id]
        return found

    @property
    def generations(self) -> Counter[str]:
        """How many generations each order made."""
        return Counter(
            str(each.request["prompt"])
            for each in self.evidence.generations
            if each.tenant in TENANTS
        )

    def faults(self) -> list[str]:
        """Return every order and image that is not as it must be."""
        several = [
            f"{order}: {made} generations" for order, made in self.generations.items() if made > 1
        ]
        missing = [
            f"{prompt}: {images} pictures, no generation"
            for prompt, images in self.till.delivered.items()
            if images and not self.generations[prompt]
        ]
        twice = [
            f"{image}: billed {bills}"
            for image, bills in self.images.items()
            if bills["yes"] > 1 or bills["no"] or bills["None"]
        ]
        return [f"sdk: {line}" for line in several + missing + twice]

    def rows(self) -> dict[str, str]:
        """Return the figures."""
        bills = list(self.images.values())
        billed = sum(each.total() for each in bills)
        unknown = sum(each["unknown"] for each in bills)
        sure = sum(each["yes"] > 0 for each in bills)
        ratio = (billed - unknown) / sure if sure else 0
        return {
            "sdk: orders by end": ", ".join(f"{n} {c}" for n, c in self.till.ends.most_common()),
            "sdk: answers lost": ", ".join(f"{n} {c}" for n, c in self.till.lost.most_common()),
            "sdk: accepted": f"{len(bills)} images in {self.generations.total()} generations",
            "sdk: billed calls": f"{billed}, of which {unknown} of outcomes booked unknown",
            "sdk: billed for certain, per image": f"{billed - unknown} / {sure} = {ratio:.3f}",
            "sdk: not billed at all": str(sum(not each.total() for each in bills)),
        }
