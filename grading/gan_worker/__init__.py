"""gan_worker: the student process of the engine, and the walls around it.

It runs notebook cells and lets :mod:`gan_course.exercises.student` answer the grader. It knows no key, no
expected value and no solution, and imports nothing of ``gan_grading``.
"""
