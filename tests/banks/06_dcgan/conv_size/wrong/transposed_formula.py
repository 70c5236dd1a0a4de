# misconception: wrong_direction
def conv_size(n, kernel, stride, padding):
    return (n - 1) * stride - 2 * padding + kernel
