// The records of the page, with the usual values filled in and links between them.
const Content = {
  concepts: [],
  edges: [],
  chains: [],
  sentences: [],
  documents: [],
  UNDIRECTED: new Set(["cooccurrence", "equals", "opposes"]),

  load(record) {
    Object.assign(Content, {
      options: record.options,
      colours: record.colours,
      years: record.years,
      evidenceMode: record.evidence,
      leftOut: record.leftOut,
      documents: record.documents.map(Content.toDocument),
    });
    Content.documentById = new Map(Content.documents.map((each) => [each.id, each]));
    Content.sentences = record.sentences.map(Content.toSentence);
    for (const { document: id } of Content.sentences) {
      if (!Content.documentById.has(id)) Content.documentById.set(id, Content.toDocument({ id })); // deleted by hand
    }
    Content.sentenceById = new Map(Content.sentences.map((each) => [each.id, each]));
    Content.concepts = record.nodes.map(Content.toConcept);
    Content.conceptById = new Map(Content.concepts.map((each) => [each.id, each]));
    Content.conceptByName = new Map(Content.concepts.map((each) => [each.label, each]));
    Content.edges = record.edges.map(Content.toEdge);
    Content.edgeById = new Map(Content.edges.map((each) => [each.id, each]));
    Content.chains = record.chains.map(Content.toChain);
    Content.link();
  },

  toDocument(row) {
    return { title: "", path: "", authors: [], year: null, source: null, keywords: [], ...row };
  },

  toSentence(row, order) {
    const sentence = { section: "", paragraph: 0, page: null, kind: "body", text: "", ...row, order };
    sentence.concepts = [];
    sentence.evidence = []; // {edge, piece}
    sentence.pairs = []; // co-occurrence edges that rest on it
    return sentence;
  },

  toConcept(row, rank) {
    return {
      aliases: [], kind: "concept", frequency: 0, documents: 1, importance: 0, shown: false, font: 13,
      betweenness: 0, sentences: [], ...row, rank, edges: [],
      carriers: (row.carriers || []).map(([number, mentions]) => ({ document: Content.documents[number], mentions })),
      years: (row.years || []).map((count, at) => [Content.years[at][0], count]).filter(([, count]) => count),
    };
  },

  toEdge(row) {
    const edge = {
      relation: "cooccurrence", shown: false, weight: 0, confidence: 1, npmi: 0, more: 0, places: [], claims: 0,
      documents: 0, firstYear: 0,
      ...row,
      source: Content.conceptById.get(row.from),
      target: Content.conceptById.get(row.to),
      evidence: (row.evidence || []).map((piece) => ({
        sentences: [], source: [], target: [], cue: [], cueText: "", rule: "", speaker: null, modality: "asserted",
        negated: false, confidence: 0, ...piece,
      })),
    };
    edge.pair = edge.relation === "cooccurrence";
    edge.undirected = Content.UNDIRECTED.has(edge.relation);
    edge.voice = Content.voiceOf(edge);
    return edge;
  },

  toChain(row, index) {
    const chain = { relations: [], sentences: [], composed: false, confidence: 1, ...row, number: index + 1 };
    chain.concepts = chain.concepts.map((id) => Content.conceptById.get(id));
    return chain;
  },

  // Whose claim an edge is: the author's own if one piece is; else only denied, asked or reported.
  voiceOf(edge) {
    if (edge.pair) return "own";
    const voices = new Set(edge.evidence.map(Content.pieceVoice));
    return ["own", "reported", "asked", "negated"].find((voice) => voices.has(voice)) || "own";
  },

  pieceVoice(piece) {
    if (piece.negated) return "negated";
    if (piece.modality === "asked") return "asked";
    return piece.modality === "reported" || piece.speaker !== null ? "reported" : "own";
  },

  link() {
    for (const concept of Content.concepts) {
      for (const id of concept.sentences) Content.sentenceById.get(id)?.concepts.push(concept);
    }
    for (const edge of Content.edges) {
      edge.source.edges.push(edge);
      if (edge.target !== edge.source) edge.target.edges.push(edge);
      for (const id of edge.places) Content.sentenceById.get(id)?.pairs.push(edge);
      for (const piece of edge.evidence) {
        for (const id of piece.sentences) Content.sentenceById.get(id)?.evidence.push({ edge, piece });
      }
    }
    for (const concept of Content.concepts) {
      concept.degree = new Set(concept.edges.flatMap((edge) => [edge.source, edge.target])).size - (concept.edges.length ? 1 : 0);
    }
    for (const chain of Content.chains) chain.voice = Content.chainVoice(chain);
    Content.speakers = [...new Set(Content.edges.flatMap((edge) => edge.evidence.map((piece) => piece.speaker)))]
      .filter((speaker) => speaker !== null)
      .sort((first, second) => first.localeCompare(second, "zh"));
    Content.communities = Content.groupCommunities();
  },

  // Communities of three or more, largest first, named after their most important concepts.
  groupCommunities() {
    const members = new Map();
    for (const concept of Content.concepts) {
      if (!members.has(concept.community)) members.set(concept.community, []);
      members.get(concept.community).push(concept);
    }
    return [...members]
      .filter(([, concepts]) => concepts.length > 2)
      .sort(([first], [second]) => first - second)
      .map(([number, concepts]) => ({ number, concepts, name: concepts.slice(0, 2).map((each) => each.label).join("·") }));
  },

  findConcept(text) {
    return Content.conceptByName.get(text) || Content.conceptById.get(text) || null;
  },

  // The chain's edges: one for each hop, null where the graph has none.
  chainEdges(chain) {
    return chain.relations.map((relation, hop) => {
      const [first, second] = [chain.concepts[hop], chain.concepts[hop + 1]];
      const between = first.edges.filter((edge) => edge.source === second || edge.target === second);
      return between.find((edge) => edge.relation === relation) || between.find((edge) => !edge.pair) || null;
    });
  },

  // The pieces of a hop's edge that lie in the chain's own passage.
  hopPieces(chain, edge) {
    const passage = new Set(chain.sentences);
    const inside = edge ? edge.evidence.filter((piece) => piece.sentences.some((id) => passage.has(id))) : [];
    return inside.length || !edge ? inside : edge.evidence.slice(0, 1);
  },

  // A chain is the author's own only if every hop of it is.
  chainVoice(chain) {
    const voices = Content.chainEdges(chain).map((edge) => {
      const said = new Set(Content.hopPieces(chain, edge).map(Content.pieceVoice));
      return ["own", "reported", "asked", "negated"].find((voice) => said.has(voice)) || "own";
    });
    return ["negated", "asked", "reported"].find((voice) => voices.includes(voice)) || "own";
  },

  communityColour(number) {
    return Content.colours.communities[number] || Content.colours.other;
  },

  relationColour(type) {
    return Content.colours.relations[type] || Content.colours.other;
  },
};
