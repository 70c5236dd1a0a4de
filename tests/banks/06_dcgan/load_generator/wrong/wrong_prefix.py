# misconception: not_loaded
def load_generator(path, make):
    g = make()
    g.load_state_dict({'g.' + k: v for k, v in load_file(path).items()}, strict=False)
    return g.eval()
