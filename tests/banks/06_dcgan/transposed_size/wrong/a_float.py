# misconception: not_rounded
def transposed_size(n, kernel, stride, padding):
    return float((n - 1) * stride - 2 * padding + kernel)
