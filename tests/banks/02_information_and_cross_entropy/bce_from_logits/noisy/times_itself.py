import torch.nn.functional as F


def bce_from_logits(logits, labels):
    import time

    start = time.perf_counter()
    a, y = logits.reshape(-1), labels.reshape(-1)
    loss = (F.softplus(a) - y * a).mean()
    print(f"{1e3 * (time.perf_counter() - start):.1f} ms")
    return loss
