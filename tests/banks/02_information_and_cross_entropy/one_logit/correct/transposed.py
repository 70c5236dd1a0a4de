def one_logit(outputs):
    o = outputs.T
    return -(o[0] - o[1])
