def one_logit(outputs):
    ls = F.log_softmax(outputs, dim=-1)
    return ls[..., 1] - ls[..., 0]
