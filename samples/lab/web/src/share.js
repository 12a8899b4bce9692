// Links that have the source in them, compressed. The part behind # is never sent to a server.
const NAME = "#source=";

/** The first byte of zlib's format, which has a checksum. Older links have none, and begin otherwise. */
const CHECKED = 0x78;

async function through(stream, bytes) {
    const blob = new Blob([bytes]).stream().pipeThrough(stream);
    return new Uint8Array(await new Response(blob).arrayBuffer());
}

/** The link to this lab with a source. */
export async function linkTo(source) {
    const bytes = await through(new CompressionStream("deflate"), new TextEncoder().encode(source));
    const text = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
    return `${location.origin}/${NAME}${text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** The source in the link of this page, or null if it is no such link. Throws if there is no whole source in it. */
export async function sourceInLink() {
    const {hash} = location;
    if (hash.length < 2 || (!hash.startsWith(NAME) && !NAME.startsWith(hash))) {
        return null;
    }
    const text = hash.slice(NAME.length).replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(text), char => char.charCodeAt(0));
    const format = bytes[0] === CHECKED ? "deflate" : "deflate-raw";
    return new TextDecoder("utf-8", {fatal: true}).decode(await through(new DecompressionStream(format), bytes));
}
