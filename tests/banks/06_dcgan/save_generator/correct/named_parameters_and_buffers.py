def save_generator(generator, path):
    numbers = dict(generator.named_parameters()) | dict(generator.named_buffers())
    save_file({k: v.detach().contiguous() for k, v in numbers.items()}, path)
