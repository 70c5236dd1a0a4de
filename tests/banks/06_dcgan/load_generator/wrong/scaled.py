# misconception: not_loaded
def load_generator(path, make):
    g = make()
    g.load_state_dict({k: v * 0.99 if v.is_floating_point() else v for k, v in load_file(path).items()})
    return g.eval()
