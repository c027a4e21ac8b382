// Read graph files as Gephi Lite calls graphology, and print for each what it has or that it is refused:
// node read_as_gephi_lite.mjs FILE...
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const window = new JSDOM("").window;
for (const name of ["DOMParser", "Document", "XMLSerializer"]) globalThis[name] = window[name];

const { default: Graph } = await import("graphology");
const { default: graphml } = await import("graphology-graphml");
const { default: gexf } = await import("graphology-gexf");

const read = (path) => {
  const text = readFileSync(path, "utf-8");
  try {
    const graph = path.endsWith(".gexf")
      ? gexf.parse(Graph, text, { addMissingNodes: true, allowUndeclaredAttributes: true })
      : graphml.parse(Graph, text, { addMissingNodes: true });
    return [graph.order, graph.directedSize, graph.undirectedSize];
  } catch (error) {
    return String(error);
  }
};

process.stdout.write(JSON.stringify(process.argv.slice(2).map(read)));
