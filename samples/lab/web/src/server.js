// What the page asks the lab for.
const token = document.querySelector('meta[name="lab-token"]').content;

async function ask(path, body) {
    const response = await fetch(path, {method: body === undefined ? "GET" : "POST", headers: {"X-Lab-Token": token, "Content-Type": "text/plain"}, body});
    if (!response.ok) {
        throw new Error(await response.text());
    }
    return response;
}

/** Compiles: {id, runnable, problems, files, maps}. */
export const compile = async source => (await ask("/compile", source)).json();

/** Executes the newest program from its start, with these choices first: {root, nodes}, or {error}. */
export const record = async (id, path) => (await ask(`/record?id=${id}&path=${encodeURIComponent(path)}`, "")).json();

/** The explorer's page, without a map. */
export const template = async () => (await ask("/template")).text();
