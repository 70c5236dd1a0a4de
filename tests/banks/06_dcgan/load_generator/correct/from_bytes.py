from pathlib import Path

from safetensors.torch import load


def load_generator(path, make):
    g = make()
    g.load_state_dict(load(Path(path).read_bytes()))
    g.eval()
    return g
