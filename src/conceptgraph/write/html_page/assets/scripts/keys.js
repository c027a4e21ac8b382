// The keyboard: everything that the mouse can do.
const Keys = {
  VIEWS: ["graph", "text", "chains", "table"],
  TURNS: { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] },

  start() {
    document.addEventListener("keydown", (event) => Keys.onKey(event));
    Dom.byId("network").addEventListener("keydown", (event) => Keys.onGraphKey(event));
  },

  onKey(event) {
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && !Keys.isTyping(event)) {
      event.preventDefault();
      State.undo();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") Keys.escape();
    if (Keys.isTyping(event)) return;
    const act = Keys.acts()[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  },

  acts() {
    const views = Object.fromEntries(Keys.VIEWS.map((view, index) => [String(index + 1), () => State.go({ view })]));
    return {
      ...views,
      "/": () => Dom.byId("search").focus(),
      "?": () => Main.help(),
      u: () => State.undo(),
      0: () => Picture.fit(),
      "+": () => Keys.zoom(1.25),
      "=": () => Keys.zoom(1.25),
      "-": () => Keys.zoom(0.8),
    };
  },

  isTyping(event) {
    const { tagName, type } = event.target;
    return tagName === "TEXTAREA" || tagName === "SELECT" || (tagName === "INPUT" && type !== "checkbox");
  },

  escape() {
    if (Dom.byId("help").open) return;
    document.body.classList.remove("legend-open");
    if (State.SELECTION.some((name) => State.now[name])) State.go({ n: "" });
    else if (State.now.focus || State.now.from) State.go({ focus: "", from: "", to: "" });
  },

  zoom(factor) {
    Picture.network.moveTo({ scale: Picture.network.getScale() * factor });
  },

  onGraphKey(event) {
    if (event.key in Keys.TURNS) {
      event.preventDefault();
      const next = Keys.towards(...Keys.TURNS[event.key]);
      if (next) State.go({ n: next.label });
    } else if (event.key === "Enter") {
      event.preventDefault();
      const heading = Dom.byId("panel-body").querySelector("h2");
      if (heading) heading.focus();
    }
  },

  // The concept next to the chosen one in a direction, or the most important one where none is chosen.
  towards(turnX, turnY) {
    const concepts = [...Picture.seen.concepts];
    const here = State.concept();
    if (!here || !Picture.seen.concepts.has(here)) return concepts.sort((first, second) => first.rank - second.rank)[0];
    const from = Picture.network.getPosition(here.id);
    const cost = (concept) => {
      const to = Picture.network.getPosition(concept.id);
      const [along, across] = [(to.x - from.x) * turnX + (to.y - from.y) * turnY, Math.abs((to.x - from.x) * turnY) + Math.abs((to.y - from.y) * turnX)];
      return along > 1 ? along + 2 * across : Infinity;
    };
    const best = concepts.filter((concept) => concept !== here).map((concept) => [cost(concept), concept]).sort(([first], [second]) => first - second)[0];
    return best && best[0] < Infinity ? best[1] : null;
  },
};
