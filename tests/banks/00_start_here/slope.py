# %% correct · create_graph
def slope(function, x):
    leaf = x.clone().requires_grad_()
    return torch.autograd.grad(outputs=function(leaf), inputs=leaf, grad_outputs=torch.ones(len(x), 1), create_graph=True)[0]

# %% correct · enable_grad
def slope(function, x):
    with torch.enable_grad():
        leaf = x.detach().requires_grad_()
        y = function(leaf).squeeze(1).sum()
    y.backward()
    out = leaf.grad
    return out.reshape(-1, 1)

# %% correct · functional_jvp
def slope(function, x):
    from torch.autograd.functional import vjp
    y, g = vjp(function, x, torch.ones_like(x))
    return g

# %% correct · grad_function
def slope(function, x):
    leaf = x.detach().clone().requires_grad_(True)
    (g,) = torch.autograd.grad(function(leaf).sum(), leaf)
    return g

# %% correct · in_place_mark
def slope(function, x):
    x = torch.tensor(x.tolist(), requires_grad=True)
    total = torch.sum(function(x))
    total.backward()
    return x.grad.clone()

# %% correct · jacobian_diag
def slope(function, x):
    J = torch.autograd.functional.jacobian(lambda v: function(v).sum(0), x)
    return J.reshape(x.shape)

# %% correct · jvp
def slope(function, x):
    return torch.func.jvp(function, (x,), (torch.ones_like(x),))[1]

# %% correct · mean_times_n
def slope(function, x):
    leaf = x.clone().requires_grad_()
    (function(leaf).mean() * x.shape[0]).backward()
    return leaf.grad

# %% correct · ones
def slope(function, x):
    leaf = x.clone()
    leaf.requires_grad = True
    y = function(leaf)
    y.backward(torch.ones_like(y))
    return leaf.grad

# %% correct · retains
def slope(function, x):
    leaf = x.clone().requires_grad_()
    y = function(leaf)
    slopes = []
    for i in range(len(x)):
        (g,) = torch.autograd.grad(y[i, 0], leaf, retain_graph=True)
        slopes.append(g[i])
    return torch.stack(slopes)

# %% correct · row_by_row
import torch


def slope(function, x):
    rows = []
    for row in x:
        leaf = row[None].clone().requires_grad_()
        function(leaf).sum().backward()
        rows.append(leaf.grad)
    return torch.cat(rows)

# %% correct · vmap_grad
import torch


def slope(function, x):
    return torch.func.vmap(torch.func.grad(lambda place: function(place[None]).sum()))(x)

# %% correct · vmap_grad_of_numbers
import torch


def slope(function, x):
    return torch.func.vmap(torch.func.grad(lambda place: function(place).sum()))(x)

# %% correct · forward_mode_jvp
def slope(function, x):
    _, tangent = torch.func.jvp(function, (x,), (torch.ones_like(x),))
    return tangent

# %% correct · diagonal_of_the_jacobian
def slope(function, x):
    n = x.shape[0]
    jacobian = torch.autograd.functional.jacobian(function, x)  # (N, 1, N, 1)
    return jacobian.reshape(n, n).diagonal().unsqueeze(1).clone()

# %% correct · mean_times_n_2
def slope(function, x):
    leaf = x.detach().clone().requires_grad_()
    function(leaf).mean().backward()
    return leaf.grad * len(leaf)

# %% correct · backward_with_ones
def slope(function, x):
    leaf = x.detach().requires_grad_()  # a new tensor object on the same numbers, which are only read
    values = function(leaf)
    return torch.autograd.grad(outputs=values, inputs=leaf, grad_outputs=torch.ones_like(values))[0]

# %% wrong · clone_keeps_no_slope · nothing_returned
def slope(function, x):
    leaf = x.clone().requires_grad_().clone()
    function(leaf).sum().backward()
    return leaf.grad

# %% wrong · backward_on_a_vector · raises
def slope(function, x):
    leaf = x.clone().requires_grad_()
    function(leaf).backward()
    return leaf.grad

# %% wrong · accumulates
def slope(function, x):
    x.requires_grad_()
    function(x).sum().backward()
    function(x).sum().backward()
    return x.grad

# %% wrong · at_zero · finite_difference
def slope(function, x):
    leaf = torch.zeros_like(x).requires_grad_()
    function(leaf).sum().backward()
    return leaf.grad

# %% wrong · changes_x · modifies_inputs
def slope(function, x):
    leaf = x.requires_grad_()
    function(leaf).sum().backward()
    with torch.no_grad():
        x -= leaf.grad
    return leaf.grad

# %% wrong · difference_quotient · finite_difference
def slope(function, x, h=1e-3):
    return ((function(x + h) - function(x - h)) / (2 * h)).detach()

# %% wrong · first_only · one_row_only
def slope(function, x):
    leaf = x.clone().requires_grad_()
    function(leaf)[0].backward()
    return leaf.grad

# %% wrong · mean · averaged
def slope(function, x):
    leaf = x.clone().requires_grad_()
    function(leaf).mean().backward()
    return leaf.grad

# %% wrong · minus · sign
def slope(function, x):
    leaf = x.clone().requires_grad_()
    (-function(leaf).sum()).backward()
    return leaf.grad

# %% wrong · no_mark · nothing_returned
def slope(function, x):
    y = function(x).sum()
    y.backward()
    return x.grad

# %% wrong · returns_number · wrong_type
def slope(function, x):
    leaf = x.clone().requires_grad_()
    function(leaf).sum().backward()
    return leaf.grad[0, 0].item()

# %% wrong · second · second_derivative
def slope(function, x):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(function(leaf).sum(), leaf, create_graph=True)
    return torch.autograd.grad(g.sum(), leaf)[0]

# %% wrong · sine_only · unrecognised
def slope(function, x):
    return 2 * torch.cos(2 * x)

# %% wrong · squared_sum · another_number
def slope(function, x):
    leaf = x.clone().requires_grad_()
    (function(leaf) ** 2).sum().backward()
    return leaf.grad

# %% wrong · total · one_number
def slope(function, x):
    leaf = x.clone().requires_grad_()
    function(leaf).sum().backward()
    return leaf.grad.sum()

# %% wrong · twice · doubled
def slope(function, x):
    leaf = x.clone().requires_grad_()
    function(leaf).sum().backward()
    function(leaf).sum().backward()
    return leaf.grad

# %% wrong · values · value_not_slope
def slope(function, x):
    return function(x).detach()

# %% wrong · mean_of_outputs · averaged
def slope(function, x):
    """Return the derivative of `function` at each row of `x` (N, 1), shape (N, 1)."""
    leaf = x.clone().requires_grad_()
    function(leaf).mean().backward()
    return leaf.grad

# %% wrong · central_difference · finite_difference
def slope(function, x):
    h = 1e-3
    return (function(x + h) - function(x - h)) / (2 * h)

# %% wrong · callers_leaf · modifies_inputs
def slope(function, x):
    x.requires_grad_()
    y = function(x).sum()
    y.backward()
    return x.grad

# %% wrong · callers_leaf_cleared · modifies_inputs
def slope(function, x):
    x.requires_grad_()
    x.grad = None
    function(x).sum().backward()
    result = x.grad.clone()
    x.grad = None
    return result

# %% wrong · flattened_result · flattened
def slope(function, x):
    leaf = x.clone().detach().requires_grad_(True)
    (g,) = torch.autograd.grad(function(leaf).sum(), leaf)
    return g.flatten()

# %% wrong · flattened_input · raises
def slope(function, x):
    leaf = x.flatten().clone().requires_grad_()
    function(leaf).sum().backward()
    return leaf.grad.reshape(-1, 1)

# %% wrong · gradient_of_output · slope_of_the_value
def slope(function, x):
    leaf = x.clone().requires_grad_()
    y = function(leaf)
    y.retain_grad()
    y.sum().backward()
    return y.grad

# %% wrong · backward_with_x · weighted
def slope(function, x):
    leaf = x.clone().requires_grad_()
    y = function(leaf)
    y.backward(x)  # backward() of a batch wants a tensor of the same shape
    return leaf.grad

# %% wrong · twice_backward · doubled
def slope(function, x):
    leaf = x.clone().requires_grad_()
    total = function(leaf).sum()
    total.backward(retain_graph=True)
    total.backward()
    return leaf.grad

# %% wrong · steepness · sign_lost
def slope(function, x):
    leaf = x.clone().requires_grad_()
    function(leaf).sum().backward()
    return leaf.grad.abs()

# %% wrong · first_row_only · one_row_only
def slope(function, x):
    leaf = x.clone().requires_grad_()
    function(leaf)[0].backward()
    return leaf.grad

# %% wrong · neighbours_gradient · raises
def slope(function, x):
    with torch.no_grad():
        y = function(x).flatten()
    (g,) = torch.gradient(y, spacing=(x.flatten(),))
    return g.unsqueeze(1)

# %% wrong · remembered_leaf · remembers
_leaves = {}


def slope(function, x):
    if x.shape not in _leaves:
        _leaves[x.shape] = x.clone().requires_grad_()
    leaf = _leaves[x.shape]
    with torch.no_grad():
        leaf.copy_(x)
    function(leaf).sum().backward()
    return leaf.grad.clone()

# %% wrong · length_of_outputs · another_number
def slope(function, x):
    leaf = x.clone().requires_grad_()
    y = function(leaf)
    y.norm().backward()
    return leaf.grad

# %% noisy · logs
import logging

def slope(function, x):
    logging.warning('slope of %s', function)
    leaf = x.clone().requires_grad_()
    function(leaf).sum().backward()
    print(leaf.grad)
    return leaf.grad

# %% noisy · plots
import matplotlib.pyplot as plt

def slope(function, x):
    leaf = x.clone().requires_grad_()
    function(leaf).sum().backward()
    plt.figure()
    plt.plot(x.flatten(), leaf.grad.flatten())
    plt.close('all')
    return leaf.grad

# %% wrong · slope_clipped
def slope(function, x):
    leaf = x.detach().clone().requires_grad_()
    function(leaf).sum().backward()
    return leaf.grad.clamp(-20, 20)

# %% wrong · slope_clipped_at_one
def slope(function, x):
    leaf = x.detach().clone().requires_grad_()
    function(leaf).sum().backward()
    return leaf.grad.clamp(max=1.0)

# %% wrong · places_in_a_box
def slope(function, x):
    leaf = x.clamp(-20, 20).detach().requires_grad_()
    function(leaf).sum().backward()
    return leaf.grad
