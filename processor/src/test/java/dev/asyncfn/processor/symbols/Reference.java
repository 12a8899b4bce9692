package dev.asyncfn.processor.symbols;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * One reference of a body or of generated code.
 *
 * @param symbol what it refers to, in words that do not depend on the place
 * @param detail how: its receiver, for instance; null if it says nothing of that, as a method reference
 * @param types of the parameters and of the result of a call, as far as they are known there
 */
record Reference(Kind kind, String symbol, String detail, List<Type> types, CompilationUnitTree unit, Tree tree) {
    /** A type, and in words what is left of it after erasure. */
    record Type(TypeMirror mirror, String erased) {
        @Override
        public String toString() {
            return erased;
        }
    }

    private static final int MOST_SHOWN = 100;

    /** Equal for references to the same. */
    String key() {
        return kind + " " + symbol;
    }

    boolean calls(String method) {
        return kind == Kind.CALL && symbol.equals(method);
    }

    /** Where it stands, and its text. */
    String place(SourcePositions positions) {
        String file = unit.getSourceFile().getName().replaceAll(".*[/\\\\]", "");
        long start = positions.getStartPosition(unit, tree);
        if (start < 0) {
            return file; // javac's own
        }
        String text = tree.toString().strip().replaceAll("\\s+", " ");
        String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + " ..." : text;
        String how = detail == null || detail.isEmpty() && types.isEmpty() ? "" : "   [" + detail + types + "]";
        return file + ":" + unit.getLineMap().getLineNumber(start) + ": " + shown + how;
    }
}
