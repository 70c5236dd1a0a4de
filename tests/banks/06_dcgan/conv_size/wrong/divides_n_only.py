# misconception: divides_too_early
def conv_size(n, kernel, stride, padding):
    return n // stride + 2 * padding - kernel + 1
