"""Settings of the reading site; ``make site`` lays its pages out first (see build_site.py)."""

import os

project = "The information society: an open course"
author = "The infosoc course contributors"
html_title = project
language = "en"

extensions = ["myst_nb"]
nb_execution_mode = "off"
nb_merge_streams = True
nb_code_prompt_show = "Show the code"
nb_code_prompt_hide = "Hide the code"
myst_heading_anchors = 3
myst_enable_extensions = []
suppress_warnings = ["mystnb.unknown_mime_type"]
# A lesson that cannot be reached or a link that leads nowhere ends the build.
nitpicky = True

html_theme = "furo"
html_static_path = ["static"]
html_extra_path = ["extra"]
html_css_files = ["site.css"]
html_copy_source = False
html_use_index = False
html_show_sourcelink = False
html_show_sphinx = False
# Excerpts would be fetched page by page, which a page opened from a folder may not do.
html_show_search_summary = False
html_theme_options = {
    "footer_icons": [],
    # Contrast of links and code of at least 4.5:1 in both modes.
    "light_css_variables": {"color-brand-primary": "#0b4f86", "color-brand-content": "#0b4f86"},
    "dark_css_variables": {"color-brand-primary": "#8cc4f0", "color-brand-content": "#8cc4f0"},
}
if os.environ.get("SITE_ADDRESS"):
    html_baseurl = os.environ["SITE_ADDRESS"]


def setup(app):
    """Read plotly and what draws with it only on pages that have a figure or a quiz."""
    app.connect("html-page-context", _add_scripts)


def _add_scripts(app, _page, _template, context, _doctree):
    app.add_js_file("site.js", loading_method="defer")
    if 'class="infosoc-figure"' in context.get("body", ""):
        app.add_js_file("plotly.min.js", loading_method="defer", priority=400)
    if 'class="infosoc-quiz"' in context.get("body", ""):
        app.add_js_file("quiz.js", loading_method="defer")
