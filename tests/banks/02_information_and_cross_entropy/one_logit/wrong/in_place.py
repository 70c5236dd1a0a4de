# misconception: modifies_inputs
def one_logit(outputs):
    outputs[:, 1] -= outputs[:, 0]
    return outputs[:, 1]
