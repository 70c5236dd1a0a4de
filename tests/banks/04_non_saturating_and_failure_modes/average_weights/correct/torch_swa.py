from torch.optim.swa_utils import get_ema_multi_avg_fn


def average_weights(averaged, model, keep):
    update = get_ema_multi_avg_fn(keep)
    update([p.detach() for p in averaged.parameters()], [p.detach() for p in model.parameters()], 1)
