"""Visible checks: instant help in the notebook, one module an assignment, one function an exercise.

    from gan_course.checks import dcgan as check

    check.conv_size(conv_size)

How to write one: :mod:`gan_course.checks.framework`.
"""
