// The panel of evidence: a concept, an edge, a sentence or a chain, or the overview where nothing is chosen.
const Panel = {
  ORDER: [
    "is_a", "equals", "becomes", "causes", "produces", "promotes", "negates", "opposes", "influences", "depends_on",
    "acts_on", "has_part", "chain", "argues",
  ],
  QUOTES: 1, // of each edge open at first; the others unfold

  update(state) {
    const [concept, edge, sentence, chain] = [State.concept(state), State.edge(state), State.sentence(state), State.chain(state)];
    const body = Dom.byId("panel-body");
    if (concept) Dom.replace(body, Panel.concept(concept, state));
    else if (edge) Dom.replace(body, Panel.edge(edge));
    else if (sentence) Dom.replace(body, Panel.sentence(sentence));
    else if (chain) Dom.replace(body, Chains.detail(chain));
    else if (state.from && state.to) Dom.replace(body, Panel.path(state, Picture.seen));
    else Dom.replace(body, Panel.overview());
    body.scrollTop = 0;
    const heading = body.querySelector("h2");
    const isChosen = Boolean(concept || edge || sentence || chain);
    Dom.byId("panel").classList.toggle("chosen", isChosen);
    if (heading && (isChosen || state.to)) Dom.announce(heading.textContent);
  },

  // --- a concept

  concept(concept, state) {
    return [
      Dom.make("header", { class: "panel-head" },
        Dom.make("h2", { tabindex: "-1" }, concept.label),
        Panel.linkButton({ n: concept.label }),
        Dom.make("p", { class: "facts" }, Panel.facts(concept)),
        concept.aliases.length ? Dom.make("p", { class: "facts" }, Words.say("also", { names: concept.aliases.join("、") })) : null,
        Panel.strip(concept),
        Carriers.years(concept),
        Panel.actions(concept, state)),
      Carriers.section(concept),
      Panel.ORDER.flatMap((type) => [Panel.group(concept, type, true), Panel.group(concept, type, false)]),
      Panel.neighbours(concept),
      Panel.places(concept),
    ];
  },

  facts(concept) {
    const facts = [Words.say("times", { count: concept.frequency }), Words.say("rank", { rank: concept.rank + 1 })];
    if (concept.kind !== "concept") facts.unshift(Words.say(`kind_${concept.kind}`));
    if (Content.documents.length > 1) facts.push(Words.say("in_documents", { count: concept.documents }));
    const community = Content.communities.find((each) => each.number === concept.community);
    const parts = [Dom.make("span", {}, facts.join(" · "))];
    if (community) {
      parts.push(Dom.make("span", { class: "community" }, Dom.swatch(Content.communityColour(concept.community)), community.name));
    }
    return parts;
  },

  actions(concept, state) {
    const steps = state.focus && State.concept(state) === concept ? Number(state.focus) : 0;
    const choose = (count) => State.go({ n: concept.label, view: state.view === "table" ? "graph" : state.view, focus: steps === count ? "" : String(count), from: "", to: "" });
    const button = (count) => Dom.button(Words.say(`focus_${count}`), () => choose(count), { "aria-pressed": String(steps === count) });
    return Dom.make("div", { class: "actions" }, button(1), button(2),
      Dom.button(Words.say("path_from"), () => Search.askPathEnd(concept)));
  },

  // Edges of one type that leave (or reach) the concept, strongest first.
  group(concept, type, outward) {
    const undirected = type === "equals" || type === "opposes";
    if (undirected && !outward) return null;
    const edges = concept.edges
      .filter((edge) => edge.relation === type)
      .filter((edge) => undirected || (outward ? edge.source === concept : edge.target === concept && edge.source !== concept))
      .sort((first, second) => Panel.voiceOrder(first) - Panel.voiceOrder(second) || second.weight - first.weight || first.from.localeCompare(second.from));
    if (!edges.length) return null;
    return Dom.make("section", { class: "group", "data-type": type },
      Dom.make("h3", {}, Dom.swatch(Content.relationColour(type), "line"), Words.group(type, outward), Dom.make("span", { class: "count" }, String(edges.length))),
      Panel.unfold(edges, 4, (edge) => Panel.entry(edge, edge.source === concept ? edge.target : edge.source)));
  },

  voiceOrder(edge) {
    return ["own", "reported", "asked", "negated"].indexOf(edge.voice);
  },

  // One edge of a concept: the other end, its first quote, the further ones folded.
  entry(edge, other) {
    const [first, rest] = [edge.evidence.slice(0, Panel.QUOTES), edge.evidence.slice(Panel.QUOTES)];
    return Dom.make("div", { class: `entry ${edge.voice}` },
      Dom.make("p", { class: "entry-head" },
        Dom.button(other.label, () => State.go({ n: other.label }), { class: "name" }),
        edge.voice === "own" ? null : Dom.make("span", { class: `badge ${edge.voice}` }, Words.say(`voice_${edge.voice}`)),
        Dom.button(Words.say("open_edge"), () => State.go({ e: edge.id }), { class: "quiet" })),
      first.map((piece) => Quote.piece(edge, piece)),
      rest.length ? Panel.folded(Words.say("more_quotes", { count: rest.length }), () => rest.map((piece) => Quote.piece(edge, piece))) : null);
  },

  folded(title, fill) {
    const details = Dom.make("details", {}, Dom.make("summary", {}, title));
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) details.append(...fill().flat(Infinity));
    });
    return details;
  },

  // The first `count` rows, and a button for the others.
  unfold(rows, count, make) {
    const shown = rows.slice(0, count + (rows.length === count + 1 ? 1 : 0)).map(make);
    const rest = rows.slice(shown.length);
    if (!rest.length) return shown;
    const button = Dom.button(Words.say("show_more", { count: rest.length }), () => button.replaceWith(...rest.map(make).flat(Infinity)), { class: "more" });
    return [...shown, button];
  },

  neighbours(concept) {
    const pairs = concept.edges.filter((edge) => edge.pair).sort((first, second) => second.weight - first.weight || first.from.localeCompare(second.from));
    if (!pairs.length) return null;
    const chip = (edge) => {
      const other = edge.source === concept ? edge.target : edge.source;
      return Dom.button([other.label, Dom.make("span", { class: "count" }, Words.number(edge.weight))], () => State.go({ e: edge.id }), { class: "chip" });
    };
    return Dom.make("section", { class: "group" }, Dom.make("h3", {}, Words.say("neighbours"), Dom.make("span", { class: "count" }, String(pairs.length))),
      Dom.make("div", { class: "chips" }, Panel.unfold(pairs, 12, chip)));
  },

  places(concept) {
    const sentences = concept.sentences.map((id) => Content.sentenceById.get(id)).filter((sentence) => sentence?.text);
    if (!sentences.length) return null;
    return Dom.make("section", { class: "group" }, Dom.make("h3", {}, Words.say("all_places"), Dom.make("span", { class: "count" }, String(sentences.length))),
      Panel.unfold(sentences, 3, Panel.passage));
  },

  passage(sentence) {
    return Dom.make("blockquote", { class: "piece plain" }, Quote.block(sentence),
      Dom.make("footer", {}, Quote.place(sentence), sentence.text ? Quote.copyButton(sentence) : null));
  },

  // Frequency over the text: one bar for each of up to 60 equal stretches.
  strip(concept) {
    const total = Content.sentences.length;
    if (total < 2 || !concept.sentences.length) return null;
    const bins = Math.min(60, total);
    const found = Array.from({ length: bins }, () => []);
    for (const id of concept.sentences) found[Math.floor((Content.sentenceById.get(id).order / total) * bins)].push(id);
    const most = Math.max(...found.map((ids) => ids.length));
    const bar = (ids, at) => Dom.svg("rect", {
      x: at * 5, y: 24 - (22 * ids.length) / most, width: 4, height: (22 * ids.length) / most,
      on: { click: () => State.go({ s: String(ids[0]), view: "text" }) },
    }, Dom.svg("title", {}, Quote.where(Content.sentenceById.get(ids[0]))));
    const bars = found.map((ids, at) => (ids.length ? bar(ids, at) : null));
    return Dom.svg("svg", { class: "strip", viewBox: `0 0 ${bins * 5} 26`, preserveAspectRatio: "none", role: "img", "aria-label": Words.say("strip", { count: concept.sentences.length }) },
      Dom.svg("line", { x1: 0, x2: bins * 5, y1: 25, y2: 25 }), bars);
  },

  linkButton(changes) {
    return Dom.button(Words.say("copy_link"), () => Quote.copy(State.link(changes)), { class: "quiet link" });
  },

  // --- an edge

  edge(edge) {
    const end = (concept) => Dom.button(concept.label, () => State.go({ n: concept.label }), { class: "name" });
    const head = Dom.make("header", { class: "panel-head" },
      Dom.make("h2", { tabindex: "-1", class: "claim" }, end(edge.source),
        Dom.make("span", { class: "verb" }, Dom.swatch(Content.relationColour(edge.relation), "line"), Words.relation(edge.relation), edge.undirected ? "" : " →"), end(edge.target)),
      Panel.linkButton({ e: edge.id }),
      edge.voice === "own" ? null : Dom.make("p", { class: `notice ${edge.voice}` }, Words.say(`notice_${edge.voice}`)));
    if (edge.pair) return [head, Panel.pairEvidence(edge)];
    return [head,
      Dom.make("p", { class: "facts" }, Words.say("edge_facts", { count: edge.evidence.length + edge.more, confidence: Words.number(edge.confidence) })),
      Carriers.claimed(edge),
      edge.evidence.map((piece) => Quote.piece(edge, piece, { rule: true })),
      Panel.leftOut(edge)];
  },

  pairEvidence(edge) {
    const sentences = [...new Set(edge.places)].map((id) => Content.sentenceById.get(id)).filter(Boolean);
    return [
      Dom.make("p", { class: "facts" }, Words.say("pair_facts", { count: edge.places.length + edge.more, npmi: Words.number(edge.npmi) })),
      sentences.map(Panel.passage),
      Panel.leftOut(edge),
    ];
  },

  leftOut(edge) {
    return edge.more ? Dom.make("p", { class: "note" }, Words.say("evidence_left_out", { count: edge.more })) : null;
  },

  // --- a sentence

  sentence(sentence) {
    const move = (step) => {
      const other = Content.sentences[sentence.order + step];
      return Dom.button(Words.say(step < 0 ? "previous" : "next"), () => State.go({ s: String(other.id) }), { disabled: !other });
    };
    const claims = [...new Set(sentence.evidence.map((each) => each.edge))];
    return [
      Dom.make("header", { class: "panel-head" }, Dom.make("h2", { tabindex: "-1" }, Words.say("sentence_heading", { number: sentence.order + 1 })),
        Panel.linkButton({ s: String(sentence.id), view: "text" }),
        Dom.make("div", { class: "actions" }, move(-1), move(1))),
      Panel.passage(sentence),
      Dom.make("section", { class: "group" }, Dom.make("h3", {}, Words.say("claims_here"), Dom.make("span", { class: "count" }, String(claims.length))),
        claims.length ? sentence.evidence.map(({ edge, piece }) => Dom.make("p", { class: `claim-line ${Content.pieceVoice(piece)}` },
          Dom.button([Dom.swatch(Content.relationColour(edge.relation), "line"), Quote.claimInWords(edge)], () => State.go({ e: edge.id }), { class: "name" }),
          Quote.badges(piece)))
          : Dom.make("p", { class: "note" }, Words.say("no_claims_here"))),
      Dom.make("section", { class: "group" }, Dom.make("h3", {}, Words.say("concepts_here")),
        Dom.make("div", { class: "chips" }, sentence.concepts.map((concept) => Dom.button(concept.label, () => State.go({ n: concept.label }), { class: "chip" })))),
    ];
  },

  // --- a path between two concepts: hop by hop, the relations first

  path({ from, to }, { path, edges }) {
    const joining = (first, second) => [...edges].filter((edge) => Filter.joins(edge, first, second)).sort((one, other) => Number(one.pair) - Number(other.pair));
    return [
      Dom.make("header", { class: "panel-head" }, Dom.make("h2", { tabindex: "-1" }, Words.say(path.length ? "path_between" : "no_path", { first: from, second: to })),
        path.length ? Panel.linkButton({ from, to }) : null,
        path.length ? Dom.make("p", { class: "notice composed" }, Words.say("path_explained")) : null),
      path.slice(1).map((second, hop) => Dom.make("section", { class: "group" },
        Dom.make("h3", {}, `${path[hop].label} — ${second.label}`), joining(path[hop], second).map(Panel.step))),
    ];
  },

  step(edge) {
    const sentence = Content.sentenceById.get(edge.places[0]);
    const quote = edge.pair ? sentence && Dom.make("blockquote", { class: "piece plain" }, Quote.block(sentence), Dom.make("footer", {}, Quote.place(sentence)))
      : edge.evidence.slice(0, Panel.QUOTES).map((piece) => Quote.piece(edge, piece));
    return Dom.make("div", { class: `entry ${edge.voice}` },
      Dom.make("p", { class: "claim-line" }, Dom.button([Dom.swatch(Content.relationColour(edge.relation), edge.pair ? "line dashed" : "line"), Quote.edgeInWords(edge)], () => State.go({ e: edge.id }), { class: "name" })),
      quote);
  },

  // --- nothing chosen

  overview() {
    const relations = Content.edges.filter((edge) => !edge.pair);
    return [
      Content.documents.length === 1 ? Panel.document(Content.documents[0]) : Dom.make("h2", {}, Words.say("documents", { count: Content.documents.length })),
      Dom.make("p", { class: "facts" }, Words.say("counts", { concepts: Content.concepts.length, relations: relations.length, pairs: Content.edges.length - relations.length, chains: Content.chains.length, sentences: Content.sentences.length })),
      Dom.make("p", { class: "hint" }, Words.say("hint")),
      Content.concepts.length ? Dom.make("section", { class: "group" }, Dom.make("h3", {}, Words.say("key_concepts")),
        Dom.make("div", { class: "chips" }, Content.concepts.slice(0, 15).map((concept) => Dom.button(concept.label, () => State.go({ n: concept.label }), { class: "chip" })))) : null,
      Panel.lines("main_chains", Panel.mainChains(), (chain) => Dom.button(chain.concepts.map((concept) => concept.label).join(" → "), () => State.go({ chain: String(chain.number) }), { class: "name" })),
      Panel.lines("main_claims", Panel.mainClaims(relations), (edge) => Dom.button([Dom.swatch(Content.relationColour(edge.relation), "line"), Quote.claimInWords(edge)], () => State.go({ e: edge.id }), { class: "name" })),
      Panel.notes(),
    ];
  },

  lines(heading, items, button) {
    return items.length ? Dom.make("section", { class: "group" }, Dom.make("h3", {}, Words.say(heading)),
      items.map((item) => Dom.make("p", { class: "claim-line" }, button(item)))) : null;
  },

  // Chains of one passage in the author's own voice, in the order of report.md: the longest, of these the surest; one that
  // several passages tell stands once.
  mainChains() {
    const told = new Map();
    Content.chains.filter((chain) => !chain.composed && chain.voice === "own")
      .sort((first, second) => second.concepts.length - first.concepts.length || second.confidence - first.confidence)
      .forEach((chain) => { const name = chain.concepts.map((concept) => concept.label).join(" → "); told.has(name) || told.set(name, chain); });
    return [...told.values()].slice(0, 4);
  },

  // Relations in the author's own voice, those between important concepts first, as in report.md.
  mainClaims(relations) {
    const weight = (edge) => edge.weight * (edge.source.importance + edge.target.importance);
    return relations.filter((edge) => edge.voice === "own").sort((first, second) => weight(second) - weight(first) || first.source.rank - second.source.rank).slice(0, 10);
  },

  document({ title, id, authors, source, year }) {
    return [Dom.make("h2", {}, title || id), Dom.make("p", { class: "facts" }, [authors.join("、"), source, year].filter(Boolean).join(" · "))];
  },

  notes() {
    const notes = Object.entries(Content.leftOut).map(([kind, count]) => Words.say(`left_out_${kind}`, { count: Words.number(count) }));
    if (Content.evidenceMode === "none") notes.unshift(Words.say("evidence_none"));
    return notes.length ? Dom.make("section", { class: "group" }, Dom.make("h3", {}, Words.say("left_out")), notes.map((note) => Dom.make("p", { class: "note" }, note))) : null;
  },
};
