# %% correct · differences
def share_among(points, centres, k):
    own = (centres[:, None] - centres[None]).norm(dim=-1)
    radius = own.sort(dim=1).values[:, k]
    reach = (points[:, None] - centres[None]).norm(dim=-1)
    return (reach <= radius).any(1).float().mean()

# %% correct · infinite_diagonal
def share_among(points, centres, k):
    own = torch.cdist(centres, centres)
    own.fill_diagonal_(float("inf"))
    radius = own.kthvalue(k, dim=1).values
    return (torch.cdist(points, centres) <= radius[None]).any(dim=1).double().mean()

# %% correct · kthvalue
def share_among(points, centres, k):
    radius = torch.cdist(centres, centres).kthvalue(k + 1).values
    hit = (torch.cdist(points, centres) - radius).min(dim=1).values <= 0
    return hit.to(torch.float32).mean()

# %% correct · loop
def share_among(points, centres, k):
    radii = []
    for i, c in enumerate(centres):
        others = torch.cat([centres[:i], centres[i + 1 :]])
        radii.append(torch.sort((others - c).square().sum(1).sqrt()).values[k - 1])
    count = 0
    for p in points:
        count += any(bool((p - c).square().sum().sqrt() <= r) for c, r in zip(centres, radii))
    return torch.tensor(count / len(points))

# %% correct · squared
def share_among(points, centres, k):
    own = (centres[:, None] - centres[None]).square().sum(-1)
    radius = torch.topk(own, k + 1, dim=1, largest=False).values[:, -1]
    reach = (points[:, None] - centres[None]).square().sum(-1)
    return 1 - (reach > radius).all(dim=1).double().mean()

# %% correct · scikit_learn
from sklearn.neighbors import NearestNeighbors


def share_among(points, centres, k):
    found = NearestNeighbors(n_neighbors=k + 1, algorithm="brute").fit(centres.double().numpy())
    radius = torch.from_numpy(found.kneighbors(centres.double().numpy())[0][:, k])
    return (torch.cdist(points.double(), centres.double()) <= radius).any(1).double().mean()

# %% correct · topk
def share_among(points, centres, k):
    nearest = torch.topk(torch.cdist(centres, centres), k + 1, largest=False, sorted=True).values
    radius = nearest[:, k]
    return torch.cdist(centres, points).le(radius[:, None]).any(0).float().mean()

# %% wrong · counts_itself · self_counted
def share_among(points, centres, k):
    radius = torch.cdist(centres, centres).sort(dim=1).values[:, k - 1]
    return (torch.cdist(points, centres) <= radius).any(1).float().mean()

# %% wrong · balls_of_points · balls_of_the_points
def share_among(points, centres, k):
    return share_inside(centres, points, k)


def share_inside(points, centres, k):
    k = min(k, len(centres) - 1)
    radius = torch.cdist(centres, centres).sort(dim=1).values[:, k]
    return (torch.cdist(points, centres) <= radius).any(1).float().mean()

# %% wrong · nearest_only · nearest_centre_only
def share_among(points, centres, k):
    radius = torch.cdist(centres, centres).sort(dim=1).values[:, k]
    distance, which = torch.cdist(points, centres).min(1)
    return (distance <= radius[which]).float().mean()

# %% wrong · mean_radius · one_radius
def share_among(points, centres, k):
    radius = torch.cdist(centres, centres).sort(dim=1).values[:, k].mean()
    return (torch.cdist(points, centres) <= radius).any(1).float().mean()

# %% wrong · pairs · pairs_counted
def share_among(points, centres, k):
    radius = torch.cdist(centres, centres).sort(dim=1).values[:, k]
    return (torch.cdist(points, centres) <= radius).float().mean()

# %% wrong · balls_hit · pairs_counted
def share_among(points, centres, k):
    radius = torch.cdist(centres, centres).sort(dim=1).values[:, k]
    return (torch.cdist(points, centres) <= radius).any(0).float().mean()

# %% wrong · outside · turned_round
def share_among(points, centres, k):
    radius = torch.cdist(centres, centres).sort(dim=1).values[:, k]
    return (torch.cdist(points, centres) > radius).all(1).float().mean()

# %% wrong · always_three · k_ignored
def share_among(points, centres, k):
    radius = torch.cdist(centres, centres).sort(dim=1).values[:, min(3, len(centres) - 1)]
    return (torch.cdist(points, centres) <= radius).any(1).float().mean()

# %% wrong · farthest · k_ignored
def share_among(points, centres, k):
    radius = torch.cdist(centres, centres).max(dim=1).values
    return (torch.cdist(points, centres) <= radius).any(1).float().mean()

# %% wrong · count · not_one_share
def share_among(points, centres, k):
    radius = torch.cdist(centres, centres).sort(dim=1).values[:, k]
    return (torch.cdist(points, centres) <= radius).any(1)

# %% wrong · sum · not_one_share
def share_among(points, centres, k):
    radius = torch.cdist(centres, centres).sort(dim=1).values[:, k]
    return (torch.cdist(points, centres) <= radius).any(1).sum()

# %% wrong · squared_reach · other_distance
def share_among(points, centres, k):
    radius = torch.cdist(centres, centres).sort(dim=1).values[:, k]
    reach = (points[:, None] - centres[None]).square().sum(-1)
    return (reach <= radius).any(1).float().mean()

# %% wrong · one_more · one_too_far
def share_among(points, centres, k):
    nearest = torch.cdist(centres, centres).sort(dim=1).values
    return (torch.cdist(points, centres) <= nearest[:, min(k + 1, len(centres) - 1)]).any(1).float().mean()

# %% wrong · plain_number · wrong_type
def share_among(points, centres, k):
    radius = torch.cdist(centres, centres).sort(dim=1).values[:, k]
    inside = (torch.cdist(points, centres) <= radius).any(1)
    return sum(inside.tolist()) / len(points)

# %% wrong · the_librarys · ready_made
from gan_course import metrics


def share_among(points, centres, k):
    return torch.tensor(metrics.precision_recall(centres, points, k).precision)

# %% noisy · warns
import warnings


def share_among(points, centres, k):
    warnings.warn("slow")
    radius = torch.cdist(centres, centres).sort(dim=1).values[:, k]
    return (torch.cdist(points, centres) <= radius).any(1).float().mean()
