def average_weights(averaged, model, keep):
    with torch.inference_mode(False), torch.no_grad():
        mine = [p.data for p in averaged.parameters()]
        theirs = [p.data for p in model.parameters()]
        torch._foreach_mul_(mine, keep)
        torch._foreach_add_(mine, theirs, alpha=1 - keep)
    return averaged
