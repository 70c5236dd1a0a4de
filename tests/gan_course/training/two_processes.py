"""Run in two processes at once: trains with and without a penalty, and writes down how it ended."""

import json
import sys
from pathlib import Path

import torch
from accelerate import Accelerator
from torch import nn

from gan_course.data import ring
from gan_course.training import R1, train


def pair() -> tuple[nn.Module, nn.Module]:
    torch.manual_seed(0)
    return (
        nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 2)),
        nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1)),
    )


def main() -> None:
    accelerator = Accelerator(cpu=True)
    ended = {}
    for name, options in {"plain": {}, "r1": {"penalty": R1(0.5)}, "shared": {"reuse_fakes": True}}.items():
        generator, discriminator = pair()
        run = train(
            generator,
            discriminator,
            ring(),
            steps=8,
            batch_size=16,
            loss="non_saturating",
            optimizer=lambda ps: torch.optim.SGD(ps, lr=0.1),
            accelerator=accelerator,
            progress=False,
            **options,
        )
        ended[name] = {
            "g": [p.flatten().tolist() for p in generator.parameters()],
            "d": [p.flatten().tolist() for p in discriminator.parameters()],
            "losses": run.history.d,
        }
    folder = Path(sys.argv[1])
    (folder / f"{accelerator.process_index}.json").write_text(json.dumps(ended))
    # Without this the process group's threads are still alive at exit, and Python aborts now and then.
    accelerator.wait_for_everyone()
    accelerator.end_training()


if __name__ == "__main__":
    main()
