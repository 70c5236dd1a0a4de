def gradient_penalty(critic, real, fake):
    norms = []
    for a, b in zip(real, fake):
        t = torch.rand(())
        x = (t * a + (1 - t) * b).unsqueeze(0).requires_grad_()
        (g,) = torch.autograd.grad(critic(x).squeeze(), x, create_graph=True)
        norms.append(g.norm())
    return (torch.stack(norms) - 1).square().mean()
