from safetensors.torch import save


def save_generator(generator, path):
    with open(path, "wb") as file:
        file.write(save({k: v.contiguous() for k, v in generator.state_dict().items()}))
    return path
