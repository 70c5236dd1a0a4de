def one_logit(outputs):
    return outputs[:, 1] - outputs[:, 0].detach()
