"""Visible checks: instant help in the notebook, one module an assignment, one function an exercise.

    from gan_course.checks import minimax as check

    check.discriminator_loss(discriminator_loss)

How to write one: :mod:`gan_course.checks.framework`.
"""
