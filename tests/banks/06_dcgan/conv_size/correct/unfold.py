def conv_size(n, kernel, stride, padding):
    return F.pad(torch.arange(n), (padding, padding)).unfold(0, kernel, stride).shape[0]
