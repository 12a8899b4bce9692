package dev.asyncfn.processor.emit;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tidies what JavaPoet prints with more lines than a reader needs. The bodies are not there yet. */
final class Layout {
    private static final int WIDTH = 120;
    private static final String DEEPER = " ".repeat(24);
    private static final Pattern SHORT_COMMENT =
            Pattern.compile("(?m)^( +)/\\*\\*\\n +\\* ([^\\n@]{1,90})\\n +\\*/\\n(?= +private )");
    private static final Pattern FIELD_GAP =
            Pattern.compile("(?m)^( +private (?!static)[^({=\\n]*;)\\n\\n(?= +private (?!static)[^({=\\n]*;)");
    private static final Pattern BROKEN_THROWS = Pattern.compile("(?m)^( ++[^\\n]*+)(?<=\\) throws)\\n +([^\\n]*\\{)$");
    private static final Pattern LONG_LOOKUP = Pattern.compile(
            "(?m)^(?=[^\\n]{121})( ++[A-Z0-9_]++ = \\w+\\.find\\w+\\([^\\n]*?,) (MethodType\\.methodType\\([^\\n]*)$");
    private static final Pattern LONG_HEADER =
            Pattern.compile("(?m)^(?=[^\\n]{121})( ++)([^\\n]*class [^\\n]*?) (extends \\w*StateMachine<[^\\n]*\\{)$");
    private static final Pattern IMPLEMENTS =
            Pattern.compile("(?m)^(?=[^\\n]{121})( ++)(extends [^\\n]*) (implements [^\\n]*\\{)$");
    private static final Pattern LONG_FIND =
            Pattern.compile("(?m)^(?=[^\\n]{121})( ++)((?:MethodHandles\\.Lookup|Class<\\?>) \\w++ =) ");
    private static final Pattern LONG_LOOKUP_IN = Pattern.compile(
            "(?m)^(?=[^\\n]{121})( ++)(MethodHandles\\.privateLookupIn\\([^\\n]*,) (MethodHandles\\.lookup\\(\\)\\);)$");
    private static final Pattern LONG_CREATION =
            Pattern.compile("(?m)^(?=[^\\n]{121})( ++)(return new [^\\n(]++\\()([^\\n]*\\);)$");
    private static final Pattern ANNOTATED_MEMBER = Pattern.compile("(?m)^(?! *+[*/])[^\\n]*\\w\\. @[^\\n]*$");
    private static final Pattern EMPTY_BODY = Pattern.compile("(?m)\\{\\n +\\}$");

    private Layout() {}

    /** @param file what JavaPoet printed, in which placeholders stand for bodies */
    static String tidy(String file) {
        String tidy = SHORT_COMMENT.matcher(file).replaceAll("$1/** $2 */\n");
        tidy = FIELD_GAP.matcher(tidy).replaceAll("$1\n");
        tidy = BROKEN_THROWS.matcher(tidy).replaceAll(Layout::withThrows);
        if (tidy.lines().anyMatch(line -> line.length() > WIDTH)) {
            tidy = narrower(tidy);
        }
        tidy = ANNOTATED_MEMBER
                .matcher(tidy)
                .replaceAll(m -> Matcher.quoteReplacement(m.group().replace(". @", ".@")));
        return EMPTY_BODY.matcher(tidy).replaceAll("{}");
    }

    private static String narrower(String file) {
        String narrower = LONG_LOOKUP.matcher(file).replaceAll("$1\n" + DEEPER + "$2");
        narrower = LONG_HEADER.matcher(narrower).replaceAll("$1$2\n$1        $3");
        narrower = IMPLEMENTS.matcher(narrower).replaceAll("$1$2\n$1$3");
        narrower = LONG_FIND.matcher(narrower).replaceAll("$1$2\n$1        ");
        narrower = LONG_LOOKUP_IN.matcher(narrower).replaceAll("$1$2\n$1        $3");
        return LONG_CREATION.matcher(narrower).replaceAll("$1$2\n$1        $3");
    }

    /** JavaPoet may put a break between {@code throws} and what is thrown. */
    private static String withThrows(MatchResult m) {
        String line = m.group(1) + " " + m.group(2);
        String declared = m.group(1).substring(0, m.group(1).length() - " throws".length());
        return Matcher.quoteReplacement(
                line.length() <= WIDTH ? line : declared + "\n" + DEEPER + "throws " + m.group(2));
    }
}
