// Finds and starts the browser, and opens the lab in it.
import {existsSync, mkdirSync} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {chromium} from "playwright-core";

const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const executable = PLACES.find(path => path && existsSync(path));

/** The link that a running lab has printed. */
export const link = process.env.LAB_LINK;
const shots = process.env.LAB_SHOTS;

export async function start() {
    const profile = await mkdtemp(join(tmpdir(), "lab-"));
    const context = await chromium.launchPersistentContext(profile, {executablePath: executable, args: FLAGS, viewport: {width: 1500, height: 950}});
    context.setDefaultTimeout(Number(process.env.LAB_TIMEOUT ?? 120_000));
    await context.grantPermissions(["clipboard-read", "clipboard-write"], {origin: new URL(link).origin});
    return {
        context,
        async close() {
            await context.close();
            await rm(profile, {recursive: true, force: true});
        },
    };
}

/** A page, and what goes wrong in it. */
export async function open(context, url) {
    const page = await context.newPage();
    const errors = [];
    const origin = new URL(link).origin;
    page.on("pageerror", error => errors.push(String(error)));
    page.on("console", message => message.type() === "error" && errors.push(message.text()));
    page.on("request", request => /^(blob:|file:)/.test(request.url()) || request.url().startsWith(origin) || errors.push(`loads ${request.url()}`));
    await see(page, {});
    await page.goto(url);
    return {page, errors};
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
