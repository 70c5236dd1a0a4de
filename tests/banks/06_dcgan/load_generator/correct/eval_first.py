def load_generator(path, make):
    network = make()
    network.eval()
    state = load_file(path)
    network.load_state_dict(state, strict=True)
    return network
