def gradient_penalty(critic, real, fake):
    t = torch.empty(len(real)).uniform_().reshape(-1, *[1] * (real.ndim - 1))
    between = torch.lerp(fake, real, t).detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return F.mse_loss(slope.flatten(1).norm(dim=1), torch.ones(len(real)))
