def covered(n, kernel, stride):
    """pixels covered before cutting ✂"""
    return (n - 1) * stride + kernel


def transposed_size(n, kernel, stride, padding):
    return covered(n, kernel, stride) - 2 * padding
