def transposed_size(n, kernel, stride, padding):
    last_place = stride * (n - 1)
    covered = last_place + kernel
    return covered - padding - padding
