// The states of one async fn and the ways between them, as the player and the diagram need them.
import {say} from "./ranges.js";

const LEADS = new Set(["next", "jump", "await", "return"]);

export class Machine {
    constructor(fn) {
        this.fn = fn;
        this.states = new Map(fn.states.map(state => [state.id, state]));
        this.out = new Map(fn.states.map(state => [state.id, []]));
        fn.edges.forEach((edge, index) => this.out.get(edge.from).push({...edge, index}));
    }

    state(id) {
        return this.states.get(id);
    }

    /** The ways that the code of a state may take: an exception only where it throws one itself. */
    ways(id) {
        return this.out.get(id).filter(edge => LEADS.has(edge.kind) || (edge.kind === "throws" && edge.source));
    }

    /** Where an exception of a state's code continues. */
    handler(id) {
        return this.out.get(id).find(edge => edge.kind === "throws" && !edge.source) ?? {from: id, to: "PANICKED", kind: "throws"};
    }

    drop(id) {
        return this.out.get(id).find(edge => edge.kind === "drop");
    }

    /** The state in whose code a generated line stands. */
    ofLine(line) {
        return this.fn.states.find(({generated}) => generated && generated[0] <= line && line <= generated[2]);
    }
}

/** A condition in words. */
export const words = ({text, negated}) => (negated ? `not: ${text}` : text);

/** All conditions of a way; empty if there is none. */
export const conditions = edge => edge.when.map(words).join(", and ");

/** What a state is for. */
export function describe(state) {
    switch (state.kind) {
        case "start":
            return "not polled yet";
        case "await":
            return `waits for ${state.awaits.text}`;
        case "end":
            return {DONE: "it has its value", PANICKED: "a poll has failed", DROPPED: "it was abandoned"}[state.id];
        default: {
            const kinds = {loop: "a loop", branch: "a branch", join: "ways meet", case: "a switch entry", catch: "catch", finally: "finally", exit: "a way through finally"};
            return `${say(...state.source)}: ${kinds[state.kind]}`;
        }
    }
}

/** What a suspended future keeps. */
export const keeps = state => (state.keeps.length ? `keeps ${state.keeps.join(", ")}` : "keeps nothing");
