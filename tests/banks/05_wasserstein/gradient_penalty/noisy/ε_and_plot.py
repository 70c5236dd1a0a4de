def gradient_penalty(critic, real, fake):
    ε = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (ε * real + (1 - ε) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    plt.hist(norm.detach())
    plt.close('all')
    return ((norm - 1) ** 2).mean()
