package dev.asyncfn.processor.model;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Arguments that a call passes in an array of its own (JLS 8.4.1). */
public final class Varargs {
    private Varargs() {}

    /**
     * Whether a method takes such. One of a method handle or variable handle that is signature polymorphic takes each argument as it is,
     * though it is declared so: for javac, its parameters are those that the call passes (JLS 15.12.3).
     */
    public static boolean areTakenBy(ExecutableElement method) {
        return method.isVarArgs() && !isPolymorphic(method);
    }

    private static boolean isPolymorphic(ExecutableElement method) {
        String owner =
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
        return owner.equals("java.lang.invoke.VarHandle")
                || owner.equals("java.lang.invoke.MethodHandle")
                        && !method.getSimpleName().contentEquals("invokeWithArguments");
    }
}
