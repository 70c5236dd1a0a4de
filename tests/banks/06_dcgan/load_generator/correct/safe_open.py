from safetensors import safe_open


def load_generator(path, make):
    net = make()
    with safe_open(path, framework="pt", device="cpu") as file:
        net.load_state_dict({name: file.get_tensor(name) for name in file.keys()})
    return net.train(False)
