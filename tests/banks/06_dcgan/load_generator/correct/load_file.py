def load_generator(path, make):
    generator = make()
    generator.load_state_dict(load_file(path))
    return generator.eval()
