# misconception: never_asks_the_model
def pgd(model, x, y, epsilon, step_size, steps, project):
    return project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
