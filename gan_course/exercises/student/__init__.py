"""Student code and the one handle on it: what is asked, what may cross, and what is handed in.

Everything here may lie beside student code, in a notebook's kernel or in the engine's sandbox. It knows no
expected value and no solution, and sends back plain data only (see :mod:`gan_course.exercises.student.wire`).
"""
