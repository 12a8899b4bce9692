// Plays what has really happened: polls that were executed and recorded, for each choice of the reader.
import {el} from "./dom.js";

/** Where a path begins: the future is there, and nobody has polled it. */
const START = "";

export class Replay {
    /** @param on what to do: replay(step), open(future class), record(path), which records what comes after a path, or is absent */
    constructor(on) {
        this.on = on;
        this.body = el("div", {class: "scroller", tabindex: 0, role: "region", "aria-label": "Player"});
        this.hint = el("span", {class: "hint"}, "each step was really executed");
        this.element = el("section", {class: "player", "aria-labelledby": "player-title"}, el("h2", {id: "player-title"}, "Play it", this.hint), this.body);
        this.say("Nothing has been run yet.");
    }

    /** Text in place of the player. */
    say(text, kind = "note") {
        this.recording = null;
        this.body.replaceChildren(el("p", {class: kind, role: "status"}, text));
    }

    /** A new recording. The reader stays at the same place, as far as that still exists. */
    load(recording) {
        const before = this.recording ? this.path : [];
        this.recording = recording;
        this.path = [];
        for (const choice of before) {
            if (this.node.choices.some(({id}) => id === choice) && this.recording.nodes[[...this.path, choice].join(",")]) {
                this.path.push(choice);
            }
        }
        this.on.open(recording.root);
        this.render();
    }

    /** More of the same recording. */
    add(nodes) {
        Object.assign(this.recording.nodes, nodes);
    }

    /** The async fn that is shown has changed. */
    show(machine, name) {
        this.name = name;
        this.machine = machine;
        if (this.recording) {
            this.paint();
        }
    }

    get node() {
        return this.recording.nodes[this.path.join(",")];
    }

    choose(index) {
        const choice = this.recording && this.node.choices[index];
        if (!choice) {
            return;
        }
        const path = [...this.path, choice.id];
        if (this.recording.nodes[path.join(",")]) {
            this.path = path;
            this.render(true);
        } else {
            this.on.record?.(path.join(","));
        }
    }

    /** To a place that has been recorded by now. */
    go(path) {
        this.path = path === START ? [] : path.split(",");
        this.render(true);
    }

    back(count = 1) {
        if (this.recording && this.path.length) {
            this.path.length = Math.max(0, this.path.length - count);
            this.render(true);
        }
    }

    key(event) {
        if (!this.recording) {
            return false;
        }
        if (/^[1-9]$/.test(event.key)) {
            this.choose(Number(event.key) - 1);
        } else if (event.key === "Backspace") {
            this.back();
        } else if (event.key === "r" || event.key === "R") {
            this.back(this.path.length);
        } else {
            return false;
        }
        return true;
    }

    render(focus = false) {
        const had = focus && this.body.contains(document.activeElement);
        const told = el("div", {class: "told", role: "status"}, el("ul", {class: "events"}, ...this.node.told.map(text => el("li", {}, text))));
        this.body.replaceChildren(this.crumbs(), this.buttons(), told, this.facts()); // buttons first: the list below may be long
        if (had) {
            (this.body.querySelector(".choices button:not(:disabled)") ?? this.body).focus({preventScroll: true});
        }
        this.paint();
    }

    paint() {
        const isShown = future => future.type === this.machine.fn.future;
        const own = [this.node.tree, ...tasksOf(this.node).map(({tree}) => tree)].map(tree => find(tree, isShown)).find(found => found);
        this.on.replay({state: own?.state ?? null, values: new Map(own?.fields ?? []), lines: this.node.lines});
    }

    crumbs() {
        const labels = ["created", ...this.path.map((id, i) => this.at(i).choices.find(choice => choice.id === id).label)];
        const last = this.path.length;
        const items = labels.map((label, i) =>
            el("li", {}, i === last ? el("span", {"aria-current": "step"}, label) : el("button", {type: "button", click: () => this.back(last - i)}, label)),
        );
        return el("nav", {"aria-label": "What has happened"}, el("ol", {class: "crumbs"}, ...items));
    }

    at(length) {
        return this.recording.nodes[this.path.slice(0, length).join(",")];
    }

    buttons() {
        const {choices} = this.node;
        const buttons = choices.map(({id, label}, i) => {
            const there = this.recording.nodes[[...this.path, id].join(",")] || this.on.record;
            const title = there ? null : "Not recorded";
            return el("button", {type: "button", class: "choice", disabled: !there, title, click: () => this.choose(i)}, i < 9 ? el("kbd", {}, String(i + 1)) : null, label);
        });
        const first = this.path.length === 0;
        const back = el("button", {type: "button", disabled: first, click: () => this.back()}, el("kbd", {}, "⌫"), "Back");
        const again = el("button", {type: "button", disabled: first, click: () => this.back(this.path.length)}, el("kbd", {}, "R"), "From the start");
        const question = el("p", {class: "question", id: "question"}, choices.length ? "What happens next?" : "This future has ended.");
        return el("div", {class: "choices", role: "group", "aria-labelledby": "question"}, question, ...buttons, el("span", {class: "undo"}, back, again));
    }

    facts() {
        const {tree, lines, printed, time} = this.node;
        const count = Object.values(lines).flat().length;
        const facts = [
            ["Who waits for whom", el("ul", {class: "tree"}, el("li", {}, "the task", el("ul", {}, this.future(tree))), ...tasksOf(this.node).map(task => this.task(task)))],
            ["What ran in this step", count ? `${count} ${count === 1 ? "line" : "lines"} of generated code, marked in the class` : "no generated code"],
        ];
        if (printed) {
            facts.push(["What it printed", el("pre", {class: "printed"}, printed)]);
        }
        if (time) {
            facts.push(["Time that has passed", time]);
        }
        return el("dl", {class: "facts"}, ...facts.flatMap(([term, fact]) => [el("dt", {}, term), el("dd", {}, fact)]));
    }

    /** A task that the program has spawned, what it is doing, and its futures. */
    task({name, status, polls, woken, tree}) {
        const times = polls === 0 ? "not polled yet" : polls === 1 ? "polled once" : `polled ${polls} times`;
        return el("li", {class: "task"}, `${name} ${status}, ${times}${woken ? `, woken last by ${woken}` : ""}`, el("ul", {}, this.future(tree)));
    }

    future({type, name, state, waker, children}) {
        const open = type ? el("button", {type: "button", class: "state-link", click: () => this.on.open(type)}, name) : el("code", {}, name);
        const kept = waker ? ", keeps the task's waker" : "";
        return el("li", {}, open, state ? ": " : "", state ? el("b", {}, state) : null, kept, children.length ? el("ul", {}, ...children.map(child => this.future(child))) : null);
    }
}

/** Recordings of older labs have none. */
const tasksOf = node => node.tasks ?? [];

function find(tree, wanted) {
    if (wanted(tree)) {
        return tree;
    }
    for (const child of tree.children) {
        const found = find(child, wanted);
        if (found) {
            return found;
        }
    }
    return null;
}
