# misconception: buffers_missing
def save_generator(generator, path):
    save_file({k: v.detach().contiguous() for k, v in generator.named_parameters()}, path)
