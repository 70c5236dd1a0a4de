# misconception: changes_with_a_shift
def one_logit(outputs):
    return outputs[:, 1] / outputs[:, 0]
