# misconception: only_at_samples
def gradient_penalty(critic, real, fake):
    epsilon = torch.randint(0, 2, (len(real), *[1] * (real.dim() - 1))).float()
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()
