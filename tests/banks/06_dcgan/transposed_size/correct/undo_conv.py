def transposed_size(n, kernel, stride, padding):
    # the smallest m that a convolution maps to n
    m = 1
    while (m + 2 * padding - kernel) // stride + 1 != n:
        m += 1
    return m
