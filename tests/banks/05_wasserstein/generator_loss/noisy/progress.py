from tqdm import tqdm


def generator_loss(fake_values):
    for _ in tqdm(range(2)):
        verlust = -fake_values.mean()
    return verlust
