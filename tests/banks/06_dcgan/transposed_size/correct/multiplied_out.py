def transposed_size(n, kernel, stride, padding):
    return n * stride - stride + kernel - 2 * padding
