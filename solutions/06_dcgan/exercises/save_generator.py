"""Key of saving the generator alone; the experiment reads the file back."""

from safetensors.torch import save_file
from torch import nn

from gan_grading.keys.key import Key


def save_generator(generator: nn.Module, path: str) -> None:
    save_file({name: value.contiguous() for name, value in generator.state_dict().items()}, path)


key = Key("save_network", right=save_generator)
