def conv_size(n, kernel, stride, padding):
    places = 0
    left = -padding
    while left + kernel <= n + padding:
        places += 1
        left += stride
    return places
