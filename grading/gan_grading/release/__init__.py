"""From percent source to executed solution notebook and student release.

``source`` reads a percent file · ``regions`` finds solution and hidden regions · ``student`` makes the
release · ``execute`` and ``outputs`` make and judge the executed notebook · ``rules`` and ``leaks`` say what
must hold · ``pipeline`` writes · ``check`` compares what is committed with what would be written.
"""
