package dev.asyncfn.processor.fuzz;

import java.util.List;

/** An async fn of a generated program. Each calls only later ones, so there is no recursion. */
record Signature(String name, Type returns, List<Type> parameters, String access, Place place, boolean checked) {
    /** Where it is declared. */
    enum Place {
        STATIC,
        INSTANCE,
        /** The same, and overridden by the nested class. */
        VIRTUAL,
        /** In a class that is nested in the program, and extends it. */
        NESTED
    }

    boolean isStatic() {
        return place == Place.STATIC;
    }

    boolean isNested() {
        return place == Place.NESTED;
    }

    boolean isVirtual() {
        return place == Place.VIRTUAL;
    }

    boolean isPrivate() {
        return access.equals("private ");
    }
}
