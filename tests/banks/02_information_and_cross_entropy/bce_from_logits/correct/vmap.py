def bce_from_logits(logits, labels):
    return torch.vmap(lambda a, y: F.softplus(a) - y * a)(logits.reshape(-1), labels.reshape(-1)).mean()
