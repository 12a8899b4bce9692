// Drives pages in a real browser. ExplorerBrowserTest makes the pages and runs this; see ../README.md.
import assert from "node:assert/strict";
import {after, before, describe, it} from "node:test";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {executable, pages, see, shoot, show, start} from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const why = executable ? (pages ? false : "EXPLORER_PAGES names no folder") : "no browser was found";

const texts = (page, selector) => page.locator(selector).allTextContents();
const linked = (page, side) => page.locator(`.pane-${side} .row.linked`).evaluateAll(rows => rows.map(row => row.querySelector(".text").textContent.trim()));
const lineOf = (page, side, text) => page.locator(`.pane-${side} .row:not(.around)`, {hasText: text}).first();

async function violations(page, options = {}) {
    const result = await page.evaluate(given => globalThis.axe.run(document, given), {resultTypes: ["violations"], ...options});
    return result.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 120)).join(" | ")}`);
}

describe("the explorer", {skip: why}, () => {
    let browser;
    let tab;
    before(async () => {
        browser = await start();
        tab = await browser.tab();
    });
    after(() => browser?.close());

    /** Does something with a page that has just been loaded, in the one tab: the start of another takes longer than many of the tests. */
    async function on(name, look, action) {
        const {page, errors} = tab;
        await show(tab, name, look);
        await action(page);
        assert.deepEqual(errors, []);
    }

    it("shows what a line of the source became, for as long as the pointer is there", () =>
        on("SumAsync", {}, async page => {
            await lineOf(page, "s", "total += await").locator(".text").hover({position: {x: 150, y: 8}});
            const became = await linked(page, "g");
            assert.ok(became.some(line => line.startsWith("Poll<?> polled = read.poll(cx)")), became.join("\n"));
            assert.ok(became.some(line => line.includes("awaitedValue")), became.join("\n"));
            assert.deepEqual(await texts(page, ".state.linked .name"), ["LOOP", "AWAIT_READ"]);
            await page.locator("h1").hover();
            assert.deepEqual(await linked(page, "g"), []);
        }));

    it("shows where generated code comes from", () =>
        on("SumAsync", {}, async page => {
            const poll = lineOf(page, "g", "read.poll(cx)");
            await poll.locator(".text").click({position: {x: 300, y: 8}});
            assert.deepEqual(await linked(page, "s"), ["total += await(read(i)).length();"]);
            assert.match(await page.locator(".status").innerText(), /polls it, and suspends if it is pending, in LOOP/);
            await page.locator("h1").hover();
            assert.equal((await linked(page, "s")).length, 1, "a click keeps it");
            await page.keyboard.press("Escape");
            assert.deepEqual(await linked(page, "s"), []);
        }));

    it("is read with the keyboard alone", () =>
        on("SumAsync", {}, async page => {
            await page.locator(".pane-s").focus();
            for (let i = 0; i < 3; i++) {
                await page.keyboard.press("ArrowDown");
            }
            assert.match(await page.locator(".pane-s .row.cursor").innerText(), /for \(int i/);
            await page.keyboard.press("ArrowRight");
            assert.ok((await linked(page, "g")).length > 0);
            await page.keyboard.press("Enter");
            assert.ok(await page.locator(".pane-g").evaluate(pane => pane === document.activeElement));
            assert.ok((await linked(page, "s")).some(line => line.startsWith("for (int i")));
            await page.locator('.state[tabindex="0"]').focus();
            await page.keyboard.press("ArrowDown");
            assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^LOOP lines/);
            assert.match(await page.locator(".status").innerText(), /^State LOOP/);
        }));

    it("plays a future, and takes steps back", () =>
        on("SumAsync", {}, async page => {
            await page.keyboard.press("1");
            assert.match(await page.locator(".told").innerText(), /LOOP decides/);
            await page.locator(".choice", {hasText: /^\d?\s*i < n$/}).click();
            await page.locator(".choice", {hasText: "is pending"}).click();
            assert.equal(await page.locator(".state.current .name").innerHTML(), "AWAIT_READ");
            const held = await texts(page, ".fields tr:not(.empty) .field-name");
            assert.deepEqual(held, ["n", "total", "i"]);
            assert.match(await page.locator(".tree").innerText(), /read\(i\): pending, keeps the task's waker/);
            await page.keyboard.press("Backspace");
            await page.keyboard.press("Backspace");
            await page.locator(".choice", {hasText: "not: i < n"}).click();
            assert.equal(await page.locator(".state.current .name").innerHTML(), "DONE");
            await page.keyboard.press("r");
            assert.equal(await page.locator(".crumbs li").count(), 1);
        }));

    it("runs a finally block when a suspended future is dropped", () =>
        on("UploadAsync", {}, async page => {
            await page.locator(".choice", {hasText: "The task polls it"}).click();
            await page.locator(".choice", {hasText: "is pending"}).click();
            await page.locator(".choice", {hasText: "It is dropped"}).click();
            assert.match(await page.locator(".told").innerText(), /The finally block runs all the same/);
            assert.match(await page.locator(".facts").innerText(), /FINALLY/);
            await page.locator(".choice", {hasText: "ready at once"}).click();
            assert.equal(await page.locator(".state.current .name").count(), 0);
            assert.match(await page.locator(".facts").innerText(), /DROPPED/);
        }));

    it("lets a clause catch what an await throws", () =>
        on("UploadAsync", {}, async page => {
            await page.keyboard.press("1");
            await page.locator(".choice", {hasText: "throws"}).first().click();
            assert.match(await page.locator(".choices").innerText(), /catch \(IllegalStateException e\)/);
            await page.locator(".choice", {hasText: /^\d?\s*not: catch/}).click();
            await page.locator(".choice", {hasText: "ready at once"}).click();
            assert.match(await page.locator(".facts").innerText(), /PANICKED/);
        }));

    it("says why a field is one", () =>
        on("SumAsync", {}, async page => {
            await page.locator(".field-name", {hasText: "total"}).click();
            assert.match(await page.locator(".status").innerText(), /^Field total: Assigned in line/);
            assert.ok((await linked(page, "s")).some(line => line.startsWith("int total = 0")));
            assert.deepEqual(await texts(page, ".state.linked .name"), ["AWAIT_READ"]);
        }));

    it("has the diagram as text, with the same states and ways", () =>
        on("UploadAsync", {}, async page => {
            await page.locator(".twin summary").click();
            const text = await page.locator(".twin").innerText();
            assert.match(text, /AWAIT_SEND: waits for send\(text\); keeps nothing/);
            assert.match(text, /an exception leads to CATCH/);
            assert.match(text, /a drop leads to FINALLY/);
        }));

    it("shows each async fn of a class", () =>
        on("UploadAsync", {}, async page => {
            await page.locator(".fns button", {hasText: "send"}).click();
            assert.match(await page.locator(".pane-g h2").innerText(), /UploadAsync\.SendFuture/);
            assert.equal(await page.locator(".state .name", {hasText: "FINALLY"}).count(), 0);
        }));

    it("is dark if the system is, or if the reader wants it", () =>
        on("SumAsync", {scheme: "dark"}, async page => {
            const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
            const dark = await background();
            await page.locator(".theme span", {hasText: "light"}).click();
            assert.notEqual(await background(), dark);
            await page.locator(".theme span", {hasText: "dark"}).click();
            assert.equal(await background(), dark);
            await page.locator(".theme span", {hasText: "system"}).click();
        }));

    it("needs no sideways scrolling on a narrow screen", () =>
        on("UploadAsync", {width: 390, height: 844}, async page => {
            const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
            assert.ok(wide <= seen, `${wide} > ${seen}`);
        }));

    it("shows all of its keys on a narrow screen", () =>
        on("UploadAsync", {width: 360, height: 740}, async page => {
            await page.locator(".keys summary").click();
            const {left, right} = await page.locator(".keys dl").evaluate(keys => keys.getBoundingClientRect().toJSON());
            assert.ok(left >= 0 && right <= 360, `${left} to ${right}`);
        }));

    it("stays usable with two hundred states", () =>
        on("LargeAsync", {}, async page => {
            assert.ok((await page.locator(".state").count()) > 200);
            const [wide, high] = await page.locator(".diagram svg").evaluate(svg => [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]);
            assert.ok(wide > 0 && high > 0);
            await page.keyboard.press("1");
            assert.ok(await page.locator(".state.current").count() + (await page.locator(".choice").count()));
            await shoot(page, "large");
        }));

    // The large one differs in size only, and axe looks at each of its lines.
    for (const name of ["SumAsync", "UploadAsync", "TrafficAsync"]) {
        it(`${name} has no accessibility violation, light, dark and narrow`, () =>
            on(name, {}, async page => {
                await page.keyboard.press("1");
                await page.locator(".field-name").first().click();
                await page.locator(".twin summary").click();
                await shoot(page, `${name}-light`);
                await page.evaluate(AXE);
                assert.deepEqual(await violations(page), [], "light");
                await see(page, {scheme: "dark"});
                await shoot(page, `${name}-dark`);
                // Nothing but the colours is another.
                assert.deepEqual(await violations(page, {runOnly: ["color-contrast", "link-in-text-block"]}), [], "dark");
                await see(page, {width: 390, height: 844});
                await shoot(page, `${name}-narrow`, true);
                assert.deepEqual(await violations(page), [], "narrow");
            }));
    }
});

if (why) {
    process.on("exit", () => console.log(`\nexplorer: SKIPPED, nothing was tested: ${why}`));
}
