// The legend is the filter: each type of relation with its line, its count and a box to tick.
const Legend = {
  start() {
    Legend.rows = Dom.byId("legend-types");
    Dom.byId("show-all").addEventListener("click", () => State.go({ all: State.now.all ? "" : "1", focus: "", from: "", to: "" }));
    Dom.byId("reset").addEventListener("click", () => State.go({ ...State.usual, view: State.now.view }));
    for (const name of ["weight", "confidence"]) {
      const field = Dom.byId(`filter-${name}`);
      const value = () => (Number(field.value) === Number(field.min) ? "" : field.value);
      field.addEventListener("input", () => State.go({ [name]: value() }, { quietly: true }));
    }
    for (const name of ["community", "speaker", "negated"]) {
      Dom.byId(`filter-${name}`).addEventListener("change", (event) => State.go({ [name]: event.target.value }));
    }
  },

  types() {
    const counts = new Map();
    for (const edge of Content.edges) counts.set(edge.relation, (counts.get(edge.relation) || 0) + 1);
    return [...Panel.ORDER, "cooccurrence"].filter((type) => counts.has(type)).map((type) => [type, counts.get(type)]);
  },

  // Everything whose words depend on the language.
  speak() {
    Dom.replace(Legend.rows, Legend.types().map(([type, count]) => {
      const box = Dom.make("input", { type: "checkbox", value: type, on: { change: Legend.onTick } });
      return Dom.make("label", { class: "legend-row" }, box,
        Dom.swatch(Content.relationColour(type), type === "cooccurrence" ? "line dashed" : "line"),
        Dom.make("span", {}, Words.relation(type)), Dom.make("span", { class: "count" }, String(count)));
    }));
    Legend.options("community", Content.communities.map((each) => [String(each.number), each.name]), "every_community");
    Legend.options("speaker", [["-", Words.say("speaker_author")], ...Content.speakers.map((name) => [name, name])], "every_speaker");
    Legend.options("negated", [["hide", Words.say("negated_hide")], ["only", Words.say("negated_only")]], "negated_all");
    const most = Math.max(1, ...Content.edges.map((edge) => edge.weight));
    Dom.byId("filter-weight").max = String(Math.min(20, Math.ceil(most)));
    Legend.showCommunities();
  },

  options(name, rows, every) {
    Dom.replace(Dom.byId(`filter-${name}`), Dom.make("option", { value: "" }, Words.say(every)),
      rows.map(([value, text]) => Dom.make("option", { value }, text)));
  },

  showCommunities() {
    Dom.replace(Dom.byId("communities"), Content.communities.slice(0, Content.colours.communities.length).map((each) =>
      Dom.button([Dom.swatch(Content.communityColour(each.number)), Dom.make("span", {}, each.name)],
        () => State.go({ community: State.now.community === String(each.number) ? "" : String(each.number) }),
        { class: "legend-row", "data-community": each.number })));
  },

  onTick() {
    const boxes = [...Legend.rows.querySelectorAll("input")];
    State.go({ hide: boxes.filter((box) => !box.checked).map((box) => box.value).join(",") });
  },

  update(state, seen) {
    const hidden = State.hidden(state);
    for (const box of Legend.rows.querySelectorAll("input")) box.checked = !hidden.has(box.value);
    for (const name of ["community", "speaker", "negated"]) Dom.byId(`filter-${name}`).value = state[name];
    for (const name of ["weight", "confidence"]) {
      const field = Dom.byId(`filter-${name}`);
      field.value = state[name] || field.min;
      Dom.byId(`value-${name}`).textContent = state[name] ? `≥ ${state[name]}` : Words.say("any");
    }
    for (const button of Dom.byId("communities").children) {
      button.setAttribute("aria-pressed", String(button.dataset.community === state.community));
    }
    Dom.byId("show-all").setAttribute("aria-pressed", String(Boolean(state.all)));
    Dom.byId("show-all").textContent = Words.say(state.all ? "show_main" : "show_all_of", { count: Content.concepts.length });
    Legend.note(state, seen);
  },

  // What is on view, and where nothing is, what to loosen.
  note(state, seen) {
    const note = Dom.byId("view-note");
    const words = [Words.say("on_view", { concepts: seen.concepts.size, all: Content.concepts.length, edges: seen.edges.size })];
    if (Content.leftOut.concepts) words.push(Words.say("left_out_concepts", { count: Words.number(Content.leftOut.concepts) }));
    const back = [];
    if (state.focus && State.concept(state)) {
      words.unshift(Words.say(`around_${state.focus}`, { name: State.concept(state).label }));
      back.push(Dom.button(Words.say("leave"), () => State.go({ focus: "" }), { class: "quiet" }));
    }
    if (state.from && state.to) {
      words.unshift(Words.say(seen.path.length ? "path_between" : "no_path", { first: state.from, second: state.to }));
      back.push(Dom.button(Words.say("leave"), () => State.go({ from: "", to: "" }), { class: "quiet" }));
    }
    Dom.replace(note, words.join(" · "), back);
    const empty = Dom.byId("empty");
    const nothing = !seen.concepts.size || (!seen.edges.size && (Filter.isNarrow(state) || (seen.path && !seen.path.length)));
    empty.hidden = !nothing;
    if (!nothing) return;
    if (!Content.concepts.length) Dom.replace(empty, Dom.make("p", {}, Words.say("nothing_found")));
    else Dom.replace(empty, Dom.make("p", {}, Words.say("nothing_passes")), Legend.offers(state, !state.all));
  },

  // Buttons that each take one filter away; also the one that shows all concepts where `all`.
  offers(state, all = false) {
    const offers = [...Filter.loosenings(state), ...(all ? [["show_all", { all: "1" }]] : [])];
    return offers.map(([key, changes]) => Dom.button(Words.say(key), () => State.go(changes)));
  },

  NAMES: {
    hide: "legend_types", community: "filter_community", speaker: "filter_speaker", negated: "filter_negated",
    weight: "filter_weight", confidence: "filter_confidence",
  },

  // The filters in force among `names`, each a button that takes it away, for views without the legend; null for none.
  active(state, names = Object.keys(Legend.NAMES)) {
    const set = names.filter((name) => state[name] !== "");
    if (!set.length) return null;
    const buttons = set.map((name) => Dom.button(Words.say(Legend.NAMES[name]), () => State.go({ [name]: "" }), { title: Words.say("take_away") }));
    return Dom.make("div", { class: "actions active-filters" }, Dom.make("span", { class: "note" }, Words.say("filtered")), buttons);
  },
};
