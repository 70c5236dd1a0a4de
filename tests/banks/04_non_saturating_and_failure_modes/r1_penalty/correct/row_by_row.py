def r1_penalty(discriminator, real, gamma):
    total = 0.0
    for row in real:
        x = row[None].detach().requires_grad_(True)
        (g,) = torch.autograd.grad(discriminator(x).squeeze(), x, create_graph=True)
        total = total + (g**2).sum()
    return gamma / 2 * total / len(real)
