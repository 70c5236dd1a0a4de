def transposed_size(n, kernel, stride, padding):
    return (n - 1) * stride - 2 * padding + kernel
