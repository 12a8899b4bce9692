package dev.asyncfn.processor.collect;

import java.util.Collection;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** The slots in which Java's virtual machine passes arguments (JVMS 4.3.3). */
public final class Slots {
    /** That one method takes, its receiver included. */
    public static final int MOST = 255;

    private Slots() {}

    public static int of(VariableElement parameter) {
        TypeKind kind = parameter.asType().getKind();
        return kind == TypeKind.LONG || kind == TypeKind.DOUBLE ? 2 : 1;
    }

    public static int of(Collection<? extends VariableElement> parameters) {
        return parameters.stream().mapToInt(Slots::of).sum();
    }
}
