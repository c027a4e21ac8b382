// What the reader sees is a function of this state, and the state is the fragment of the address: every view can be
// mailed as a link, and undo is the browser's way back.
const State = {
  usual: {
    view: "graph", n: "", e: "", s: "", chain: "", all: "", hide: "", community: "", speaker: "",
    weight: "", confidence: "", negated: "", chains: "", focus: "", from: "", to: "",
    table: "", sort: "",
  },
  now: {},
  watchers: [],
  SELECTION: ["n", "e", "s", "chain"],

  start() {
    State.now = State.parse(location.hash);
    addEventListener("popstate", () => State.apply(State.parse(location.hash)));
  },

  parse(fragment) {
    const given = new URLSearchParams(fragment.replace(/^#/, ""));
    const state = { ...State.usual };
    for (const name of Object.keys(state)) if (given.has(name)) state[name] = given.get(name);
    return state;
  },

  address(state) {
    const parts = Object.entries(state).filter(([name, value]) => value !== State.usual[name]);
    return `#${parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
  },

  // Change the state; a new selection takes the place of the old one. `quietly` adds no step to undo.
  go(changes, { quietly = false } = {}) {
    const selects = State.SELECTION.some((name) => name in changes);
    const cleared = selects ? Object.fromEntries(State.SELECTION.map((name) => [name, ""])) : {};
    const next = { ...State.now, ...cleared, ...changes };
    const address = State.address(next);
    if (address === State.address(State.now)) return;
    State.write(address, quietly);
    State.apply(next);
  },

  write(address, quietly) {
    const depth = State.depth();
    try {
      if (quietly) history.replaceState({ depth }, "", address);
      else history.pushState({ depth: depth + 1 }, "", address);
    } catch {
      // browsers refuse many steps in a short time; the view changes all the same
    }
  },

  apply(next) {
    const before = State.now;
    State.now = next;
    for (const watch of State.watchers) watch(next, before);
  },

  depth() {
    return history.state?.depth || 0;
  },

  undo() {
    if (State.depth() > 0) history.back();
  },

  link(changes) {
    return location.href.split("#")[0] + State.address({ ...State.usual, ...changes });
  },

  hidden(state = State.now) {
    return new Set(state.hide ? state.hide.split(",") : []);
  },

  concept(state = State.now) {
    return state.n ? Content.findConcept(state.n) : null;
  },

  edge(state = State.now) {
    return Content.edgeById.get(state.e) || null;
  },

  sentence(state = State.now) {
    return state.s === "" ? null : Content.sentenceById.get(Number(state.s)) || null;
  },

  chain(state = State.now) {
    return Content.chains[Number(state.chain) - 1] || null;
  },
};
