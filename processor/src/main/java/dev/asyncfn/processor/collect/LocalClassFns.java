package dev.asyncfn.processor.collect;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.model.Naming;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds {@code @AsyncFn} in local and anonymous classes. Their elements never reach a processor, so this reads the
 * parsed trees only.
 */
public final class LocalClassFns extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final Diagnostics diagnostics;
    private final Set<String> spellings;

    private LocalClassFns(CompilationUnitTree unit, Diagnostics diagnostics) {
        this.unit = unit;
        this.diagnostics = diagnostics;
        this.spellings = spellings(unit);
    }

    /** Reports those of a file. */
    public static void report(CompilationUnitTree unit, Diagnostics diagnostics) {
        new LocalClassFns(unit, diagnostics).scan(unit, null);
    }

    /** How this file can write the annotation's name. */
    private static Set<String> spellings(CompilationUnitTree unit) {
        String packageName = Naming.ANNOTATION.substring(0, Naming.ANNOTATION.lastIndexOf('.'));
        String simpleName = Naming.ANNOTATION.substring(packageName.length() + 1);
        Set<String> imports = new HashSet<>();
        boolean shadowed = false;
        for (ImportTree tree : unit.getImports()) {
            String imported = tree.getQualifiedIdentifier().toString();
            imports.add(imported);
            shadowed |= imported.endsWith("." + simpleName) && !imported.equals(Naming.ANNOTATION);
        }
        boolean onDemand = imports.contains(packageName + ".*") && !shadowed;
        return imports.contains(Naming.ANNOTATION) || onDemand
                ? Set.of(Naming.ANNOTATION, simpleName)
                : Set.of(Naming.ANNOTATION);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
        if (isInBody()) {
            for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
                if (spellings.contains(annotation.getAnnotationType().toString())) {
                    TreePath creation = getCurrentPath().getParentPath().getParentPath();
                    boolean constant = isEnumConstant(creation);
                    diagnostics.report(
                            Problem.LOCAL_CLASS_FN,
                            unit,
                            annotation,
                            method.getName(),
                            constant ? "the body of an enum constant" : "a local or anonymous class",
                            constant
                                    ? "write it in the enum itself, as an async fn with a `switch (this)`"
                                    : "move it to a top-level or member class");
                }
            }
        }
        return super.visitMethod(method, null);
    }

    /** Nothing but its constants creates objects of an enum. */
    private static boolean isEnumConstant(TreePath creation) {
        return creation.getLeaf() instanceof NewClassTree created
                && creation.getParentPath().getLeaf() instanceof VariableTree
                && creation.getParentPath().getParentPath().getLeaf() instanceof ClassTree type
                && type.getKind() == Tree.Kind.ENUM
                && created.getIdentifier()
                        .toString()
                        .equals(type.getSimpleName().toString());
    }

    /** Whether the method is not a member of classes all the way out. */
    private boolean isInBody() {
        var around = getCurrentPath().getParentPath().getParentPath();
        while (around != null && around.getLeaf() instanceof ClassTree) {
            around = around.getParentPath();
        }
        return around == null || around.getLeaf().getKind() != Tree.Kind.COMPILATION_UNIT;
    }
}
