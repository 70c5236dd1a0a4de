def r1_penalty(discriminator, real, gamma):
    h, total = 0.1, 0.0
    for j in range(real.shape[1]):
        step = torch.zeros_like(real)
        step[:, j] = h
        total = total + (((discriminator(real + step) - discriminator(real)) / h) ** 2).mean()
    return gamma / 2 * total
