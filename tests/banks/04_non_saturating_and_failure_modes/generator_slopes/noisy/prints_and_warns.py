import warnings


def generator_slopes(logits):
    warnings.warn("deriving…", stacklevel=1)
    σ = torch.sigmoid(logits)
    print("σ:", σ[:3])
    return -σ / len(σ), -torch.sigmoid(-logits) / len(σ)
