# misconception: off_by_one
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel + 1) // stride + 1
