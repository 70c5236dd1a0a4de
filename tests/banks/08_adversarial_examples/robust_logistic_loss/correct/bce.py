def robust_logistic_loss(x, y, w, b, epsilon):
    score = x @ w + b - y * epsilon * w.abs().sum()
    return F.binary_cross_entropy_with_logits(score, (y + 1) / 2)
