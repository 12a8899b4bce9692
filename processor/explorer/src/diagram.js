// Draws the states. One of them can have the focus; the arrow keys lead to the others.
import {el, mark, reveal, svg} from "./dom.js";
import {captions, curve, layout} from "./layout.js";
import {describe, keeps} from "./machine.js";

export class Diagram {
    /** @param on what to do: select(state), preview(state), leave() */
    constructor(on) {
        this.on = on;
        this.zoom = 1;
        this.picture = svg("svg", {role: "group", "aria-label": "States", keydown: event => this.key(event)});
        this.scroller = el("div", {class: "scroller"}, this.picture);
        const button = (label, text, factor) =>
            el("button", {type: "button", title: label, "aria-label": label, click: () => this.resize(factor)}, text);
        this.element = el(
            "section",
            {class: "diagram", "aria-labelledby": "diagram-title"},
            el("h2", {id: "diagram-title"}, "States", el("span", {class: "tools"}, button("Smaller", "−", 0.8), button("Larger", "+", 1.25), button("Fit the picture", "fit", 0))),
            this.scroller,
            legend(),
        );
    }

    show(machine) {
        this.machine = machine;
        const {width, height, nodes, ways} = layout(machine);
        this.size = {width, height};
        this.nodes = new Map();
        this.ways = new Map();
        this.picture.replaceChildren(arrowhead(), ...ways.map(way => this.way(way)), ...nodes.map(node => this.node(node)));
        this.picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
        this.order = machine.fn.states.map(s => s.id).filter(id => this.nodes.has(id));
        this.focusable(this.order[0]);
        this.resize(0);
    }

    /** @param factor 0 to fit the picture into its place */
    resize(factor) {
        const room = this.scroller.clientWidth - 8 || 360;
        const fits = Math.min(1.25, Math.max(0.62, room / this.size.width));
        this.zoom = factor ? Math.min(3, Math.max(0.15, this.zoom * factor)) : fits;
        this.picture.setAttribute("width", this.size.width * this.zoom);
        this.picture.setAttribute("height", this.size.height * this.zoom);
    }

    node({state, x, y, width, height}) {
        const waits = state.kind === "await";
        const text = captions(state);
        // The same words as in the box, for those who speak to their computer; the rest is in the text below.
        const label = [state.id, ...text].join(" ");
        const group = svg(
            "g",
            {
                class: `state ${state.kind}${state.suspends ? " suspends" : ""}`,
                role: "button",
                tabindex: -1,
                "aria-label": label,
                click: () => this.on.select(state),
                focus: () => this.focused(state),
                pointerenter: () => this.on.preview(state),
                pointerleave: () => this.on.leave(),
            },
            svg("rect", {x: x - width / 2, y: y - height / 2, width, height, rx: waits ? height / 2 : 6}),
            svg("text", {class: "name", x, y: y - height / 2 + 18}, state.id),
            ...text.flatMap((t, i) => [" ", svg("text", {class: "caption", x, y: y - height / 2 + 32 + 13 * i}, t)]),
        );
        if (waits) {
            group.append(svg("title", {}, `${describe(state)}, ${keeps(state)}`));
        }
        this.nodes.set(state.id, group);
        return group;
    }

    way({from, to, kind, key, label, points, x, y}) {
        const group = svg("g", {class: `way ${kind}`, "aria-hidden": "true"}, svg("path", {d: curve(points), "marker-end": "url(#head)"}));
        if (label) {
            group.append(svg("text", {x, y: y + 4}, label));
        }
        this.ways.set(key, group);
        return group;
    }

    focused(state) {
        this.focusable(state.id);
        this.on.select(state);
    }

    focusable(id) {
        this.nodes.forEach((group, other) => group.setAttribute("tabindex", other === id ? 0 : -1));
        this.current = id;
    }

    key(event) {
        const step = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1}[event.key];
        const ends = {Home: 0, End: this.order.length - 1}[event.key];
        if (step || ends !== undefined) {
            const index = ends ?? this.order.indexOf(this.current) + step;
            this.nodes.get(this.order[Math.min(this.order.length - 1, Math.max(0, index))]).focus();
            event.preventDefault();
        } else if (event.key === "Enter" || event.key === " ") {
            this.on.select(this.machine.state(this.current));
            event.preventDefault();
        }
    }

    /** The states that belong to what the reader points at. */
    link(ids) {
        mark(this.picture, "linked", [...ids].map(id => this.nodes.get(id)));
    }

    /** Where the player is, and the ways that it went. */
    play(id, edges) {
        mark(this.picture, "current", [this.nodes.get(id)]);
        const went = edges.map(edge => `${edge.from} ${edge.to} ${edge.kind === "throws" ? "throws" : "leads"}`);
        mark(this.picture, "went", went.map(key => this.ways.get(key)));
        reveal(this.nodes.get(id), this.scroller); // nothing, if the future is not there
    }
}

function arrowhead() {
    const marker = {id: "head", viewBox: "0 0 8 8", refX: 7.4, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto"};
    return svg("defs", {}, svg("marker", marker, svg("path", {class: "head", d: "M0 0.6L8 4L0 7.4z"})));
}

function legend() {
    const item = (kind, text) => el("li", {class: kind}, text);
    return el(
        "ul",
        {class: "legend"},
        item("waits", "round: it waits here"),
        item("passes", "square: only passed through"),
        item("dashed", "dashed: an exception"),
        item("thick", "thick border: where the player is"),
    );
}
