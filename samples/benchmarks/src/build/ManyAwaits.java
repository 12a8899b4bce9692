import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the methods of 20, 200 and 500 awaits in a row, as Java and as Kotlin, into the directory that is its argument. */
final class ManyAwaits {
    private static final int[] COUNTS = {20, 200, 500};
    private static final String PACKAGE = "dev.asyncfn.samples.benchmarks";

    private ManyAwaits() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]).resolve(PACKAGE.replace('.', '/'));
        Files.createDirectories(root);
        write(root.resolve("Many.java"), java());
        write(root.resolve("Many.kt"), kotlin());
    }

    /** Writes a file only if its text has changed, so that the compiler need not run again. */
    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    private static String java() {
        StringBuilder text = new StringBuilder("package " + PACKAGE + ";\n\n"
                + "import static dev.asyncfn.Async.await;\n\nimport dev.asyncfn.AsyncFn;\n\n"
                + "/** Async fns of many awaits in a row. */\nfinal class Many {\n    private Many() {}\n");
        for (int count : COUNTS) {
            text.append("\n    @AsyncFn\n    static int ready").append(count).append("(int a) {\n        int s = a;\n");
            for (int i = 0; i < count; i++) {
                text.append("        s += await(Leaves.ready(s + ").append(i).append("));\n");
            }
            text.append("        return s;\n    }\n");
        }
        return text.append("}\n").toString();
    }

    private static String kotlin() {
        StringBuilder text = new StringBuilder("package " + PACKAGE + "\n");
        for (int count : COUNTS) {
            text.append("\nsuspend fun ready").append(count).append("(a: Int): Int {\n    var s = a\n");
            for (int i = 0; i < count; i++) {
                text.append("    s += ready(s + ").append(i).append(")\n");
            }
            text.append("    return s\n}\n");
        }
        return text.toString();
    }
}
