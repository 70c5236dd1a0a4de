# misconception: one_output
def one_logit(outputs):
    return outputs[:, 0]
