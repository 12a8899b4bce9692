// Puts the page together.
import {Diagram} from "./diagram.js";
import {el} from "./dom.js";
import {FieldTable} from "./fields.js";
import {header} from "./header.js";
import {Links} from "./links.js";
import {Machine} from "./machine.js";
import {Pane} from "./pane.js";
import {Player} from "./player.js";
import {Selection} from "./selection.js";
import {twin} from "./twin.js";

/** Longer sources are shown around the async fn only. */
const LONG = 600;
const AROUND = 30;

const map = JSON.parse(document.getElementById("map").textContent);
const plain = text => text.replace(/\r\n?/g, "\n");
const source = plain(map.source.text);
const generated = plain(map.generated.text);
const simple = name => name.slice(Math.max(name.lastIndexOf("."), name.lastIndexOf("$")) + 1);

const page = {};
const selection = new Selection(page);
let links;
let machine;

const keep = target => target && selection.pin(target);
const panes = side => ({
    point: (line, column) => selection.preview(selection.place(side, line, column)),
    leave: () => selection.leave(),
    move: (line, column) => keep(selection.place(side, line, column)),
    stop: direction => stop(side, direction),
    cross: () => cross(side),
});

page.panes = {s: new Pane("s", "", panes("s")), g: new Pane("g", "", panes("g"))};
page.diagram = new Diagram({
    select: state => selection.pin(selection.state(state)),
    preview: state => selection.preview(selection.state(state)),
    leave: () => selection.leave(),
});
page.fields = new FieldTable({
    select: field => selection.pin(selection.field(field)),
    preview: field => selection.preview(selection.field(field)),
    leave: () => selection.leave(),
});
page.player = new Player({play});

/** The next piece of the line of a pane's cursor that comes from, or became, a piece of the other text. */
function stop(side, direction) {
    const pane = page.panes[side];
    const stops = links.stops(side, pane.line);
    if (stops.length) {
        const index = stops.findIndex(link => selection.pinned?.link?.[side].join() === link[side].join());
        const next = stops[Math.min(stops.length - 1, Math.max(0, index < 0 ? 0 : index + direction))];
        pane.cursor(pane.line, next[side][1]);
        selection.pin(selection.link(side, next));
    }
}

/** To the other text, where what is chosen stands there. */
function cross(side) {
    const other = side === "s" ? "g" : "s";
    const target = selection.pinned;
    if (target?.link) {
        const pane = page.panes[other];
        const range = side === "s" ? target.links.map(link => link.g).sort((a, b) => a[0] - b[0])[0] : target.link.s;
        pane.cursor(range[0], range[1]);
        pane.element.focus({preventScroll: true});
        pane.reveal(range[0]);
    }
}

function play(situation) {
    page.diagram.play(situation.state, situation.went);
    page.fields.play(situation.held, situation.kind === "rest" || situation.kind === "end");
    const shown = situation.kind === "poll" ? situation.from : situation.state;
    const ran = new Set(situation.ran.map(id => machine.state(id).generated).filter(Boolean).flatMap(rangeLines));
    page.panes.g.paintLines("ran", ran);
    page.panes.s.paintLines("ran", new Set(situation.ran.flatMap(id => machine.state(id).source).flatMap(rangeLines)));
    const at = machine.state(situation.ran.at(-1) ?? shown);
    if (at.generated && situation.ran.length) {
        page.panes.g.reveal(at.generated[0]);
        page.panes.s.reveal(at.source[0]?.[0]);
    }
}

const rangeLines = ([first, , last]) => Array.from({length: last - first + 1}, (_, i) => first + i);

function show(index) {
    const fn = map.fns[index];
    machine = new Machine(fn);
    links = new Links(fn.links);
    document.querySelectorAll(".fns button").forEach((button, i) => button.setAttribute("aria-pressed", String(i === index)));
    const last = source.split("\n").length;
    const whole = last <= LONG ? [1, last] : [Math.max(1, fn.source[0] - AROUND), Math.min(last, fn.source[2] + AROUND)];
    page.panes.s.show(["As written ", el("code", {}, map.source.file)], source, whole, [fn.source[0], fn.source[2]]);
    page.panes.g.show(["As generated ", el("code", {}, `${simple(map.facade)}.${simple(fn.future)}`)], generated, [fn.generated[0], fn.generated[2]], [fn.generated[0], fn.generated[2]]);
    page.diagram.show(machine);
    page.diagram.element.querySelector(".twin")?.remove();
    page.diagram.element.append(twin(machine, state => selection.pin(selection.state(state))));
    page.fields.show(fn);
    selection.reset(links, machine);
    page.player.show(machine, simple(fn.future));
    page.panes.s.reveal(fn.source[0]);
    page.panes.g.reveal(fn.states[0].generated[0]);
}

addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest?.("input, select, textarea")) {
        return;
    }
    if (event.key === "Escape") {
        selection.pin(null);
    } else if (page.player.key(event)) {
        event.preventDefault();
    }
});

const main = el("main", {}, page.panes.s.element, page.panes.g.element, page.diagram.element, page.player.element, page.fields.element);
document.body.append(header(simple(map.facade).replace(/Async$/, ""), map.fns, show), main, el("footer", {}, selection.status));
if (map.fns.length) {
    show(0);
} else {
    main.replaceChildren(el("p", {class: "note"}, "No body of this class could be compiled."));
}
