// The page about one facade. Its map is in the page, and the recording of its real executions, if somebody made one in the lab.
import {el} from "./dom.js";
import {header} from "./header.js";
import {Replay} from "./replay.js";
import {Player} from "./player.js";
import {simple, Workbench} from "./workbench.js";

const data = id => JSON.parse(document.getElementById(id).textContent);
const maps = [data("map")].flat();
const recording = data("recording");

const bench = new Workbench({player: on => (recording ? new Replay(on) : new Player(on))});
bench.load(maps);
document.body.append(
    header(maps.map(map => simple(map.facade).replace(/Async$/, "")).join(", "), bench.views.map(view => view.fn), index => bench.show(index)),
    bench.element,
    el("footer", {}, bench.status),
);
if (bench.views.length) {
    bench.show(0);
    if (recording) {
        bench.page.player.load(recording);
    }
}
addEventListener("keydown", event => bench.key(event));
