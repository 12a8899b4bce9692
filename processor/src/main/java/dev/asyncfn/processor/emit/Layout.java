package dev.asyncfn.processor.emit;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tidies what JavaPoet prints with more lines than a reader needs. */
final class Layout {
    private static final int WIDTH = 120;
    private static final String DEEPER = " ".repeat(24);
    private static final Pattern ENUM_GAP = Pattern.compile("(?m)^( +[A-Z][A-Z0-9_]*,)\\n\\n(?= +[A-Z])");
    private static final Pattern SHORT_COMMENT =
            Pattern.compile("(?m)^( +)/\\*\\*\\n +\\* ([^\\n@]{1,90})\\n +\\*/\\n(?= +private )");
    private static final Pattern FIELD_GAP =
            Pattern.compile("(?m)^( +private (?!static)[^({=\\n]*;)\\n\\n(?= +private (?!static)[^({=\\n]*;)");
    private static final Pattern SUPPRESSED =
            Pattern.compile("@SuppressWarnings\\(\\{\\n +(\"[^\\n]*\")((?:,\\n +\"[^\\n]*\")*)\\n +\\}\\)");
    private static final Pattern BROKEN_THROWS = Pattern.compile("(?m)^( ++[^\\n]*+)(?<=\\) throws)\\n +([^\\n]*\\{)$");
    private static final Pattern LONG_LOOKUP = Pattern.compile(
            "(?m)^(?=[^\\n]{121})( ++[A-Z0-9_]++ = \\w+\\.find\\w+\\([^\\n]*?,) (MethodType\\.methodType\\([^\\n]*)$");
    private static final Pattern EMPTY_BODY = Pattern.compile("(?m)\\{\\n +\\}$");

    private Layout() {}

    static MarkedText tidy(MarkedText file) {
        return file.replaceAll(ENUM_GAP, m -> m.group(1) + "\n")
                .replaceAll(SHORT_COMMENT, m -> m.group(1) + "/** " + m.group(2) + " */\n")
                .replaceAll(FIELD_GAP, m -> m.group(1) + "\n")
                .replaceAll(
                        SUPPRESSED,
                        m -> "@SuppressWarnings({" + m.group(1) + m.group(2).replaceAll("\\n +", " ") + "})")
                .replaceAll(BROKEN_THROWS, Layout::withThrows)
                .replaceAll(LONG_LOOKUP, m -> m.group(1) + "\n" + DEEPER + m.group(2))
                .replaceAll(EMPTY_BODY, m -> "{}");
    }

    /** JavaPoet may put a break between {@code throws} and what is thrown. */
    private static String withThrows(MatchResult m) {
        String line = m.group(1) + " " + m.group(2);
        String declared = m.group(1).substring(0, m.group(1).length() - " throws".length());
        return line.length() <= WIDTH ? line : declared + "\n" + DEEPER + "throws " + m.group(2);
    }
}
