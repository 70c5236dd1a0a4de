# misconception: mean_missing
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    return F.logsigmoid(real_logits).sum() + F.logsigmoid(-fake_logits).sum()
