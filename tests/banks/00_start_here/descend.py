# %% correct · data_attribute
def descend(loss, start, lr, steps):
    x = torch.nn.Parameter(start.clone())
    while steps > 0:
        x.grad = None
        loss(x).backward()
        x.data = x.data - lr * x.grad
        steps -= 1
    return x.data

# %% correct · functional
from torch.func import grad

def descend(loss, start, lr, steps):
    point = start.clone()
    for _ in range(steps):
        leaf = point.clone().requires_grad_(True)
        value = loss(leaf)
        value.backward()
        point = torch.add(point, leaf.grad, alpha=-lr)
    return point

# %% correct · grad_function
def descend(loss, start, lr, steps):
    x = start
    for i in range(steps):
        x = x.detach().requires_grad_()
        (g,) = torch.autograd.grad(loss(x), [x])
        x = (x - lr * g).detach()
    return x

# %% correct · inplace
def descend(loss, start, lr, steps):
    x = start.clone().requires_grad_()
    for _ in range(steps):
        if x.grad is not None:
            x.grad.zero_()
        loss(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
    return x.detach()

# %% correct · keeps_path
def descend(loss, start, lr, steps):
    path = [start.clone()]
    for _ in range(steps):
        x = path[-1].clone().requires_grad_()
        loss(x).backward()
        path.append((x - lr * x.grad).detach())
    return path[-1]

# %% correct · recursion
def descend(loss, start, lr, steps):
    if steps == 0:
        return start.clone()
    leaf = start.clone().detach().requires_grad_()
    loss(leaf).backward()
    return descend(loss, start.detach() - lr * leaf.grad, lr, steps - 1)

# %% correct · reduce
from functools import reduce
def descend(loss, start, lr, steps):
    def move(x, _):
        leaf = x.detach().requires_grad_()
        return (leaf - lr * torch.autograd.grad(loss(leaf), leaf)[0]).detach()
    return reduce(move, range(steps), start.clone())

# %% correct · returns_attached
def descend(loss, start, lr, steps):
    x = start.clone().requires_grad_()
    for _ in range(steps):
        (g,) = torch.autograd.grad(loss(x), x)
        x = (x - lr * g).detach().requires_grad_()
    return x

# %% correct · uses_slope_idea
def descend(loss, start, lr, steps):
    def gradient(at):
        leaf = at.clone().requires_grad_()
        loss(leaf).backward()
        return leaf.grad

    point = start.clone()
    for _ in range(steps):
        point = point - lr * gradient(point)
    return point

# %% correct · ready_made_sgd
def descend(loss, start, lr, steps):
    x = start.clone().requires_grad_()
    optimizer = torch.optim.SGD([x], lr=lr)
    for _ in range(steps):
        optimizer.zero_grad()
        loss(x).backward()
        optimizer.step()
    return x.detach()

# %% correct · functional_grad
def descend(loss, start, lr, steps):
    slope_of = torch.func.grad(loss)
    place = start
    for _ in range(steps):
        place = place - lr * slope_of(place)
    return place.clone()

# %% correct · one_growing_graph
def descend(loss, start, lr, steps):
    x = start.clone().requires_grad_()
    k = 0
    while k < steps:
        g = torch.autograd.grad(loss(x), x)[0]
        x = x - lr * g  # never detached: autograd walks only as far as x
        k += 1
    return x.detach()

# %% correct · parameter_with_data
def descend(loss, start, lr, steps):
    place = torch.nn.Parameter(start.detach().clone())
    for _ in range(steps):
        place.grad = None
        loss(place).backward()
        place.data.add_(place.grad, alpha=-lr)
    return place.data

# %% correct · functools_reduce
from functools import reduce


def descend(loss, start, lr, steps):
    def step(point, _):
        gradient = torch.autograd.functional.jacobian(loss, point)
        return point - lr * gradient

    return reduce(step, range(steps), start.detach().clone())

# %% wrong · adam · unrecognised
def descend(loss, start, lr, steps):
    x = start.clone().requires_grad_()
    opt = torch.optim.Adam([x], lr=lr)
    for _ in range(steps):
        opt.zero_grad()
        loss(x).backward()
        opt.step()
    return x.detach()

# %% wrong · decaying_rate · rate_changes
def descend(loss, start, lr, steps):
    x = start.clone()
    for i in range(steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        x = leaf.detach() - lr / (i + 1) * leaf.grad
    return x

# %% wrong · in_place_start · modifies_inputs
def descend(loss, start, lr, steps):
    start.requires_grad_()
    for _ in range(steps):
        (g,) = torch.autograd.grad(loss(start), start)
        with torch.no_grad():
            start -= lr * g
    return start.detach()

# %% wrong · momentum · momentum
def descend(loss, start, lr, steps):
    x, v = start.clone(), torch.zeros_like(start)
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        v = 0.9 * v + leaf.grad
        x = leaf.detach() - lr * v
    return x

# %% wrong · never_moves · wrong_number_of_steps
def descend(loss, start, lr, steps):
    for _ in range(steps):
        leaf = start.clone().requires_grad_()
        loss(leaf).backward()
    return start

# %% wrong · no_rate · rate_ignored
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        x = leaf.detach() - leaf.grad
    return x

# %% wrong · old_slope · old_slope
def descend(loss, start, lr, steps):
    leaf = start.clone().requires_grad_()
    loss(leaf).backward()
    x = start.clone()
    for _ in range(steps):
        x = x - lr * leaf.grad
    return x

# %% wrong · one_less · wrong_number_of_steps
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(1, steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        x = leaf.detach() - lr * leaf.grad
    return x

# %% wrong · one_more · wrong_number_of_steps
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps + 1):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        x = leaf.detach() - lr * leaf.grad
    return x

# %% wrong · own_rate · rate_ignored
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        x = leaf.detach() - 0.1 * leaf.grad
    return x

# %% wrong · piles_up · gradients_piled_up
def descend(loss, start, lr, steps):
    x = start.clone().requires_grad_()
    for _ in range(steps):
        loss(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
    return x.detach()

# %% wrong · returns_in_the_loop · wrong_number_of_steps
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        x = leaf.detach() - lr * leaf.grad
        return x
    return x

# %% wrong · returns_loss · wrong_type
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        value = loss(leaf)
        value.backward()
        x = leaf.detach() - lr * leaf.grad
    return loss(x).item()

# %% wrong · sign_only · normalised
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        x = leaf.detach() - lr * leaf.grad.sign()
    return x

# %% wrong · stops_early · stops_early
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        if leaf.grad.norm() < 0.5:
            break
        x = leaf.detach() - lr * leaf.grad
    return x

# %% wrong · unit_steps · normalised
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        x = leaf.detach() - lr * leaf.grad / leaf.grad.norm()
    return x

# %% wrong · uphill · uphill
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        x = leaf.detach() + lr * leaf.grad
    return x

# %% wrong · uphill_2 · uphill
def descend(loss, start, lr, steps):
    """Return the point after `steps` steps of gradient descent from `start` (d,), shape (d,)."""
    x = start.clone()
    for _ in range(steps):
        x = x.detach().requires_grad_()
        loss(x).backward()
        x = x + lr * x.grad
    return x.detach()

# %% wrong · never_cleared · gradients_piled_up
def descend(loss, start, lr, steps):
    x = start.clone().requires_grad_()
    for _ in range(steps):
        loss(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
    return x.detach()

# %% wrong · shared_storage · modifies_inputs
def descend(loss, start, lr, steps):
    x = start.detach().requires_grad_()
    for _ in range(steps):
        loss(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
        x.grad = None
    return x.detach().clone()

# %% wrong · gradient_at_start · old_slope
def descend(loss, start, lr, steps):
    leaf = start.clone().requires_grad_()
    (g,) = torch.autograd.grad(loss(leaf), leaf)
    x = start.clone()
    for _ in range(steps):
        x = x - lr * g
    return x

# %% wrong · one_step_short · wrong_number_of_steps
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(1, steps):
        x = x.detach().requires_grad_()
        (g,) = torch.autograd.grad(loss(x), x)
        x = x - lr * g
    return x.detach()

# %% wrong · zero_steps_crash · raises
def descend(loss, start, lr, steps):
    here = start.clone()
    for _ in range(steps):
        leaf = here.detach().clone().requires_grad_()
        loss(leaf).backward()
        after = leaf.detach() - lr * leaf.grad
        here = after
    return after

# %% wrong · best_so_far · best_point
def descend(loss, start, lr, steps):
    x = start.clone()
    best, lowest = x, float(loss(x))
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        (g,) = torch.autograd.grad(loss(leaf), leaf)
        x = (leaf - lr * g).detach()
        if float(loss(x)) < lowest:
            best, lowest = x, float(loss(x))
    return best

# %% wrong · stops_when_flat · stops_early
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        (g,) = torch.autograd.grad(loss(leaf), leaf)
        if g.norm() < 0.05:  # there is nothing left to gain
            break
        x = leaf.detach() - lr * g
    return x

# %% wrong · clipped_gradient · clipped
def descend(loss, start, lr, steps):
    x = start.clone().requires_grad_()
    for _ in range(steps):
        loss(x).backward()
        torch.nn.utils.clip_grad_norm_([x], max_norm=1.0)
        with torch.no_grad():
            x -= lr * x.grad
            x.grad.zero_()
    return x.detach()

# %% wrong · momentum_2 · momentum
def descend(loss, start, lr, steps):
    x, speed = start.clone(), torch.zeros_like(start)
    for _ in range(steps):
        x = x.detach().requires_grad_()
        (g,) = torch.autograd.grad(loss(x), x)
        speed = 0.9 * speed + g
        x = x - lr * speed
    return x.detach()

# %% wrong · coordinate_by_coordinate · one_by_one
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        for j in range(len(x)):
            leaf = x.clone().requires_grad_()
            (g,) = torch.autograd.grad(loss(leaf), leaf)
            x[j] = x[j] - lr * g[j]
    return x

# %% wrong · whole_path · whole_path
def descend(loss, start, lr, steps):
    path = [start.clone()]
    for _ in range(steps):
        leaf = path[-1].clone().requires_grad_()
        (g,) = torch.autograd.grad(loss(leaf), leaf)
        path.append((leaf - lr * g).detach())
    return torch.stack(path)

# %% noisy · progress
from tqdm.auto import tqdm

def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in tqdm(range(steps)):
        leaf = x.detach().requires_grad_()
        value = loss(leaf)
        value.backward()
        print(f'loss {value.item():.3f}')
        x = leaf.detach() - lr * leaf.grad
    return x

# %% noisy · slow
import time

def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        time.sleep(0.01)
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        x = leaf.detach() - lr * leaf.grad
    return x

# %% wrong · stops_by_allclose · stops_early
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        leaf = x.clone().requires_grad_()
        loss(leaf).backward()
        new = x - lr * leaf.grad
        if torch.allclose(new, x):
            return new
        x = new
    return x

# %% wrong · start_in_a_box
def descend(loss, start, lr, steps):
    x = start.clamp(-20, 20)
    for _ in range(steps):
        leaf = x.clone().requires_grad_()
        loss(leaf).backward()
        x = x - lr * leaf.grad
    return x
