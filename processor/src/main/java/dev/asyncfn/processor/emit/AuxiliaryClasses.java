package dev.asyncfn.processor.emit;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.model.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/**
 * The classes of a file beside the one that it is named after. javac has a lint for what names them outside of that
 * file, as a facade must. It can be suppressed for bodies and not for headers of methods and fields, wherever the
 * annotation stands: javac resolves headers before it looks at annotations.
 */
final class AuxiliaryClasses {
    static final String LINT = "auxiliaryclass";

    private final Set<String> names = new HashSet<>();

    /** Those of the owner's file. */
    AuxiliaryClasses(TypeElement owner, Trees trees) {
        CompilationUnitTree unit = trees.getPath(owner).getCompilationUnit();
        for (Tree declaration : unit.getTypeDecls()) {
            if (declaration instanceof ClassTree type
                    && !type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    && !unit.getSourceFile()
                            .isNameCompatible(type.getSimpleName().toString(), JavaFileObject.Kind.SOURCE)) {
                names.add(type.getSimpleName().toString());
            }
        }
    }

    /** Whether a facade names one, which that of an auxiliary class does. */
    boolean areNamed(TypeElement owner, List<Cfg> fns) {
        return names.contains(Naming.outermost(owner).getSimpleName().toString())
                || fns.stream().filter(fn -> !fn.isRejected()).anyMatch(this::areNamed);
    }

    private boolean areNamed(Cfg fn) {
        Span place = fn.source().file().place(fn.source().declaration());
        return fn.source().tokens().words(place).stream().anyMatch(names::contains);
    }
}
