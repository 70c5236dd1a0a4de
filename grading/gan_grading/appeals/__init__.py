"""Appeals: an answer whose grade was questioned, the ruling on it, and what the grader makes of both.

``judge`` takes the answer out of a notebook and asks the grader · ``names`` takes people out of the text ·
``bank`` keeps it with the class · ``case`` writes it down for others.
"""
