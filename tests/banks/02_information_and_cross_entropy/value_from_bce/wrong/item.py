# misconception: becomes_number
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    return (F.logsigmoid(real_logits).mean() + F.logsigmoid(-fake_logits).mean()).item()
