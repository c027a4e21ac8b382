// Elements. Text enters the page only here, through textContent and attributes that cannot run.
const Dom = {
  byId(id) {
    return document.getElementById(id);
  },

  // make("button", {class: "chip", on: {click: act}}, "text", otherElement, null)
  make(tag, attributes = {}, ...children) {
    return Dom.fill(document.createElement(tag), attributes, children);
  },

  svg(tag, attributes = {}, ...children) {
    return Dom.fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
  },

  fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "on") {
        for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
      } else if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(name, value === true ? "" : String(value));
      }
    }
    element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
    return element;
  },

  replace(element, ...children) {
    element.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  },

  button(text, act, attributes = {}) {
    return Dom.make("button", { type: "button", ...attributes, on: { click: act } }, text);
  },

  // A short stripe in a colour that is data: set through the style object, which the page's policy allows.
  swatch(colour, kind = "dot") {
    const element = Dom.make("span", { class: `swatch ${kind}`, "aria-hidden": "true" });
    element.style.setProperty("--swatch", colour);
    return element;
  },

  announce(text) {
    Dom.byId("announcement").textContent = text;
  },

  remember(key, value) {
    try {
      localStorage.setItem(`conceptgraph.${key}`, value);
    } catch {
      // private windows forbid it; the choice then lasts as long as the page
    }
  },

  recall(key) {
    try {
      return localStorage.getItem(`conceptgraph.${key}`);
    } catch {
      return null;
    }
  },
};
