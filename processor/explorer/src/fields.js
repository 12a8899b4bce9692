// The fields, and why each of them is one.
import {el, mark} from "./dom.js";

const ROLES = {
    receiver: "receiver",
    parameter: "parameter",
    local: "local variable",
    iterator: "loop",
    operand: "operand",
    choice: "choice",
    pending: "finally",
    exit: "finally",
};

export class FieldTable {
    /** @param on what to do: select(field) */
    constructor(on) {
        this.on = on;
        this.body = el("div", {class: "scroller", tabindex: 0, role: "region", "aria-label": "Fields"});
        this.element = el(
            "section",
            {class: "fields", "aria-labelledby": "fields-title"},
            el("h2", {id: "fields-title"}, "Why is this a field?"),
            this.body,
        );
    }

    show(fn) {
        this.rows = new Map();
        const rows = fn.fields.map(field => {
            const name = el("button", {type: "button", class: "field-name", click: () => this.on.select(field)}, field.name);
            const held = el("td", {class: "held"});
            const row = el(
                "tr",
                {pointerenter: () => this.on.preview(field), pointerleave: () => this.on.leave()},
                el("th", {scope: "row"}, name, el("span", {class: "type"}, field.type)),
                held,
                el("td", {}, field.why),
                el("td", {class: "role"}, ROLES[field.role]),
            );
            this.rows.set(field.name, {row, held});
            return row;
        });
        const head = el("tr", {}, ...["Field", "Now", "Why", "Kind"].map(text => el("th", {scope: "col"}, text)));
        const inherited = el("p", {class: "note"}, "Every future also inherits ", el("code", {}, "state"), " and ", el("code", {}, "awaited"), ", what it waits for.");
        const locals = fn.locals.length
            ? el("details", {}, el("summary", {}, fn.locals.length === 1 ? "1 variable that is no field" : `${fn.locals.length} variables that are no fields`), el("dl", {}, ...fn.locals.flatMap(({name, why}) => [el("dt", {}, name), el("dd", {}, why)])))
            : null;
        this.body.replaceChildren(
            ...(rows.length ? [el("table", {}, el("thead", {}, head), el("tbody", {}, ...rows))] : [el("p", {class: "note"}, "No value outlives an await: it needs no fields of its own.")]),
            inherited,
            ...(locals ? [locals] : []),
        );
    }

    /** @param sure whether the future rests, so that it is known what it holds */
    play(held, sure) {
        this.rows.forEach(({row, held: cell}, name) => {
            const full = held.includes(name);
            cell.textContent = full ? (sure ? "● holds a value" : "◐ in use") : "○ empty";
            row.classList.toggle("empty", !full);
        });
    }

    /** @param values what was in them when the future was recorded, by name */
    hold(values) {
        this.rows.forEach(({row, held: cell}, name) => {
            const value = values.get(name);
            cell.textContent = value === undefined ? "○ empty" : `● ${value}`;
            row.classList.toggle("empty", value === undefined);
        });
    }

    link(names) {
        mark(this.body, "linked", [...names].map(name => this.rows.get(name)?.row));
    }
}
