// Places, hulls and paths.
const Geometry = {
  PADDING_X: 22, PADDING_Y: 14, GAP: 16, STEP: 22, FLATNESS: 0.6, // as in the layout that made the positions

  boxSize(concept) {
    let width = 0;
    for (const sign of concept.label) width += sign.codePointAt(0) > 0x2e80 ? concept.font : 0.6 * concept.font;
    return { width: width + Geometry.PADDING_X, height: concept.font * 1.3 + Geometry.PADDING_Y };
  },

  WIDE_GAP: 24, // pixels between boxes in a neighbourhood
  NEARER: 0.75, // share of the distance to the concept in whose neighbourhood one looks

  // Where boxes stand so that none overlaps: each, the most important first, at the free place nearest to its own.
  // Round a `centre` everything moves nearer to it.
  settle(concepts, centre = null) {
    const wanted = ({ x, y }) => (centre
      ? { x: centre.x + (x - centre.x) * Geometry.NEARER, y: centre.y + (y - centre.y) * Geometry.NEARER }
      : { x, y });
    const order = (concept) => (concept === centre ? -1 : concept.rank);
    const gap = centre ? Geometry.WIDE_GAP : Geometry.GAP;
    const golden = Math.PI * (3 - Math.sqrt(5));
    const settled = [];
    const places = new Map();
    for (const concept of [...concepts].sort((first, second) => order(first) - order(second))) {
      const size = Geometry.boxSize(concept);
      const { x, y } = wanted(concept);
      const box = { x, y, ...size };
      for (let step = 1; settled.some((other) => Geometry.overlap(box, other, gap)); step += 1) {
        const [radius, angle] = [Geometry.STEP * Math.sqrt(step), step * golden];
        box.x = x + radius * Math.cos(angle);
        box.y = y + radius * Math.sin(angle) * Geometry.FLATNESS;
      }
      settled.push(box);
      places.set(concept, box);
    }
    return places;
  },

  overlap(first, second, gap) {
    return (
      Math.abs(first.x - second.x) < (first.width + second.width) / 2 + gap - 0.3 &&
      Math.abs(first.y - second.y) < (first.height + second.height) / 2 + gap - 0.3
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

  // The boxes without those more than two and a half times as far from the middle as half of them are.
  together(boxes) {
    const median = (values) => [...values].sort((first, second) => first - second)[Math.floor(values.length / 2)];
    const [x, y] = [median(boxes.map((box) => box.x)), median(boxes.map((box) => box.y))];
    const away = boxes.map((box) => Math.hypot(box.x - x, box.y - y));
    const limit = Math.max(2.5 * median(away), 120);
    return boxes.filter((_, at) => away[at] <= limit);
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

  BENDS: [0, 0.1, -0.1, 0.2, -0.2, 0.32, -0.32], // the least first
  SAMPLES: 16, // steps of a line at whose ends it is seen whether a box lies over it
  CLEARANCE: 3, // pixels between a line and a box that it passes

  // The unused bend with which a line runs behind the fewest boxes, the least of them.
  clearest(source, target, side, used, boxes) {
    const reach = (Geometry.BENDS.at(-2) * Math.hypot(target.x - source.x, target.y - source.y)) / 2;
    const field = {
      x: (source.x + target.x) / 2, y: (source.y + target.y) / 2,
      width: Math.abs(target.x - source.x), height: Math.abs(target.y - source.y),
    };
    const near = boxes.filter((box) => box !== source && box !== target && Geometry.overlap(box, field, reach));
    let [best, fewest] = [(used.size + 1) * Geometry.BENDS.at(-2), Infinity];
    for (const bend of Geometry.BENDS) {
      if (used.has(bend)) continue;
      const crossed = Geometry.crossed(source, target, side * bend, near, fewest);
      if (crossed < fewest) [best, fewest] = [bend, crossed];
      if (!crossed) break;
    }
    return best;
  },

  // How many boxes a line would run behind; counts no further than `most`.
  crossed(source, target, bend, boxes, most = Infinity) {
    if (!boxes.length) return 0;
    const via = Geometry.via(source, target, bend);
    const [across, down] = [[], []];
    for (let step = 1; step < Geometry.SAMPLES; step += 1) {
      const share = step / Geometry.SAMPLES;
      const [first, middle, last] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
      across.push(first * source.x + middle * via.x + last * target.x);
      down.push(first * source.y + middle * via.y + last * target.y);
    }
    let count = 0;
    for (const box of boxes) {
      const [width, height] = [box.width / 2 + Geometry.CLEARANCE, box.height / 2 + Geometry.CLEARANCE];
      for (let at = 0; at < across.length; at += 1) {
        if (Math.abs(across[at] - box.x) < width && Math.abs(down[at] - box.y) < height) {
          count += 1;
          break;
        }
      }
      if (count >= most) break;
    }
    return count;
  },

  // The point towards which vis-network bends a line, clockwise where `bend` is above 0.
  via(source, target, bend) {
    const angle = Math.atan2(source.y - target.y, target.x - source.x) + (0.5 * bend + 0.5) * Math.PI;
    const length = (0.5 * Math.abs(bend) + 0.5) * Math.hypot(target.x - source.x, target.y - source.y);
    return { x: source.x + length * Math.sin(angle), y: source.y + length * Math.cos(angle) };
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
