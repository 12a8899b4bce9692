// The editor, in the place of the explorer's pane of the source: it is painted and pointed at in the same way.
import {defaultKeymap, history, historyKeymap} from "@codemirror/commands";
import {java} from "@codemirror/lang-java";
import {bracketMatching, indentUnit, syntaxHighlighting} from "@codemirror/language";
import {lintGutter, setDiagnostics} from "@codemirror/lint";
import {EditorState, StateEffect, StateField} from "@codemirror/state";
import {Decoration, drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers} from "@codemirror/view";
import {classHighlighter} from "@lezer/highlight";
import {el} from "explorer/dom.js";
import {lines as linesOf} from "explorer/ranges.js";

const paint = StateEffect.define();

/** What is painted: name, and the lines or the ranges of the document. It is gone with the next change. */
const painted = StateField.define({
    create: () => new Map(),
    update(value, transaction) {
        let next = transaction.docChanged ? new Map() : value;
        for (const effect of transaction.effects) {
            if (effect.is(paint)) {
                next = new Map(next).set(effect.value.name, effect.value.decorations);
            }
        }
        return next;
    },
    provide: field =>
        EditorView.decorations.from(field, value => {
            const all = [...value.values()].flat();
            return Decoration.set(all, true);
        }),
});

export class Editor {
    /** @param on as for a pane, and change(text), which is called at each change of the reader */
    constructor(on, change) {
        this.side = "s";
        this.on = on;
        this.offset = 0;
        this.heading = el("h2", {id: "pane-s"}, "As you write it");
        this.problems = el("ul", {class: "problems", "aria-label": "Problems"});
        this.view = new EditorView({state: this.state("", change)});
        this.element = el("section", {class: "pane pane-s editor", "aria-labelledby": "pane-s"}, this.heading, this.view.dom, this.problems);
        this.view.dom.addEventListener("pointermove", event => this.pointed(event));
        this.view.dom.addEventListener("pointerleave", () => on.leave());
    }

    state(doc, change) {
        return EditorState.create({
            doc,
            extensions: [
                lineNumbers(),
                highlightActiveLineGutter(),
                highlightActiveLine(),
                history(),
                drawSelection(),
                bracketMatching(),
                indentUnit.of("    "),
                java(),
                syntaxHighlighting(classHighlighter),
                lintGutter(),
                painted,
                keymap.of([...defaultKeymap, ...historyKeymap]),
                EditorView.contentAttributes.of({"aria-label": "Source: type an async fn here", tabindex: "0"}),
                EditorView.updateListener.of(update => {
                    if (update.docChanged) {
                        change(this.text);
                    } else if (update.selectionSet && update.transactions.some(t => t.isUserEvent("select"))) {
                        const [line, column] = this.place(update.state.selection.main.head);
                        this.on.move(line, column);
                    }
                }),
            ],
        });
    }

    get text() {
        return this.view.state.doc.toString();
    }

    set text(text) {
        this.view.dispatch({changes: {from: 0, to: this.view.state.doc.length, insert: text}, selection: {anchor: 0}, scrollIntoView: true});
    }

    // ---- as a pane

    /** The text is in the editor already; the map says where its file begins. */
    show(title, text, whole, [first], map) {
        this.offset = map.source.offset ?? 0;
        this.firstOfFn = first;
    }

    get line() {
        return this.place(this.view.state.selection.main.head)[0];
    }

    /** Line and column in the file of the async fn that is shown. */
    place(position) {
        const line = this.view.state.doc.lineAt(position);
        return [line.number - this.offset, position - line.from + 1];
    }

    /** The line of the document, or null if there is none. */
    lineOf(number) {
        const line = number + this.offset;
        return line >= 1 && line <= this.view.state.doc.lines ? this.view.state.doc.line(line) : null;
    }

    pointed(event) {
        const position = this.view.posAtCoords({x: event.clientX, y: event.clientY});
        if (position !== null) {
            this.on.point(...this.place(position));
        }
    }

    cursor(number, column) {
        const line = this.lineOf(number);
        if (line) {
            this.view.dispatch({selection: {anchor: Math.min(line.to, line.from + column - 1)}});
        }
    }

    focus() {
        this.view.focus();
    }

    paintLines(name, numbers) {
        const decoration = Decoration.line({class: name});
        const lines = [...new Set(numbers)].map(number => this.lineOf(number)).filter(Boolean);
        this.paint(`line ${name}`, lines.map(line => decoration.range(line.from)));
    }

    paintRanges(name, ranges) {
        const decoration = Decoration.mark({class: `cm-part-${name}`});
        const parts = ranges.flatMap(range => linesOf(range).map(number => this.part(range, number))).filter(([from, to]) => from < to);
        this.paint(`part ${name}`, parts.map(([from, to]) => decoration.range(from, to)));
    }

    /** The part of a range that is in a line. */
    part([first, column, last, endColumn], number) {
        const line = this.lineOf(number);
        if (!line) {
            return [0, 0];
        }
        const indent = line.text.search(/\S|$/);
        return [Math.min(line.to, line.from + (number === first ? column - 1 : indent)), number === last ? Math.min(line.to, line.from + endColumn - 1) : line.to];
    }

    paint(name, decorations) {
        this.view.dispatch({effects: paint.of({name, decorations})});
    }

    clear() {
        for (const name of ["linked", "exact"]) {
            this.paintLines(name, []);
            this.paintRanges(name, []);
        }
    }

    reveal(number) {
        const line = this.lineOf(number);
        if (line && !this.view.hasFocus) {
            this.view.dispatch({effects: EditorView.scrollIntoView(line.from, {y: "nearest", yMargin: 60})});
        }
    }

    // ---- problems

    /** Marks what is wrong, and lists it: the list can be read without a pointer. */
    report(problems) {
        const {doc} = this.view.state;
        const diagnostics = problems
            .filter(({line}) => line >= 1 && line <= doc.lines)
            .map(({line: number, column, endColumn, error, message}) => {
                const line = doc.line(number);
                const from = Math.min(line.to, line.from + column - 1);
                return {from, to: Math.min(line.to, Math.max(from + 1, line.from + endColumn - 1)), severity: error ? "error" : "warning", message};
            });
        this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
        this.problems.replaceChildren(...problems.map(problem => this.problem(problem)));
    }

    problem({line, column, error, message}) {
        const kind = error ? "Error" : "Warning";
        const where = line ? ` in line ${line}` : "";
        const go = () => {
            if (line && line <= this.view.state.doc.lines) {
                const at = this.view.state.doc.line(line);
                this.view.dispatch({selection: {anchor: Math.min(at.to, at.from + column - 1)}, scrollIntoView: true});
                this.view.focus();
            }
        };
        return el("li", {class: kind.toLowerCase()}, el("button", {type: "button", click: go}, el("span", {class: "kind"}, `${kind}${where}`), message));
    }
}
