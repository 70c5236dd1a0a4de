# misconception: numbers_changed
def save_generator(generator, path):
    save_file({k: v.double().contiguous() for k, v in generator.state_dict().items()}, path)
