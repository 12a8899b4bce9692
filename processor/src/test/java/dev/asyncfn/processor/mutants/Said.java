package dev.asyncfn.processor.mutants;

import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * An error or a warning.
 *
 * @param file the simple name of the file; empty if it has none
 */
record Said(String file, Diagnostic.Kind kind, long line, long column, String message) {
    static Said of(Diagnostic<? extends JavaFileObject> said) {
        String path = said.getSource() == null ? "" : said.getSource().toUri().getPath();
        return new Said(
                path.substring(path.lastIndexOf("/") + 1),
                said.getKind(),
                said.getLineNumber(),
                said.getColumnNumber(),
                said.getMessage(Locale.ROOT));
    }

    boolean isError() {
        return kind == Diagnostic.Kind.ERROR;
    }

    boolean isOfProcessor() {
        return message.startsWith("[asyncfn:");
    }

    /** Whether it is an error, but not one of the user's file. */
    boolean isElsewhere(String own) {
        return isError() && !file.equals(own);
    }

    /** Whether it says that the processor is wrong, not the program. */
    boolean isFault() {
        return message.contains("asyncfn:internal_error")
                || message.contains("as a bug")
                || message.contains("asyncfn:untypable_fn")
                || message.contains("asyncfn:unparsable_fn");
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + kind + " "
                + message.lines().limit(3).collect(Collectors.joining(" "));
    }
}
