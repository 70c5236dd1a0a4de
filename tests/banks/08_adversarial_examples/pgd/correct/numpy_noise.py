def pgd(model, x, y, epsilon, step_size, steps, project):
    import numpy as np
    noise = torch.from_numpy(np.random.uniform(-epsilon, epsilon, tuple(x.shape))).to(x.dtype)
    here = project(x + noise, x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()
