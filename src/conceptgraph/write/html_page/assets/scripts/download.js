// The picture as a file: an SVG of what is on view, and a PNG made from that SVG.
const Download = {
  MARGIN: 30,
  PNG_SCALE: 3,
  LEGEND: 34, // height of the row that names the lines

  // -> {svg: the picture as an element, width, height}
  draw() {
    const boxes = new Map([...Picture.seen.concepts].map((concept) => [concept, Download.box(concept)]));
    const all = [...boxes.values(), ...Picture.hulls().flatMap(({ points }) => points.map((point) => ({ ...point, width: 0, height: 0 })))];
    const [left, top] = [Math.min(...all.map((box) => box.x - box.width / 2)), Math.min(...all.map((box) => box.y - box.height / 2))];
    const [right, bottom] = [Math.max(...all.map((box) => box.x + box.width / 2)), Math.max(...all.map((box) => box.y + box.height / 2))];
    const margin = Download.MARGIN;
    const legend = Download.legend(left, bottom + margin + Download.LEGEND / 2, right - left);
    const [width, height] = [right - left + 2 * margin, bottom - top + 2 * margin + legend.length * Download.LEGEND];
    const { paper } = Picture.colours;
    const svg = Dom.svg("svg", { xmlns: "http://www.w3.org/2000/svg", width: Math.ceil(width), height: Math.ceil(height), viewBox: [left - margin, top - margin, width, height].join(" "), "font-family": Picture.colours.font },
      Dom.svg("title", {}, document.title),
      Dom.svg("rect", { x: left - margin, y: top - margin, width, height, fill: paper }),
      Picture.hulls().map(({ colour, points }) => Dom.svg("polygon", { points: points.map(({ x, y }) => `${x},${y}`).join(" "), fill: colour, "fill-opacity": 0.1, stroke: colour, "stroke-opacity": 0.35, "stroke-linejoin": "round" })),
      Picture.links.get().map((style) => Download.edge(style, boxes)),
      [...boxes].map(([concept, box]) => Download.concept(concept, box)), legend);
    return { svg, width, height };
  },

  // Rows with a line and a name for each type of relation in the picture.
  legend(left, top, width) {
    const types = new Set([...Picture.seen.edges].map((edge) => edge.relation));
    const size = 16;
    const rows = [];
    let x = Infinity;
    for (const type of [...Panel.ORDER, "cooccurrence"].filter((each) => types.has(each))) {
      const name = Words.relation(type);
      const length = 44 + Array.from(name).length * size + 20;
      if (x + length > left + Math.max(width, length)) {
        rows.push(Dom.svg("g", {}));
        x = left;
      }
      const y = top + (rows.length - 1) * Download.LEGEND;
      rows.at(-1).append(
        Dom.svg("line", { x1: x, x2: x + 36, y1: y, y2: y, stroke: Content.relationColour(type), "stroke-width": 3, "stroke-dasharray": type === "cooccurrence" ? "3 5" : null }),
        Dom.svg("text", { x: x + 44, y, fill: Picture.colours.ink, "font-size": size, "dominant-baseline": "central" }, name));
      x += length;
    }
    return rows;
  },

  box(concept) {
    if (Picture.boxed.has(concept)) return Picture.boxNow(concept);
    const size = 2 * (4 + 4 * concept.importance);
    return { ...Picture.boxNow(concept), width: size, height: size };
  },

  edge(style, boxes) {
    const edge = Content.edgeById.get(style.id);
    const [source, target] = [boxes.get(edge.source), boxes.get(edge.target)];
    const bend = style.smooth ? style.smooth.roundness * (style.smooth.type === "curvedCW" ? 1 : -1) : 0;
    const middle = Geometry.via(source, target, bend);
    const aim = bend ? middle : null;
    const [start, end] = [Geometry.border(source, aim || target), Geometry.border(target, aim || source)];
    const colour = style.color.slice(0, 7);
    const path = Dom.svg("path", { d: bend ? `M${start.x},${start.y} Q${middle.x},${middle.y} ${end.x},${end.y}` : `M${start.x},${start.y} L${end.x},${end.y}`, fill: "none", stroke: colour, "stroke-width": style.width, "stroke-dasharray": style.dashes ? style.dashes.join(" ") : null });
    const heads = [];
    if (!edge.undirected) heads.push(Download.head(end, bend ? middle : start, edge.relation === "negates" ? "bar" : "arrow", colour));
    if (edge.voice === "negated") heads.push(Download.head(Download.halfway(start, aim, end), start, "bar", colour));
    return Dom.svg("g", { opacity: Download.opacity(Picture.lit?.edges.has(edge)) * (edge.pair ? 0.5 : 0.9) }, path, heads);
  },

  // The middle of a line, or of a curve that `aim` bends.
  halfway(start, aim, end) {
    const at = (axis) => (aim ? (start[axis] + 2 * aim[axis] + end[axis]) / 4 : (start[axis] + end[axis]) / 2);
    return { x: at("x"), y: at("y") };
  },

  opacity(lit) {
    return !Picture.lit || lit ? 1 : 1 - Picture.VEIL;
  },

  // An arrowhead at `tip`, for a line that comes from `from`; a bar stands across the line.
  head(tip, from, type, colour) {
    const angle = (Math.atan2(tip.y - from.y, tip.x - from.x) * 180) / Math.PI;
    const shape = type === "bar" ? "M0,-5 L0,5" : "M0,0 L-9,-4 L-7,0 L-9,4 Z";
    return Dom.svg("path", { d: shape, transform: `translate(${tip.x} ${tip.y}) rotate(${angle})`, fill: type === "bar" ? "none" : colour, stroke: colour, "stroke-width": type === "bar" ? 2.5 : 0 });
  },

  concept(concept, { x, y, width, height }) {
    const style = Picture.nodes.get(concept.id);
    const opacity = Download.opacity(Picture.lit?.concepts.has(concept));
    const { ink, paper } = Picture.colours;
    if (style.shape === "dot") {
      return Dom.svg("g", { opacity }, Dom.svg("circle", { cx: x, cy: y, r: style.size, fill: style.color.background }));
    }
    return Dom.svg("g", { opacity },
      Dom.svg("rect", { x: x - width / 2, y: y - height / 2, width, height, rx: style.shapeProperties.borderRadius, fill: style.color.background || paper, stroke: style.color.border, "stroke-width": style.borderWidth, "stroke-dasharray": style.shapeProperties.borderDashes ? "5 3" : null }),
      Dom.svg("text", { x, y, fill: ink, "font-size": concept.font, "text-anchor": "middle", "dominant-baseline": "central" }, concept.label));
  },

  async png() {
    const { svg, width, height } = Download.draw();
    const scale = Math.min(Download.PNG_SCALE, 8000 / Math.max(width, height));
    const url = URL.createObjectURL(new Blob([Download.text(svg)], { type: "image/svg+xml" }));
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = Dom.make("canvas", { width: Math.ceil(width * scale), height: Math.ceil(height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(url);
    canvas.toBlob((blob) => Download.save(blob, "png"), "image/png");
  },

  saveSvg() {
    Download.save(new Blob([Download.text(Download.draw().svg)], { type: "image/svg+xml" }), "svg");
  },

  text(svg) {
    return new XMLSerializer().serializeToString(svg);
  },

  save(blob, ending) {
    const url = URL.createObjectURL(blob);
    const name = (Content.documents.length === 1 && Content.documents[0].id.split("/").at(-1)) || "conceptgraph";
    const link = Dom.make("a", { href: url, download: `${name}.${ending}` });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  },
};
