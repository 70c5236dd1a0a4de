# misconception: lost_dimension
def one_logit(outputs):
    return (outputs[:, 1:] - outputs[:, :1]).squeeze()
