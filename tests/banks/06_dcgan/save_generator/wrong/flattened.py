# misconception: numbers_changed
def save_generator(generator, path):
    save_file({k: v.flatten().contiguous() for k, v in generator.state_dict().items()}, path)
