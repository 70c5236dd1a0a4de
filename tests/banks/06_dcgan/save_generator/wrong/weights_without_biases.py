# misconception: weights_missing
def save_generator(generator, path):
    save_file({k: v.contiguous() for k, v in generator.state_dict().items() if 'bias' not in k}, path)
