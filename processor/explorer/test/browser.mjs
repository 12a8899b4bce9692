// Finds and starts the browser, and opens pages in it.
import {existsSync, mkdirSync} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {chromium} from "playwright-core";

const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const executable = PLACES.find(path => path && existsSync(path));

/** The folder with pages, and that for screenshots. */
export const pages = process.env.EXPLORER_PAGES;
const shots = process.env.EXPLORER_SHOTS;

export async function start() {
    const profile = await mkdtemp(join(tmpdir(), "explorer-"));
    const context = await chromium.launchPersistentContext(profile, {executablePath: executable, args: FLAGS, viewport: {width: 1500, height: 950}});
    context.setDefaultTimeout(120_000); // a screenshot took longer than half a minute on a machine with other work
    return {
        tab: () => tab(context),
        async close() {
            await context.close();
            await rm(profile, {recursive: true, force: true});
        },
    };
}

/** An empty tab, and what goes wrong in the pages that it shows. */
async function tab(context) {
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", error => errors.push(String(error)));
    page.on("console", message => message.type() === "error" && errors.push(message.text()));
    page.on("request", request => request.url().startsWith("file:") || errors.push(`loads ${request.url()}`));
    return {page, errors};
}

/** Loads a page in a tab: nothing is left of what was done to the one before it. */
export async function show({page, errors}, name, look) {
    await page.goto("about:blank");
    errors.length = 0;
    await see(page, look);
    await page.goto(pathToFileURL(join(pages, `${name}.explorer.html`)).href);
}

/** How wide the window is, and what the system prefers. */
export async function see(page, {width = 1500, height = 950, scheme = "light"}) {
    await page.setViewportSize({width, height});
    await page.emulateMedia({colorScheme: scheme});
}

export async function shoot(page, name, fullPage = false) {
    if (shots) {
        mkdirSync(shots, {recursive: true});
        await page.screenshot({path: join(shots, `${name}.png`), fullPage});
    }
}
