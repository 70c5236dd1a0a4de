def transposed_size(n, kernel, stride, padding):
    pixels = {i * stride + j for i in range(n) for j in range(kernel)}
    return max(pixels) + 1 - 2 * padding
