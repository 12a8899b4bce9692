// What may happen to a future, one choice after the other. Nothing is executed: the reader decides what code would decide.
import {conditions} from "./machine.js";

const PENDING = "an exception is pending";
const MOST_STEPS = 500;

/**
 * Where a future is.
 * kind: `rest` (nobody polls it), `run` (code of the state decides where to go on), `poll` (it polls what it awaits), `end`
 * state: its state; for `poll` the one in which it would wait
 * thrown: null, `exception` or `drop`: what a finally block would throw at its end
 * exits: where finally blocks will continue, by the variables that say so
 * held: the fields that may hold a value
 */
export function created(machine) {
    return {kind: "rest", state: "START", thrown: null, exits: {}, held: machine.state("START").keeps, ran: [], went: [], told: "The factory has made the future. Nothing has run."};
}

/** What may happen next: [{label, then}]. */
export function choices(machine, at) {
    const awaited = short(machine.state(at.state).awaits?.text);
    const go = (label, then) => ({label, then});
    switch (at.kind) {
        case "rest":
            return at.state === "START"
                ? [
                      go("The task polls it", () => run(machine, fresh(at), "START", "The first poll runs the code from its beginning.")),
                      go("It is dropped", () => drop(machine, at)),
                  ]
                : [
                      go(`${awaited} becomes ready`, () => run(machine, fresh(at), at.state, `${awaited} woke the task, which polled the future. The value was there, and the code went on in ${at.state}.`)),
                      go(`A poll while ${awaited} is pending`, () => ({...fresh(at), told: `The poll asked ${awaited}, which is still pending. No code of the body ran.`})),
                      go(`The poll of ${awaited} throws`, () => fail(machine, fresh(at), at.state, `${awaited} threw an exception.`)),
                      go("It is dropped", () => drop(machine, at)),
                  ];
        case "poll":
            return [
                go(`${awaited} is ready at once`, () => run(machine, fresh(at), at.state, `${awaited} was ready at once: the code went on without a pause.`)),
                go(`${awaited} is pending`, () => rest(machine, fresh(at), `${awaited} is pending and keeps the waker. The future waits in ${at.state}, and the poll returns Pending.`)),
                go(`The poll of ${awaited} throws`, () => fail(machine, fresh(at), at.from, `${awaited} threw an exception.`)),
            ];
        case "run":
            return [
                ...possible(machine, at).map(edge => go(conditions(edge) || `To ${edge.to}`, () => follow(machine, fresh(at), edge, ""))),
                go("The code throws an exception", () => fail(machine, fresh(at), at.state, `The code of ${at.state} threw an exception.`)),
            ];
        default:
            return [];
    }
}

const short = text => (text?.length > 36 ? `${text.slice(0, 35)}…` : text);

const fresh = at => ({...at, ran: [], went: []});

function rest(machine, at, told) {
    return {...at, kind: "rest", held: machine.state(at.state).keeps, told};
}

function drop(machine, at) {
    const edge = machine.drop(at.state);
    const next = {...fresh(at), thrown: "drop"};
    const child = at.state === "START" ? "" : ` What it waits for is dropped, too.`;
    return edge.to === "DROPPED"
        ? end(next, edge, "DROPPED", `It was dropped.${child} Its fields let go of what they held.`)
        : run(machine, {...next, went: [edge]}, edge.to, `It was dropped.${child} The finally block runs all the same.`);
}

function fail(machine, at, state, told) {
    const edge = machine.handler(state);
    return follow(machine, {...at, thrown: at.thrown ?? "exception"}, edge, told);
}

/** What a condition leaves open. A finally block knows whether it was reached by an exception; a drop is never caught. */
function possible(machine, at) {
    const ways = machine.ways(at.state).filter(edge =>
        (!edge.exit || !(edge.exit in at.exits) || at.exits[edge.exit] === edge.to) &&
        edge.when.every(({text, negated}) => {
            if (text === PENDING) {
                return negated === !at.thrown;
            }
            return !(at.thrown === "drop" && text.startsWith("catch (") && !negated);
        }),
    );
    const negated = edge => edge.when.filter(condition => condition.negated).length;
    return ways.sort((a, b) => negated(a) - negated(b));
}

/** Takes a way, and goes on until there is something to choose. */
function follow(machine, at, edge, told) {
    const next = {...at, thrown: thrownAfter(machine, at, edge), exits: {...at.exits, ...Object.fromEntries((edge.sets ?? []).map(s => [s.variable, s.state]))}, went: [...at.went, edge]};
    if (edge.kind === "await") {
        return {...next, kind: "poll", from: edge.from, state: edge.to, told: `${told} The code of ${edge.from} made ${machine.state(edge.to).awaits.text} and polls it.`.trim()};
    }
    if (edge.to === "DONE") {
        return end(next, null, "DONE", `${told} The future is complete: the poll returns Ready with the value.`.trim());
    }
    if (edge.to === "PANICKED") {
        const dropped = at.thrown === "drop";
        return end(next, null, dropped ? "DROPPED" : "PANICKED", `${told} ${dropped ? "The drop is over." : "Nothing in the body handles it: the poll throws it, and the future has failed."}`.trim());
    }
    return run(machine, next, edge.to, told);
}

/** A throw begins an exception; a clause that catches it, and whatever leaves a finally block otherwise, ends it. */
function thrownAfter(machine, at, edge) {
    if (edge.kind === "throws") {
        return at.thrown ?? "exception";
    }
    const catches = edge.when.some(({text, negated}) => text.startsWith("catch (") && !negated);
    return catches && at.thrown === "exception" ? null : at.thrown;
}

/** The code of a state runs. */
function run(machine, at, id, told) {
    const state = machine.state(id);
    const written = machine.fn.fields
        .filter(field => field.written.some(w => state.source.some(s => s[0] <= w[0] && w[2] <= s[2])))
        .map(field => field.name);
    const next = {...at, kind: "run", state: id, ran: [...at.ran, id], held: [...new Set([...at.held, ...written])]};
    const ways = possible(machine, next);
    if (ways.length === 1 && next.ran.length < MOST_STEPS) {
        const edge = ways[0];
        return follow(machine, next, edge, told);
    }
    return {...next, told: `${told} The code of ${id} decides where to go on.`.trim()};
}

function end(at, edge, state, told) {
    return {...at, kind: "end", state, held: [], went: edge ? [...at.went, edge] : at.went, told};
}

/** What the next poll would do, in a sentence. */
export function nextPoll(machine, at) {
    switch (at.kind) {
        case "rest":
            return at.state === "START"
                ? "The next poll runs the code from its beginning up to the first await that is pending."
                : `The next poll asks ${machine.state(at.state).awaits.text} first. If it is ready, the code goes on in ${at.state}; if not, nothing else happens.`;
        case "end":
            return "One more poll would throw an IllegalStateException: a future gives its result once.";
        default:
            return "This poll is still running.";
    }
}
