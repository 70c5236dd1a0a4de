def load_generator(path, make):
    generator = make()
    generator.load_state_dict(load_file(path))
    print('geladen:', path)
    return generator.eval()
