# misconception: no_file
import os


def save_generator(generator, path):
    save_file({k: v.contiguous() for k, v in generator.state_dict().items()}, os.path.join(os.path.dirname(path), 'generator.safetensors'))
