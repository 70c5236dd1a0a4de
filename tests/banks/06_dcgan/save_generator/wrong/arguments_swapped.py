# misconception: raises
def save_generator(generator, path):
    save_file(path, {k: v.contiguous() for k, v in generator.state_dict().items()})
