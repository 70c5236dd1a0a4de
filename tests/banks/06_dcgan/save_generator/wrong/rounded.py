# misconception: numbers_changed
def save_generator(generator, path):
    save_file({k: (v.round(decimals=2) if v.is_floating_point() else v).contiguous() for k, v in generator.state_dict().items()}, path)
