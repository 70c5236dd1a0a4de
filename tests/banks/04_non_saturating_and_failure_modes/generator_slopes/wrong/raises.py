# misconception: raises
def generator_slopes(logits):
    return torch.autograd.grad(F.softplus(-logits).mean(), logits)
