"""Key of loading a generator; the experiment has written the file itself."""

from collections.abc import Callable

from safetensors.torch import load_file
from torch import nn

from gan_grading.keys.key import Key


def load_generator(path: str, make: Callable[[], nn.Module]) -> nn.Module:
    generator = make()
    generator.load_state_dict(load_file(path))
    return generator.eval()


key = Key("load_network", right=load_generator)
