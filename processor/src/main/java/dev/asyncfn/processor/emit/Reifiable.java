package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.plan.Reified;
import javax.lang.model.type.TypeMirror;

/** Whether a cast to a type is checked at run time, as generated code writes it. */
final class Reifiable {
    private Reifiable() {}

    /** A type parameter stands for a private class. */
    static boolean is(TypeMirror type) {
        return Reified.is(type) && PrivateClasses.in(type).isEmpty();
    }
}
