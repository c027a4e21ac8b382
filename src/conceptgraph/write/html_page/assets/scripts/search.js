// Search by name, alias and gloss, with suggestions (a combobox as ARIA describes it). It also asks for the end of a path.
const Search = {
  LONGEST: 12, // suggestions
  pathStart: null,
  found: [],
  active: -1,

  start() {
    Search.field = Dom.byId("search");
    Search.list = Dom.byId("suggestions");
    Search.field.addEventListener("input", () => Search.suggest());
    Search.field.addEventListener("focus", () => Search.suggest());
    Search.field.addEventListener("blur", () => setTimeout(() => Search.close(), 150));
    Search.field.addEventListener("keydown", (event) => Search.onKey(event));
  },

  find(text) {
    const wanted = text.trim().toLowerCase();
    if (!wanted) return [];
    const rank = (concept) => {
      const forms = [concept.label, ...concept.aliases].map((form) => form.toLowerCase());
      if (forms.includes(wanted)) return 0;
      if (forms.some((form) => form.startsWith(wanted))) return 1;
      return forms.some((form) => form.includes(wanted)) ? 2 : 3;
    };
    return Content.concepts
      .map((concept) => [rank(concept), concept])
      .filter(([order]) => order < 3)
      .sort(([first, one], [second, other]) => first - second || one.rank - other.rank)
      .map(([, concept]) => concept);
  },

  suggest() {
    const all = Search.find(Search.field.value);
    Search.found = all.slice(0, Search.LONGEST);
    Search.active = Search.found.length ? 0 : -1;
    const nothing = Search.field.value.trim() && !all.length;
    Dom.replace(Search.list, Search.found.map((concept, index) => Search.option(concept, index)),
      nothing ? Dom.make("li", { class: "note", role: "option", "aria-disabled": "true", "aria-selected": "false" }, Words.say(Content.leftOut.concepts ? "no_match_here" : "no_match")) : null);
    Search.list.hidden = !Search.found.length && !nothing;
    Search.mark();
  },

  option(concept, index) {
    const alias = concept.aliases.find((each) => each.toLowerCase().includes(Search.field.value.trim().toLowerCase()));
    const option = Dom.make("li", { role: "option", id: `option-${index}`, "aria-selected": "false" },
      Dom.swatch(Content.communityColour(concept.community)), Dom.make("span", { class: "name" }, concept.label),
      alias && !concept.label.includes(Search.field.value.trim()) ? Dom.make("span", { class: "alias" }, alias) : null,
      Dom.make("span", { class: "count" }, String(concept.frequency)));
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      Search.choose(concept);
    });
    return option;
  },

  mark() {
    [...Search.list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === Search.active)));
    Search.field.setAttribute("aria-expanded", String(!Search.list.hidden));
    if (Search.active >= 0) Search.field.setAttribute("aria-activedescendant", `option-${Search.active}`);
    else Search.field.removeAttribute("aria-activedescendant");
    Search.list.children[Search.active]?.scrollIntoView({ block: "nearest" });
  },

  onKey(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && Search.found.length) {
      event.preventDefault();
      Search.active = (Search.active + steps[event.key] + Search.found.length) % Search.found.length;
      Search.mark();
    } else if (event.key === "Enter" && Search.active >= 0) {
      event.preventDefault();
      Search.choose(Search.found[Search.active]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      Search.field.value = "";
      Search.stopAsking();
      Search.close();
      Search.field.blur();
    }
  },

  choose(concept) {
    const start = Search.pathStart;
    Search.field.value = "";
    Search.stopAsking();
    Search.close();
    Search.field.blur();
    if (start && start !== concept) {
      State.go({ n: "", from: start.label, to: concept.label, focus: "", view: State.now.view === "table" ? "graph" : State.now.view });
    } else {
      State.go({ n: concept.label });
    }
    Dom.byId("network").focus({ preventScroll: true });
  },

  askPathEnd(concept) {
    Search.pathStart = concept;
    Search.field.placeholder = Words.say("path_to", { name: concept.label });
    Search.field.classList.add("asking");
    Search.field.focus();
  },

  stopAsking() {
    Search.pathStart = null;
    Search.field.placeholder = Words.say("search");
    Search.field.classList.remove("asking");
  },

  close() {
    Search.list.hidden = true;
    Search.field.setAttribute("aria-expanded", "false");
    Search.field.removeAttribute("aria-activedescendant");
  },
};
