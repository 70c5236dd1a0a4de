# misconception: numbers_changed
def save_generator(generator, path):
    fresh = copy.deepcopy(generator)
    for m in fresh.modules():
        if hasattr(m, 'reset_parameters'):
            m.reset_parameters()
    save_file({k: v.contiguous() for k, v in fresh.state_dict().items()}, path)
