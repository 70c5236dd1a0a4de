# misconception: moves_inner_points
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return x
