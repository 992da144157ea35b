"""What is done to a stack while customers use it: deaths, doubles, restarts."""

import json
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from botocore.exceptions import BotoCoreError, ClientError

from tests.soak.customers import Memory
from tests.soak.orders import Order
from tests.soak.stand import Stand


@dataclass
class Mayhem:
    """Threads that do harm until told to stop; what they did is counted."""

    stand: Stand
    memory: Memory
    seed: int
    pace: int = 20
    next_at: dict[str, int] = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)
    over: threading.Event = field(default_factory=threading.Event)
    threads: list[threading.Thread] = field(default_factory=list)

    def every(self, seconds: float, harm: Callable[[random.Random], None], name: str) -> None:
        """Do something again and again, at random moments around a pace."""
        dice = random.Random(f"{self.seed}/{name}")

        def go() -> None:
            while not self.over.wait(dice.uniform(0.5, 1.5) * seconds):
                self.stand.up.wait(60)
                try:
                    harm(dice)
                except (BotoCoreError, ClientError, OSError):
                    self.done[f"{name} in vain"] += 1

        thread = threading.Thread(target=go, daemon=True, name=name)
        self.threads.append(thread)
        thread.start()

    def stop(self) -> None:
        """Let it be over."""
        self.over.set()
        for thread in self.threads:
            thread.join(90)

    def kill_painter(self, dice: random.Random) -> None:
        """Kill a painter, whatever it is doing, once in so many calls of the model."""
        self._kill("PainterFunction", dice, "painters killed", self.stand.seen())

    def kill_api(self, dice: random.Random) -> None:
        """Kill a worker of the API, whatever it is answering, once in so many answers."""
        self._kill("ApiFunction", dice, "api workers killed", self.memory.answers.total())

    def double(self, dice: random.Random) -> None:
        """Send a message again, of an image old or new."""
        known = self.memory.ids()
        if self.done["messages doubled"] < len(known):
            tenant, ulid, count = dice.choice(known)
            image = f"img_{ulid}_{dice.randrange(count):02d}"
            self.stand.aws("sqs").send_message(
                QueueUrl=self.stand.outputs["QueueUrl"],
                MessageBody=json.dumps({"tenant": tenant, "image_id": image}),
                MessageGroupId=tenant,
            )
            self.done["messages doubled"] += 1

    def care(self, _: random.Random) -> None:
        """Let the caretaker make a round; its schedule is a minute, too slow for us."""
        answer = self.stand.aws("lambda").invoke(
            FunctionName=self.stand.outputs["CaretakerFunctionName"], Payload=b"{}"
        )
        self.done["caretaker's rounds"] += 1
        if answer.get("FunctionError"):
            self.done["caretaker's rounds that failed"] += 1
            self.memory.surprises.append(f"caretaker: {answer['Payload'].read().decode()[:1500]}")

    def ambush(self, order: Order) -> None:
        """Kill the API as soon as a request is written, before its messages are sent."""
        threading.Thread(target=self._ambush, args=(order,), daemon=True).start()

    def _ambush(self, order: Order) -> None:
        key = {"PK": {"S": f"TENANT#{order.tenant}"}, "SK": {"S": f"IDEM#{order.key}"}}
        until = time.monotonic() + 20
        while time.monotonic() < until and not self.over.is_set():
            try:
                found = self.stand.aws("dynamodb").get_item(
                    TableName=self.stand.outputs["TableName"], Key=key, ConsistentRead=True
                )
            except (BotoCoreError, ClientError):
                return
            if "Item" in found:
                killed = [self.stand.kill(pid) for pid in self.stand.workers("ApiFunction")]
                self.done["api ambushed after its transaction"] += any(killed)
                return
            time.sleep(0.002)

    def _kill(self, function: str, dice: random.Random, name: str, progress: int) -> None:
        """Kill one, but no faster than work gets on: the dead come back slowly here."""
        if progress < self.next_at.setdefault(name, self.pace):
            return
        workers = self.stand.workers(function)
        if workers and self.stand.kill(dice.choice(workers)):
            self.done[name] += 1
            self.next_at[name] = progress + round(self.pace * dice.uniform(0.5, 1.5))
