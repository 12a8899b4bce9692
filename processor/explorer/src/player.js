// Plays a future: the reader chooses what happens, and can take it back.
import {el} from "./dom.js";
import {choices, created, nextPoll} from "./simulation.js";

const KINDS = {rest: "at rest in", run: "in a poll, at", poll: "in a poll, at", end: "ended as"};

export class Player {
    /** @param on what to do: play(situation) */
    constructor(on) {
        this.on = on;
        this.body = el("div", {class: "scroller", tabindex: 0, role: "region", "aria-label": "Player"});
        this.element = el(
            "section",
            {class: "player", "aria-labelledby": "player-title"},
            el("h2", {id: "player-title"}, "Play it", el("span", {class: "hint"}, "nothing is executed: you decide what happens")),
            this.body,
        );
    }

    show(machine, name) {
        this.machine = machine;
        this.name = name;
        this.path = [{label: "created", situation: created(machine)}];
        this.render();
    }

    get situation() {
        return this.path.at(-1).situation;
    }

    choose(index) {
        const choice = choices(this.machine, this.situation)[index];
        if (choice) {
            this.path.push({label: choice.label, situation: choice.then()});
            this.render(true);
        }
    }

    back(count = 1) {
        if (this.path.length > 1) {
            this.path.length = Math.max(1, this.path.length - count);
            this.render(true);
        }
    }

    key(event) {
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
        const {situation} = this;
        const had = focus && this.body.contains(document.activeElement);
        this.body.replaceChildren(this.crumbs(), el("p", {class: "told", role: "status"}, situation.told), this.buttons(), this.facts());
        if (had) {
            (this.body.querySelector(".choices button") ?? this.body).focus({preventScroll: true});
        }
        this.on.play(situation);
    }

    crumbs() {
        const last = this.path.length - 1;
        const items = this.path.map(({label}, i) =>
            el(
                "li",
                {},
                i === last
                    ? el("span", {"aria-current": "step"}, label)
                    : el("button", {type: "button", click: () => this.back(last - i)}, label),
            ),
        );
        return el("nav", {"aria-label": "What has happened"}, el("ol", {class: "crumbs"}, ...items));
    }

    buttons() {
        const all = choices(this.machine, this.situation);
        const buttons = all.map(({label}, i) =>
            el("button", {type: "button", class: "choice", click: () => this.choose(i)}, i < 9 ? el("kbd", {}, String(i + 1)) : null, label),
        );
        const back = el("button", {type: "button", disabled: this.path.length === 1, click: () => this.back()}, el("kbd", {}, "⌫"), "Back");
        const again = el("button", {type: "button", disabled: this.path.length === 1, click: () => this.back(this.path.length)}, el("kbd", {}, "R"), "From the start");
        const question = el("p", {class: "question", id: "question"}, all.length ? "What happens next?" : "This future has ended.");
        return el("div", {class: "choices", role: "group", "aria-labelledby": "question"}, question, ...buttons, el("span", {class: "undo"}, back, again));
    }

    facts() {
        const {situation, machine} = this;
        const waits = situation.kind === "rest" || situation.kind === "poll" ? machine.state(situation.state).awaits : null;
        const child = waits ? el("ul", {}, el("li", {}, el("code", {}, waits.text), situation.kind === "rest" ? ": pending, keeps the task's waker" : ": is being polled")) : null;
        const future = el("li", {}, el("code", {}, this.name), `, ${KINDS[situation.kind]} `, el("b", {}, situation.kind === "poll" ? situation.from : situation.state), child);
        const ran = situation.ran.length ? situation.ran.join(" → ") : "no code of the body";
        return el(
            "dl",
            {class: "facts"},
            el("dt", {}, "Who waits for whom"),
            el("dd", {}, el("ul", {class: "tree"}, el("li", {}, "the task", el("ul", {}, future)))),
            el("dt", {}, "What ran in this step"),
            el("dd", {}, ran),
            el("dt", {}, "What the next poll does"),
            el("dd", {}, nextPoll(machine, situation)),
        );
    }
}
