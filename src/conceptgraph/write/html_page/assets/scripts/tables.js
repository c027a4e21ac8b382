// All concepts and relations as tables: nothing that the picture says is missing here.
const Tables = {
  MOST: 400, // rows drawn at once
  limit: 400,

  columns: {
    concepts: [
      ["rank", (each) => each.rank + 1], ["name", (each) => each.label], ["aliases", (each) => each.aliases.join("、")],
      ["kind", (each) => Words.say(`kind_${each.kind}`)], ["frequency", (each) => each.frequency],
      ["documents", (each) => each.documents], ["importance", (each) => each.importance],
      ["community", (each) => Content.communities.find(({ number }) => number === each.community)?.name || ""],
      ["degree", (each) => each.degree], ["betweenness", (each) => each.betweenness],
    ],
    relations: [
      ["source", (each) => each.source.label], ["relation", (each) => Words.relation(each.relation)],
      ["target", (each) => each.target.label], ["weight", (each) => each.weight], ["confidence", (each) => (each.pair ? "" : each.confidence)],
      ["voice", (each) => Tables.voices(each)],
      ["cues", (each) => [...new Set(each.evidence.map((piece) => piece.cueText))].join("、")],
      ["quote", (each) => Tables.quote(each)],
    ],
  },

  voices(edge) {
    if (edge.pair) return "";
    const said = edge.evidence.map((piece) => {
      const parts = [piece.speaker ?? (piece.modality === "reported" ? Words.say("modality_reported") : Words.say("speaker_author"))];
      if (piece.modality === "asked" || piece.modality === "conceded") parts.push(Words.say(`modality_${piece.modality}`));
      if (piece.negated) parts.push(Words.say("negated"));
      return parts.join("·");
    });
    return [...new Set(said)].join("、");
  },

  quote(edge) {
    const id = edge.pair ? edge.places[0] : edge.evidence[0]?.sentences[0];
    return Content.sentenceById.get(id)?.text || "";
  },

  start() {
    Dom.byId("table-filter").addEventListener("input", () => Tables.refill());
    Dom.byId("table-concepts").addEventListener("click", () => State.go({ table: "", sort: "" }));
    Dom.byId("table-relations").addEventListener("click", () => State.go({ table: "relations", sort: "" }));
  },

  which() {
    return State.now.table === "relations" ? "relations" : "concepts";
  },

  // -> [column, 1 or -1]; the address has a minus before what falls. Relations stand claims first where none is chosen.
  sort() {
    const chosen = State.now.sort || (Tables.which() === "concepts" ? "rank" : "");
    return chosen.startsWith("-") ? [chosen.slice(1), -1] : [chosen, 1];
  },

  refill() {
    Tables.limit = Tables.MOST;
    Tables.build();
  },

  rows() {
    const wanted = Dom.byId("table-filter").value.trim().toLowerCase();
    const hidden = State.hidden();
    const records = Tables.which() === "concepts"
      ? Content.concepts.filter((each) => State.now.community === "" || each.community === Number(State.now.community))
      : Content.edges.filter((edge) => Filter.passes(edge, State.now, hidden)).sort(Tables.claimsFirst);
    const columns = Tables.columns[Tables.which()];
    const rows = records.map((record) => ({ record, cells: columns.map(([, value]) => value(record)) }));
    const kept = wanted ? rows.filter(({ cells }) => cells.some((cell) => String(cell).toLowerCase().includes(wanted))) : rows;
    const [by, direction] = Tables.sort();
    const at = columns.findIndex(([name]) => name === by);
    if (at < 0) return kept;
    const compare = (first, second) =>
      (typeof first === "number" && typeof second === "number" ? first - second : String(first).localeCompare(String(second), "zh"));
    return kept.sort((first, second) => direction * compare(first.cells[at], second.cells[at]));
  },

  claimsFirst(first, second) {
    return Number(first.pair) - Number(second.pair) || second.weight - first.weight || first.source.rank - second.source.rank;
  },

  build() {
    const rows = Tables.rows();
    const which = Tables.which();
    const columns = Tables.columns[which];
    for (const name of ["concepts", "relations"]) Dom.byId(`table-${name}`).setAttribute("aria-pressed", String(name === which));
    const body = rows.slice(0, Tables.limit).map(({ record, cells }) => Tables.row(record, cells, columns));
    const table = Dom.make("table", { class: `table-${which}` },
      Dom.make("caption", {}, Words.say("table_caption", { count: rows.length })),
      Dom.make("thead", {}, Dom.make("tr", {}, columns.map(([name]) => Tables.head(name)))),
      Dom.make("tbody", {}, body));
    Dom.replace(Dom.byId("table-area"), Legend.active(State.now, which === "concepts" ? ["community"] : undefined), table,
      rows.length || !Content.concepts.length ? null : Tables.nothing(),
      rows.length > Tables.limit ? Dom.button(Words.say("show_more", { count: rows.length - Tables.limit }), () => {
        Tables.limit += 2000;
        Tables.build();
      }, { class: "more" }) : null);
  },

  // No row passes: what to loosen is above the table, or the words that were typed.
  nothing() {
    const clear = () => {
      Dom.byId("table-filter").value = "";
      Tables.refill();
    };
    return Dom.make("div", { class: "nothing" }, Dom.make("p", { class: "note" }, Words.say("nothing_passes")),
      Dom.byId("table-filter").value ? Dom.button(Words.say("loosen_words"), clear) : null);
  },

  head(name) {
    const [by, direction] = Tables.sort();
    const sorted = by === name ? (direction > 0 ? "ascending" : "descending") : "none";
    return Dom.make("th", { scope: "col", "aria-sort": sorted, class: `column-${name}` },
      Dom.button(Words.say(`column_${name}`), () => {
        State.go({ sort: by === name && direction > 0 ? `-${name}` : name });
        Dom.byId("table-area").querySelector(`.column-${name} button`).focus();
      }));
  },

  row(record, cells, columns) {
    const choose = () => State.go(Tables.which() === "concepts" ? { n: record.label } : { e: record.id });
    return Dom.make("tr", {}, cells.map((cell, at) => {
      const [name] = columns[at];
      const text = typeof cell === "number" ? Words.number(cell) : cell;
      if (name === "name" || name === "relation") return Dom.make("th", { scope: "row" }, Dom.button(text, choose, { class: "name" }));
      return Dom.make("td", { class: typeof cell === "number" ? "number" : `column-${name}` }, text);
    }));
  },

  update(state) {
    if (state.view !== "table") return;
    const key = [State.address({ ...state, n: "", e: "", s: "", chain: "" }), Words.language].join();
    if (key === Tables.key) return;
    Tables.key = key;
    Tables.refill();
  },
};
