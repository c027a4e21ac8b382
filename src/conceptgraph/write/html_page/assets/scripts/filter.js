// Which concepts and edges are on view, and which of them are lit.
const Filter = {
  passes(edge, state, hidden = State.hidden(state)) {
    if (hidden.has(edge.relation)) return false;
    if (state.weight && edge.weight < Number(state.weight)) return false;
    if (state.confidence && edge.confidence < Number(state.confidence)) return false;
    if (state.negated === "hide" && edge.voice === "negated") return false;
    if (state.negated === "only" && !edge.evidence.some((piece) => piece.negated)) return false;
    if (!state.speaker) return true;
    const speaker = state.speaker === "-" ? null : state.speaker;
    return !edge.pair && edge.evidence.some((piece) => piece.speaker === speaker);
  },

  // A chain passes where each of its hops does, and one of its concepts is of the community.
  passesChain(chain, state) {
    const inside = state.community === "" || chain.concepts.some((concept) => concept.community === Number(state.community));
    return inside && Content.chainEdges(chain).every((edge) => !edge || Filter.passes(edge, state));
  },

  isNarrow(state) {
    return Boolean(state.speaker || state.weight || state.confidence || state.negated === "only");
  },

  // -> {concepts: Set, edges: Set, path: [concepts] | null}
  visible(state) {
    const hidden = State.hidden(state);
    const passing = Content.edges.filter((edge) => Filter.passes(edge, state, hidden));
    if (state.from && state.to) return Filter.alongPath(state, passing);
    if (state.focus && State.concept(state)) return Filter.around(State.concept(state), Number(state.focus), passing);
    const inside = (concept) => state.community === "" || concept.community === Number(state.community);
    const lit = Filter.lit(state);
    let concepts = new Set(Content.concepts.filter((each) => (state.all || each.shown) && inside(each)));
    for (const concept of lit.concepts) if (concept === State.concept(state) || !lit.single) concepts.add(concept);
    const edges = new Set(
      passing.filter((edge) => (state.all || edge.shown) && concepts.has(edge.source) && concepts.has(edge.target)),
    );
    for (const edge of lit.edges) {
      if (concepts.has(edge.source) && concepts.has(edge.target) && !hidden.has(edge.relation)) edges.add(edge);
    }
    if (Filter.isNarrow(state)) {
      const ends = new Set([...edges].flatMap((edge) => [edge.source, edge.target]));
      concepts = new Set([...concepts].filter((each) => ends.has(each) || each === State.concept(state)));
    }
    return { concepts, edges, path: null };
  },

  // The neighbourhood of a concept; pairs that do not touch it are left out, they would hide the argument.
  around(centre, steps, passing) {
    const concepts = new Set([centre]);
    for (let step = 0; step < steps; step += 1) {
      const reached = passing.filter((edge) => concepts.has(edge.source) || concepts.has(edge.target));
      const further = step ? reached.filter((edge) => !edge.pair) : reached;
      for (const edge of further) concepts.add(edge.source).add(edge.target);
    }
    const touches = (edge) => edge.source === centre || edge.target === centre;
    const edges = passing.filter(
      (edge) => concepts.has(edge.source) && concepts.has(edge.target) && (!edge.pair || touches(edge)),
    );
    return { concepts, edges: new Set(edges), path: null };
  },

  alongPath(state, passing) {
    const [from, to] = [Content.findConcept(state.from), Content.findConcept(state.to)];
    const path = from && to ? Geometry.shortestPath(from, to, passing) : null;
    const ends = [from, to].filter(Boolean);
    const concepts = new Set(path ? path.concepts : ends);
    const edges = path
      ? passing.filter((edge) => path.hops.some(([first, second]) => Filter.joins(edge, first, second)))
      : [];
    return { concepts, edges: new Set(edges), path: path ? path.concepts : [] };
  },

  joins(edge, first, second) {
    return (edge.source === first && edge.target === second) || (edge.source === second && edge.target === first);
  },

  // What the selection lights; `single` where one concept is selected, whose neighbours do not come into view by it.
  lit(state) {
    const [concept, edge, sentence, chain] = [State.concept(state), State.edge(state), State.sentence(state), State.chain(state)];
    if (concept) {
      const concepts = new Set([concept, ...concept.edges.flatMap((each) => [each.source, each.target])]);
      return { concepts, edges: new Set(concept.edges), single: true };
    }
    if (edge) return { concepts: new Set([edge.source, edge.target]), edges: new Set([edge]), single: false };
    if (sentence) {
      const edges = new Set(sentence.evidence.map((each) => each.edge));
      const ends = [...edges].flatMap((each) => [each.source, each.target]);
      return { concepts: new Set([...sentence.concepts, ...ends]), edges, single: false };
    }
    if (chain) {
      const edges = new Set(Content.chainEdges(chain).filter(Boolean));
      return { concepts: new Set(chain.concepts), edges, single: false };
    }
    return { concepts: new Set(), edges: new Set(), single: false };
  },

  // What the reader may loosen, as [words, changes] pairs.
  loosenings(state) {
    const offers = [];
    if (state.hide) offers.push(["loosen_types", { hide: "" }]);
    if (state.community !== "") offers.push(["loosen_community", { community: "" }]);
    if (state.speaker) offers.push(["loosen_speaker", { speaker: "" }]);
    if (state.weight) offers.push(["loosen_weight", { weight: "" }]);
    if (state.confidence) offers.push(["loosen_confidence", { confidence: "" }]);
    if (state.negated) offers.push(["loosen_negated", { negated: "" }]);
    if (state.from && state.to) offers.push(["loosen_path", { from: "", to: "" }]);
    return offers;
  },
};
