// The diagram as text, for those who do not see it, and for those who would rather read.
import {el} from "./dom.js";
import {conditions, describe, keeps} from "./machine.js";

const WAYS = {next: "goes on to", jump: "jumps to", await: "polls what it made, and is then in", return: "completes:", throws: "an exception leads to", drop: "a drop leads to"};

export function twin(machine, select) {
    const items = machine.fn.states.map(state => {
        const ways = machine.out.get(state.id).map(edge => {
            const when = conditions(edge);
            return el("li", {}, `${WAYS[edge.kind]} `, link(edge.to), when ? `, if ${when}` : "");
        });
        const kept = state.kind === "await" || state.kind === "start" ? `; ${keeps(state)}` : "";
        return el("li", {}, link(state.id), `: ${describe(state)}${kept}`, ways.length ? el("ul", {}, ...ways) : null);
    });
    function link(id) {
        return el("button", {type: "button", class: "state-link", click: () => select(machine.state(id))}, id);
    }
    return el("details", {class: "twin"}, el("summary", {}, "The states as text"), el("ol", {}, ...items));
}
