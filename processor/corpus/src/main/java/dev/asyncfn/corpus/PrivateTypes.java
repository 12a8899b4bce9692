package dev.asyncfn.corpus;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.TreeScanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Makes private classes package-private, which changes nothing but who can name them. */
final class PrivateTypes extends TreeScanner<Void, Void> {
    private static final Pattern PRIVATE = Pattern.compile("\\bprivate\\b");

    private final Attributed library;
    private final CompilationUnitTree unit;
    private final Edits edits;

    private PrivateTypes(Attributed library, CompilationUnitTree unit, Edits edits) {
        this.library = library;
        this.unit = unit;
        this.edits = edits;
    }

    /** Whether they stay as they are, to see for which ones type parameters of the futures can stand. */
    static boolean areKept() {
        return Boolean.getBoolean("corpus.keepPrivate");
    }

    static void open(Attributed library, CompilationUnitTree unit, Edits edits) {
        new PrivateTypes(library, unit, edits).scan(unit, null);
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
        ModifiersTree modifiers = type.getModifiers();
        if (modifiers.getFlags().contains(Modifier.PRIVATE)) {
            Matcher keyword = PRIVATE.matcher(library.text(unit, modifiers));
            if (keyword.find()) {
                int start = library.start(unit, modifiers);
                edits.replace(start + keyword.start(), start + keyword.end(), "");
            }
        }
        return super.visitClass(type, null);
    }

    /** No member class is in a body. */
    @Override
    public Void visitMethod(MethodTree method, Void unused) {
        return null;
    }
}
