// A text with line numbers. It knows where the pointer and its own cursor are, and paints lines and ranges.
import {charWidth, columnAt, rangeIn} from "./caret.js";
import {el, mark, reveal} from "./dom.js";
import {colored} from "./highlight.js";
import {lines as linesOf} from "./ranges.js";

const PAINTS = ["linked", "exact"];

/** So many lines that those out of sight are laid out only when they come into view. */
const MANY = 800;

export class Pane {
    /**
     * @param side `s` or `g`
     * @param on what to do: point(line, column), leave(), move(line, column), stop(direction), cross()
     */
    constructor(side, title, on) {
        this.side = side;
        this.on = on;
        this.rows = new Map();
        this.heading = el("h2", {id: `pane-${side}`}, title);
        this.code = el("div", {class: "code"});
        this.element = el(
            "section",
            {
                class: `pane pane-${side}`,
                tabindex: 0,
                "aria-labelledby": `pane-${side}`,
                "aria-describedby": "pane-keys",
                keydown: event => this.key(event),
                pointermove: event => this.pointer(event, "point"),
                click: event => this.pointer(event, "move"),
                pointerleave: () => this.on.leave(),
                focus: () => this.on.move(this.line, this.column),
            },
            this.heading,
            this.code,
        );
    }

    /** @param from, to the lines that are shown; those from first to last belong to the async fn */
    show(title, text, [from, to], [first, last]) {
        this.heading.replaceChildren(...title);
        this.texts = text.split("\n");
        this.rows = new Map();
        const width = `${String(to).length + 1}ch`;
        const rows = colored(text).slice(from - 1, to).map((parts, i) => {
            const number = from + i;
            const code = el("span", {class: "text"}, ...parts);
            const row = el(
                "div",
                {class: `row${number < first || number > last ? " around" : ""}`, "data-line": number},
                el("span", {class: "number", style: `width:${width}`, "aria-hidden": "true"}, String(number)),
                code,
            );
            this.rows.set(number, row);
            return row;
        });
        this.code.classList.toggle("many", rows.length > MANY);
        this.code.replaceChildren(...rows);
        this.first = from;
        this.last = to;
        this.cursor(first, 1);
    }

    /** The position under the pointer. */
    pointer(event, action) {
        const row = event.target.closest?.(".row");
        if (!row) {
            return;
        }
        const line = Number(row.dataset.line);
        const column = columnAt(row.querySelector(".text"), event.clientX, event.clientY);
        if (action === "move") {
            this.cursor(line, column);
        }
        this.on[action](line, column);
    }

    cursor(line, column) {
        this.line = Math.min(this.last, Math.max(this.first, line));
        this.column = column;
        mark(this.code, "cursor", [this.rows.get(this.line)]);
    }

    focus() {
        this.element.focus({preventScroll: true});
    }

    key(event) {
        const page = Math.max(1, Math.floor(this.element.clientHeight / 20) - 2);
        const moves = {ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page, Home: -Infinity, End: Infinity};
        if (event.altKey || event.ctrlKey || event.metaKey) {
            return;
        }
        if (event.key in moves) {
            this.cursor(this.line + moves[event.key], 1);
            reveal(this.rows.get(this.line), this.element);
            this.on.move(this.line, this.column);
        } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
            this.on.stop(event.key === "ArrowRight" ? 1 : -1);
        } else if (event.key === "Enter") {
            this.on.cross();
        } else {
            return;
        }
        event.preventDefault();
    }

    /** Paints whole lines with a class. */
    paintLines(name, numbers) {
        mark(this.code, name, [...numbers].map(number => this.rows.get(number)));
    }

    /** Paints ranges, if the browser can. */
    paintRanges(name, ranges) {
        if (!globalThis.CSS?.highlights || !globalThis.Highlight) {
            return;
        }
        const painted = ranges.flatMap(range => this.pieces(range));
        CSS.highlights.set(`${name}-${this.side}`, new Highlight(...painted));
    }

    pieces([line, column, endLine, endColumn]) {
        return linesOf([line, column, endLine, endColumn]).flatMap(number => {
            const text = this.rows.get(number)?.querySelector(".text");
            if (!text) {
                return [];
            }
            const indent = text.textContent.search(/\S|$/);
            const from = number === line ? column - 1 : indent;
            const to = number === endLine ? endColumn - 1 : text.textContent.length;
            return from < to ? [rangeIn(text, from, to)] : [];
        });
    }

    clear() {
        PAINTS.forEach(name => {
            this.paintLines(name, []);
            this.paintRanges(name, []);
        });
    }

    /** Brings a line into view, and its text too if it is indented far. */
    reveal(line) {
        const row = this.rows.get(line);
        if (!row) {
            return;
        }
        reveal(row, this.element);
        const text = row.querySelector(".text");
        const [indent, end] = [text.textContent.search(/\S|$/), text.textContent.length].map(chars => chars * this.charWidth());
        const room = this.element.clientWidth - 80;
        const left = this.element.scrollLeft;
        if (indent < left || end > left + room) {
            this.element.scrollLeft = end <= room ? 0 : Math.max(0, indent - 4 * this.charWidth());
        }
    }

    charWidth() {
        this.width ??= charWidth(this.code);
        return this.width;
    }
}
