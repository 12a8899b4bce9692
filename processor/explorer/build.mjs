// Bundles the page into one file: `node build.mjs [output]`. The processor puts a map into it.
import {build} from "esbuild";
import {mkdir, readFile, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {fileURLToPath} from "node:url";

const here = path => fileURLToPath(new URL(path, import.meta.url));
const output = process.argv[2] ?? here("../src/main/resources/dev/asyncfn/processor/explorer/page.html");

async function bundle(entry) {
    const result = await build({
        entryPoints: [here(entry)],
        absWorkingDir: here("."),
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

const css = await bundle("src/page.css");
const js = (await bundle("src/main.js")).replaceAll("</script", "<\\/script");
const html = await readFile(here("src/page.html"), "utf8");
await mkdir(dirname(output), {recursive: true});
// Replaced by functions: in a string, `$&` and the like would mean something.
await writeFile(output, html.replace("/*css*/", () => css).replace("/*js*/", () => js));
