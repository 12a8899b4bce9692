// Links that have the source in them, compressed. The part behind # is never sent to a server.
const NAME = "#source=";

async function through(stream, bytes) {
    const blob = new Blob([bytes]).stream().pipeThrough(stream);
    return new Uint8Array(await new Response(blob).arrayBuffer());
}

/** The link to this lab with a source. */
export async function linkTo(source) {
    const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(source));
    const text = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
    return `${location.origin}/${NAME}${text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** The source in the link of this page, or null if there is none. */
export async function sourceInLink() {
    if (!location.hash.startsWith(NAME)) {
        return null;
    }
    try {
        const text = location.hash.slice(NAME.length).replaceAll("-", "+").replaceAll("_", "/");
        const bytes = Uint8Array.from(atob(text), char => char.charCodeAt(0));
        return new TextDecoder().decode(await through(new DecompressionStream("deflate-raw"), bytes));
    } catch {
        return null; // cut off where it was copied, most likely
    }
}
