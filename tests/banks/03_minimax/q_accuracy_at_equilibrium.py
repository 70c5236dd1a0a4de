# %% correct · decimal
from decimal import Decimal

q_accuracy_at_equilibrium = Decimal("0.5")

# %% correct · exact
from fractions import Fraction

q_accuracy_at_equilibrium = Fraction(1, 2)

# %% correct · fraction
q_accuracy_at_equilibrium = 1 / 2

# %% correct · half
q_accuracy_at_equilibrium = 0.5

# %% correct · percent_converted
q_accuracy_at_equilibrium = 50 / 100

# %% correct · simulated
truth = torch.tensor([1.0, 0.0])
q_accuracy_at_equilibrium = (truth == torch.ones(2)).float().mean().item()

# %% correct · tensor
q_accuracy_at_equilibrium = torch.tensor(0.5)

# %% wrong · nan · wrong_type
q_accuracy_at_equilibrium = float("nan")

# %% wrong · none · unanswered
q_accuracy_at_equilibrium = None

# %% wrong · one · always_right
q_accuracy_at_equilibrium = 1.0

# %% wrong · percent · out_of_range
q_accuracy_at_equilibrium = 50

# %% wrong · quarter · other_answer
q_accuracy_at_equilibrium = 0.25

# %% wrong · text · wrong_type
q_accuracy_at_equilibrium = "one half"

# %% wrong · truth · wrong_type
q_accuracy_at_equilibrium = True

# %% wrong · value · out_of_range
q_accuracy_at_equilibrium = -1.386

# %% wrong · zero · drops_to_zero
q_accuracy_at_equilibrium = 0

# %% noisy · logs
import logging

logging.error('a coin')
q_accuracy_at_equilibrium = 0.5

# %% noisy · prints
print('½')
q_accuracy_at_equilibrium = 0.5
