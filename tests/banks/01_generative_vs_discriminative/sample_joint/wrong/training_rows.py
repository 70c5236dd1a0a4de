# misconception: copied_from_training
import torch


def sample_joint(n, priors, means, factors):
    rows = torch.randint(len(train_set.x), (n,))
    return train_set.x[rows], train_set.y[rows]
