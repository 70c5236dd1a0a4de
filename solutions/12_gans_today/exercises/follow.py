"""Key of the walk along a velocity, in equal steps (Euler's method)."""

import torch

from gan_grading.keys import Key


def walk(times=lambda i, n: i / n, step=lambda n: 1 / n, count=lambda n: n):
    """A walk that asks at other times, takes other steps, or another number of them."""

    def answer(velocity, z, steps):
        point = z
        for i in range(count(steps)):
            t = torch.full((len(z), 1), float(times(i, steps)))
            point = point + step(steps) * velocity(torch.cat([point, t], dim=1))
        return point

    return answer


def from_start(velocity, z, steps):
    """Every step is taken from z, not from where the last one ended."""
    for i in range(steps):
        here = z + velocity(torch.cat([z, torch.full((len(z), 1), i / steps)], dim=1)) / steps
    return here


def sees_start(velocity, z, steps):
    """The velocity is asked at z throughout."""
    point = z
    for i in range(steps):
        point = point + velocity(torch.cat([z, torch.full((len(z), 1), i / steps)], dim=1)) / steps
    return point


def midpoint(velocity, z, steps):
    point = z
    for i in range(steps):
        t = torch.full((len(z), 1), i / steps)
        half = point + velocity(torch.cat([point, t], dim=1)) / (2 * steps)
        point = point + velocity(torch.cat([half, t + 0.5 / steps], dim=1)) / steps
    return point


def path(velocity, z, steps):
    points = [z]
    for i in range(steps):
        t = torch.full((len(z), 1), i / steps)
        points.append(points[-1] + velocity(torch.cat([points[-1], t], dim=1)) / steps)
    return torch.stack(points)


def case(on, steps, **sizes):
    return {
        "on": f"{on}, {steps} step{'s' * (steps > 1)}",
        "given": [
            {"network": "velocity", "in": ["d", 1], "out": "d"},
            {"draw": "normal", "shape": ["N", "d"]},
            steps,
        ],
        "sizes": sizes,
        "rows": True,
    }


key = Key(
    "of_networks",
    right=walk(),
    parts=[
        {
            "criterion": "where the walk ends",
            "cases": [
                {
                    "on": "velocity(p, t) = p + 4t, z = 1, 2 steps",
                    "given": [{"network": "velocity", "weights": [[1.0, 4.0]]}, {"is": [[1.0]]}, 2],
                    "rows": True,
                },
                case("one point", 1, N=1, d=2),
                case("one number each", 3, N=[3, 5], d=1),
                case("points of 3 numbers", 4, N=3, d=3),
                case("points in the plane", 7, N=[4, 6], d=2),
            ],
        }
    ],
)
key.wrong(
    "step_not_divided",
    "Each of your steps is as long as the whole journey.",
    "The time of the whole journey is 1, and you take `steps` equal steps.",
    walk(step=lambda n: 1.0),
    walk(times=lambda i, n: i, step=lambda n: 1.0),
    walk(times=lambda i, n: i, step=lambda n: 1 / n),
)
key.wrong(
    "times_shifted",
    "You ask the network at the end of each step, or in its middle, not at its beginning.",
    "Step number i (from 0) begins at time i/steps. The first begins at 0, and none begins at 1.",
    walk(times=lambda i, n: (i + 1) / n),
    walk(times=lambda i, n: (i + 0.5) / n),
    walk(times=lambda i, n: i / max(n - 1, 1)),
)
key.wrong(
    "time_stands_still",
    "You ask the network at the same time in every step.",
    "Time moves on with every step: the velocity there is another one.",
    *(walk(times=lambda i, n, at=at: at) for at in (0.0, 1.0, 0.5)),
    walk(times=lambda i, n: 1 / n),
)
key.wrong(
    "backwards",
    "You walk backwards: against the velocity, or from time 1 to time 0.",
    "z is noise, and noise is where t = 0. From there the velocity is added.",
    walk(step=lambda n: -1 / n),
    walk(times=lambda i, n: 1 - i / n),
    walk(times=lambda i, n: 1 - i / n, step=lambda n: -1 / n),
    walk(times=lambda i, n: 1 - (i + 1) / n),
    walk(times=lambda i, n: 1 - (i + 1) / n, step=lambda n: -1 / n),
)
key.wrong(
    "other_number_of_steps",
    "You take another number of steps.",
    "range(steps) counts from 0 to steps − 1: that is `steps` steps.",
    walk(count=lambda n: n + 1),
    walk(count=lambda n: n - 1),
    walk(count=lambda n: n - 1, times=lambda i, n: (i + 1) / n),
    walk(count=lambda n: n + 1, times=lambda i, n: (i - 1) / n),
    walk(count=lambda n: 1),
    walk(times=lambda i, n: 0.0, step=lambda n: 1.0, count=lambda n: 1),
    walk(step=lambda n: 1 / (n + 1), times=lambda i, n: i / (n + 1)),
    walk(step=lambda n: 1 / (n + 1), times=lambda i, n: i / (n + 1), count=lambda n: n + 1),
)
key.wrong(
    "starts_anew",
    "Steps start from z, or look at z, and not at where the last step has led.",
    "Keep the point that has been reached in a variable: ask the network there, and move on from there.",
    from_start,
    sees_start,
)
key.wrong(
    "time_first",
    "The network gets the time in the first column.",
    "Rows of d + 1 numbers: the point first, then t.",
    lambda v, z, steps: walk()(lambda rows: v(rows.roll(1, 1)), z, steps),
)
key.wrong(
    "not_the_end_point",
    "You return something else than the points that have been reached: the whole path, the way gone, or a velocity.",
    "One row for each z, the shape of z: where its walk ends.",
    path,
    lambda v, z, steps: walk()(v, z, steps) - z,
    lambda v, z, steps: path(v, z, steps)[1:],
    lambda v, z, steps: z,
)
key.wrong(
    "other_method",
    "Your steps are better than asked for: the network is asked twice in each.",
    "This exercise asks for Euler's method, one call a step: the cost of sampling is counted in calls below.",
    midpoint,
    share=0.5,
)
