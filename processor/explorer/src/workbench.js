// Both texts, the diagram, the player and the fields, linked with each other.
import {Diagram} from "./diagram.js";
import {el} from "./dom.js";
import {FieldTable} from "./fields.js";
import {Links} from "./links.js";
import {Machine} from "./machine.js";
import {Pane} from "./pane.js";
import {lines as rangeLines} from "./ranges.js";
import {Selection} from "./selection.js";
import {twin} from "./twin.js";

/** Longer sources are shown around the async fn only. */
const LONG = 600;
const AROUND = 30;

/** The simple name of a class. */
export const simple = name => name.slice(Math.max(name.lastIndexOf("."), name.lastIndexOf("$")) + 1);

const plain = text => text.replace(/\r\n?/g, "\n");

export class Workbench {
    /**
     * @param source makes the pane of the source; without it the source is shown as it is in the map
     * @param player makes the player
     */
    constructor({source = on => new Pane("s", "", on), player}) {
        this.page = {};
        this.views = [];
        this.selection = new Selection(this.page);
        const chosen = select => ({
            select: thing => this.selection.pin(select(thing)),
            preview: thing => this.selection.preview(select(thing)),
            leave: () => this.selection.leave(),
        });
        this.page.panes = {s: source(this.listener("s")), g: new Pane("g", "", this.listener("g"))};
        this.page.diagram = new Diagram(chosen(state => this.selection.state(state)));
        this.page.fields = new FieldTable(chosen(field => this.selection.field(field)));
        this.page.player = player({
            play: situation => this.play(situation),
            replay: step => this.replay(step),
            open: future => this.open(future),
        });
        const {panes, diagram, player: playing, fields} = this.page;
        this.main = el("main", {}, panes.s.element, panes.g.element, diagram.element, playing.element, fields.element);
        this.nothing = el("p", {class: "note", hidden: true}, "No body of this class could be compiled.");
        this.main.append(this.nothing);
    }

    get element() {
        return this.main;
    }

    get status() {
        return this.selection.status;
    }

    listener(side) {
        const {selection} = this;
        const keep = target => target && selection.pin(target);
        return {
            point: (line, column) => selection.preview(this.links && selection.place(side, line, column)),
            leave: () => selection.leave(),
            move: (line, column) => this.links && keep(selection.place(side, line, column)),
            stop: direction => this.stop(side, direction),
            cross: () => this.cross(side),
        };
    }

    /** The maps of all facades. Nothing is shown yet. */
    load(maps) {
        this.views = maps.flatMap(map => map.fns.map(fn => ({map, fn})));
        this.main.classList.toggle("empty", !this.views.length);
        this.nothing.hidden = this.views.length > 0;
        this.links = null;
    }

    show(index) {
        const {map, fn} = this.views[index];
        this.view = this.views[index];
        this.machine = new Machine(fn);
        this.links = new Links(fn.links);
        document.querySelectorAll(".fns button").forEach((button, i) => button.setAttribute("aria-pressed", String(i === index)));
        const {panes, diagram, fields, player} = this.page;
        const source = plain(map.source.text);
        const last = source.split("\n").length;
        const whole = last <= LONG ? [1, last] : [Math.max(1, fn.source[0] - AROUND), Math.min(last, fn.source[2] + AROUND)];
        const own = [fn.generated[0], fn.generated[2]];
        panes.s.show(["As written ", el("code", {}, map.source.file)], source, whole, [fn.source[0], fn.source[2]], map);
        panes.g.show(["As generated ", el("code", {}, `${simple(map.facade)}.${simple(fn.future)}`)], plain(map.generated.text), own, own);
        diagram.show(this.machine);
        diagram.element.querySelector(".twin")?.remove();
        diagram.element.append(twin(this.machine, state => this.selection.pin(this.selection.state(state))));
        fields.show(fn);
        this.selection.reset(this.links, this.machine);
        player.show(this.machine, simple(fn.future));
        panes.s.reveal(fn.source[0]);
        panes.g.reveal(fn.states[0].generated[0]);
    }

    /** Shows the async fn of a future class, given by its binary name. */
    open(future) {
        const index = this.views.findIndex(view => view.fn.future === future);
        if (index >= 0 && this.views[index] !== this.view) {
            this.show(index);
        }
    }

    /** The next piece of the line of a pane's cursor that comes from, or became, a piece of the other text. */
    stop(side, direction) {
        const pane = this.page.panes[side];
        const stops = this.links?.stops(side, pane.line) ?? [];
        if (stops.length) {
            const index = stops.findIndex(link => this.selection.pinned?.link?.[side].join() === link[side].join());
            const next = stops[Math.min(stops.length - 1, Math.max(0, index < 0 ? 0 : index + direction))];
            pane.cursor(pane.line, next[side][1]);
            this.selection.pin(this.selection.link(side, next));
        }
    }

    /** To the other text, where what is chosen stands there. */
    cross(side) {
        const other = side === "s" ? "g" : "s";
        const target = this.selection.pinned;
        if (target?.link) {
            const pane = this.page.panes[other];
            const range = side === "s" ? target.links.map(link => link.g).sort((a, b) => a[0] - b[0])[0] : target.link.s;
            pane.cursor(range[0], range[1]);
            pane.focus();
            pane.reveal(range[0]);
        }
    }

    /** Shows where the simulation is. */
    play(situation) {
        const {machine} = this;
        const {diagram, fields, panes} = this.page;
        diagram.play(situation.state, situation.went);
        fields.play(situation.held, situation.kind === "rest" || situation.kind === "end");
        const shown = situation.kind === "poll" ? situation.from : situation.state;
        panes.g.paintLines("ran", new Set(situation.ran.map(id => machine.state(id).generated).filter(Boolean).flatMap(whole)));
        panes.s.paintLines("ran", new Set(situation.ran.flatMap(id => machine.state(id).source).flatMap(whole)));
        const at = machine.state(situation.ran.at(-1) ?? shown);
        if (at.generated && situation.ran.length) {
            panes.g.reveal(at.generated[0]);
            panes.s.reveal(at.source[0]?.[0]);
        }
    }

    /**
     * Shows what has really happened to a future of the async fn that is shown.
     *
     * @param state its state, or null if there is none now
     * @param values what its fields hold, by name
     * @param lines those of the generated text that were executed, by facade
     */
    replay({state, values, lines}) {
        const {diagram, fields, panes} = this.page;
        const ran = new Set(lines[this.view.map.facade] ?? []);
        diagram.play(state, []);
        const kept = this.machine.state(state)?.keeps ?? []; // what else is there is left over, or the zero of a new object
        fields.hold(new Map([...values].filter(([name]) => kept.includes(name))));
        panes.g.paintLines("ran", ran);
        panes.s.paintLines("ran", new Set(this.written(ran)));
        const first = Math.min(...[...ran].filter(line => this.machine.ofLine(line)));
        if (Number.isFinite(first)) {
            panes.g.reveal(first);
        }
    }

    /** The lines of the source that became lines of the class. */
    written(ran) {
        return this.view.fn.links
            .filter(({s, g, part}) => s[0] === s[2] && part !== "field" && part !== "comment" && rangeLines(g).some(line => ran.has(line)))
            .map(({s}) => s[0]);
    }

    key(event) {
        if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.target.closest?.("input, select, textarea, [contenteditable]")) {
            return;
        }
        if (event.key === "Escape") {
            this.selection.pin(null);
        } else if (this.page.player.key(event)) {
            event.preventDefault();
        }
    }
}

const whole = ([first, , last]) => Array.from({length: last - first + 1}, (_, i) => first + i);
