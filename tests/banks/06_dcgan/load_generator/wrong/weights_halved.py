# misconception: not_loaded
def load_generator(path, make):
    g = make()
    state = load_file(path)
    g.load_state_dict({k: v.half() for k, v in state.items()})
    return g.eval()
