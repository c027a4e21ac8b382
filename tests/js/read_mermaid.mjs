// Read a flowchart with Mermaid and print what it understood as JSON: node read_mermaid.mjs FILE
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document });

const { default: mermaid } = await import("mermaid");
mermaid.initialize({ securityLevel: "strict" });
const { db } = await mermaid.mermaidAPI.getDiagramFromText(readFileSync(process.argv[2], "utf-8"));

// While it parses, Mermaid holds `#code;` as `ﬂ°°code¶ß`; what it draws is the character.
const drawn = (text) => (text || "").replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));

process.stdout.write(
  JSON.stringify({
    boxes: [...db.getVertices().values()].map(({ id, text, type }) => ({ id, text: drawn(text), type })),
    links: db.getEdges().map(({ start, end, text, stroke, type }) => ({ start, end, text: drawn(text), stroke, type })),
  }),
);
