# misconception: kernel_ignored
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - 4) // stride + 1
