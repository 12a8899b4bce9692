// Where the states of a diagram stand, and where its ways run.
import dagre from "@dagrejs/dagre";
import {conditions, describe, keeps} from "./machine.js";

const MANY = 60;
const LONGEST = 34;

const shorten = text => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** What stands in the box of a state below its name. */
export function captions(state) {
    if (state.kind !== "await") {
        return [describe(state)];
    }
    return [shorten(describe(state)), shorten(keeps(state))];
}

/** One way for each two states, with the conditions of all; drops are told by the text, and by the player. */
function ways(machine) {
    const found = new Map();
    for (const edge of machine.fn.edges.filter(e => e.kind !== "drop" && e.to !== "PANICKED")) {
        const kind = edge.kind === "throws" ? "throws" : "leads";
        const key = `${edge.from} ${edge.to} ${kind}`;
        const way = found.get(key) ?? {from: edge.from, to: edge.to, kind, labels: new Set()};
        way.labels.add(kind === "throws" ? "" : shorten(conditions(edge)));
        found.set(key, way);
    }
    return [...found.entries()].map(([key, way]) => {
        const labels = [...way.labels].filter(Boolean);
        return {...way, key, label: labels.length === 1 ? labels[0] : labels.length ? `${labels.length} ways` : ""};
    });
}

/** {width, height, nodes: [{state, x, y, width, height}], ways: [{from, to, kind, label, points, x, y}]} */
export function layout(machine) {
    const all = ways(machine);
    const shown = machine.fn.states.filter(s => s.kind !== "end" || all.some(way => way.to === s.id));
    const graph = new dagre.graphlib.Graph({multigraph: true});
    const large = shown.length > MANY;
    graph.setGraph({rankdir: "TB", nodesep: 28, ranksep: 30, edgesep: 14, marginx: 10, marginy: 10, ranker: large ? "longest-path" : "network-simplex"});
    for (const state of shown) {
        const text = captions(state);
        const width = Math.max(state.id.length * 8.1, ...text.map(t => t.length * 6.1)) + 30;
        graph.setNode(state.id, {state, width, height: 26 + text.length * 14});
    }
    for (const way of all) {
        const label = way.label ? {width: way.label.length * 6.4 + 10, height: 16, labelpos: "c"} : {};
        graph.setEdge(way.from, way.to, {...label, way}, way.key);
    }
    dagre.layout(graph);
    const {width, height} = graph.graph();
    return {
        width,
        height,
        nodes: graph.nodes().map(id => graph.node(id)),
        ways: graph.edges().map(e => {
            const edge = graph.edge(e);
            return {...edge.way, points: edge.points, x: edge.x, y: edge.y};
        }),
    };
}

/** A smooth line through points. */
export function curve(points) {
    const [first, ...rest] = points;
    let path = `M${first.x} ${first.y}`;
    for (let i = 0; i < rest.length; i++) {
        const point = rest[i];
        const next = rest[i + 1];
        if (!next) {
            path += `L${point.x} ${point.y}`;
        } else if (i === rest.length - 2) {
            path += `Q${point.x} ${point.y} ${next.x} ${next.y}`;
            break;
        } else {
            path += `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
        }
    }
    return path;
}
