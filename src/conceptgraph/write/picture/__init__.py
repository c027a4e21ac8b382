"""graph.svg and graph.png: the opening view as a picture for a paper, drawn by matplotlib (the extra `picture`).

`scene` says what is in it and where, `legend` names the lines, `shapes` draws, `fonts` finds Chinese characters.
matplotlib is imported only when a picture is drawn.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from conceptgraph import __version__
from conceptgraph.config import Config
from conceptgraph.errors import OutputError
from conceptgraph.model import ConceptGraph

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_PIXELS = 20_000  # of a side of graph.png; larger pictures get fewer dots an inch


def to_svg(graph: ConceptGraph, config: Config, language: str) -> bytes:
    """Return the picture as SVG; characters are outlines, so that it looks the same where the font is missing."""
    with _matplotlib() as draw:
        figure = draw(graph, config, language)
        return _saved(figure, format="svg", metadata={"Date": None, "Creator": f"conceptgraph {__version__}"})


def to_png(graph: ConceptGraph, config: Config, language: str) -> bytes:
    """Return the picture as PNG with `config.write.picture_dpi` dots an inch."""
    with _matplotlib() as draw:
        figure = draw(graph, config, language)
        dpi = min(config.write.picture_dpi, int(MOST_PIXELS / max(figure.get_size_inches())))
        return _saved(figure, format="png", dpi=dpi, metadata={"Software": f"conceptgraph {__version__}"})


def check_picture(config: Config) -> None:
    """Raise OutputError, with the remedy, where matplotlib or a font with Chinese characters is missing."""
    _require_matplotlib()
    from conceptgraph.write.picture.fonts import choose_font

    choose_font(config.write.picture_font, [])


def _require_matplotlib() -> None:
    from importlib.util import find_spec

    if find_spec("matplotlib") is None:
        raise OutputError("picture_library")


@contextmanager
def _matplotlib() -> Iterator[Any]:
    """Yield the function that draws; it draws by matplotlib's defaults, whatever the user's matplotlibrc says, and
    always the same bytes.
    """
    _require_matplotlib()
    import matplotlib

    from conceptgraph.write.picture.shapes import draw

    settings: Any = {
        name: value for name, value in matplotlib.rcParamsDefault.items() if not name.startswith("backend")
    }
    settings |= {"svg.hashsalt": "conceptgraph", "svg.fonttype": "path"}
    settings |= {"path.simplify": False, "lines.scale_dashes": False}
    with matplotlib.rc_context(settings), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")  # `choose_font` says it for all of them at once
        yield draw


def _saved(figure: Figure, **options: Any) -> bytes:
    out = io.BytesIO()
    figure.savefig(out, **options)
    return out.getvalue()
