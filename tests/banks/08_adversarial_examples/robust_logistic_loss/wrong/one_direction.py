# misconception: label_on_the_norm
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(-y * ((x - epsilon * w.sign()) @ w + b)).mean()
