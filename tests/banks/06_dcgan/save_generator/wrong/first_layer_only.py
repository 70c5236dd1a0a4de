# misconception: weights_missing
def save_generator(generator, path):
    save_file({'1.weight': generator[1].weight.detach().contiguous()}, path)
