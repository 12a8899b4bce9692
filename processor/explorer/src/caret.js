// Columns of a text, and where they are on the screen.
import {el} from "./dom.js";

/** The width of a char in a text. */
export function charWidth(parent) {
    const probe = el("span", {class: "text", "aria-hidden": "true"}, "0".repeat(100));
    parent.append(probe);
    const {width} = probe.getBoundingClientRect();
    probe.remove();
    return width / 100;
}

/** The chars of an element from one offset to another, as a range of the document. */
export function rangeIn(element, from, to) {
    const range = new Range();
    let at = 0;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let started = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const end = at + node.length;
        if (!started && from < end) {
            range.setStart(node, from - at);
            started = true;
        }
        if (started && to <= end) {
            range.setEnd(node, to - at);
            return range;
        }
        at = end;
    }
    range.setEnd(element, element.childNodes.length);
    return range;
}

/** The column of a point in a line, counted from 1; past the end it is one that no range holds. */
export function columnAt(text, x, y) {
    const position = document.caretPositionFromPoint?.(x, y);
    const caret = position ?? document.caretRangeFromPoint?.(x, y);
    const node = caret?.offsetNode ?? caret?.startContainer;
    if (!node || !text.contains(node)) {
        return 1;
    }
    const range = new Range();
    range.setStart(text, 0);
    range.setEnd(node, caret.offset ?? caret.startOffset);
    const column = range.toString().length + 1;
    const box = text.getBoundingClientRect();
    return x > box.right ? text.textContent.length + 1 : Math.max(1, caretIsBehind(node, caret, x) ? column - 1 : column);
}

/** A caret stands between two chars: the nearer one may be that before it. */
function caretIsBehind(node, caret, x) {
    const offset = caret.offset ?? caret.startOffset;
    if (offset === 0 || node.nodeType !== Node.TEXT_NODE) {
        return false;
    }
    const range = new Range();
    range.setStart(node, offset - 1);
    range.setEnd(node, offset);
    const box = range.getBoundingClientRect();
    return box.left <= x && x < box.right;
}
