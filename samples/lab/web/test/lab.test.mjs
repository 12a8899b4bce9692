// Drives the lab in a real browser. LabBrowserTest starts a lab and runs this; see ../../README.md.
import assert from "node:assert/strict";
import {mkdtemp, rm} from "node:fs/promises";
import {after, before, describe, it} from "node:test";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {executable, link, open, see, shoot, start} from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** How many changes are measured; see ../../README.md. */
const CHANGES = Number(process.env.LAB_CHANGES ?? 3);
const why = executable ? (link ? false : "LAB_LINK names no lab") : "no browser was found";

const TYPED = `import static dev.asyncfn.Async.await;
import static support.Later.later;
import dev.asyncfn.*;

class Typed {
    @AsyncFn
    static int twice(int n) {
        return 2 * await(read(n));
    }

    static Future<Integer> read(int n) {
        return later(n);
    }

    public static void main(String[] args) {
        Async.blockOn(TypedAsync.twice(21));
    }
}
`;

const SPAWNING = `import static dev.asyncfn.Async.await;
import static support.Later.later;
import dev.asyncfn.*;
import dev.asyncfn.executor.*;

class Spawning {
    @AsyncFn
    static int twice(int n) {
        return 2 * await(read(n));
    }

    static Future<Integer> read(int n) {
        return later(n);
    }

    @AsyncFn
    static int sum(JoinHandle<Integer> a, JoinHandle<Integer> b) {
        return await(a) + await(b);
    }

    public static void main(String[] args) {
        try (ThreadPool pool = ThreadPool.of(2)) {
            Async.blockOn(SpawningAsync.sum(pool.spawn(SpawningAsync.twice(1)), pool.spawn(SpawningAsync.twice(2))));
        }
    }
}
`;

async function violations(page, options = {}) {
    if (!(await page.evaluate(() => "axe" in globalThis))) {
        await page.evaluate(AXE);
    }
    const result = await page.evaluate(given => globalThis.axe.run(document, given), {resultTypes: ["violations"], ...options});
    return result.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 160)).join(" | ")}`);
}

/** Replaces what is in the editor, as a reader would. */
async function type(page, text) {
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+a");
    await page.evaluate(t => navigator.clipboard.writeText(t), text);
    await page.keyboard.press("Control+v");
}

/** The median and the longest of some times. */
function spread(times) {
    const sorted = [...times].sort((a, b) => a - b);
    return `${sorted[Math.floor(sorted.length / 2)]} ms in the median, ${sorted.at(-1)} ms at most`;
}

const choice = (page, text) => page.locator(".choice", {hasText: text});
const current = page => page.locator(".state.current .name").first();
const played = page => choice(page, "The task polls it").waitFor();

describe("the lab", {skip: why}, () => {
    let browser;
    let tab;
    /** Whether the tab has the program that the lab begins with, and nothing but the player and what is selected was touched. */
    let asItBegins = false;
    before(async () => {
        browser = await start();
        tab = await open(browser.context, link);
    });
    after(() => browser?.close());

    /** Does something with the lab, loaded anew. */
    async function on(action) {
        const {page, errors} = tab;
        asItBegins = false;
        errors.length = 0;
        await see(page, {});
        await page.evaluate(() => sessionStorage.clear());
        await page.goto(link);
        await played(page);
        await action(page);
        assert.deepEqual(errors, []);
    }

    /** Does something that changes neither the source nor what was recorded: the next one need not load and record it again. */
    async function reading(action) {
        const {page, errors} = tab;
        if (!asItBegins) {
            return on(page => action(page).then(() => (asItBegins = true)));
        }
        asItBegins = false;
        await see(page, {});
        await page.locator("h1").click();
        await page.keyboard.press("Escape");
        await page.keyboard.press("r");
        await page.locator(".fns button", {hasText: "page"}).click();
        await action(page);
        assert.deepEqual(errors, []);
        asItBegins = true;
    }

    it("shows the class, the states and the fields of the program that it begins with", () =>
        reading(async page => {
            assert.match(await page.locator(".pane-g h2").innerText(), /ShopAsync\.PageFuture/);
            assert.equal(await page.locator(".state .name", {hasText: "AWAIT_JOIN"}).count(), 1);
            assert.equal(await page.locator(".field-name", {hasText: "total"}).count(), 1);
            assert.equal(await current(page).innerHTML(), "START");
        }));

    it("plays real executions, step by step and back", () =>
        reading(async page => {
            await choice(page, "The task polls it").click();
            assert.match(await page.locator(".told").innerText(), /Pending, because of user, cart/);
            assert.equal(await current(page).innerHTML(), "AWAIT_JOIN");
            assert.ok((await page.locator(".pane-g .row.ran").count()) > 0);
            assert.ok((await page.locator(".editor .cm-line.ran").count()) > 0);
            await choice(page, "user becomes ready").click();
            assert.match(await page.locator(".told").innerText(), /ManualFuture\.ready has woken the task/);
            await choice(page, "The task polls it").click();
            assert.match(await page.locator(".tree").innerText(), /join: 1 of 2 left\s*cart: pending, keeps the task's waker/);
            await choice(page, "cart becomes ready").click();
            await choice(page, "The task polls it").click();
            assert.match(await page.locator(".tree").innerText(), /PriceFuture: AWAIT_STOCK/);
            const held = page.locator(".fields tr", {hasText: "total"}).locator(".held");
            assert.match(await held.innerText(), /● 0/);
            await shoot(page, "lab-light");
            await page.keyboard.press("Backspace");
            await page.keyboard.press("r");
            assert.equal(await page.locator(".crumbs li").count(), 1);
        }));

    it("shows what a failure does", () =>
        reading(async page => {
            await choice(page, "The task polls it").click();
            await choice(page, "user fails").click();
            await choice(page, "The task polls it").click();
            await choice(page, "cart becomes ready").click();
            await choice(page, "The task polls it").click();
            assert.match(await page.locator(".told").innerText(), /It throws IOException: user has failed/);
            assert.match(await page.locator(".tree").innerText(), /PageFuture: PANICKED/);
        }));

    it("links a place in the editor with the class, and back", () =>
        reading(async page => {
            await page.locator(".cm-line", {hasText: "total += await"}).click();
            await page.locator(".pane-g .row.linked").first().waitFor();
            await page.locator(".pane-g .row", {hasText: "complete(State.DONE"}).first().locator(".text").click();
            await page.locator(".editor .cm-line.linked", {hasText: "return both.first()"}).waitFor();
        }));

    it("saves a page that plays the same executions without the lab", () =>
        reading(async page => {
            const saving = page.waitForEvent("download");
            await page.locator("button", {hasText: "Save page"}).click();
            const download = await saving;
            assert.equal(download.suggestedFilename(), "ShopAsync.explorer.html");
            const folder = await mkdtemp(join(tmpdir(), "lab-"));
            const file = join(folder, "page.html");
            await download.saveAs(file);
            const {page: saved, errors} = await open(browser.context, pathToFileURL(file).href);
            await choice(saved, "The task polls it").click();
            assert.match(await saved.locator(".told").innerText(), /Pending, because of user, cart/);
            await saved.locator(".fns button", {hasText: "price"}).click();
            await choice(saved, "cart becomes ready").click();
            await shoot(saved, "lab-saved");
            assert.deepEqual(errors, []);
            await saved.close();
            await rm(folder, {recursive: true});
        }));

    it("needs no sideways scrolling on a narrow screen", () =>
        reading(async page => {
            await see(page, {width: 390, height: 844});
            const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
            assert.ok(wide <= seen, `${wide} > ${seen}`);
        }));

    it("shows all of its keys on a narrow screen", () =>
        reading(async page => {
            await see(page, {width: 360, height: 740});
            await page.locator(".keys summary").click();
            const {left, right} = await page.locator(".keys dl").evaluate(keys => keys.getBoundingClientRect().toJSON());
            assert.ok(left >= 0 && right <= 360, `${left} to ${right}`);
        }));

    it("has no accessibility violation, light, dark and narrow", () =>
        reading(async page => {
            await choice(page, "The task polls it").click();
            await page.locator(".field-name").first().click();
            await page.locator(".twin summary").click();
            await shoot(page, "lab-light-axe");
            assert.deepEqual(await violations(page), [], "light");
            await see(page, {scheme: "dark"});
            await shoot(page, "lab-dark-axe");
            // Nothing but the colours is another.
            assert.deepEqual(await violations(page, {runOnly: ["color-contrast", "link-in-text-block"]}), [], "dark");
            await see(page, {width: 390, height: 844});
            await shoot(page, "lab-narrow-axe", true);
            assert.deepEqual(await violations(page), [], "narrow");
        }));

    it("executes further than it has recorded, where the reader goes on", () =>
        on(async page => {
            await page.locator("h1").click();
            for (let i = 0; i < 3; i++) {
                const crumbs = await page.locator(".crumbs li").count();
                await page.keyboard.press("1");
                await page.waitForFunction(n => document.querySelectorAll(".crumbs li").length > n, crumbs);
                await choice(page, "A spurious poll").or(choice(page, "The task polls it")).first().click();
                await page.waitForFunction(n => document.querySelectorAll(".crumbs li").length > n, crumbs + 1);
            }
            await choice(page, "It is dropped").click();
            await page.locator(".question", {hasText: "ended"}).waitFor();
            assert.match(await page.locator(".told").innerText(), /dropped, and all that it waits for/);
        }));

    it("shows each task that the program spawns, which the reader polls in any order", () =>
        on(async page => {
            await type(page, SPAWNING);
            await page.locator(".tree", {hasText: "task 2"}).waitFor();
            assert.match(await page.locator(".tree .task").first().innerText(), /task 1 waits for its turn, not polled yet\s*TwiceFuture: START/);
            await choice(page, "The task polls it").click();
            await choice(page, "The pool polls task 2").click();
            assert.match(await page.locator(".told").innerText(), /task 2 was polled: it went from START to AWAIT_READ/);
            await page.locator(".fns button", {hasText: "twice"}).click();
            assert.equal(await current(page).innerHTML(), "START", "of the first task with this async fn");
            await choice(page, "The pool polls task 1").click();
            await choice(page, "read becomes ready").click();
            assert.match(await page.locator(".tree .task").last().innerText(), /task 2 waits for its turn, polled once, woken last by read/);
            await shoot(page, "lab-tasks");
            assert.deepEqual(await violations(page), []);
            await choice(page, "The pool polls task 2").click();
            assert.match(await page.locator(".tree .task").last().innerText(), /task 2 has completed, polled 2 times/);
        }));

    it("compiles what is typed, and shows what is wrong on its line with a remedy", () =>
        on(async page => {
            await type(page, TYPED);
            await page.locator(".pane-g h2", {hasText: "TypedAsync.TwiceFuture"}).waitFor();
            await page.locator(".tree", {hasText: "TwiceFuture"}).waitFor();
            await choice(page, "The task polls it").click();
            await choice(page, "read becomes ready").click();
            await choice(page, "The task polls it").click();
            assert.match(await page.locator(".told").innerText(), /Ready, with 42/);
            await type(page, TYPED.replace("static int twice", "static synchronized int twice"));
            const problem = page.locator(".problems button").first();
            await problem.waitFor();
            assert.match(await problem.innerText(), /^Error in line 7[^]*synchronized/);
            assert.ok((await page.locator(".cm-lintRange-error").count()) > 0);
            await shoot(page, "lab-error");
            assert.deepEqual(await violations(page), []);
            await problem.click();
            assert.ok(await page.locator(".cm-content").evaluate(e => e === document.activeElement));
        }));

    it("shows a change within two seconds once it is warm", () =>
        on(async page => {
            await type(page, TYPED);
            await page.locator(".tree", {hasText: "TwiceFuture"}).waitFor();
            const seen = [];
            const played = [];
            for (let i = 0; i < CHANGES; i++) {
                const before = Date.now();
                await type(page, TYPED.replaceAll("twice", `times${i}x`).replaceAll("Twice", `Times${i}x`));
                await page.locator(".pane-g h2", {hasText: `Times${i}xFuture`}).waitFor();
                seen.push(Date.now() - before);
                await page.locator(".tree", {hasText: `Times${i}xFuture`}).waitFor();
                played.push(Date.now() - before);
            }
            // Printed, not asserted: the machine may be busy with something else.
            console.log(`of ${seen.length} changes, the class was seen after ${spread(seen)}, and could be played after ${spread(played)}`);
        }));

    it("is used with the keyboard alone", () =>
        on(async page => {
            await page.locator(".pane-g").focus();
            await page.keyboard.press("ArrowDown");
            await page.keyboard.press("1");
            assert.match(await page.locator(".told").innerText(), /first poll/);
            await page.keyboard.press("Backspace");
            await page.locator(".cm-content").focus();
            await page.keyboard.press("Control+End");
            await page.keyboard.type("// 1");
            assert.equal(await page.locator(".crumbs li").count(), 1, "keys of the editor are its own");
            await page.keyboard.press("Escape");
            await page.keyboard.press("Tab");
            assert.ok(await page.locator(".cm-content").evaluate(e => e !== document.activeElement));
        }));

    it("opens every example", () =>
        on(async page => {
            const names = await page.locator(".lab-tools option:not([hidden])").allTextContents();
            assert.ok(names.length > 20, names.join());
            const examples = JSON.parse(await page.locator("#examples").textContent());
            const several = examples.findIndex(({text}) => text.startsWith("// file: "));
            await page.locator(".lab-tools select").selectOption(String(several));
            await page.locator(".pane-g h2", {hasNotText: "ShopAsync"}).waitFor();
            assert.match(await page.locator(".cm-content").innerText(), /^\/\/ file: /);
        }));

    it("shares a link with the source in it, which is not executed until the reader says so", () =>
        on(async page => {
            await type(page, TYPED);
            await page.locator(".pane-g h2", {hasText: "TwiceFuture"}).waitFor();
            await page.locator("button", {hasText: "Copy link"}).click();
            await page.locator(".lab-status", {hasText: "copied"}).waitFor();
            const shared = await page.evaluate(() => navigator.clipboard.readText());
            assert.match(shared, /#source=[\w-]+$/);
            assert.ok(!shared.includes("token"));
            const {page: other, errors} = await open(browser.context, shared);
            await other.locator(".run").waitFor();
            assert.match(await other.locator(".cm-content").innerText(), /class Typed/);
            assert.equal(await other.locator(".choice").count(), 0);
            await other.locator(".run").click();
            await played(other);
            assert.deepEqual(errors, []);
            await other.close();
        }));

    it("says so if a link is cut off, and runs no other program in its place", () =>
        on(async page => {
            await page.locator("button", {hasText: "Copy link"}).click();
            await page.locator(".lab-status", {hasText: "copied"}).waitFor();
            const whole = await page.evaluate(() => navigator.clipboard.readText());
            const at = whole.indexOf("#");
            const changed = whole.slice(0, -30) + whole.at(-30).replace(/./, c => (c === "A" ? "B" : "A")) + whole.slice(-29);
            for (const cut of [whole.slice(0, at + 5), whole.slice(0, at + 8), whole.slice(0, at + 100), whole.slice(0, -1), whole.slice(0, -40), `${whole}.`, changed]) {
                const {page: other, errors} = await open(browser.context, cut);
                await other.locator(".lab-status", {hasText: "This link is incomplete: it does not contain a whole program."}).waitFor();
                assert.match(await other.locator(".player").innerText(), /This link is incomplete/);
                assert.equal(await other.evaluate(() => document.querySelector(".cm-content").cmTile?.view.state.doc.length ?? document.querySelector(".cm-content").textContent.length), 0);
                assert.equal(await other.locator(".choice, .run").count(), 0);
                assert.deepEqual(errors, []);
                await other.close();
            }
        }));

    it("opens the links of older labs, which have no checksum", () =>
        on(async page => {
            const {page: other, errors} = await open(browser.context, `${new URL(link).origin}/#source=S85JLC5WiFCorgUA`);
            await other.locator(".cm-line", {hasText: "class X {}"}).waitFor();
            assert.deepEqual(errors, []);
            await other.close();
        }));

    it("lets two tabs play their own programs at the same time", () =>
        on(async page => {
            await type(page, TYPED);
            await page.locator(".tree", {hasText: "TwiceFuture"}).waitFor();
            const {page: other, errors} = await open(browser.context, link);
            await played(other);
            await page.bringToFront();
            await page.locator("h1").click();
            for (let i = 1; i < 30; i++) {
                await page.locator(".choice", {hasText: "A spurious poll"}).or(choice(page, "The task polls it")).click();
                await page.waitForFunction(n => document.querySelectorAll(".crumbs li").length > n, i);
            }
            assert.match(await page.locator(".tree").innerText(), /TwiceFuture: AWAIT_READ/);
            assert.deepEqual(errors, []);
            await other.close();
        }));

    it("compiles once more what the lab has let go of", () =>
        on(async page => {
            let gone = 0;
            await page.route("**/record*", route => (gone++ ? route.continue() : route.fulfill({status: 410, body: "gone"})));
            await type(page, TYPED);
            await page.locator(".tree", {hasText: "TwiceFuture"}).waitFor();
            assert.equal(gone, 2);
            await page.unroute("**/record*");
            tab.errors.length = 0; // the browser tells of the 410
        }));

    it("keeps what was typed when the page is loaded again", () =>
        on(async page => {
            await type(page, TYPED);
            await page.locator(".tree", {hasText: "TwiceFuture"}).waitFor();
            await page.reload();
            await page.locator(".tree", {hasText: "TwiceFuture"}).waitFor();
            assert.match(await page.locator(".cm-content").innerText(), /class Typed/);
        }));

    it("keeps what was typed below a link when the page is loaded again, and still does not run it unasked", () =>
        on(async page => {
            await type(page, TYPED);
            await page.locator("button", {hasText: "Copy link"}).click();
            await page.locator(".lab-status", {hasText: "copied"}).waitFor();
            const shared = await page.evaluate(() => navigator.clipboard.readText());
            const {page: other, errors} = await open(browser.context, shared);
            await other.locator(".run").waitFor();
            await other.locator(".cm-content").click();
            await other.keyboard.press("Control+Home");
            await other.keyboard.type("// mine\n");
            await other.reload();
            await other.locator(".run").waitFor();
            assert.match(await other.locator(".cm-content").innerText(), /^\/\/ mine/);
            await other.locator(".run").click();
            await played(other);
            await other.reload();
            await played(other);
            assert.deepEqual(errors, []);
            await other.close();
        }));
});

if (why) {
    process.on("exit", () => console.log(`\nlab: SKIPPED, nothing was tested: ${why}`));
}
