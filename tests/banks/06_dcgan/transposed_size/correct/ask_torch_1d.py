def transposed_size(n, kernel, stride, padding):
    out = F.conv_transpose1d(torch.zeros(1, 1, n), torch.ones(1, 1, kernel), stride=stride, padding=padding)
    return int(out.shape[-1])
