"""Pages of our own in HTML. Not the environment of the documents: that one escapes for Markdown.

Only templates that we ship come here; no municipality brings its own, so there is no sandbox.
"""

from functools import cache

import jinja2

from fgk import resources


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(resources.folder("templates") / "html"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render_html(name: str, **werte: object) -> str:
    """Return the page that a template in ``templates/html`` makes; every value is escaped."""
    return _environment().get_template(name).render(**werte)
