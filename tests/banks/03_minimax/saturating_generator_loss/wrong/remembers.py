# misconception: unrecognised
_running = {"mean": None}


def saturating_generator_loss(fake_logits):
    loss = F.logsigmoid(-fake_logits).mean()
    old = _running["mean"]
    _running["mean"] = loss.detach() if old is None else 0.9 * old + 0.1 * loss.detach()
    return loss if old is None else 0.9 * old + 0.1 * loss
