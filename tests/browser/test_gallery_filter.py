"""The filter of the site's gallery, on a page of the form that Sphinx makes."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

SCRIPT = Path(__file__).parents[2] / ".github" / "docs" / "_static" / "gallery.js"
PAGE = """
<section><h1>Gallery</h1><p><input type="search" id="gallery-filter"><output id="gallery-count"></output></p>
<section><h2>Inpainting</h2><p>Pathak et al.: Context Encoders</p></section>
<section><h2>Blending</h2><p>Wu et al.: GP-GAN</p></section>
<section><h2>Video</h2><p>Vondrick et al., with a hole in time; GP</p></section></section>
"""


def test_entries_stay_where_they_hold_every_word(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(PAGE)
    page.add_script_tag(content=SCRIPT.read_text(encoding="utf-8"))

    def shown(words: str) -> list[str]:
        page.fill("#gallery-filter", words)
        return page.locator("section section:visible h2").all_inner_texts()

    assert shown("GP") == ["Blending", "Video"]
    assert page.inner_text("#gallery-count") == "2 of 3"
    assert shown("  gp  wu ") == ["Blending"]
    assert shown("nothing of the kind") == []
    assert len(shown("")) == 3
    assert page.inner_text("#gallery-count") == ""
    page.close()
