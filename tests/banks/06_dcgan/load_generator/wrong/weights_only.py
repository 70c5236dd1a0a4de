# misconception: not_loaded
def load_generator(path, make):
    g = make()
    state = {k: v for k, v in load_file(path).items() if 'running' not in k}
    g.load_state_dict(state, strict=False)
    return g.eval()
