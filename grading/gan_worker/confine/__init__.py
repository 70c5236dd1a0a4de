"""How a student process locks itself in before any student code runs.

``kernel`` calls the C library · ``namespaces`` gives it its own user, processes, mounts, network and
ipc · ``caps`` limits what it may use up · ``landlock`` limits the files it may open · ``seccomp``
takes system calls away · ``enter`` does all of it in the order that works.
"""
