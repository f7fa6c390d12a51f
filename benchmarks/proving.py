"""What proving costs a fact, at 1,000 and at 10,000 facts: `python -m benchmarks.proving`; CPU time, and as ratios."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping

from generator.evidence.proving import prove
from generator.loading import load
from generator.model.ledger import Ledger
from generator.quantities import quantities_in
from generator.reading.seeds import read_seeds

FACTS = (1_000, 10_000)
A_FILE = 50
"""Facts in a file; each article has twenty of them."""
AN_ARTICLE = 20
SENTENCE = "In 2024 the harbour of Town {town} handled {number},{rest:03d} tonnes of grain, which the mayor said was a record."


def seeds(facts: int) -> Mapping[str, str]:
    """Made-up seeds: a figure for each sentence of articles of twenty sentences."""
    files: dict[str, str] = {"seeds/metrics.yml": METRIC}
    towns = range(facts // AN_ARTICLE)
    files["seeds/entities.yml"] = "".join(
        f"- {{id: town-{town}, name: Town {town}x, kind: place}}\n" for town in towns
    )
    for town in towns:
        lines = [
            SENTENCE.format(town=f"{town}x", number=index + 1, rest=town % 1000)
            for index in range(AN_ARTICLE)
        ]
        files[f"seeds/articles/a-{town}.md"] = FRONT.format(town=town) + "\n\n".join(lines) + "\n"
    for start in range(0, facts, A_FILE):
        entries = (_fact(number) for number in range(start, start + A_FILE))
        files[f"seeds/facts/f-{start}.yml"] = "".join(entries)
    return files


def _fact(number: int) -> str:
    town, index = divmod(number, AN_ARTICLE)
    tonnes = f"{index + 1},{town % 1000:03d} tonnes"
    return (
        f"- id: f-{number}\n  kind: figure\n  entity: town-{town}\n  metric: grain\n  value: {tonnes}\n  period: 2024\n"
        f"  statement: The harbour of Town {town}x handled {{value}} in {{period}}.\n  evidence:\n"
        f"    - source: a-{town}\n      quote: handled {tonnes} of grain\n"
    )


METRIC = "- {id: grain, name: Grain, unit: tonnes, definition: What a harbour handles.}\n"
FRONT = (
    "---\nid: a-{town}\ntype: webpage\ntitle: Grain {town}\npublisher: Post\nissued: 2025-02-03\naccessed: 2025-02-04\n"
    "url: https://post.example/{town}\ntier: secondary\n---\nGrain\n\n"
)


def cpu(ledger: Ledger) -> tuple[float, int]:
    """Seconds of processor that proving takes, and how many problems it finds."""
    start = time.process_time()
    _, problems = prove(ledger)
    return time.process_time() - start, len(problems)


def main() -> None:
    """Print the time a fact, and what reading one sentence's figures costs beside it."""
    costs = []
    for facts in FACTS:
        ledger, _ = load(read_seeds(seeds(facts)))
        prove(ledger)  # once for what is read only once
        seconds, problems = cpu(ledger)
        costs.append(seconds / facts)
        sys.stdout.write(
            f"{facts:6,} facts: {seconds:.2f} s CPU, {seconds / facts * 1000:.2f} ms a fact, {problems} problems\n"
        )
    start = time.process_time()
    for number in range(1000):
        quantities_in(SENTENCE.format(town=number, number=number, rest=0))
    reading = (time.process_time() - start) / 1000
    sys.stdout.write(f"a fact at 10,000 costs {costs[1] / costs[0]:.2f} of one at 1,000\n")
    sys.stdout.write(f"a fact costs as much as reading the figures of {costs[1] / reading:.1f} sentences\n")


if __name__ == "__main__":
    main()
