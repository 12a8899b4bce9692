// What the page asks the lab for.
const token = document.querySelector('meta[name="lab-token"]').content;

/** The lab keeps the newest program of each tab. */
const tab = crypto.randomUUID();

/** The lab has let go of the program: it has to be compiled once more. */
export class Gone extends Error {}

async function ask(path, body) {
    let response;
    try {
        response = await fetch(path, {method: body === undefined ? "GET" : "POST", headers: {"X-Lab-Token": token, "Content-Type": "text/plain"}, body});
    } catch {
        throw new Error("The lab does not answer. Is it still running?");
    }
    if (response.status === 403) {
        throw new Error("This page belongs to a lab that has ended. Open the link that the new one has printed.");
    }
    if (!response.ok) {
        throw new (response.status === 410 ? Gone : Error)((await response.text()).trim());
    }
    return response;
}

/** Compiles: {id, runnable, problems, files, maps}. */
export const compile = async source => (await ask(`/compile?tab=${tab}`, source)).json();

/** Executes a program from its start, with these choices first: {root, nodes}, or {error}. */
export const record = async (id, path) => (await ask(`/record?tab=${tab}&id=${id}&path=${encodeURIComponent(path)}`, "")).json();

/** The explorer's page, without a map. */
export const template = async () => (await ask("/template")).text();
