// Names beside dots, as on a map: in one size on the screen, the most important first, none over another or over a box.
const Labels = {
  SIZE: 11, // pixels on the screen
  SMALLEST_BOX_FONT: 5, // pixels on the screen below which the names in boxes cannot be read either

  draw(context) {
    if (!Picture.seen || Picture.boxed.size === Picture.seen.concepts.size) return;
    const scale = Picture.network.getScale();
    const { paper, ink, font } = Picture.colours;
    const size = Labels.SIZE / scale;
    const taken = Labels.grid(size * 8, [...Picture.boxed].map((concept) => Picture.boxNow(concept)));
    context.font = `${size}px ${font}`;
    context.textBaseline = "middle";
    context.textAlign = "left";
    context.lineWidth = 3 / scale;
    context.lineJoin = "round";
    for (const concept of Labels.dotsInView()) {
      const { x, y } = Picture.network.body.nodes[concept.id];
      const width = context.measureText(concept.label).width;
      const start = x + 4 + 4 * concept.importance + 3 / scale;
      const box = { x: start + width / 2, y, width, height: size * 1.2 };
      if (!taken.claim(box)) continue;
      context.globalAlpha = !Picture.lit || Picture.lit.concepts.has(concept) ? 1 : 0.25;
      context.strokeStyle = paper;
      context.strokeText(concept.label, start, y);
      context.fillStyle = ink;
      context.fillText(concept.label, start, y);
    }
    context.globalAlpha = 1;
  },

  dotsInView() {
    const area = Dom.byId("network");
    const first = Picture.network.DOMtoCanvas({ x: 0, y: 0 });
    const last = Picture.network.DOMtoCanvas({ x: area.clientWidth, y: area.clientHeight });
    return [...Picture.seen.concepts]
      .filter((concept) => !Picture.boxed.has(concept))
      .filter(({ id }) => {
        const node = Picture.network.body.nodes[id];
        if (!node) return false; // on its way in or out
        const { x, y } = node;
        return x > first.x && x < last.x && y > first.y && y < last.y;
      })
      .sort((one, other) => Labels.order(one) - Labels.order(other));
  },

  order(concept) {
    return concept.rank - (Picture.lit?.concepts.has(concept) ? Content.concepts.length : 0);
  },

  // Places that are taken, kept by cells so that a claim looks only at what is near.
  grid(cell, boxes) {
    const cells = new Map();
    const keys = (box) => {
      const found = [];
      for (let column = Math.floor((box.x - box.width / 2) / cell); column <= Math.floor((box.x + box.width / 2) / cell); column += 1) {
        for (let row = Math.floor((box.y - box.height / 2) / cell); row <= Math.floor((box.y + box.height / 2) / cell); row += 1) {
          found.push(`${column} ${row}`);
        }
      }
      return found;
    };
    const put = (box, at) => at.forEach((key) => cells.set(key, [...(cells.get(key) || []), box]));
    const meets = (first, second) =>
      Math.abs(first.x - second.x) < (first.width + second.width) / 2 &&
      Math.abs(first.y - second.y) < (first.height + second.height) / 2;
    boxes.forEach((box) => put(box, keys(box)));
    return {
      claim(box) {
        const at = keys(box);
        if (at.some((key) => (cells.get(key) || []).some((other) => meets(box, other)))) return false;
        put(box, at);
        return true;
      },
    };
  },
};
