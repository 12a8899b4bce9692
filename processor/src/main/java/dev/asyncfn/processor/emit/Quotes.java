package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.lower.Block;
import dev.asyncfn.processor.lower.Fragment;
import dev.asyncfn.processor.lower.Step;
import dev.asyncfn.processor.parse.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The comments that say which line of the source the code below them comes from, and how it reads. */
final class Quotes {
    private static final int LONGEST = 72;

    /** javac reads Unicode escapes in comments, too: a half one is an error, and that of a line break ends the comment. */
    private static final Pattern ESCAPE_CUT_SHORT = Pattern.compile("\\\\u+[0-9a-fA-F]{0,3}$");

    private static final Pattern ESCAPED_LINE_BREAK = Pattern.compile("\\\\u+000[aAdD]");

    private final SourceFile file;
    private final Set<String> comments = new HashSet<>();
    private final List<String> copied = new ArrayList<>();

    Quotes(StateMachine machine) {
        this.file = machine.fn().source().file();
        for (Case c : machine.cases()) {
            for (Block block : c.blocks()) {
                block.steps().forEach(this::collect);
            }
        }
    }

    private void collect(Step step) {
        if (step instanceof Step.Comment comment) {
            comment.text().lines().forEach(comments::add);
        } else if (step instanceof Step.Run run) {
            run.statement().forEach(fragment -> {
                if (fragment instanceof Fragment.Text text && text.text().contains("//")) {
                    copied.add(text.text());
                }
            });
        }
    }

    String of(int line, String separator) {
        String text = withoutComment(file.textOfLine(line).strip());
        String shown = ESCAPED_LINE_BREAK.matcher(shortened(text, LONGEST)).replaceAll(" ");
        return "// " + file.name() + ":" + line + separator + shown;
    }

    static String shortened(String text, int longest) {
        return text.length() > longest ? cut(text.substring(0, longest)).strip() + " ..." : text;
    }

    private static String cut(String text) {
        return ESCAPE_CUT_SHORT.matcher(text).replaceFirst("");
    }

    /** A comment that is printed anyway need not be read twice. */
    private String withoutComment(String text) {
        int start = comment(text);
        boolean printed = start > 0
                && (comments.contains(text.substring(start))
                        || copied.stream().anyMatch(c -> c.contains(text.substring(start))));
        return printed ? text.substring(0, start).strip() : text;
    }

    /** Where the comment at the end of a line begins; -1 if there is none. */
    private static int comment(String line) {
        char quote = 0;
        for (int i = 0; i + 1 < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (line.startsWith("//", i)) {
                return i;
            }
        }
        return -1;
    }
}
