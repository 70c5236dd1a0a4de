# misconception: changes_with_a_shift
def one_logit(outputs):
    return outputs.sum(dim=1)
