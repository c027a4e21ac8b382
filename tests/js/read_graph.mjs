// Read a GraphML or GEXF file with graphology and print it as JSON: node read_graph.mjs FILE
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const window = new JSDOM("").window;
for (const name of ["DOMParser", "Document", "XMLSerializer"]) globalThis[name] = window[name];

const { default: Graph } = await import("graphology");
const { default: graphml } = await import("graphology-graphml");
const { default: gexf } = await import("graphology-gexf");

const path = process.argv[2];
const format = path.endsWith(".gexf") ? gexf : graphml;
const graph = format.parse(Graph, readFileSync(path, "utf-8"), { addMissingNodes: false });

process.stdout.write(
  JSON.stringify({
    type: graph.type,
    multi: graph.multi,
    nodes: graph.mapNodes((key, attributes) => ({ key, attributes })),
    edges: graph.mapEdges((key, attributes, source, target, a, b, undirected) => ({
      key, source, target, undirected, attributes,
    })),
  }),
);
