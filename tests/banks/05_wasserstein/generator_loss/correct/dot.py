def generator_loss(fake_values):
    v = fake_values.flatten()
    return -(v @ torch.ones_like(v)) / len(v)
