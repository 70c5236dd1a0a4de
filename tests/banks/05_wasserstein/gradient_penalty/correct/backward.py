def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).detach().requires_grad_()
    critic(between).sum().backward(create_graph=True)
    slope = between.grad
    value = ((slope.flatten(1).norm(dim=1) - 1) ** 2).mean()
    for p in critic.parameters():
        p.grad = None
    return value
