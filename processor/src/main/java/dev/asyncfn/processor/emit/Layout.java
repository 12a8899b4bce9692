package dev.asyncfn.processor.emit;

import java.util.regex.Pattern;

/** Tidies what JavaPoet prints with more lines than a reader needs. */
final class Layout {
    private static final Pattern ENUM_GAP = Pattern.compile("(?m)^( +[A-Z][A-Z0-9_]*,)\\n\\n(?= +[A-Z])");
    private static final Pattern SHORT_COMMENT =
            Pattern.compile("(?m)^( +)/\\*\\*\\n +\\* ([^\\n@]{1,90})\\n +\\*/\\n(?= +private )");
    private static final Pattern FIELD_GAP =
            Pattern.compile("(?m)^( +private (?!static)[^({=\\n]*;)\\n\\n(?= +private (?!static)[^({=\\n]*;)");
    private static final Pattern SUPPRESSED =
            Pattern.compile("@SuppressWarnings\\(\\{\\n +(\"[^\\n]*\")((?:,\\n +\"[^\\n]*\")*)\\n +\\}\\)");
    private static final Pattern EMPTY_BODY = Pattern.compile("(?m)\\{\\n +\\}$");

    private Layout() {}

    static MarkedText tidy(MarkedText file) {
        return file.replaceAll(ENUM_GAP, m -> m.group(1) + "\n")
                .replaceAll(SHORT_COMMENT, m -> m.group(1) + "/** " + m.group(2) + " */\n")
                .replaceAll(FIELD_GAP, m -> m.group(1) + "\n")
                .replaceAll(
                        SUPPRESSED,
                        m -> "@SuppressWarnings({" + m.group(1) + m.group(2).replaceAll("\\n +", " ") + "})")
                .replaceAll(EMPTY_BODY, m -> "{}");
    }
}
