def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel + stride) // stride
