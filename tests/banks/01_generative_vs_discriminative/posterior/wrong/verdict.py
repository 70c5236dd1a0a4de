# misconception: verdict
import torch.nn.functional as F


def posterior(scores):
    return F.one_hot(scores.argmax(1), scores.shape[1]).float()
