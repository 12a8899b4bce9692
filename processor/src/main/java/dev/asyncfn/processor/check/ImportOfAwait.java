package dev.asyncfn.processor.check;

import dev.asyncfn.processor.parse.SourceFile;
import java.util.regex.Pattern;

/** Whether a file imports {@code Async.await}, so that {@code await(...)} is meant to be it. */
final class ImportOfAwait {
    private static final Pattern IMPORT = Pattern.compile(
            "^\\s*import\\s+static\\s+dev\\s*\\.\\s*asyncfn\\s*\\.\\s*Async\\s*\\.\\s*(await|\\*)\\s*;",
            Pattern.MULTILINE);

    private ImportOfAwait() {}

    static boolean in(SourceFile file) {
        return IMPORT.matcher(file.text()).find();
    }
}
