// Bundles the lab's page into one file: `node build.mjs [output]`. The server puts its token and the examples into it.
import {build} from "esbuild";
import {mkdir, readFile, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {fileURLToPath} from "node:url";

const here = path => fileURLToPath(new URL(path, import.meta.url));
const output = process.argv[2] ?? here("../src/main/resources/dev/asyncfn/samples/lab/lab.html");

/** The panes, the diagram and the player are those of the explorer; EXPLORER says where it is, if not in its usual place. */
const explorer = process.env.EXPLORER ?? here("../../../processor/explorer/src");

// The explorer's sources find the same libraries as ours, each once.
const shared = ["@dagrejs/dagre", "@lezer/highlight", "@lezer/java"];
const alias = {explorer, ...Object.fromEntries(shared.map(name => [name, here(`node_modules/${name}`)]))};

async function bundle(entry) {
    const result = await build({
        entryPoints: [here(entry)],
        absWorkingDir: here("."),
        alias,
        bundle: true,
        minify: true,
        charset: "utf8",
        format: "iife",
        target: ["es2022", "chrome123", "firefox120", "safari17.5"],
        legalComments: "none",
        write: false,
    });
    return result.outputFiles[0].text.trim();
}

const css = await bundle("src/lab.css");
const js = (await bundle("src/main.js")).replaceAll("</script", "<\\/script");
const html = await readFile(here("src/lab.html"), "utf8");
await mkdir(dirname(output), {recursive: true});
// Replaced by functions: in a string, `$&` and the like would mean something.
await writeFile(output, html.replace("/*css*/", () => css).replace("/*js*/", () => js));
