// The lab: what is typed is compiled and executed after each pause.
import {el} from "explorer/dom.js";
import {Replay} from "explorer/replay.js";
import {themeSwitch} from "explorer/theme.js";
import {simple, Workbench} from "explorer/workbench.js";
import {Editor} from "./editor.js";
import {download, pageOf} from "./save.js";
import {compile, Gone, record} from "./server.js";
import {forget, keep, kept} from "./session.js";
import {linkTo, sourceInLink} from "./share.js";

/** How long nothing is typed before it is compiled, in ms. */
const PAUSE = 250;
const INCOMPLETE = "This link is incomplete: it does not contain a whole program.";

const examples = JSON.parse(document.getElementById("examples").textContent);
let timer;
let compiled = {id: 0, text: "", maps: []};
/** Whether the program came with a link: then the reader says when it is executed. */
let foreign = false;

const bench = new Workbench({
    source: on => new Editor(on, changed),
    player: on => new Replay({...on, record: more}),
});
const editor = bench.page.panes.s;
const {player} = bench.page;

function changed(text) {
    chooser.value = examples.findIndex(example => example.text === text);
    bench.element.classList.add("stale");
    keep({text, foreign});
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
}

/** Compiles what is there. An answer that comes after a newer change is let go. */
async function run() {
    const {text} = editor;
    const answer = await asked(() => compile(text), true);
    if (!answer || text !== editor.text) {
        return;
    }
    compiled = {...answer, text};
    editor.report(answer.problems);
    const wrong = answer.problems.filter(problem => problem.error).length;
    say(wrong ? `${wrong} ${wrong === 1 ? "error" : "errors"}.` : "Compiled.");
    if (answer.maps.length && !wrong) {
        show(answer);
        await execute();
    } else {
        player.say(wrong ? "The source has errors: nothing was executed." : "There is no async fn: write a method with @AsyncFn.");
        if (!wrong) {
            bench.load([]);
            showFns();
        }
    }
}

function show(answer) {
    for (const map of answer.maps) {
        const packageName = map.facade.slice(0, Math.max(0, map.facade.lastIndexOf(".")));
        map.source.offset = answer.files.find(file => file.file === map.source.file && file.package === packageName)?.offset ?? 0;
    }
    const before = bench.view?.fn.name;
    bench.load(answer.maps);
    showFns();
    bench.element.classList.remove("stale");
    const same = bench.views.findIndex(view => view.fn.name === before);
    bench.show(Math.max(0, same));
}

async function execute() {
    if (foreign) {
        player.say("This program came with a link. Read it before you run it.");
        player.body.append(el("button", {type: "button", class: "run", click: trust}, "Run it"));
        return;
    }
    const recording = await recorded("", true);
    if (recording?.error) {
        player.say(recording.error, "error");
    } else if (recording) {
        player.load(recording);
    }
}

function trust() {
    foreign = false;
    keep({text: editor.text, foreign});
    execute();
}

/** A recording of the newest program, or null if the source is another by then. The lab may have let go of it. */
async function recorded(path, first) {
    const program = compiled;
    const isNewest = () => program === compiled && program.text === editor.text;
    const recording = await asked(async () => {
        try {
            return await record(program.id, path);
        } catch (error) {
            if (!(error instanceof Gone)) {
                throw error;
            }
            if (!isNewest()) {
                return null;
            }
            program.id = (await compile(program.text)).id;
            return record(program.id, path);
        }
    }, first);
    return isNewest() ? recording : null;
}

/** Records what comes after a choice that was not recorded yet. */
async function more(path) {
    say("Executing it further.");
    const recording = await recorded(path, false);
    if (recording?.error) {
        say(recording.error);
    } else if (recording) {
        player.add(recording.nodes);
        player.go(path);
        say("Executed.");
    }
}

/** @param first whether there is nothing to play without the answer */
async function asked(what, first = false) {
    try {
        return await what();
    } catch (error) {
        say(error.message);
        if (first) {
            player.say(error.message, "error");
        }
        return null;
    }
}

const status = el("p", {class: "status lab-status", role: "status"});
const say = text => (status.textContent = text);

// ---- the header

const fns = el("nav", {class: "fns", "aria-label": "Async fns"});

function showFns() {
    fns.replaceChildren(...bench.views.map(({fn}, i) => el("button", {type: "button", "aria-pressed": "false", title: fn.signature, click: () => bench.show(i)}, fn.name)));
}

const chooser = el(
    "select",
    {"aria-label": "Example", change: () => open(examples[chooser.value].text)},
    el("option", {value: -1, hidden: true}, "your own"),
    ...examples.map(({name}, i) => el("option", {value: i}, name)),
);

function open(text) {
    foreign = false;
    history.replaceState(null, "", "/");
    editor.text = text;
}

async function share() {
    const link = await linkTo(editor.text);
    history.replaceState(null, "", link);
    try {
        await navigator.clipboard.writeText(link);
        say("The link is copied. It has the source in it.");
    } catch {
        say("The link is in the address bar. It has the source in it.");
    }
}

async function save() {
    if (!bench.views.length) {
        say("There is nothing to save: the source has no async fn, or has errors.");
        return;
    }
    const name = simple(bench.view.map.facade);
    const html = await asked(() => pageOf(name, compiled.maps, player.recording));
    if (html) {
        download(`${name}.explorer.html`, html);
        say(`${name}.explorer.html is saved: one page, which needs no lab.`);
    }
}

document.body.append(
    el(
        "header",
        {},
        el("h1", {}, "The asyncfn lab"),
        el("span", {class: "lab-tools"}, chooser, el("button", {type: "button", click: share}, "Copy link"), el("button", {type: "button", click: save}, "Save page")),
        fns,
        keys(),
        themeSwitch(),
    ),
    bench.element,
    el("footer", {}, status, bench.status),
);

function keys() {
    const all = [
        ["Esc, Tab", "out of the editor"],
        ["↑ ↓ ← →", "in the class: lines and pieces; in the diagram: states"],
        ["Enter", "in the class: over to the source"],
        ["1 to 9", "outside the editor: choose what happens next"],
        ["Backspace", "outside the editor: take it back"],
        ["R", "outside the editor: from the start"],
    ];
    return el("details", {class: "keys"}, el("summary", {}, "Keys"), el("dl", {id: "pane-keys"}, ...all.flatMap(([key, text]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, text)])));
}

addEventListener("keydown", event => bench.key(event));
addEventListener("hashchange", begin);

/** What was typed here before a reload; else the program of the link; else the first example. */
async function begin() {
    const typed = kept();
    try {
        const linked = typed ? null : await sourceInLink();
        foreign = typed ? typed.foreign : linked !== null;
        editor.text = typed?.text ?? linked ?? examples[0].text;
    } catch {
        refuse();
    }
}

/** The link was cut off where it was copied, most likely. Another program in its place would pass for the one that was meant. */
function refuse() {
    foreign = false;
    editor.text = "";
    clearTimeout(timer);
    forget();
    bench.load([]);
    showFns();
    editor.report([]);
    player.say(INCOMPLETE, "error");
    say(INCOMPLETE);
}

begin();
