package dev.asyncfn.processor.model;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeParameterElement;

/** The type parameters that code can name. */
public final class TypeParameters {
    private TypeParameters() {}

    /** Those of the classes whose instance a method or class belongs to, the outermost first, then its own. */
    public static List<TypeParameterElement> inSight(Parameterizable declaration) {
        List<TypeParameterElement> all = new ArrayList<>(declaration.getTypeParameters());
        Parameterizable inner = declaration;
        while (inner.getEnclosingElement() instanceof Parameterizable outer
                && !inner.getModifiers().contains(Modifier.STATIC)) {
            all.addAll(0, outer.getTypeParameters());
            inner = outer;
        }
        return all;
    }
}
