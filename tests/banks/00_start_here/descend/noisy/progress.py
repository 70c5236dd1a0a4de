from tqdm.auto import tqdm

def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in tqdm(range(steps)):
        leaf = x.detach().requires_grad_()
        value = loss(leaf)
        value.backward()
        print(f'loss {value.item():.3f}')
        x = leaf.detach() - lr * leaf.grad
    return x
