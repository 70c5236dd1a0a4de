# %% correct · branches
def xy_step(x, y, eta, alternating):
    match alternating:
        case True:
            return [x - eta * y, y + eta * x - eta**2 * y]
        case _:
            return [x - eta * y, y + eta * x]

# %% correct · by_autograd
def xy_step(x, y, eta, alternating):
    def slopes(x, y):
        p = torch.tensor([x, y], dtype=torch.float64, requires_grad=True)
        (g,) = torch.autograd.grad(p[0] * p[1], p)
        return g.tolist()

    dx, dy = slopes(x, y)
    new_x = x - eta * dx
    if alternating:
        dy = slopes(new_x, y)[1]
    return new_x, y + eta * dy

# %% correct · lambda_style
xy_step = lambda x, y, eta, alternating=False: (x - eta * y, y + eta * (x - eta * y * bool(alternating)))

# %% correct · matrix
def xy_step(x, y, eta, alternating):
    corner = 1 - eta**2 if alternating else 1.0
    step = torch.tensor([[1.0, -eta], [eta, corner]], dtype=torch.float64)
    return tuple((step @ torch.tensor([x, y], dtype=torch.float64)).tolist())

# %% correct · new_names
def xy_step(x, y, eta, alternating):
    new_x = x - eta * y
    seen = new_x if alternating else x
    new_y = y + eta * seen
    return new_x, new_y

# %% correct · numpy_pair
import numpy as np


def xy_step(x, y, eta, alternating):
    point = np.array([x, y], dtype=float)
    point[0] = x - eta * y
    point[1] = y + eta * (point[0] if alternating is True else x)
    return point

# %% correct · tensor_of_two
def xy_step(x, y, eta, alternating):
    first = x - y * eta
    return torch.tensor([first, y + eta * (first if alternating else x)])

# %% correct · tuple_assignment
def xy_step(x, y, eta, alternating):
    if alternating:
        x -= eta * y
        y += eta * x
        return x, y
    x, y = x - eta * y, y + eta * x
    return x, y

# %% wrong · alternating_moves_one
def xy_step(x, y, eta, alternating):
    if alternating:
        return x - eta * y, y
    return x - eta * y, y + eta * x

# %% wrong · both_climb · both_climb
def xy_step(x, y, eta, alternating):
    new_x = x + eta * y
    return new_x, y + eta * (new_x if alternating else x)

# %% wrong · both_descend · both_descend
def xy_step(x, y, eta, alternating):
    new_x = x - eta * y
    return new_x, y - eta * (new_x if alternating else x)

# %% wrong · damped · damped
def xy_step(x, y, eta, alternating):
    new_x = x - eta * (y + 0.3 * x)
    return new_x, y + eta * ((new_x if alternating else x) - 0.3 * y)

# %% wrong · fixed_eta · step_size
def xy_step(x, y, eta, alternating, step=0.1):
    new_x = x - step * y
    return new_x, y + step * (new_x if alternating else x)

# %% wrong · flag_reversed · flag_reversed
def xy_step(x, y, eta, alternating):
    new_x = x - eta * y
    return new_x, y + eta * (x if alternating else new_x)

# %% wrong · integer_steps
def xy_step(x, y, eta, alternating):
    new_x = int(x - eta * y)
    return new_x, int(y + eta * (new_x if alternating else x))

# %% wrong · never_alternates · always_simultaneous
def xy_step(x, y, eta, alternating):
    return x - eta * y, y + eta * x

# %% wrong · no_eta · step_size
def xy_step(x, y, eta, alternating):
    new_x = x - y
    return new_x, y + (new_x if alternating else x)

# %% wrong · normalised
def xy_step(x, y, eta, alternating):
    new_x = x - eta * y
    new_y = y + eta * (new_x if alternating else x)
    r = math.hypot(x, y) / math.hypot(new_x, new_y)
    return new_x * r, new_y * r

# %% wrong · only_slopes · returns_the_step
def xy_step(x, y, eta, alternating):
    return -y, x

# %% wrong · only_the_step · returns_the_step
def xy_step(x, y, eta, alternating):
    dx = -eta * y
    return dx, eta * (x + dx if alternating else x)

# %% wrong · only_x_moves · one_moves
def xy_step(x, y, eta, alternating):
    return x - eta * y, y

# %% wrong · own_coordinate · own_coordinate
def xy_step(x, y, eta, alternating):
    return x - eta * x, y + eta * y

# %% wrong · reads_after_writing · always_alternating
def xy_step(x, y, eta, alternating):
    x = x - eta * y
    y = y + eta * x
    return x, y

# %% wrong · remembers
state = {"x": None}


def xy_step(x, y, eta, alternating):
    old = state["x"] if state["x"] is not None else x
    new_x = x - eta * y
    state["x"] = x
    return new_x, y + eta * (new_x if alternating else old)

# %% wrong · returns_y_first · returns_swapped
def xy_step(x, y, eta, alternating):
    new_x = x - eta * y
    return y + eta * (new_x if alternating else x), new_x

# %% wrong · roles · roles_swapped
def xy_step(x, y, eta, alternating):
    new_x = x + eta * y
    return new_x, y - eta * (new_x if alternating else x)

# %% wrong · rounded
def xy_step(x, y, eta, alternating):
    new_x = x - eta * y
    return round(new_x, 1), round(y + eta * (new_x if alternating else x), 1)

# %% wrong · two_rounds
def xy_step(x, y, eta, alternating):
    for _ in range(2):
        new_x = x - eta * y
        x, y = new_x, y + eta * (new_x if alternating else x)
    return x, y

# %% wrong · value · wrong_type
def xy_step(x, y, eta, alternating):
    return x * y

# %% wrong · value_as_slope · own_coordinate
def xy_step(x, y, eta, alternating):
    new_x = x - eta * x * y
    return new_x, y + eta * (new_x if alternating else x) * y

# %% wrong · y_first · y_moves_first
def xy_step(x, y, eta, alternating):
    new_y = y + eta * x
    return x - eta * (new_y if alternating else y), new_y

# %% noisy · prints
def xy_step(x, y, eta, alternating):
    neu_x = x - eta * y
    neu_y = y + eta * (neu_x if alternating else x)
    print(f"({x:.2f}, {y:.2f}) → ({neu_x:.2f}, {neu_y:.2f})")
    return neu_x, neu_y

# %% wrong · always_sequential · always_alternating
def xy_step(x, y, eta, alternating):
    if alternating:
        x = x - eta * y
        y = y + eta * x
        return x, y
    x = x - eta * y
    return x, y + eta * x

# %% wrong · y_goes_first · y_moves_first
def xy_step(x, y, eta, alternating):
    if alternating:
        y = y + eta * x
        x = x - eta * y
        return x, y
    return x - eta * y, y + eta * x

# %% wrong · both_descend_again · both_descend
def xy_step(x, y, eta, alternating):
    new_x = x - eta * y
    return new_x, y - eta * (new_x if alternating else x)

# %% wrong · flags_exchanged · flag_reversed
def xy_step(x, y, eta, alternating):
    new_x = x - eta * y
    seen = x if alternating else new_x
    return new_x, y + eta * seen

# %% wrong · halfway
def xy_step(x, y, eta, alternating):
    new_x = x - eta * y
    seen = (x + new_x) / 2 if alternating else x
    return new_x, y + eta * seen

# %% wrong · stay_in_the_picture
def xy_step(x, y, eta, alternating):
    keep = lambda v: max(-10.0, min(10.0, v))
    new_x = keep(x - eta * y)
    new_y = keep(y + eta * (new_x if alternating else x))
    return new_x, new_y

# %% wrong · one_player_per_round
def xy_step(x, y, eta, alternating):
    if not alternating:
        return x - eta * y, y + eta * x
    xy_step.turn = not getattr(xy_step, "turn", False)
    return (x - eta * y, y) if xy_step.turn else (x, y + eta * x)

# %% correct · two_by_two_matrix
def xy_step(x, y, eta, alternating):
    corner = 1 - eta**2 if alternating else 1
    return x - eta * y, eta * x + corner * y

# %% correct · slopes_as_functions
def xy_step(x, y, eta, alternating):
    def dv_dx(x, y):
        return y

    def dv_dy(x, y):
        return x

    moved = x - eta * dv_dx(x, y)
    where = (moved, y) if alternating is True else (x, y)
    return moved, y + eta * dv_dy(*where)

# %% correct · loop_over_players
def xy_step(x, y, eta, alternating):
    old, new = {"x": x, "y": y}, {"x": x, "y": y}
    for me, other, sign in (("x", "y", -1), ("y", "x", +1)):
        look_at = new if alternating else old
        new[me] = old[me] + sign * eta * look_at[other]
    return new["x"], new["y"]
