# misconception: not_loaded
def load_generator(path, make):
    load_file(path)
    return make().eval()
