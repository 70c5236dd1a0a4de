# misconception: fixed_batch_size
def generator_loss(fake_values):
    return -fake_values.sum() / 128
