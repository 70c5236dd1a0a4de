import math

import torch


def posterior(scores):
    rows = []
    for row in scores.tolist():
        top = max(row)
        parts = [math.exp(s - top) for s in row]
        rows.append([p / sum(parts) for p in parts])
    return torch.tensor(rows)
