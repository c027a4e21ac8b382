// The text itself: sections, paragraphs, sentences with their concepts marked. A sentence lights its part of the graph.
const Reading = {
  built: false,

  build() {
    Reading.built = true;
    const area = Dom.byId("reading");
    const known = Content.sentences.some((sentence) => sentence.text);
    if (!known) {
      Dom.replace(area, Dom.make("p", { class: "note" }, Words.say(Content.sentences.length ? "evidence_none" : "nothing_found")));
      return;
    }
    const partial = Content.sentences.some((sentence) => !sentence.text) || Content.leftOut.sentences;
    Dom.replace(area, partial ? Dom.make("p", { class: "note" }, Words.say("reading_partial")) : null,
      Content.documents.map((document) => Reading.document(document)));
    [area.onclick, area.onkeydown] = [Reading.onClick, Reading.onKey]; // once, also when the language changes
    const first = area.querySelector(".sentence");
    if (first) first.tabIndex = 0;
  },

  document(document) {
    const sentences = Content.sentences.filter((sentence) => sentence.document === document.id);
    const titled = sentences.some((sentence) => sentence.kind === "title" && sentence.text);
    const authors = document.authors.length ? Dom.make("p", { class: "authors" }, document.authors.join("　")) : null;
    const parts = titled ? [] : [Dom.make("h2", {}, document.title || document.id), authors];
    let [paragraph, section, block, gap] = [null, "", null, false];
    for (const sentence of sentences) {
      if (!sentence.text) {
        gap = true;
        continue;
      }
      const heads = sentence.kind === "heading" || sentence.kind === "title";
      if (sentence.section !== section && !heads && sentence.section) {
        if (!Reading.isSaid(sentences, sentence)) parts.push(Dom.make("h3", {}, sentence.section.split(" / ").at(-1)));
      }
      section = sentence.section;
      if (block === null || sentence.paragraph !== paragraph || heads) {
        const tag = sentence.kind === "title" ? "h2" : sentence.kind === "heading" ? "h3" : "p";
        block = Dom.make(tag, { class: sentence.kind });
        paragraph = sentence.paragraph;
        parts.push(block);
      }
      if (gap) block.append(" … ");
      gap = false;
      block.append(Reading.sentence(sentence));
      if (sentence.kind === "title" && !parts.includes(authors)) parts.push(authors);
      if (heads) block = null;
    }
    return Dom.make("article", { lang: "zh" }, parts);
  },

  // Whether the heading of a sentence's section is itself a sentence of the page.
  isSaid(sentences, sentence) {
    const heading = sentence.section.split(" / ").at(-1);
    return sentences.some((each) => each.kind === "heading" && each.text && heading.includes(each.text.slice(0, 6)));
  },

  sentence(sentence) {
    const classes = sentence.evidence.length ? "sentence claims" : "sentence";
    return Dom.make("span", { class: classes, id: `s${sentence.id}`, role: "button", tabindex: "-1", "aria-pressed": "false" }, Quote.text(sentence, [], { open: false }));
  },

  // The first click lights the sentence; a click on a concept of a lit sentence opens the concept.
  onClick(event) {
    const element = event.target.closest(".sentence");
    if (!element) return;
    const mark = event.target.closest("mark[data-concept]");
    if (mark && element.classList.contains("lit")) State.go({ n: Content.conceptById.get(mark.dataset.concept).label });
    else State.go({ s: element.id.slice(1) });
  },

  onKey(event) {
    const element = event.target.closest(".sentence");
    if (!element) return;
    const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      State.go({ s: element.id.slice(1) });
    } else if (event.key in steps) {
      event.preventDefault();
      const all = [...Dom.byId("reading").querySelectorAll(".sentence")];
      const other = all[all.indexOf(element) + steps[event.key]];
      if (!other) return;
      element.tabIndex = -1;
      other.tabIndex = 0;
      other.focus();
    }
  },

  update(state) {
    if (state.view !== "text") return;
    if (!Reading.built) Reading.build();
    const lit = new Set(Reading.litSentences(state));
    for (const element of Dom.byId("reading").querySelectorAll(".sentence")) {
      const on = lit.has(Number(element.id.slice(1)));
      element.classList.toggle("lit", on);
      element.setAttribute("aria-pressed", String(on));
    }
    const first = [...lit].sort((one, other) => one - other)[0];
    const element = first === undefined ? null : Dom.byId(`s${first}`);
    if (element) Reading.scrollTo(element);
  },

  scrollTo(element) {
    const area = Dom.byId("reading");
    const [place, frame] = [element.getBoundingClientRect(), area.getBoundingClientRect()];
    if (place.top < frame.top || place.bottom > frame.bottom) {
      area.scrollTop += place.top - frame.top - frame.height / 3;
    }
  },

  // A sentence lights itself, an edge or chain its evidence; a concept is marked where it stands.
  litSentences(state) {
    const [edge, chain, sentence, concept] = [State.edge(state), State.chain(state), State.sentence(state), State.concept(state)];
    for (const mark of Dom.byId("reading").querySelectorAll("mark[data-concept]")) {
      mark.classList.toggle("chosen", Boolean(concept) && mark.dataset.concept === concept.id);
    }
    if (sentence) return [sentence.id];
    if (edge) return edge.pair ? edge.places : edge.evidence.flatMap((piece) => piece.sentences);
    if (chain) return chain.sentences;
    return [];
  },
};
