# misconception: remembers
import torch
import torch.nn.functional as F

kept = {}


def logistic_loss(weights, bias, x, y):
    scores = x @ weights.T + bias
    error = scores.softmax(1) - F.one_hot(y, len(bias))
    slope = error.T @ x / len(x)
    if kept.get("slope") is not None and kept["slope"].shape == slope.shape:
        slope = slope + kept["slope"]
    kept["slope"] = slope
    return F.cross_entropy(scores, y), slope, error.mean(0)
