def load_generator(path, make):
    g = make()
    g.load_state_dict(load_file(path), assign=True)
    return g.eval()
