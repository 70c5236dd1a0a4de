"""Settings of Sphinx for the documentation site: ``make docs``."""

from __future__ import annotations

from pathlib import Path

import jupyter_server_mathjax

import gan_course

project = "gan_course"
author = "gan_course contributors"
copyright = author
version = release = gan_course.__version__

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.autosummary",
    "sphinx.ext.mathjax",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
]
exclude_patterns = ["_build", "gallery/*.ipynb"]  # the gallery's notebook is a download, no page

# Text, formulas and notebooks. Lessons show what is stored: nothing runs while the site is built.
nb_execution_mode = "off"
nb_output_stderr = "remove"
myst_enable_extensions = ["amsmath", "colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 4
myst_update_mathjax = False  # that is for MathJax 3
# Cell magics are no Python; a lesson opens with a small heading below its title.
suppress_warnings = ["misc.highlighting_failure", "myst.header"]

# Formulas: MathJax from a package, copied into the site, so that no page asks another host for anything.
_mathjax = Path(jupyter_server_mathjax.__file__).parent / "static"
mathjax_path = "MathJax.js?config=TeX-AMS-MML_HTMLorMML-full,Safe"
mathjax2_config = {
    "jax": ["input/TeX", "output/HTML-CSS"],
    "HTML-CSS": {
        "availableFonts": ["STIX-Web"],
        "preferredFont": "STIX-Web",
        "webFont": "STIX-Web",
        "imageFont": None,
        "scale": 95,
    },
    "showMathMenu": False,
    "messageStyle": "none",
}

# The library's reference, from its docstrings.
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autosummary_generate = True
autosummary_ignore_module_all = False
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True  # a dataclass's fields are named once
add_module_names = False
python_use_unqualified_type_names = True

# How it looks.
html_theme = "pydata_sphinx_theme"
html_title = "gan_course"
html_sidebars = {"gallery/index": []}  # one page: there is nothing to navigate
html_context = {"default_mode": "auto"}  # light or dark as the reader's system is
html_static_path = ["_static", str(_mathjax)]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "navigation_with_keys": True,
    "show_toc_level": 2,
    "navbar_align": "left",
    "header_links_before_dropdown": 8,
    "navbar_end": ["theme-switcher"],
    "footer_start": ["copyright"],
    "footer_end": [],
    "secondary_sidebar_items": ["page-toc"],
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}

# Links to other hosts are checked on a schedule: .github/workflows/docs.yml.
linkcheck_timeout = 20
linkcheck_retries = 2
linkcheck_anchors = False
linkcheck_ignore = [r"http://localhost.*", r"http://127\.0\.0\.1.*"]
