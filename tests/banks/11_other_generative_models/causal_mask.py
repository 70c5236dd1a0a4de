# %% correct · booleans
def causal_mask(kind, height, width):
    i = torch.arange(height)[:, None]
    j = torch.arange(width)[None, :]
    ci, cj = height // 2, width // 2
    earlier = (i < ci) | ((i == ci) & (j < cj))
    if kind == "B":
        earlier = earlier | ((i == ci) & (j == cj))
    return earlier.float()

# %% correct · flat_order
def causal_mask(kind, height, width):
    flat = torch.zeros(height * width)
    middle = (height * width) // 2
    flat[: middle + (1 if kind == "B" else 0)] = 1.0
    return flat.reshape(height, width)

# %% correct · from_lists
def causal_mask(kind, height, width):
    rows = []
    for i in range(height):
        row = []
        for j in range(width):
            before = i < height // 2 or (i == height // 2 and j < width // 2)
            own = i == height // 2 and j == width // 2 and kind == "B"
            row.append(1.0 if before or own else 0.0)
        rows.append(row)
    return torch.tensor(rows)

# %% correct · ones_cleared
def causal_mask(kind, height, width):
    mask = torch.ones(height, width)
    mask[height // 2 + 1 :] = 0
    start = width // 2 if kind == "A" else width // 2 + 1
    mask[height // 2, start:] = 0
    return mask

# %% correct · pieces
def causal_mask(kind, height, width):
    h, w = (height - 1) // 2, (width - 1) // 2
    row = torch.cat([torch.ones(w), torch.tensor([float(kind == "B")]), torch.zeros(w)])
    return torch.cat([torch.ones(h, width), row[None], torch.zeros(h, width)])

# %% correct · arange
def causal_mask(kind, height, width):
    n = height * width
    order = torch.arange(n).view(height, width)
    centre = order[height // 2, width // 2]
    return (order <= centre).float() if kind == "B" else (order < centre).float()

# %% correct · lower_case_too
def causal_mask(kind, height, width):
    mask = torch.zeros((height, width), dtype=torch.float32)
    mask[: height // 2, :] = 1.0
    mask[height // 2, : width // 2] = 1.0
    if kind.upper() == "B":
        mask[height // 2, width // 2] = 1.0
    return mask

# %% wrong · swapped · types_swapped
def causal_mask(kind, height, width):
    mask = torch.zeros(height, width)
    mask[: height // 2] = 1
    mask[height // 2, : width // 2 + (kind == "A")] = 1
    return mask

# %% wrong · always_middle · sees_itself
def causal_mask(kind, height, width):
    mask = torch.zeros(height, width)
    mask[: height // 2] = 1
    mask[height // 2, : width // 2 + 1] = 1
    return mask

# %% wrong · never_middle · never_itself
def causal_mask(kind, height, width):
    mask = torch.zeros(height, width)
    mask[: height // 2] = 1
    mask[height // 2, : width // 2] = 1
    return mask

# %% wrong · quarter · only_left
def causal_mask(kind, height, width):
    mask = torch.zeros(height, width)
    mask[: height // 2, : width // 2 + 1] = 1
    mask[height // 2, : width // 2 + (kind == "B")] = 1
    return mask

# %% wrong · lower_triangle · columns_first
def causal_mask(kind, height, width):
    return torch.tril(torch.ones(height, width), -1 if kind == "A" else 0)

# %% wrong · whole_row · sees_the_future
def causal_mask(kind, height, width):
    mask = torch.zeros(height, width)
    mask[: height // 2 + 1] = 1
    if kind == "A":
        mask[height // 2, width // 2] = 0
    return mask

# %% wrong · columns · columns_first
def causal_mask(kind, height, width):
    mask = torch.zeros(height, width)
    mask[:, : width // 2] = 1
    mask[: height // 2 + (kind == "B"), width // 2] = 1
    return mask

# %% wrong · no_left · row_missing
def causal_mask(kind, height, width):
    mask = torch.zeros(height, width)
    mask[: height // 2] = 1
    if kind == "B":
        mask[height // 2, width // 2] = 1
    return mask

# %% wrong · upside_down · sees_the_future
def causal_mask(kind, height, width):
    mask = torch.zeros(height, width)
    mask[height // 2 + 1 :] = 1
    mask[height // 2, width // 2 + (kind == "A") :] = 1
    return mask

# %% wrong · off_by_one · half_rounded
def causal_mask(kind, height, width):
    mask = torch.zeros(height, width)
    mask[: height // 2 - 1] = 1
    mask[height // 2, : width // 2 + (kind == "B")] = 1
    return mask

# %% wrong · four_dimensions · shape
def causal_mask(kind, height, width):
    mask = torch.zeros(1, 1, height, width)
    mask[:, :, : height // 2] = 1
    mask[:, :, height // 2, : width // 2 + (kind == "B")] = 1
    return mask

# %% wrong · lists · wrong_type
def causal_mask(kind, height, width):
    n = height * width // 2 + (kind == "B")
    flat = [1.0] * n + [0.0] * (height * width - n)
    return [flat[i * width : (i + 1) * width] for i in range(height)]

# %% wrong · inverted · sees_the_future
def causal_mask(kind, height, width):
    mask = torch.ones(height, width)
    mask[: height // 2] = 0
    mask[height // 2, : width // 2 + (kind == "B")] = 0
    return mask

# %% noisy · prints
def causal_mask(kind, height, width):
    mask = torch.zeros(height, width)
    mask[: height // 2] = 1
    mask[height // 2, : width // 2 + (kind == "B")] = 1
    print(mask)
    return mask
