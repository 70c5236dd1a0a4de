# misconception: penalises_the_value
def r1_penalty(discriminator, real, gamma):
    return gamma / 2 * discriminator(real).square().mean()
