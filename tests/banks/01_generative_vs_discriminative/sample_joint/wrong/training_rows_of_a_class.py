# misconception: copied_from_training
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    pick = [digits.x[digits.y == k][torch.randint(int((digits.y == k).sum()), (1,))][0] for k in y.tolist()]
    return torch.stack(pick), y
