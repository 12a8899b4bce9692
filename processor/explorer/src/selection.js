// What the reader points at, in both texts, the diagram and the fields. What was chosen stays when the pointer leaves.
import {el} from "./dom.js";
import {PARTS} from "./links.js";
import {lines, say} from "./ranges.js";

export class Selection {
    constructor(page) {
        this.page = page;
        this.pinned = null;
        this.status = el("p", {class: "status", role: "status"});
    }

    reset(links, machine) {
        this.links = links;
        this.machine = machine;
        this.pinned = null;
        this.clear();
    }

    /** What a place in a text belongs to; null if nothing. */
    place(side, line, column) {
        const found = this.links.at(side, line, column);
        return found && {side, ...found, states: statesOf(found.links, this.machine), fields: fieldsOf(found.links, this.machine)};
    }

    link(side, link) {
        const found = this.links.of(link);
        return {side, ...found, states: statesOf(found.links, this.machine), fields: fieldsOf(found.links, this.machine)};
    }

    state(state) {
        const own = this.links.links.filter(link => link.state === state.id);
        const whole = state.generated ? [{s: state.source[0] ?? state.generated, g: state.generated}] : [];
        return {state, links: own, ranges: {s: state.source, g: whole.map(w => w.g)}, states: [state.id], fields: state.keeps};
    }

    field(field) {
        const ranges = {s: [...field.written, ...field.read, ...(field.declared ? [field.declared] : [])], g: [field.generated, ...field.letGo]};
        return {field, links: [], ranges, states: field.across, fields: [field.name]};
    }

    /** Shows something for as long as the pointer is there. */
    preview(target) {
        this.paint(target ?? this.pinned);
    }

    leave() {
        this.paint(this.pinned);
    }

    /** Shows something until something else is chosen, and brings it into view in the other panes. */
    pin(target) {
        this.pinned = target;
        this.paint(target);
        if (target) {
            const ranges = rangesOf(target);
            const other = target.side === "s" ? ["g"] : target.side === "g" ? ["s"] : ["s", "g"];
            other.forEach(side => ranges[side].length && this.page.panes[side].reveal(Math.min(...ranges[side].map(r => r[0]))));
        }
    }

    paint(target) {
        if (!target) {
            this.clear();
            return;
        }
        const ranges = rangesOf(target);
        for (const side of ["s", "g"]) {
            const pane = this.page.panes[side];
            pane.paintLines("linked", new Set(ranges[side].flatMap(lines)));
            pane.paintRanges("linked", ranges[side]);
            pane.paintRanges("exact", target.link ? [target.link[side]] : []);
        }
        this.page.diagram.link(target.states);
        this.page.fields.link(target.fields);
        this.status.textContent = this.say(target);
    }

    clear() {
        Object.values(this.page.panes).forEach(pane => pane.clear());
        this.page.diagram.link([]);
        this.page.fields.link([]);
        this.status.textContent = "Point at a line, a state or a field to see what belongs together. A click keeps it.";
    }

    say({side, link, links, state, field, states}) {
        if (state) {
            return `State ${state.id}: ${state.source.length ? `${say(...state.source)} of the source` : "an end"}${state.generated ? `, ${say(state.generated)} of the class` : ""}.`;
        }
        if (field) {
            return `Field ${field.name}: ${field.why}`;
        }
        const where = states.length ? ` in ${states.join(", ")}` : "";
        return side === "s"
            ? `Source ${say(link.s)}: became ${say(...links.map(l => l.g))} of the class${where}.`
            : `Class ${say(link.g)}, from source ${say(link.s)}: ${PARTS[link.part]}${link.state ? `, in ${link.state}` : ""}.`;
    }
}

const rangesOf = target => target.ranges ?? {s: [target.link.s], g: target.links.map(link => link.g)};

function statesOf(links, machine) {
    const names = new Set(links.map(link => link.state).filter(Boolean));
    return machine.fn.states.map(state => state.id).filter(id => names.has(id));
}

function fieldsOf(links, machine) {
    const declared = new Set(links.filter(link => link.part === "field").map(link => link.g.join()));
    return machine.fn.fields.filter(field => declared.has(field.generated.join())).map(field => field.name);
}
