from safetensors.torch import load_model


def load_generator(path, make):
    g = make()
    load_model(g, path)
    return g.eval()
