# %% correct · where
def fill_hole(picture, drawn, hole):
    return torch.where(hole, drawn, picture)

# %% correct · where_not
def fill_hole(picture, drawn, hole):
    return torch.where(~hole, picture, drawn)

# %% correct · method
def fill_hole(picture, drawn, hole):
    return drawn.where(hole, picture)

# %% correct · write_into_a_copy
def fill_hole(picture, drawn, hole):
    filled = picture.clone()
    mask = hole.expand_as(picture)
    filled[mask] = drawn[mask]
    return filled

# %% correct · two_fills
def fill_hole(picture, drawn, hole):
    return picture.masked_fill(hole, 0.0) + drawn.masked_fill(~hole, 0.0)

# %% correct · picture_by_picture
def fill_hole(picture, drawn, hole):
    holes = hole.expand(len(picture), -1, -1, -1)
    return torch.stack([torch.where(h, d, p) for p, d, h in zip(picture, drawn, holes)])

# %% correct · masked_scatter
def fill_hole(picture, drawn, hole):
    mask = hole.expand_as(picture)
    return picture.masked_scatter(mask, drawn[mask])

# %% wrong · inside_out · inside_out
def fill_hole(picture, drawn, hole):
    return torch.where(hole, picture, drawn)

# %% wrong · drawn_alone · nothing_kept
def fill_hole(picture, drawn, hole):
    return drawn

# %% wrong · picture_alone · hole_left
def fill_hole(picture, drawn, hole):
    return picture

# %% wrong · black_hole · hole_left
def fill_hole(picture, drawn, hole):
    return picture.masked_fill(hole, 0)

# %% wrong · drawn_on_black · hole_left
def fill_hole(picture, drawn, hole):
    return drawn.masked_fill(~hole, 0)

# %% wrong · mean_colour · hole_left
def fill_hole(picture, drawn, hole):
    return torch.where(hole, drawn.mean(), picture)

# %% wrong · half_and_half
def fill_hole(picture, drawn, hole):
    return torch.where(hole, (drawn + picture) / 2, picture)

# %% wrong · both_added · added
def fill_hole(picture, drawn, hole):
    return picture + drawn * hole

# %% wrong · drawn_under_all · added
def fill_hole(picture, drawn, hole):
    return picture * ~hole + drawn

# %% wrong · blend · multiplied
def fill_hole(picture, drawn, hole):
    return picture * ~hole + drawn * hole

# %% wrong · blend_of_floats · multiplied
def fill_hole(picture, drawn, hole):
    m = hole.float()
    return (1 - m) * picture + m * drawn

# %% wrong · lerp · multiplied
def fill_hole(picture, drawn, hole):
    return torch.lerp(picture, drawn, hole.float())

# %% wrong · nan_to_zero
def fill_hole(picture, drawn, hole):
    m = hole.float()
    return (1 - m) * picture.nan_to_num() + m * drawn

# %% wrong · first_hole · one_hole_for_all
def fill_hole(picture, drawn, hole):
    return torch.where(hole[:1], drawn, picture)

# %% wrong · any_hole · one_hole_for_all
def fill_hole(picture, drawn, hole):
    return torch.where(hole.any(0, keepdim=True), drawn, picture)

# %% wrong · clamped · clamped
def fill_hole(picture, drawn, hole):
    return torch.where(hole, drawn, picture).clamp(0, 1)

# %% wrong · squashed · clamped
def fill_hole(picture, drawn, hole):
    return torch.where(hole, drawn.sigmoid(), picture)

# %% wrong · flat · flattened
def fill_hole(picture, drawn, hole):
    return drawn[hole.expand_as(drawn)]

# %% wrong · detached · detached
def fill_hole(picture, drawn, hole):
    return torch.where(hole, drawn.detach(), picture)

# %% wrong · no_grad · detached
def fill_hole(picture, drawn, hole):
    with torch.no_grad():
        return torch.where(hole, drawn, picture)

# %% wrong · own_holes_only
def fill_hole(picture, drawn, hole):
    filled = picture.clone()
    for i in range(len(picture)):
        filled[i, 0] = torch.where(hole[i, 0], drawn[i, 0], picture[i, 0])
    return filled

# %% wrong · writes_into_the_picture · modifies_inputs
def fill_hole(picture, drawn, hole):
    mask = hole.expand_as(picture)
    picture[mask] = drawn[mask]
    return picture

# %% noisy · counts
def fill_hole(picture, drawn, hole):
    print("pixels to fill:", int(hole.sum()))
    return torch.where(hole, drawn, picture)
