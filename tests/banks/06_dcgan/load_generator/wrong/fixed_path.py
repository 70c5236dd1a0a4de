# misconception: raises
def load_generator(path, make):
    g = make()
    g.load_state_dict(load_file('generator.safetensors'))
    return g.eval()
