// Places, hulls and paths.
const Geometry = {
  PADDING_X: 22, PADDING_Y: 14, GAP: 8, STEP: 22, FLATNESS: 0.6, // as in the layout that made the positions

  boxSize(concept) {
    let width = 0;
    for (const sign of concept.label) width += sign.codePointAt(0) > 0x2e80 ? concept.font : 0.6 * concept.font;
    return { width: width + Geometry.PADDING_X, height: concept.font * 1.3 + Geometry.PADDING_Y };
  },

  // Where boxes stand so that none overlaps: each, the most important first, at the free place nearest to its own.
  settle(concepts) {
    const golden = Math.PI * (3 - Math.sqrt(5));
    const settled = [];
    const places = new Map();
    for (const concept of [...concepts].sort((first, second) => first.rank - second.rank)) {
      const size = Geometry.boxSize(concept);
      const box = { x: concept.x, y: concept.y, ...size };
      for (let step = 1; settled.some((other) => Geometry.overlap(box, other)); step += 1) {
        const [radius, angle] = [Geometry.STEP * Math.sqrt(step), step * golden];
        box.x = concept.x + radius * Math.cos(angle);
        box.y = concept.y + radius * Math.sin(angle) * Geometry.FLATNESS;
      }
      settled.push(box);
      places.set(concept, box);
    }
    return places;
  },

  overlap(first, second) {
    return (
      Math.abs(first.x - second.x) < (first.width + second.width) / 2 + Geometry.GAP &&
      Math.abs(first.y - second.y) < (first.height + second.height) / 2 + Geometry.GAP
    );
  },

  // Convex hull of points (Andrew's monotone chain).
  hull(points) {
    const sorted = [...points].sort((first, second) => first.x - second.x || first.y - second.y);
    if (sorted.length < 3) return sorted;
    const half = (row) => {
      const line = [];
      for (const point of row) {
        while (line.length > 1 && Geometry.turn(line.at(-2), line.at(-1), point) <= 0) line.pop();
        line.push(point);
      }
      line.pop();
      return line;
    };
    return [...half(sorted), ...half(sorted.reverse())];
  },

  turn(first, second, third) {
    return (second.x - first.x) * (third.y - first.y) - (second.y - first.y) * (third.x - first.x);
  },

  corners({ x, y, width, height }, margin = 0) {
    const [dx, dy] = [width / 2 + margin, height / 2 + margin];
    return [
      { x: x - dx, y: y - dy }, { x: x + dx, y: y - dy },
      { x: x + dx, y: y + dy }, { x: x - dx, y: y + dy },
    ];
  },

  // Where the line from a box's middle towards a point leaves the box.
  border(box, towards) {
    const [dx, dy] = [towards.x - box.x, towards.y - box.y];
    const scale = Math.min(
      dx ? box.width / 2 / Math.abs(dx) : Infinity,
      dy ? box.height / 2 / Math.abs(dy) : Infinity,
      1,
    );
    return { x: box.x + dx * scale, y: box.y + dy * scale };
  },

  // Dijkstra over edges in either direction; a co-occurrence counts as two relations. -> {concepts, hops} or null
  shortestPath(from, to, edges) {
    const next = new Map();
    for (const edge of edges) {
      for (const [first, second] of [[edge.source, edge.target], [edge.target, edge.source]]) {
        if (!next.has(first)) next.set(first, []);
        next.get(first).push([second, edge.pair ? 2 : 1]);
      }
    }
    const cost = new Map([[from, 0]]);
    const before = new Map();
    const open = new Set([from]);
    while (open.size) {
      const here = [...open].reduce((best, each) => (cost.get(each) < cost.get(best) ? each : best));
      if (here === to) break;
      open.delete(here);
      for (const [there, length] of next.get(here) || []) {
        if (cost.get(here) + length < (cost.get(there) ?? Infinity)) {
          cost.set(there, cost.get(here) + length);
          before.set(there, here);
          open.add(there);
        }
      }
    }
    if (!cost.has(to)) return null;
    const concepts = [to];
    while (concepts[0] !== from) concepts.unshift(before.get(concepts[0]));
    return { concepts, hops: concepts.slice(1).map((concept, hop) => [concepts[hop], concept]) };
  },
};
