def load_generator(path, make):
    g = make().requires_grad_(False)
    g.load_state_dict(load_file(path))
    return g.eval()
