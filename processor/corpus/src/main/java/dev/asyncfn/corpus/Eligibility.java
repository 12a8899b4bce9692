package dev.asyncfn.corpus;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePathScanner;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** Which methods of a library can have a future at all, and how many cannot. */
final class Eligibility extends TreePathScanner<Void, Void> {
    private final Attributed library;
    private final Map<Fn, Method> eligible = new LinkedHashMap<>();
    private int methods;

    private Eligibility(Attributed library) {
        this.library = library;
    }

    static Eligibility of(Attributed library) {
        Eligibility eligibility = new Eligibility(library);
        library.units().forEach(unit -> eligibility.scan(unit, null));
        return eligibility;
    }

    /** A method without a body, a constructor, and a method of a class that nothing outside of a body can name are not. */
    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
        ExecutableElement element = (ExecutableElement) library.element(getCurrentPath());
        if (element.getKind() == ElementKind.METHOD && tree.getBody() != null) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            if (library.end(unit, tree) >= 0) { // else javac added it
                methods++;
                if (isNameable((TypeElement) element.getEnclosingElement())) {
                    eligible.put(Fn.of(element), new Method(Fn.of(element), element, tree, getCurrentPath()));
                }
            }
        }
        return super.visitMethod(tree, null);
    }

    private static boolean isNameable(TypeElement type) {
        NestingKind nesting = type.getNestingKind();
        return nesting == NestingKind.TOP_LEVEL
                || nesting == NestingKind.MEMBER && isNameable((TypeElement) type.getEnclosingElement());
    }

    /** All that have a body. */
    int methods() {
        return methods;
    }

    /** In the order of the sources. */
    Map<Fn, Method> eligible() {
        return eligible;
    }
}
