# misconception: raises
def load_generator(path, make):
    make.load_state_dict(load_file(path))
    return make.eval()
