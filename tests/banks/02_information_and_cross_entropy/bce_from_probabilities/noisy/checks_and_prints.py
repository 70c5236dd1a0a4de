import torch


def bce_from_probabilities(probabilities, labels):
    assert probabilities.numel() == labels.numel(), "one label a prediction"
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    loss = -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()
    print(f"BCE of {len(p)} samples: {loss.item():.4f}")
    return loss
