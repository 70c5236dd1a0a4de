# misconception: wrong_number_of_steps
def descend(loss, start, lr, steps):
    for _ in range(steps):
        leaf = start.clone().requires_grad_()
        loss(leaf).backward()
    return start
