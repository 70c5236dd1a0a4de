from torch.func import grad


def generator_slopes(logits):
    first = grad(lambda a: torch.log(1 - torch.sigmoid(a)).mean())(logits.double().clamp(-30, 30))
    second = grad(lambda a: -torch.log(torch.sigmoid(a)).mean())(logits.double().clamp(-30, 30))
    return first, second
