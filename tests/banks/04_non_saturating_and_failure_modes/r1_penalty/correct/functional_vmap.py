from torch.func import grad, vmap


def r1_penalty(discriminator, real, gamma):
    slopes = vmap(grad(lambda x: discriminator(x[None]).sum()))(real)
    return gamma / 2 * (slopes * slopes).sum(-1).mean()
