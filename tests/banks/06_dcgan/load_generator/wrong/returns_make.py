# misconception: not_a_module
def load_generator(path, make):
    g = make()
    g.load_state_dict(load_file(path))
    g.eval()
    return make
