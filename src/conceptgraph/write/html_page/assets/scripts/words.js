// What the interface says, in Chinese or English: by the browser's language, or as the reader chose.
const Words = {
  language: "en",
  all: {},

  start(all) {
    Words.all = all;
    const wanted = Dom.recall("language") || (navigator.languages || [navigator.language])[0] || "en";
    Words.use(wanted.toLowerCase().startsWith("zh") ? "zh" : "en");
  },

  use(language) {
    Words.language = language;
    document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
    for (const element of document.querySelectorAll("[data-say]")) {
      element.textContent = Words.say(element.dataset.say);
    }
    for (const element of document.querySelectorAll("[data-label]")) {
      const label = Words.say(element.dataset.label);
      element.setAttribute("aria-label", label);
      element.setAttribute(element.tagName === "INPUT" ? "placeholder" : "title", label);
    }
  },

  say(key, values = {}) {
    const text = Words.all[Words.language][key];
    if (text === undefined) throw new Error(`no words for ${key}`);
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  },

  relation(type) {
    return Words.say(`relation_${type}`);
  },

  // Of concept -> other when `outward`, else of other -> concept.
  group(type, outward) {
    return Words.say(`${outward ? "out" : "in"}_${type}`);
  },

  number(value) {
    return new Intl.NumberFormat(Words.language, { maximumFractionDigits: 2 }).format(value);
  },
};
