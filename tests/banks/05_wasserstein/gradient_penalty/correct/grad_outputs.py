def gradient_penalty(critic, real, fake):
    shape = [real.size(0)] + [1] * (real.dim() - 1)
    epsilon = torch.rand(shape)
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    out = critic(between)
    slope = torch.autograd.grad(outputs=out, inputs=between, grad_outputs=torch.ones_like(out), create_graph=True, retain_graph=True, only_inputs=True)[0]
    slope = slope.view(slope.size(0), -1)
    return ((slope.norm(2, dim=1) - 1) ** 2).mean()
