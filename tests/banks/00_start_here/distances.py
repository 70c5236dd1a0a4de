# %% correct · cdist
def distances(points, centre):
    return torch.cdist(points, centre.unsqueeze(0)).squeeze(1)

# %% correct · diag_gram
def distances(points, centre):
    d = points - centre[None, :]
    return torch.diagonal(d @ d.T).sqrt()

# %% correct · einsum
def distances(points, centre):
    delta = points - centre
    return torch.einsum('ij,ij->i', delta, delta).sqrt()

# %% correct · expand_formula
def distances(points, centre):
    sq = (points ** 2).sum(-1) - 2 * points @ centre + (centre ** 2).sum()
    return sq.clamp_min(0).sqrt()

# %% correct · hypot_fold
def distances(points, centre):
    columns = (points - centre).unbind(dim=1)
    total = torch.zeros(len(points))
    for column in columns:
        total = torch.hypot(total, column)
    return total

# %% correct · last_dim
def distances(points, centre):
    squares = (points - centre[None, :]) ** 2
    return torch.sum(squares, -1) ** 0.5

# %% correct · loop
import math

def distances(points, centre):
    out = []
    for row in points:
        out.append(math.sqrt(sum((float(a) - float(b)) ** 2 for a, b in zip(row, centre))))
    return torch.tensor(out)

# %% correct · math_dist
import math
def distances(points, centre):
    return torch.tensor([math.dist(p, centre.tolist()) for p in points.tolist()])

# %% correct · norm
def distances(points, centre):
    return torch.linalg.norm(points - centre, dim=1)

# %% correct · pairwise
import torch.nn.functional as F

def distances(points, centre):
    return F.pairwise_distance(points, centre.expand_as(points), eps=0.0)

# %% correct · row_by_row_vmap
def distances(points, centre):
    def one(point):
        return torch.linalg.vector_norm(point - centre)

    return torch.vmap(one)(points)

# %% correct · einsum_dot_with_itself
def distances(points, centre):
    gap = points - centre
    return torch.einsum("ij,ij->i", gap, gap) ** 0.5

# %% correct · python_loop_of_math_dist
import math


def distances(points, centre):
    goal = centre.tolist()
    rows = [math.dist(row, goal) for row in points.tolist()]
    return torch.tensor(rows, dtype=points.dtype)

# %% correct · column_of_a_cdist
def distances(points, centre):
    return torch.cdist(points, centre[None, :], compute_mode="donot_use_mm_for_euclid_dist")[:, 0]

# %% correct · hypot_over_columns
def distances(points, centre):
    total = torch.zeros_like(points[:, 0])
    for j in range(points.shape[1]):
        total = torch.hypot(total, points[:, j] - centre[j])
    return total

# %% wrong · along_rows · wrong_axis
def distances(points, centre):
    return (points - centre).norm(dim=0)

# %% wrong · from_the_mean · not_centred
def distances(points, centre):
    return (points - points.mean(0)).norm(dim=1)

# %% wrong · hard_coded · unrecognised
def distances(points, centre):
    return torch.tensor([3.6056, 0.0, 1.0, 5.0])

# %% wrong · in_place · modifies_inputs
def distances(points, centre):
    points -= centre
    return points.pow(2).sum(dim=1).sqrt()

# %% wrong · keepdim · column
def distances(points, centre):
    return (points - centre).norm(dim=1, keepdim=True)

# %% wrong · largest · other_norm
def distances(points, centre):
    return (points - centre).abs().max(dim=1).values

# %% wrong · manhattan · other_norm
def distances(points, centre):
    return (points - centre).abs().sum(dim=1)

# %% wrong · matmul · unrecognised
def distances(points, centre):
    return points @ centre

# %% wrong · mean_distance · one_number
def distances(points, centre):
    return (points - centre).norm(dim=1).mean()

# %% wrong · no_root · squared
def distances(points, centre):
    return (points - centre).pow(2).sum(dim=1)

# %% wrong · norm_of_all · one_number
def distances(points, centre):
    return (points - centre).norm()

# %% wrong · numpy_list · wrong_type
def distances(points, centre):
    return [float((p - centre).norm()) for p in points]

# %% wrong · plus_centre · centre_added
def distances(points, centre):
    return (points + centre).norm(dim=1)

# %% wrong · root_mean_square · averaged
def distances(points, centre):
    return (points - centre).pow(2).mean(dim=1).sqrt()

# %% wrong · row_matrix
def distances(points, centre):
    d = points - centre
    return torch.cdist(d, d)[0]

# %% wrong · squeezed
def distances(points, centre):
    return (points - centre).pow(2).sum(1).sqrt().squeeze()

# %% wrong · to_origin · not_centred
def distances(points, centre):
    return points.norm(dim=1)

# %% wrong · two_coordinates_only · raises
def distances(points, centre):
    d = points - centre
    return (d[:, 0] ** 2 + d[:, 1] ** 2).sqrt()

# %% wrong · squared_distance · squared
def distances(points, centre):
    """Return the distance of each row of `points` (N, d) to `centre` (d,), shape (N,)."""
    diff = points - centre
    return (diff * diff).sum(dim=1)

# %% wrong · root_before_sum · other_norm
def distances(points, centre):
    step1 = (points - centre) ** 2
    step2 = torch.sqrt(step1)
    return step2.sum(dim=1)

# %% wrong · kept_column · column
def distances(points, centre):
    return torch.linalg.norm(points - centre, dim=1, keepdim=True)

# %% wrong · cdist_squeezed · squeezed
def distances(points, centre):
    table = torch.cdist(points, centre.unsqueeze(0))  # (N, 1)
    return table.squeeze()

# %% wrong · planar_hypot · raises
def distances(points, centre):
    dx = points[:, 0] - centre[0]
    dy = points[:, 1] - centre[1]
    return torch.hypot(dx, dy)

# %% wrong · rms_distance · averaged
def distances(points, centre):
    return (points - centre).pow(2).mean(dim=1).sqrt()

# %% wrong · largest_gap · other_norm
def distances(points, centre):
    return (points - centre).abs().max(dim=-1).values

# %% wrong · difference_of_lengths · lengths_subtracted
def distances(points, centre):
    length_of_points = torch.sqrt((points**2).sum(dim=1))
    length_of_centre = torch.sqrt((centre**2).sum())
    return (length_of_points - length_of_centre).abs()

# %% wrong · along_the_rows · wrong_axis
def distances(points, centre):
    return torch.sqrt(torch.sum(torch.square(points - centre), dim=0))

# %% wrong · safe_root · near_or_far
def distances(points, centre):
    eps = 1e-4  # so that the square root never sees a zero
    return torch.sqrt(((points - centre) ** 2).sum(dim=1) + eps)

# %% wrong · one_number · one_number
def distances(points, centre):
    return torch.linalg.norm(points - centre)

# %% wrong · list_of_floats · wrong_type
def distances(points, centre):
    out = []
    for point in points:
        out.append(sum((a - b) ** 2 for a, b in zip(point.tolist(), centre.tolist())) ** 0.5)
    return out

# %% wrong · own_centre · not_centred
def distances(points, centre):
    centre = points.mean(dim=0)
    return (points - centre).norm(dim=1)

# %% wrong · plus_instead_of_minus · centre_added
def distances(points, centre):
    shifted = torch.add(points, centre)
    return shifted.norm(p=2, dim=1)

# %% noisy · prints
import warnings

def distances(points, centre):
    print('shapes', points.shape, centre.shape)
    warnings.warn('careful')
    return (points - centre).norm(dim=-1)

# %% noisy · unicode
def entfernung(größe):
    # Länge der Zeilen
    return größe.pow(2).sum(1).sqrt()


def distances(points, centre):
    return entfernung(points - centre)

# %% wrong · centre_in_a_box
def distances(points, centre):
    return (points - centre.clamp(-20, 20)).pow(2).sum(dim=1).sqrt()
