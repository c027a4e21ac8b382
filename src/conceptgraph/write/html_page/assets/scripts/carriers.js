// Of several documents: which carry a concept or a claim, each with its sentences, and how many are of each year.
const Carriers = {
  WIDE: 36, // years; more of them share the width

  section(concept) {
    if (!concept.carriers.length) return null;
    const more = concept.documents - concept.carriers.length;
    return Dom.make("section", { class: "group carriers" },
      Dom.make("h3", {}, Words.say("carriers"), Dom.make("span", { class: "count" }, String(concept.documents))),
      concept.carriers.map((carrier) => Carriers.row(concept, carrier)),
      more > 0 ? Dom.make("p", { class: "note" }, Words.say("carriers_more", { count: more })) : null);
  },

  // A document: it unfolds to the sentences that are on the page, where there are any.
  row(concept, { document, mentions }) {
    const title = Dom.make("span", { lang: "zh" }, document.title || document.id);
    const facts = [document.year, Words.say("times", { count: mentions })].filter(Boolean).join(" · ");
    const head = [title, Dom.make("span", { class: "count" }, facts)];
    const sentences = Carriers.sentences(concept, document);
    if (!sentences.length) return Dom.make("p", { class: "carrier" }, head);
    return Dom.make("div", { class: "carrier" }, Panel.folded(head, () => Panel.unfold(sentences, 3, Panel.passage)));
  },

  // The sentences of a document that mention the concept, or are evidence of what is said of it.
  sentences(concept, document) {
    const said = concept.edges.flatMap((edge) => [...edge.places, ...edge.evidence.flatMap((piece) => piece.sentences)]);
    return [...new Set([...concept.sentences, ...said])]
      .map((id) => Content.sentenceById.get(id))
      .filter((sentence) => sentence?.text && sentence.document === document.id)
      .sort((first, second) => first.order - second.order);
  },

  // A bar for each year of the corpus, as high as the documents of that year in which the concept stands.
  years(concept) {
    if (Content.years.length < 2 || !concept.years.length) return null;
    const [first, last] = [Content.years[0][0], Content.years.at(-1)[0]];
    const [of, found] = [new Map(Content.years), new Map(concept.years)];
    const most = Math.max(...found.values());
    const words = ([year, count]) => Words.say("year_documents", { year, count, all: of.get(year) ?? count });
    const bar = ([year, count]) => Dom.svg("rect", {
      x: (year - first) * 10, y: 24 - (22 * count) / most, width: 8, height: (22 * count) / most,
    }, Dom.svg("title", {}, words([year, count])));
    const width = last - first + 1;
    return [
      Dom.make("p", { class: "facts" }, concept.years.length > 1 ? Carriers.span(concept.years, most) : words(concept.years[0])),
      Dom.svg("svg", {
        class: "strip years", viewBox: `0 0 ${width * 10} 26`, role: "img", "aria-label": concept.years.map(words).join("; "),
        preserveAspectRatio: width > Carriers.WIDE ? "none" : "xMinYMax meet",
      }, Dom.svg("line", { x1: 0, x2: width * 10, y1: 25, y2: 25 }), concept.years.map(bar)),
    ];
  },

  span(years, most) {
    const peak = years.find(([, count]) => count === most)[0];
    return Words.say("years", { first: years[0][0], last: years.at(-1)[0], peak, most });
  },

  // Of a relation: in how many documents it is claimed, and since when.
  claimed(edge) {
    if (!edge.documents) return null;
    const facts = [Words.say("claimed", { claims: edge.claims || edge.evidence.length + edge.more, documents: edge.documents })];
    if (edge.firstYear) facts.push(Words.say("first_year", { year: edge.firstYear }));
    return Dom.make("p", { class: "facts" }, facts.join(" · "));
  },
};
