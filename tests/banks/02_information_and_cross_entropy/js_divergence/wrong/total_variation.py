# misconception: other_distance
def js_divergence(p, q, base=2.0):
    return (p - q).abs().sum() / 2
