# misconception: unrecognised
def descend(loss, start, lr, steps):
    x = start.clone().requires_grad_()
    opt = torch.optim.Adam([x], lr=lr)
    for _ in range(steps):
        opt.zero_grad()
        loss(x).backward()
        opt.step()
    return x.detach()
