# misconception: raises
def load_generator(path, make):
    g = make()
    g.load_state_dict(path)
    return g.eval()
