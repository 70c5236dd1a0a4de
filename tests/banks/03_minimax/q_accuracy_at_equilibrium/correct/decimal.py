from decimal import Decimal

q_accuracy_at_equilibrium = Decimal("0.5")
