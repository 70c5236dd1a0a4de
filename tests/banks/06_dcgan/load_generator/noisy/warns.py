def load_generator(path, make):
    import warnings
    warnings.warn('read only')
    generator = make()
    generator.load_state_dict(load_file(path))
    return generator.eval()
