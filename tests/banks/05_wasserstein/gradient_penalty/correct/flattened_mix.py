def gradient_penalty(critic, real, fake):
    shape = real.shape
    a, b = real.flatten(1), fake.flatten(1)
    epsilon = torch.rand(len(a), 1)
    flat = a + epsilon * (b - a)
    between = flat.reshape(shape).detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()
