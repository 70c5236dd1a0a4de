# misconception: left_in_training_mode
def load_generator(path, make):
    g = make()
    g.load_state_dict(load_file(path))
    for m in g: m.eval()
    return g
