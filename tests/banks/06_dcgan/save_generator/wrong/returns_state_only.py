# misconception: no_file
def save_generator(generator, path):
    return generator.state_dict()
