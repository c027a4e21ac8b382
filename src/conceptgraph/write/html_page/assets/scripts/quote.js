// Sentences as the evidence shows them: mentions and cue marked, who speaks, where it stands, how to cite it.
const Quote = {
  // Marks of a sentence as disjoint spans of code points: evidence first, then the other concepts, longest first.
  marks(sentence, characters, spans) {
    const taken = new Array(characters.length).fill(false);
    const marks = [];
    const claim = (mark) => {
      if (mark.start >= mark.end || mark.end > characters.length) return;
      for (let at = mark.start; at < mark.end; at += 1) if (taken[at]) return;
      taken.fill(true, mark.start, mark.end);
      marks.push(mark);
    };
    spans.forEach(claim);
    const plain = Quote.narrow(characters);
    const forms = sentence.concepts.flatMap((concept) =>
      [concept.label, ...concept.aliases].map((form) => ({ concept, form: Quote.narrow(Array.from(form)) })),
    );
    forms.sort((first, second) => second.form.length - first.form.length);
    for (const { concept, form } of forms.filter((each) => each.form)) {
      for (let at = plain.indexOf(form); at >= 0; at = plain.indexOf(form, at + 1)) {
        claim({ start: at, end: at + form.length, role: "concept", concept });
      }
    }
    return marks.sort((first, second) => first.start - second.start);
  },

  // A text in which each code point is one unit, so that places in it are offsets of ours; rare characters look alike.
  narrow(characters) {
    return characters.map((sign) => (sign.length === 1 ? sign : "\uffff")).join("");
  },

  // The sentence's text with its marks; `open` makes concepts clickable.
  text(sentence, spans = [], { open = true } = {}) {
    const characters = Array.from(sentence.text);
    const parts = [];
    let at = 0;
    for (const mark of Quote.marks(sentence, characters, spans)) {
      parts.push(characters.slice(at, mark.start).join(""));
      parts.push(Quote.mark(characters.slice(mark.start, mark.end).join(""), mark, open));
      at = mark.end;
    }
    parts.push(characters.slice(at).join(""));
    return parts;
  },

  mark(text, { role, concept }, open) {
    const element = Dom.make("mark", { class: role }, text);
    if (concept) element.dataset.concept = concept.id;
    if (concept && open) {
      element.addEventListener("click", (event) => {
        event.stopPropagation();
        State.go({ n: concept.label });
      });
    }
    if (concept) element.style.setProperty("--swatch", Content.communityColour(concept.community));
    return element;
  },

  // The spans of a piece of evidence that lie in its sentence number `position`.
  spans(edge, piece, position) {
    const roles = [["cue", piece.cue, null], ["end", piece.source, edge.source], ["end", piece.target, edge.target]];
    return roles
      .filter(([, span]) => span.length && span[0] === position)
      .map(([role, [, start, end], concept]) => ({ role, start, end, concept }));
  },

  // One piece of evidence: quote, who says so, place, rule.
  piece(edge, piece, { rule = false } = {}) {
    const voice = Content.pieceVoice(piece);
    const sentences = piece.sentences.map((id) => Content.sentenceById.get(id));
    const quotes = sentences.map((sentence, position) =>
      sentence ? Quote.block(sentence, Quote.spans(edge, piece, position)) : null,
    );
    const foot = [...Quote.badges(piece), rule ? Quote.rule(piece) : null, Quote.place(sentences.find(Boolean))];
    const copy = sentences.find((sentence) => sentence?.text);
    return Dom.make("blockquote", { class: `piece ${voice}` }, quotes,
      Dom.make("footer", {}, foot, copy ? Quote.copyButton(copy) : null));
  },

  block(sentence, spans = []) {
    if (!sentence.text) return Dom.make("p", { class: "withheld" }, Words.say("text_withheld"));
    return Dom.make("p", { lang: "zh" }, Quote.text(sentence, spans));
  },

  // What keeps a claim from being read as the author's own stands first and in words.
  badges(piece) {
    const badges = [];
    if (piece.speaker !== null) badges.push(["speaker", Words.say("said_by", { speaker: piece.speaker })]);
    else if (piece.modality === "reported") badges.push(["speaker", Words.say("modality_reported")]);
    if (piece.modality === "asked" || piece.modality === "conceded") {
      badges.push([piece.modality, Words.say(`modality_${piece.modality}`)]);
    }
    if (piece.negated) badges.push(["negated", Words.say("negated")]);
    return badges.map(([kind, text]) => Dom.make("span", { class: `badge ${kind}` }, text));
  },

  rule(piece) {
    const words = Words.say("cue_and_rule", { cue: piece.cueText, rule: piece.rule, confidence: Words.number(piece.confidence) });
    return Dom.make("span", { class: "rule" }, words);
  },

  place(sentence) {
    if (!sentence) return null;
    return Dom.button(Quote.where(sentence), () => State.go({ s: String(sentence.id), view: "text" }), {
      class: "place", title: Words.say("read_in_text"),
    });
  },

  where(sentence) {
    const parts = [];
    const document = Content.documentById.get(sentence.document);
    if (Content.documents.length > 1) parts.push(document.title || document.id);
    parts.push(sentence.section || Words.say(sentence.kind === "title" ? "kind_title" : sentence.kind === "abstract" ? "kind_abstract" : "no_section"));
    if (sentence.page) parts.push(Words.say("page_number", { page: sentence.page }));
    return parts.join(" · ");
  },

  reference(sentence) {
    const { title, authors, source, year, id } = Content.documentById.get(sentence.document);
    const origin = [authors.join("、"), title ? `《${title}》` : id, source, year, sentence.section, sentence.page && Words.say("page_number", { page: sentence.page })];
    return `“${sentence.text}”（${origin.filter(Boolean).join("，")}）`;
  },

  copyButton(sentence) {
    return Dom.button(Words.say("copy_quote"), () => Quote.copy(Quote.reference(sentence)), { class: "quiet" });
  },

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = Dom.make("textarea", { "aria-hidden": "true", class: "offscreen" });
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    Dom.announce(Words.say("copied"));
    Quote.toast(Words.say("copied"));
  },

  toast(text) {
    const toast = Dom.byId("toast");
    toast.textContent = text;
    toast.hidden = false;
    clearTimeout(Quote.timer);
    Quote.timer = setTimeout(() => { toast.hidden = true; }, 1600);
  },

  claimInWords(edge) {
    return `${edge.source.label} —${Words.relation(edge.relation)}${edge.undirected ? "—" : "→"} ${edge.target.label}`;
  },

  edgeInWords(edge) {
    if (edge.pair) return Words.say("pair_in_words", { first: edge.source.label, second: edge.target.label, count: Words.number(edge.weight) });
    const voice = edge.voice === "own" ? "" : ` · ${Words.say(`voice_${edge.voice}`)}`;
    return Quote.claimInWords(edge) + voice;
  },
};
