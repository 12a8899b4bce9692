// Saves what is shown as the static page of the explorer, with the executions that were recorded.
import {template} from "./server.js";

const put = (html, place, text) => html.replace(place, () => text);
const harmless = value => JSON.stringify(value).replaceAll("<", "\\u003c");

/** The text of the page. */
export async function pageOf(title, maps, recording) {
    const html = put(put(await template(), "@TITLE@", title.replaceAll(/[&<]/g, " ")), "@MAP@", harmless(maps));
    return recording ? put(html, 'id="recording">null<', `id="recording">${harmless(recording)}<`) : html;
}

/** Has the browser save it as a file. */
export function download(name, html) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([html], {type: "text/html"}));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
