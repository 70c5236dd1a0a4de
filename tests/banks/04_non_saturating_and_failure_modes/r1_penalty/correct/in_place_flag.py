def r1_penalty(discriminator, real, gamma):
    real.requires_grad_(True)
    out = discriminator(real).view(-1)
    (g,) = torch.autograd.grad(out, [real], grad_outputs=out.new_ones(out.shape), create_graph=True)
    return g.pow(2).sum().div(len(real)).mul(gamma / 2)
