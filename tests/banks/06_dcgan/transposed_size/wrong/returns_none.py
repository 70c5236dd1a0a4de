# misconception: wrong_type
def transposed_size(n, kernel, stride, padding):
    (n - 1) * stride - 2 * padding + kernel
