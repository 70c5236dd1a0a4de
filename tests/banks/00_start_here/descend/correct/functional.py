from torch.func import grad

def descend(loss, start, lr, steps):
    point = start.clone()
    for _ in range(steps):
        leaf = point.clone().requires_grad_(True)
        value = loss(leaf)
        value.backward()
        point = torch.add(point, leaf.grad, alpha=-lr)
    return point
