"""A scene drawn by matplotlib; one pixel of the layout is 1/96 inch. Imported only when a picture is drawn."""

from __future__ import annotations

import math
import warnings
from dataclasses import replace

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import FancyBboxPatch, PathPatch, Polygon
from matplotlib.path import Path

from conceptgraph.config import Config
from conceptgraph.errors import ConceptgraphWarning
from conceptgraph.model import ConceptGraph
from conceptgraph.write.picture.fonts import choose_font
from conceptgraph.write.picture.legend import FONT, GAP, LENGTH, ROW, Key, make_legend, rows_of
from conceptgraph.write.picture.scene import INK, PAPER, RADII, Box, Ground, Line, Point, make_scene

INCH, POINT = 96.0, 0.75  # pixels of the layout in an inch, points of a font in a pixel
MARGIN = 28.0
BASELINE = 0.37  # of the font size: how far the baseline of Chinese characters lies below their middle
ARROW = ((0.0, 0.0), (-10.0, -4.2), (-7.5, 0.0), (-10.0, 4.2))  # pointing right, its tip at 0, 0
NOTCH = 7.5  # pixels before its tip where the line ends
BAR = 6.0  # half the length of the bar across a line
EDGE_OF_BOX, EDGE_OF_GROUND = 1.2, 1.0  # widths
DASHED = (0.0, (4.0, 2.5))


def draw(graph: ConceptGraph, config: Config, language: str) -> Figure:
    """Return the figure, as large as its contents."""
    scene = make_scene(graph, config.analyze.laid_out)
    if not scene.boxes:
        warnings.warn(ConceptgraphWarning("picture_empty"), stacklevel=2)
    points = [
        *((box.x + side * box.width / 2, box.y + side * box.height / 2) for box in scene.boxes for side in (-1, 1)),
        *(point for ground in scene.grounds for point in ground.points),
    ] or [(0.0, 0.0)]
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*points, strict=True))
    keys = make_legend(scene, language, right - left)
    font = choose_font(config.write.picture_font, [*(box.name for box in scene.boxes), *(key.name for key in keys)])
    axes = _axes(left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN + rows_of(keys) * ROW)
    for ground in scene.grounds:
        _add_ground(axes, ground)
    for line in scene.lines:
        _add_line(axes, line)
    for box in scene.boxes:
        _add_box(axes, box, font)
    for key in keys:
        _add_key(axes, key, left, bottom + MARGIN + (key.row + 0.5) * ROW, font)
    return axes.figure  # type: ignore[return-value]


def _axes(left: float, top: float, right: float, bottom: float) -> Axes:
    """Return axes in pixels, y downwards, that fill a figure of their size."""
    figure = Figure(figsize=((right - left) / INCH, (bottom - top) / INCH), dpi=INCH, facecolor=PAPER)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(left, right)
    axes.set_ylim(bottom, top)
    return axes


def _add_ground(axes: Axes, ground: Ground) -> None:
    for alpha, width in ((0.1, 0.0), (0.35, EDGE_OF_GROUND)):
        filled = width == 0.0
        axes.add_patch(
            Polygon(
                ground.points,
                closed=True,
                fill=filled,
                facecolor=ground.colour,
                edgecolor=ground.colour,
                alpha=alpha,
                linewidth=width * POINT,
                joinstyle="round",
            )
        )


def _add_line(axes: Axes, line: Line) -> None:
    angle = _angle(line.control or line.start, line.end)
    back = NOTCH if line.head == "arrow" else 0.0
    end = (line.end[0] - back * math.cos(angle), line.end[1] - back * math.sin(angle))
    path = (
        Path([line.start, line.control, end], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
        if line.control
        else Path([line.start, end])
    )
    style = (0.0, tuple(length * POINT for length in line.dashes)) if line.dashes else "solid"
    axes.add_patch(
        PathPatch(
            path,
            fill=False,
            edgecolor=line.colour,
            linewidth=line.width * POINT,
            linestyle=style,
            alpha=line.opacity,
            capstyle="butt",
            gid=line.gid,
        )
    )
    if line.head == "arrow":
        axes.add_patch(Polygon(_placed(ARROW, line.end, angle), closed=True, color=line.colour, linewidth=0))
    if line.head == "bar":
        _add_bar(axes, line.end, angle, line.colour)
    if line.denied:
        _add_bar(axes, _middle(line), _angle(line.start, line.end), line.colour)


def _add_bar(axes: Axes, place: Point, angle: float, colour: str) -> None:
    ends = _placed(((0.0, -BAR), (0.0, BAR)), place, angle)
    axes.add_patch(PathPatch(Path(ends), fill=False, edgecolor=colour, linewidth=2.5 * POINT, capstyle="butt"))


def _angle(start: Point, end: Point) -> float:
    return math.atan2(end[1] - start[1], end[0] - start[0])


def _placed(points: tuple[Point, ...], place: Point, angle: float) -> list[Point]:
    """Return points turned by `angle` about 0, 0 and moved to `place`."""
    sine, cosine = math.sin(angle), math.cos(angle)
    return [(place[0] + x * cosine - y * sine, place[1] + x * sine + y * cosine) for x, y in points]


def _middle(line: Line) -> Point:
    (x1, y1), (x2, y2) = line.start, line.end
    if not line.control:
        return (x1 + x2) / 2, (y1 + y2) / 2
    x, y = line.control
    return (x1 + 2 * x + x2) / 4, (y1 + 2 * y + y2) / 4


def _add_box(axes: Axes, box: Box, font: FontProperties) -> None:
    corner = (box.x - box.width / 2, box.y - box.height / 2)
    radius = min(RADII[box.kind], box.height / 2) if box.name else box.height / 2
    axes.add_patch(
        FancyBboxPatch(
            corner,
            box.width,
            box.height,
            boxstyle=f"round,pad=0,rounding_size={radius}" if radius else "square,pad=0",
            facecolor=box.fill,
            edgecolor=box.border,
            linewidth=EDGE_OF_BOX * POINT,
            linestyle="solid" if box.kind == "concept" else DASHED,
            gid=box.gid,
        )
    )
    if box.name:
        _add_text(axes, box.x, box.y, box.name, box.font, font, "center")


def _add_text(axes: Axes, x: float, y: float, text: str, size: float, font: FontProperties, align: str) -> None:
    axes.text(
        x,
        y + BASELINE * size,
        text,
        fontproperties=font,
        fontsize=size * POINT,
        color=INK,
        horizontalalignment=align,
        verticalalignment="baseline",
        parse_math=False,
    )


def _add_key(axes: Axes, key: Key, left: float, y: float, font: FontProperties) -> None:
    x = left + key.x
    _add_line(axes, replace(key.line, start=(x, y), end=(x + LENGTH, y)))
    _add_text(axes, x + LENGTH + GAP, y, key.name, FONT, font, "left")
