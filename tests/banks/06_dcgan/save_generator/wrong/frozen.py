# misconception: network_changed
def save_generator(generator, path):
    generator.requires_grad_(False)
    save_file({k: v.contiguous() for k, v in generator.state_dict().items()}, path)
