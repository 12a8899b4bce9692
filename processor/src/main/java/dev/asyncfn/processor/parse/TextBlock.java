package dev.asyncfn.processor.parse;

import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;

/**
 * A text block.
 *
 * @param indentation how many blanks all of its lines start with at least
 * @param isFixed whether its value would change if it were indented otherwise, because a line of it starts behind a Unicode escape
 */
record TextBlock(Span place, int indentation, boolean isFixed) {
    /** @param translated its text without Unicode escapes */
    static TextBlock of(SourceFile file, Span place, String translated) {
        int least = Integer.MAX_VALUE;
        int last = file.line(place.end() - 1);
        for (int line = file.line(place.start()) + 1; line <= last; line++) {
            int indentation = file.indentation(line);
            boolean blank = file.textOfLine(line).isBlank(); // as javac sees it
            least = blank ? least : Math.min(least, indentation);
        }
        boolean escaped = lineBreaks(translated) != lineBreaks(file.text().substring(place.start(), place.end()));
        return new TextBlock(place, least, escaped);
    }

    private static long lineBreaks(String text) {
        return text.chars().filter(c -> c == '\n' || c == '\r').count();
    }
}
