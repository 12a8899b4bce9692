package dev.asyncfn.processor.map;

import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import java.util.Comparator;

/**
 * A piece of a file. Lines and columns count from 1, columns in chars; the end is the place just past the last char.
 */
public record Range(int line, int column, int endLine, int endColumn) implements Comparable<Range> {
    private static final Comparator<Range> ORDER = Comparator.comparingInt(Range::line)
            .thenComparingInt(Range::column)
            .thenComparingInt(Range::endLine)
            .thenComparingInt(Range::endColumn);

    static Range of(SourceFile file, Span place) {
        return new Range(
                file.line(place.start()), file.column(place.start()), file.line(place.end()), file.column(place.end()));
    }

    @Override
    public int compareTo(Range other) {
        return ORDER.compare(this, other);
    }
}
