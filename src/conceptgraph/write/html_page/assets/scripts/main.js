// Start: read the records, build the views, follow the state.
const Main = {
  start() {
    const record = JSON.parse(Dom.byId("content").textContent);
    Main.theme(Dom.recall("theme"));
    Words.start(record.words);
    Content.load(record);
    State.start();
    for (const part of [Picture, Legend, Search, Tables, Keys]) part.start();
    Main.buttons();
    Main.heading();
    Legend.speak();
    State.watchers.push((state, before) => Main.show(state, before, Picture.fill(state)));
    Main.show(State.now, State.usual, Picture.seen);
    Picture.fit();
    document.documentElement.dataset.ready = "true";
  },

  show(state, before, seen) {
    document.body.dataset.view = state.view;
    for (const tab of document.querySelectorAll("[data-view-tab]")) {
      tab.setAttribute("aria-pressed", String(tab.dataset.viewTab === state.view));
    }
    Legend.update(state, seen);
    Reading.update(state);
    Chains.update(state, before);
    Tables.update(state);
    if (Main.selectionChanged(state, before) || !Dom.byId("panel-body").childElementCount) Panel.update(state);
    Main.move(state, before);
    Dom.byId("undo").disabled = State.depth() === 0;
  },

  selectionChanged(state, before) {
    return [...State.SELECTION, "focus", "from", "to"].some((name) => state[name] !== before[name]);
  },

  // The picture stays where it is unless its contents are others, or what is lit lies outside.
  move(state, before) {
    const contents = ["all", "focus", "from", "to", "community", "speaker"];
    const refit = contents.some((name) => state[name] !== before[name]) || (state.focus && state.n !== before.n);
    if (refit) requestAnimationFrame(() => Picture.fit());
    else if (Picture.lit) {
      if (state.view !== "graph" && Main.selectionChanged(state, before)) Picture.frame([...Picture.lit.concepts]);
      const chosen = State.concept(state);
      Picture.reveal(chosen ? [chosen] : [...Picture.lit.concepts]);
    }
  },

  buttons() {
    for (const tab of document.querySelectorAll("[data-view-tab]")) {
      tab.addEventListener("click", () => State.go({ view: tab.dataset.viewTab }));
    }
    const acts = {
      undo: State.undo,
      fit: Picture.fit,
      "zoom-in": () => Keys.zoom(1.25),
      "zoom-out": () => Keys.zoom(0.8),
      language: () => Main.speak(Words.language === "zh" ? "en" : "zh"),
      theme: Main.turnTheme,
      "open-help": Main.help,
      "close-help": () => Dom.byId("help").close(),
      "download-svg": Download.saveSvg,
      "download-png": Download.png,
      "open-legend": () => document.body.classList.toggle("legend-open"),
      "close-panel": () => State.go({ n: "" }),
    };
    for (const [id, act] of Object.entries(acts)) Dom.byId(id).addEventListener("click", () => act());
    addEventListener("beforeprint", () => Main.toPaper());
    addEventListener("afterprint", () => Main.paint(Dom.recall("theme")));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => Main.paint(document.documentElement.dataset.theme));
  },

  // A corpus is not called after its first document.
  heading() {
    if (Content.documents.length > 3) document.querySelector("h1").textContent = Words.say("documents", { count: Content.documents.length });
  },

  speak(language) {
    Dom.remember("language", language);
    Words.use(language);
    Main.heading();
    Legend.speak();
    Reading.built = false;
    Dom.replace(Dom.byId("chains"));
    Tables.key = "";
    Dom.replace(Dom.byId("panel-body"));
    Main.show(State.now, State.now, Picture.seen);
  },

  theme(theme) {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  },

  paint(theme) {
    Main.theme(theme);
    Picture.fill(State.now);
    Picture.network.redraw();
  },

  // On paper the picture is drawn anew in lines, which no scaling blurs or stretches.
  toPaper() {
    Main.paint("light");
    Dom.replace(Dom.byId("printed"), Picture.seen.concepts.size ? Download.draw().svg : null);
  },

  turnTheme() {
    const dark = document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    Dom.remember("theme", dark ? "light" : "dark");
    Main.paint(dark ? "light" : "dark");
  },

  help() {
    Dom.byId("help").showModal();
  },
};

Main.start();
