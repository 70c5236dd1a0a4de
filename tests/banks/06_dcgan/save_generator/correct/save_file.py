def save_generator(generator, path):
    save_file({name: value.contiguous() for name, value in generator.state_dict().items()}, path)
