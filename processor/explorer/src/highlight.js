// Colours Java, line by line.
import {parser} from "@lezer/java";
import {classHighlighter, highlightTree} from "@lezer/highlight";
import {el} from "./dom.js";

/** For each line of a text its nodes. */
export function colored(text) {
    const lines = [[]];
    let at = 0;
    const put = (piece, style) =>
        piece.split("\n").forEach((part, i) => {
            if (i) {
                lines.push([]);
            }
            if (part) {
                lines.at(-1).push(style ? el("span", {class: style}, part) : part);
            }
        });
    highlightTree(parser.parse(text), classHighlighter, (from, to, style) => {
        put(text.slice(at, from));
        put(text.slice(from, to), style);
        at = to;
    });
    put(text.slice(at));
    return lines;
}
