# %% correct · pooling
def split_picture(x):
    small = F.avg_pool2d(x, 2)
    return small, x - F.interpolate(small, scale_factor=2)

# %% correct · four_corners
def split_picture(x):
    small = (x[..., ::2, ::2] + x[..., 1::2, ::2] + x[..., ::2, 1::2] + x[..., 1::2, 1::2]) / 4
    large = small.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3)
    return small, x - large

# %% correct · blocks_by_reshape
def split_picture(x):
    n, c, h, w = x.shape
    blocks = x.reshape(n, c, h // 2, 2, w // 2, 2)
    small = blocks.mean(dim=(3, 5))
    detail = blocks - small[:, :, :, None, :, None]
    return small, detail.reshape(n, c, h, w)

# %% correct · area
def split_picture(x):
    small = F.interpolate(x, scale_factor=0.5, mode="area")
    return [small, x - nn.Upsample(scale_factor=2)(small)]

# %% correct · kron
def split_picture(x):
    small = nn.AvgPool2d(2)(x)
    return small, x - torch.kron(small.contiguous(), torch.ones(1, 1, 2, 2))

# %% correct · adaptive
def split_picture(x):
    h, w = x.shape[-2:]
    small = F.adaptive_avg_pool2d(x, (h // 2, w // 2))
    detail = x - F.interpolate(small, size=(h, w), mode="nearest")
    return (small, detail)

# %% correct · bilinear_down
def split_picture(x):
    small = F.interpolate(x, scale_factor=0.5, mode="bilinear", align_corners=False)
    detail = x.clone()
    for i in (0, 1):
        for j in (0, 1):
            detail[..., i::2, j::2] -= small
    return small, detail

# %% correct · convolution
def split_picture(x):
    c = x.shape[1]
    kernel = torch.full((c, 1, 2, 2), 0.25)
    small = F.conv2d(x, kernel, stride=2, groups=c)
    large = F.conv_transpose2d(small, torch.ones(c, 1, 2, 2), stride=2, groups=c)
    return small, x - large

# %% wrong · top_left · one_pixel_kept
def split_picture(x):
    small = x[:, :, ::2, ::2]
    return small, x - F.interpolate(small, scale_factor=2)

# %% wrong · interpolated_down · one_pixel_kept
def split_picture(x):
    small = F.interpolate(x, scale_factor=0.5)
    return small, x - F.interpolate(small, scale_factor=2)

# %% wrong · max · largest_pixel
def split_picture(x):
    small = F.max_pool2d(x, 2)
    return small, x - F.interpolate(small, scale_factor=2)

# %% wrong · sum · sum_of_block
def split_picture(x):
    small = F.avg_pool2d(x, 2, divisor_override=1)
    return small, x - F.interpolate(small, scale_factor=2)

# %% wrong · other_order · small_for_detail
def split_picture(x):
    small = F.avg_pool2d(x, 2)
    return x - F.interpolate(small, scale_factor=2), small

# %% wrong · turned · detail_turned
def split_picture(x):
    small = F.avg_pool2d(x, 2)
    return small, F.interpolate(small, scale_factor=2) - x

# %% wrong · absolute · size_of_change
def split_picture(x):
    small = F.avg_pool2d(x, 2)
    return small, torch.abs(x - F.interpolate(small, scale_factor=2))

# %% wrong · x_itself · no_difference
def split_picture(x):
    return F.avg_pool2d(x, 2), x

# %% wrong · enlarged_itself · no_difference
def split_picture(x):
    small = F.avg_pool2d(x, 2)
    return small, F.interpolate(small, scale_factor=2)

# %% wrong · bilinear · smooth_enlargement
def split_picture(x):
    small = F.avg_pool2d(x, 2)
    return small, x - F.interpolate(small, scale_factor=2, mode="bilinear")

# %% wrong · bicubic · smooth_enlargement
def split_picture(x):
    small = F.avg_pool2d(x, 2)
    return small, x - F.interpolate(small, scale_factor=2, mode="bicubic")

# %% wrong · repeat · tiled
def split_picture(x):
    small = F.avg_pool2d(x, 2)
    return small, x - small.repeat(1, 1, 2, 2)

# %% wrong · rows_only · one_direction
def split_picture(x):
    small = F.avg_pool2d(x, (2, 1))
    return small, x - small.repeat_interleave(2, 2)

# %% wrong · over_channels · channels_mixed
def split_picture(x):
    small = F.avg_pool2d(x, 2).mean(1, keepdim=True).expand(-1, x.shape[1], -1, -1)
    return small, x - F.interpolate(small, scale_factor=2)

# %% wrong · global_mean · mean_removed
def split_picture(x):
    return F.avg_pool2d(x, 2), x - x.mean(dim=(2, 3), keepdim=True)

# %% wrong · padded · overlapping
def split_picture(x):
    small = F.avg_pool2d(x, 3, 2, 1)
    return small, x - F.interpolate(small, scale_factor=2)

# %% wrong · small_alone · wrong_type
def split_picture(x):
    return F.avg_pool2d(x, 2)

# %% wrong · square_only
def split_picture(x):
    n, c, h, w = x.shape
    small = x.view(n, c, h // 2, 2, h // 2, 2).mean((3, 5))
    return small, x - F.interpolate(small, scale_factor=2)

# %% wrong · in_place · modifies_inputs
def split_picture(x):
    small = F.avg_pool2d(x, 2)
    x -= F.interpolate(small, scale_factor=2)
    return small, x

# %% noisy · prints
def split_picture(x):
    print("pictures", tuple(x.shape))
    small = F.avg_pool2d(x, kernel_size=2)
    detail = x - F.interpolate(small, scale_factor=2)
    print(detail.abs().max())
    return small, detail
