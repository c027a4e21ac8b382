// The graph, drawn by vis-network at the positions that the tool computed.
const Picture = {
  BOXES: 150, // above this many, the less important concepts are dots
  LED_ROUND: 300, // relations on view above which none is led round boxes: it would not untangle them
  STRAIGHT: 500, // concepts above which no edge is bent
  HIDE_EDGES_ON_DRAG: 300,
  VEIL: 0.55, // how much of what is not lit the veil takes away
  places: new Map(),
  boxed: new Set(),
  lit: null,

  start() {
    const container = Dom.byId("network");
    Picture.nodes = new vis.DataSet();
    Picture.links = new vis.DataSet();
    Picture.fill(State.now);
    const options = { ...Content.options };
    options.interaction = {
      ...options.interaction,
      hideEdgesOnDrag: Content.concepts.length > Picture.HIDE_EDGES_ON_DRAG,
    };
    Picture.network = new vis.Network(container, { nodes: Picture.nodes, edges: Picture.links }, options);
    Picture.network.on("beforeDrawing", (context) => Picture.drawHulls(context));
    Picture.network.on("afterDrawing", (context) => {
      Picture.drawLit(context);
      Labels.draw(context);
    });
    Picture.network.on("click", (event) => Picture.onClick(event));
    Picture.network.on("doubleClick", (event) => {
      if (event.nodes.length) State.go({ n: Content.conceptById.get(event.nodes[0]).label, focus: "1" });
    });
    for (const name of ["hoverNode", "hoverEdge"]) Picture.network.on(name, (event) => Picture.showTip(event));
    for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) Picture.network.on(name, () => Picture.hideTip());
    Picture.network.on("dragEnd", (event) => Picture.keepDragged(event));
    Picture.size = `${container.clientWidth} ${container.clientHeight}`;
    new ResizeObserver(() => Picture.resize()).observe(container);
  },

  // The frame changed its size, as on another view: the picture fills it anew.
  resize() {
    const { clientWidth, clientHeight } = Dom.byId("network");
    const size = `${clientWidth} ${clientHeight}`;
    if (size === Picture.size) return;
    Picture.size = size;
    Picture.network.setSize("100%", "100%");
    Picture.network.redraw();
    if (Picture.lit && State.now.view !== "graph") Picture.frame([...Picture.lit.concepts]);
    else Picture.fit();
  },

  theme() {
    const style = getComputedStyle(document.documentElement);
    const value = (name) => style.getPropertyValue(name).trim();
    return { paper: value("--paper"), ink: value("--ink"), font: value("--sans"), tint: Number(value("--tint")) };
  },

  // Show what the state says. Returns what is visible, for the note beside the picture.
  fill(state) {
    const seen = Filter.visible(state);
    const lit = Filter.lit(state);
    Picture.lit = lit.concepts.size ? lit : null;
    Picture.colours = Picture.theme();
    Picture.place(seen, state);
    const edges = [...seen.edges].sort((first, second) => Number(second.pair) - Number(first.pair));
    const bends = Picture.bends(edges, seen.concepts.size);
    Picture.seen = seen;
    Picture.sync(Picture.nodes, [...seen.concepts].map((concept) => Picture.nodeStyle(concept, state)));
    Picture.sync(Picture.links, edges.map((edge) => Picture.edgeStyle(edge, bends.get(edge), state)));
    return seen;
  },

  // Bring a dataset to `rows`, touching only what is new or changed.
  sync(dataset, rows) {
    const wanted = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
    const had = dataset.signatures || new Map();
    dataset.remove([...had.keys()].filter((id) => !wanted.has(id)));
    dataset.update(rows.filter((row) => had.get(row.id) !== wanted.get(row.id)));
    dataset.signatures = wanted;
  },

  // Up to BOXES concepts all get a box with room of its own; of more, the first that the layout gave room to.
  place(seen, state) {
    Picture.boxed = new Set([...seen.concepts].filter((each) => seen.concepts.size <= Picture.BOXES || each.rank < Picture.BOXES));
    Picture.places = seen.path
      ? Picture.inRow(seen.path.length ? seen.path : [...seen.concepts])
      : Geometry.settle(Picture.boxed, state.focus ? State.concept(state) : null);
    for (const concept of seen.concepts) {
      if (!Picture.places.has(concept)) Picture.places.set(concept, { x: concept.x, y: concept.y, width: 8, height: 8 });
    }
  },

  // A path stands in a row, stepping down so that long names have room.
  inRow(concepts) {
    const places = new Map();
    let x = 0;
    concepts.forEach((concept, index) => {
      const size = Geometry.boxSize(concept);
      x += size.width / 2;
      places.set(concept, { x, y: (index % 2) * 70, ...size });
      x += size.width / 2 + 70;
    });
    return places;
  },

  // How much each edge bends: relations run round the boxes between their ends, and apart from others of the same two;
  // co-occurrences lie faint behind.
  bends(edges, count) {
    const bends = new Map(edges.map((edge) => [edge, 0]));
    if (count > Picture.STRAIGHT) return bends;
    const few = count <= Picture.BOXES && edges.filter((edge) => !edge.pair).length <= Picture.LED_ROUND;
    const boxes = few ? [...Picture.boxed].map((concept) => Picture.places.get(concept)) : [];
    const taken = new Map();
    for (const edge of [...edges].sort((first, second) => Number(first.pair) - Number(second.pair))) {
      const key = [edge.from, edge.to].sort().join(" ");
      if (!taken.has(key)) taken.set(key, new Set());
      const side = edge.from < edge.to ? 1 : -1; // one bend is the same curve seen from either end
      const [source, target] = [edge.source, edge.target].map((concept) => Picture.places.get(concept));
      const bend = Geometry.clearest(source, target, side, taken.get(key), edge.pair ? [] : boxes);
      taken.get(key).add(bend);
      bends.set(edge, side * bend);
    }
    return bends;
  },

  nodeStyle(concept, state) {
    const { paper, ink, font, tint } = Picture.colours;
    const place = Picture.places.get(concept);
    const base = Content.communityColour(concept.community);
    const selected = concept === State.concept(state);
    const style = {
      id: concept.id, x: place.x, y: place.y, label: undefined,
      borderWidth: selected ? 3 : 1.2,
    };
    if (!Picture.boxed.has(concept)) {
      return { ...style, shape: "dot", size: 4 + 4 * concept.importance, color: Picture.flat(base, selected ? ink : base) };
    }
    return {
      ...style,
      shape: "box",
      label: concept.label,
      color: Picture.flat(Picture.mix(base, paper, tint), selected ? ink : Picture.mix(base, ink, 0.75)),
      font: { face: font, size: concept.font, color: ink },
      margin: { top: 4, bottom: 4, left: 10, right: 10 },
      widthConstraint: { minimum: place.width - 22 },
      heightConstraint: { minimum: place.height - 10 },
      shapeProperties: {
        borderRadius: concept.kind === "person" ? 18 : concept.kind === "work" ? 0 : 8,
        borderDashes: concept.kind === "concept" ? false : [5, 3],
      },
    };
  },

  flat(background, border) {
    return { background, border, highlight: { background, border }, hover: { background, border } };
  },

  edgeStyle(edge, bend, state) {
    const selected = edge === State.edge(state);
    const colour = Content.relationColour(edge.relation);
    return {
      id: edge.id, from: edge.from, to: edge.to, arrows: Picture.arrows(edge),
      color: colour + Math.round(255 * (edge.pair ? 0.5 : 0.9)).toString(16).padStart(2, "0"),
      dashes: edge.pair ? [3, 5] : edge.voice === "own" ? false : [8, 5],
      width: (edge.pair ? 0.5 + Math.min(edge.weight, 20) * 0.06 : 1.2 + Math.min(edge.weight, 5) * 0.4) + (selected ? 2 : 0),
      smooth: bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : false,
    };
  },

  // A plain arrow is a word, which vis-network takes in much faster than an object.
  arrows(edge) {
    if (edge.undirected) return "";
    const bar = { enabled: true, type: "bar" };
    if (edge.relation !== "negates" && edge.voice !== "negated") return "to";
    return { to: edge.relation === "negates" ? bar : { enabled: true }, middle: edge.voice === "negated" ? bar : { enabled: false } };
  },

  // `share` of the first colour in the second.
  mix(first, second, share) {
    const [one, two] = [first, second].map((colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)));
    return `#${one.map((value, at) => Math.round(value * share + two[at] * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
  },

  // Faint ground under each community that has three or more concepts on view; those that stand far off are left out.
  hulls() {
    const members = new Map();
    for (const concept of Picture.boxed) {
      if (!members.has(concept.community)) members.set(concept.community, []);
      members.get(concept.community).push(Picture.boxNow(concept));
    }
    return [...members]
      .filter(([, boxes]) => boxes.length >= 3)
      .sort(([first], [second]) => first - second)
      .map(([community, boxes]) => ({
        colour: Content.communityColour(community),
        points: Geometry.hull(Geometry.together(boxes).flatMap((box) => Geometry.corners(box, 12))),
      }));
  },

  boxNow(concept) {
    const { width, height } = Picture.places.get(concept);
    const node = Picture.network.body.nodes[concept.id];
    const place = node || Picture.places.get(concept);
    return { x: place.x, y: place.y, width, height };
  },

  drawHulls(context) {
    if (!Picture.colours) return;
    for (const { colour, points } of Picture.hulls()) {
      context.beginPath();
      points.forEach(({ x, y }) => context.lineTo(x, y));
      context.closePath();
      context.lineJoin = "round";
      context.fillStyle = context.strokeStyle = colour;
      context.globalAlpha = 0.1;
      context.fill();
      context.globalAlpha = 0.35;
      context.lineWidth = 1;
      context.stroke();
      context.globalAlpha = 1;
    }
  },

  // Where something is lit, a veil of paper lies over the picture and what is lit is drawn again above it.
  drawLit(context) {
    if (!Picture.lit) return;
    const { nodes, edges } = Picture.network.body;
    const frame = Dom.byId("network");
    const first = Picture.network.DOMtoCanvas({ x: 0, y: 0 });
    const last = Picture.network.DOMtoCanvas({ x: frame.clientWidth, y: frame.clientHeight });
    context.globalAlpha = Picture.VEIL;
    context.fillStyle = Picture.colours.paper;
    context.fillRect(first.x, first.y, last.x - first.x, last.y - first.y);
    context.globalAlpha = 1;
    const lines = [...Picture.lit.edges].map((edge) => edges[edge.id]).filter((line) => line?.connected);
    for (const line of lines) line.draw(context);
    for (const line of lines) line.drawArrows(context);
    for (const concept of Picture.lit.concepts) nodes[concept.id]?.draw(context);
  },

  onClick(event) {
    Picture.hideTip();
    if (event.nodes.length) State.go({ n: Content.conceptById.get(event.nodes[0]).label });
    else if (event.edges.length) State.go({ e: event.edges[0] });
    else State.go({ n: "" });
    Picture.network.unselectAll();
  },

  // A concept stays where it was dragged to; in a neighbourhood or on a path places are not the layout's own.
  keepDragged({ nodes }) {
    if (!nodes.length) return;
    if (!State.now.focus && !State.now.from) {
      for (const [id, place] of Object.entries(Picture.network.getPositions(nodes))) {
        Object.assign(Content.conceptById.get(id), place);
      }
    }
    Picture.network.unselectAll();
  },

  fit() {
    if (!Dom.byId("network").clientWidth) return;
    Picture.network.fit({ animation: false, maxZoomLevel: 1.4 });
    Picture.network.moveTo({ scale: Picture.network.getScale() * 0.96 }); // a margin: no name at the edge is cut
  },

  // Fill the frame with what is lit, as beside the text and the chains.
  frame(concepts) {
    const ids = concepts.map((concept) => concept.id).filter((id) => Picture.network.body.nodes[id]);
    if (ids.length && Dom.byId("network").clientWidth) Picture.network.fit({ nodes: ids, animation: false, maxZoomLevel: 0.9 });
  },

  // Bring what is lit into view, if part of it lies outside.
  reveal(concepts) {
    if (!Dom.byId("network").clientWidth) return;
    const ids = concepts.map((concept) => concept.id).filter((id) => Picture.network.body.nodes[id]);
    if (!ids.length) return;
    const [width, height] = [Dom.byId("network").clientWidth, Dom.byId("network").clientHeight];
    const outside = ids.some((id) => {
      const { x, y } = Picture.network.canvasToDOM(Picture.network.getPosition(id));
      return x < 40 || y < 30 || x > width - 40 || y > height - 30;
    });
    if (outside) Picture.network.fit({ nodes: ids, animation: false, maxZoomLevel: Math.max(Picture.network.getScale(), 0.6) });
  },

  showTip({ node, edge, pointer }) {
    const tip = Dom.byId("tip");
    if (node !== undefined) {
      const concept = Content.conceptById.get(node);
      tip.textContent = `${concept.label} · ${Words.say("times", { count: concept.frequency })}`;
    } else {
      const link = Content.edgeById.get(edge);
      tip.textContent = Quote.edgeInWords(link);
    }
    tip.hidden = false;
    tip.style.left = `${Math.min(pointer.DOM.x + 14, Dom.byId("network").clientWidth - 220)}px`;
    tip.style.top = `${pointer.DOM.y + 16}px`;
  },

  hideTip() {
    Dom.byId("tip").hidden = true;
  },
};
