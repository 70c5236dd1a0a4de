# misconception: round_ball
def project(candidate, x, epsilon, low=0.0, high=1.0):
    d = candidate - x
    return (x + d * epsilon / d.abs().max()).clamp(low, high)
