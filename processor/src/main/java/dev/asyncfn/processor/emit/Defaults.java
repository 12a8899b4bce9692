package dev.asyncfn.processor.emit;

import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What a local holds before the body gives it a value: javac cannot see that it is never read. */
final class Defaults {
    private Defaults() {}

    static String of(TypeMirror type) {
        if (type.getKind() == TypeKind.BOOLEAN) {
            return "false";
        }
        return type.getKind().isPrimitive() ? "0" : "null";
    }
}
