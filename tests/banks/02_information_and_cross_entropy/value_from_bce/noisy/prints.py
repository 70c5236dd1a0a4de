import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    real_part = F.logsigmoid(real_logits).mean()
    fake_part = F.logsigmoid(-fake_logits).mean()
    print(f"{real_part.item():.3f} + {fake_part.item():.3f}")
    return real_part + fake_part
