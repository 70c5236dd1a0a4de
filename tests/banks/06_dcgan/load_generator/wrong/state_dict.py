# misconception: not_a_module
def load_generator(path, make):
    return load_file(path)
