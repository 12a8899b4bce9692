// The title, the async fns of the class, the keys, and the colours.
import {el} from "./dom.js";
import {themeSwitch} from "./theme.js";

const KEYS = [
    ["↑ ↓", "in a text or the diagram: to the next line or state"],
    ["← →", "in a text: to the next piece of the line"],
    ["Enter", "in a text: over to the other one"],
    ["1 to 9", "choose what happens next"],
    ["Backspace", "take it back"],
    ["R", "from the start"],
    ["Esc", "let go of what was chosen"],
];

/** @param show what to do with the number of an async fn */
export function header(title, all, show) {
    const fns = all.map((fn, i) => el("button", {type: "button", "aria-pressed": "false", title: fn.signature, click: () => show(i)}, fn.name));
    const keys = el(
        "details",
        {class: "keys"},
        el("summary", {}, "Keys"),
        el(
            "dl",
            {id: "pane-keys"},
            ...KEYS.flatMap(([key, text]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, text)]),
        ),
    );
    return el(
        "header",
        {},
        el("h1", {}, title),
        el("nav", {class: "fns", "aria-label": "Async fns"}, ...fns),
        keys,
        themeSwitch(),
    );
}
