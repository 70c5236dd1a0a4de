# %% [markdown]
# # Sums
# Two functions and a question.

# %%
import os

import toy_check as check


# %% nbgrader={"grade": false, "grade_id": "sums_help", "locked": true, "schema_version": 3, "solution": false, "task": false}
def add_up(values):
    return sum(values)


# %% [markdown]
# ## Exercise 1 · Twice as much (3 points)
#
# <details><summary>Hint</summary>Two times x.</details>


# %% nbgrader={"grade": false, "grade_id": "double", "locked": false, "schema_version": 3, "solution": true, "task": false}
def double(x):
    """Return twice x."""
    ### BEGIN SOLUTION
    twice_as_much = x + x
    return twice_as_much
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_double", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check.double(double)
### BEGIN HIDDEN TESTS
from toy_probe import probe

probe("01_sums", "double")
### END HIDDEN TESTS

# %% [markdown]
# A picture that needs the answer; grading leaves it out.

# %%
if os.environ.get("GAN_COURSE_SKIP_DEMOS") == "1":
    print("demo left out")
else:
    try:
        print(f"twice 8 is {double(8)}")
    except NotImplementedError:
        print("this picture needs `double`")

# %% [markdown]
# ## Exercise 2 · The middle (4 points)
#
# <details><summary>Hint</summary>A sum and a length.</details>


# %% nbgrader={"grade": false, "grade_id": "average", "locked": false, "schema_version": 3, "solution": true, "task": false}
def average(values):
    """Return the arithmetic mean."""
    ### BEGIN SOLUTION
    return add_up(values) / len(values)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_average", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.average(average)
### BEGIN HIDDEN TESTS
from toy_probe import probe

probe("01_sums", "average")
### END HIDDEN TESTS

# %% [markdown]
# ## Question · What is 1 + 2 + … + 10? (1 point)
#
# <details><summary>Hint</summary>Five pairs.</details>

# %% nbgrader={"grade": false, "grade_id": "q_sum", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_sum = 55
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_sum", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_sum(q_sum)
### BEGIN HIDDEN TESTS
from toy_probe import probe

probe("01_sums", "q_sum")
### END HIDDEN TESTS
