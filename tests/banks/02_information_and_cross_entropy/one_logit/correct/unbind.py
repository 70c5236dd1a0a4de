def one_logit(outputs):
    zero, one = outputs.unbind(dim=1)
    return one - zero
