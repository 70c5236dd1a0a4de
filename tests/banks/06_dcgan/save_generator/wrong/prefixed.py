# misconception: names_changed
def save_generator(generator, path):
    save_file({'generator.' + k: v.contiguous() for k, v in generator.state_dict().items()}, path)
