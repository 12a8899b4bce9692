package dev.asyncfn.processor.lower;

import dev.asyncfn.processor.parse.SourceFile;
import java.util.regex.Pattern;

/**
 * Marks inside of text say from which line of the user's file it comes. They are no part of what is printed: they stand between two
 * code points that are no characters, and are taken out at the end.
 */
public final class LineMark {
    /** Of a line: the source line, {@link #RESUMED}, or {@link #NONE}; the first group if it is only the statement's. */
    public static final Pattern PATTERN = Pattern.compile("\uFDD0(s?)(-?\\d+)\uFDD1");

    /** Where a future polls that on which it was suspended, in whatever line that was. */
    public static final int RESUMED = -1;

    /** Code that comes from no line. */
    public static final int NONE = 0;

    private LineMark() {}

    /** That the user's own text goes on here. */
    static String text(SourceFile file, int line) {
        return mark(file, "", line);
    }

    /** That code begins here which was made for a statement; marks of text in the same printed line are more exact. */
    public static String statement(SourceFile file, int line) {
        return mark(file, "s", line);
    }

    private static String mark(SourceFile file, String kind, int line) {
        return isUsedIn(file) ? "" : "\uFDD0" + kind + line + "\uFDD1";
    }

    /** Whether the user's text could hold what looks like a mark: then there are none. */
    public static boolean isUsedIn(SourceFile file) {
        return file.hasNoncharacters();
    }

    /** The text without marks. */
    static String strip(String text) {
        return PATTERN.matcher(text).replaceAll("");
    }
}
