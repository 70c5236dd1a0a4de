"""How much training a GANExplorer costs, how many pictures a second it shows, how fast a click is answered.

Everything is measured in a real JupyterLab with a real headless browser. Rounds with and without the
widget alternate, so that a busy machine slows both alike, and the figures are medians over rounds.

    python -m tests.benchmarks.explorer --rounds 7 --json build/explorer.json
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import Locator

from tests.browser.lab import Notebook, chromium, jupyterlab

SHOW = """
from gan_course.widgets import GANExplorer
explorer = GANExplorer()
explorer
"""
PLAIN = """
import time
from gan_course.widgets.engine.losses import as_loss
from gan_course.widgets.engine.networks import NetworkSlot
from gan_course.widgets.engine.sources import as_source
from gan_course.widgets.engine.trainer import Settings, Trainer

plain = Trainer(as_source("ring", 2), 2, Settings(), as_loss("non-saturating"),
                NetworkSlot("generator", None, (2, 2)), NetworkSlot("discriminator", None, (2,)))

def plain_rate(seconds):
    # The same GAN in a bare loop: what training costs without any widget.
    done, start, cpu = 0, time.perf_counter(), time.process_time()
    with plain.private():
        while time.perf_counter() - start < seconds:
            plain.iterate()
            done += 1
    return done / (time.perf_counter() - start), done / (time.process_time() - cpu)
"""
TARGETS = {"ratio": 0.60, "pictures_per_second": 20.0, "click_ms": 100.0}


@contextmanager
def busy_seconds() -> Iterator[dict[str, float]]:
    """Measure the processor seconds of everything started here but the kernel: server and browser."""
    found: dict[str, float] = {}

    def total() -> float:
        used = 0.0
        for process in psutil.Process().children(recursive=True):
            with suppress(psutil.Error):
                if "ipykernel" not in " ".join(process.cmdline()):
                    times = process.cpu_times()
                    used += times.user + times.system
        return used

    before = total()
    yield found
    found["others"] = total() - before


def playing_round(notebook: Notebook, widget: Locator, seconds: float) -> dict[str, float]:
    """Play for a while and return what was reached a second.

    Returns:
        steps: iterations a second of wall time; per_cpu: iterations a second of the kernel's processor
        time; pictures: pictures drawn a second; others: cores used by server and browser.
    """
    read = "(e) => [performance.now() / 1000, Number(e.dataset.step), Number(e.dataset.drawn)]"
    counter = widget.locator('[data-role="counter"]')
    play = widget.locator('[data-do="play"]')
    play.click()
    notebook.page.wait_for_timeout(700)  # past the start
    cpu0 = float(str(notebook.value("time.process_time()")))
    t0, step0, drawn0 = counter.evaluate(read)
    with busy_seconds() as busy:
        notebook.page.wait_for_timeout(seconds * 1000)
    t1, step1, drawn1 = counter.evaluate(read)
    cpu1 = float(str(notebook.value("time.process_time()")))
    play.click()
    notebook.page.wait_for_function("(e) => e.textContent.includes('Play')", arg=play.element_handle())
    took = t1 - t0
    return {
        "steps": (step1 - step0) / took,
        "per_cpu": (step1 - step0) / (cpu1 - cpu0),
        "pictures": (drawn1 - drawn0) / took,
        "others": busy["others"] / took,
    }


def plain_round(notebook: Notebook, seconds: float) -> tuple[float, float]:
    """Train without the widget; return iterations a second of wall time and of processor time."""
    wall, cpu = notebook.value(f"plain_rate({seconds})")  # type: ignore[misc]
    return float(wall), float(cpu)


def click_round(widget: Locator) -> float:
    """Click Step; return the milliseconds until the new picture has been drawn."""
    return float(
        widget.evaluate(
            """(root) => new Promise((done) => {
                const counter = root.querySelector('[data-role="counter"]');
                const start = performance.now();
                const watch = new MutationObserver(() => {
                    watch.disconnect();
                    done(performance.now() - start);
                });
                watch.observe(counter, { attributes: true, attributeFilter: ["data-step"] });
                root.querySelector('[data-do="step"]').click();
            })"""
        )
    )


def measure(rounds: int, seconds: float) -> dict[str, Any]:
    """Run the rounds and return every one of them with the medians."""
    folder, scratch = Path(tempfile.mkdtemp()), Path(tempfile.mkdtemp())
    found: dict[str, list[float]] = defaultdict(list)
    with jupyterlab(folder, scratch) as server, chromium() as browser:
        notebook = Notebook.open(browser, server, server.write("explorer.ipynb", SHOW, PLAIN))
        notebook.run_all()
        widget = notebook.widget("gc-explorer")
        notebook.value("plain_rate(1.0)")  # past the first, slow calls
        for _ in range(rounds):
            before = plain_round(notebook, seconds / 2)
            playing = playing_round(notebook, widget, seconds)
            after = plain_round(notebook, seconds / 2)
            plain, plain_per_cpu = ((a + b) / 2 for a, b in zip(before, after, strict=True))
            found["plain"].append(plain)
            found["playing"].append(playing["steps"])
            found["ratio"].append(playing["steps"] / plain)
            found["cpu_ratio"].append(playing["per_cpu"] / plain_per_cpu)
            found["pictures"].append(playing["pictures"])
            found["other_cores"].append(playing["others"])
            for _ in range(3):
                found["click_ms"].append(click_round(widget))
                time.sleep(0.2)
    medians = {name: round(statistics.median(values), 3) for name, values in found.items()}
    return {
        "version": 1,
        "cores": os.cpu_count(),
        "load": os.getloadavg(),
        "rounds": rounds,
        "seconds": seconds,
        "median": medians,
        "worst_click_ms": round(max(found["click_ms"]), 1),
        "targets": TARGETS,
        "each": {name: [round(v, 3) for v in values] for name, values in found.items()},
    }


def main() -> None:
    """Measure, print, and write JSON where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=4.0, help="seconds of each playing round")
    parser.add_argument("--json", type=Path, help="file to write")
    options = parser.parse_args()
    result = measure(options.rounds, options.seconds)
    median = result["median"]
    print(
        f"training   {median['playing']:.0f} of {median['plain']:.0f} steps/s: "
        f"{median['ratio']:.0%} (target 60%)"
    )
    print(f"           {median['cpu_ratio']:.0%} for the same processor time of the kernel")
    print(f"           server and browser use {median['other_cores']:.2f} cores meanwhile")
    print(f"pictures   {median['pictures']:.1f} a second (target 20)")
    print(f"step click {median['click_ms']:.0f} ms, worst {result['worst_click_ms']:.0f} ms (target 100)")
    print(f"cores {result['cores']}, load {', '.join(f'{x:.1f}' for x in result['load'])}")
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
