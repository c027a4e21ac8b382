// Chains of concepts, drawn left to right, each hop with its quote.
const Chains = {
  MOST: 200, // rows drawn at once

  KINDS: ["", "composed", "all"], // the usual one, attested, has no name in the address

  build(state) {
    const passing = Content.chains.filter((chain) => Filter.passesChain(chain, state));
    const passes = new Set(passing);
    const chosen = State.chain(state);
    const wanted = Content.chains.filter((chain) => chain === chosen || (passes.has(chain) && Chains.isOf(chain, state.chains)));
    const choice = Dom.make("div", { class: "actions", role: "group", "aria-label": Words.say("view_chains") },
      Chains.KINDS.map((kind) => Dom.button(Words.say(`chains_${kind || "attested"}`, { count: passing.filter((chain) => Chains.isOf(chain, kind)).length }),
        () => State.go({ chains: kind }), { "aria-pressed": String(state.chains === kind) })));
    const rows = wanted.slice(0, Chains.MOST);
    Dom.replace(Dom.byId("chains"), Dom.make("p", { class: "note" }, Words.say("chains_explained")), choice, Legend.active(state),
      rows.length ? Dom.make("ol", { class: "chain-list" }, rows.map((chain) => Dom.make("li", { "data-chain": chain.number }, Chains.row(chain))))
        : Chains.none(passing, state),
      wanted.length > rows.length ? Dom.make("p", { class: "note" }, Words.say("rows_left_out", { count: wanted.length - rows.length })) : null);
  },

  isOf(chain, kind) {
    return kind === "all" || chain.composed === (kind === "composed");
  },

  none(passing, state) {
    const said = Content.chains.length ? "no_chain_passes" : "no_chains";
    const others = passing.length && state.chains !== "all" ? Dom.button(Words.say("chains_all", { count: passing.length }), () => State.go({ chains: "all" })) : null;
    return Dom.make("div", { class: "nothing" }, Dom.make("p", {}, Words.say(said)), others);
  },

  // The chain as one button: boxes and named arrows.
  row(chain) {
    const parts = chain.concepts.map((concept, place) => {
      const box = Dom.make("span", { class: "box" }, concept.label);
      box.style.setProperty("--swatch", Content.communityColour(concept.community));
      return Dom.make("span", { class: "hop" }, place ? Chains.arrow(chain.relations[place - 1]) : null, box);
    });
    return Dom.make("button", { type: "button", class: "chain", on: { click: () => State.go({ chain: String(chain.number) }) } },
      Dom.make("span", { class: "chain-line" }, parts,
        chain.composed ? Dom.make("span", { class: "badge composed" }, Words.say("composed")) : null,
        chain.voice === "own" ? null : Dom.make("span", { class: `badge ${chain.voice}` }, Words.say(`voice_${chain.voice}`))));
  },

  arrow(relation) {
    const arrow = Dom.make("span", { class: "arrow" }, Dom.make("span", { class: "arrow-name" }, Words.relation(relation)),
      Dom.make("span", { class: "arrow-line", "aria-hidden": "true" }));
    arrow.style.setProperty("--swatch", Content.relationColour(relation));
    return arrow;
  },

  // In the panel: hop by hop, each with the evidence of its edge that lies in the chain's passage.
  detail(chain) {
    const edges = Content.chainEdges(chain);
    const hop = (edge, place) => {
      const [first, second] = [chain.concepts[place], chain.concepts[place + 1]];
      const name = (concept) => Dom.button(concept.label, () => State.go({ n: concept.label }), { class: "name" });
      return Dom.make("section", { class: "group" },
        Dom.make("h3", { class: "claim" }, name(first), Dom.make("span", { class: "verb" }, Dom.swatch(Content.relationColour(chain.relations[place]), "line"), Words.relation(chain.relations[place]), " →"), name(second),
          edge ? Dom.button(Words.say("open_edge"), () => State.go({ e: edge.id }), { class: "quiet" }) : null),
        Content.hopPieces(chain, edge).map((piece) => Quote.piece(edge, piece)));
    };
    const quoted = new Set(edges.flatMap((edge) => Content.hopPieces(chain, edge).flatMap((piece) => piece.sentences)));
    const rest = chain.sentences.filter((id) => !quoted.has(id)).map((id) => Content.sentenceById.get(id)).filter(Boolean);
    return [
      Dom.make("header", { class: "panel-head" }, Dom.make("h2", { tabindex: "-1" }, Words.say("chain_heading", { number: chain.number })),
        Panel.linkButton({ chain: String(chain.number), view: "chains" }),
        Dom.make("p", { class: "facts" }, chain.concepts.map((concept) => concept.label).join(" → ")),
        Dom.make("p", { class: chain.composed ? "notice composed" : "facts" }, Words.say(chain.composed ? "composed_explained" : "attested_explained")),
        chain.voice === "own" ? null : Dom.make("p", { class: `notice ${chain.voice}` }, Words.say(`chain_${chain.voice}`))),
      edges.map(hop),
      rest.length ? Dom.make("section", { class: "group" }, Dom.make("h3", {}, Words.say("passage")),
        rest.map((sentence) => Dom.make("blockquote", { class: "piece plain" }, Quote.block(sentence),
          Dom.make("footer", {}, Quote.place(sentence), sentence.text ? Quote.copyButton(sentence) : null)))) : null,
    ];
  },

  update(state, before) {
    if (state.view !== "chains") return;
    const key = State.address({ ...state, n: "", e: "", s: "", chain: "" });
    const isListed = !state.chain || Dom.byId("chains").querySelector(`[data-chain="${Number(state.chain)}"]`);
    if (key !== Chains.key || !isListed || !Dom.byId("chains").childElementCount) Chains.build(state);
    Chains.key = key;
    for (const row of Dom.byId("chains").querySelectorAll("[data-chain]")) {
      const chosen = row.dataset.chain === state.chain;
      row.classList.toggle("chosen", chosen);
      row.firstElementChild.setAttribute("aria-pressed", String(chosen));
      if (chosen && before.chain !== state.chain) row.scrollIntoView({ block: "nearest" });
    }
  },
};
