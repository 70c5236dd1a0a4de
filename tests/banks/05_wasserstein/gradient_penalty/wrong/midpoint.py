# misconception: always_the_same_place
def gradient_penalty(critic, real, fake):
    between = ((real + fake) / 2).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()
