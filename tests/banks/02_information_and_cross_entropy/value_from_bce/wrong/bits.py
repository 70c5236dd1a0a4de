# misconception: wrong_base
import math
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    return (F.logsigmoid(real_logits).mean() + F.logsigmoid(-fake_logits).mean()) / math.log(2)
