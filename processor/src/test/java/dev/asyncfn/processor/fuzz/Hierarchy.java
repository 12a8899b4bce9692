package dev.asyncfn.processor.fuzz;

import java.util.List;

/**
 * Types of a program that declare the same virtual async fns.
 *
 * @param fns each is called by those before it only, so there is no recursion
 * @param types from the root down
 * @param members the types as members of the program's class
 */
record Hierarchy(List<Fn> fns, List<Declared> types, List<Tree> members) {
    /** As the root declares it. */
    record Fn(String name, Type returns, List<Type> parameters, boolean checked, String access) {}

    /**
     * How a type sees an async fn.
     *
     * @param async whether the nearest declaration is an async fn, so that a call may be awaited
     * @param concrete whether it has a body, so that {@code super} may call it
     * @param owner the type that declares it
     */
    record Seen(Type returns, boolean checked, boolean async, boolean concrete, Declared owner) {}

    enum Kind {
        INTERFACE,
        CLASS,
        ENUM,
        RECORD
    }

    /** A type, whose methods are filled in one after the other. */
    static final class Declared {
        final String name;
        final Kind kind;
        final Declared superclass;
        final List<Declared> interfaces;
        /** The modifiers that the type itself and its nature have. */
        boolean isAbstract;

        boolean isSealed;
        boolean isFinal;
        /** Whether its objects have one of the program's around them. */
        boolean isInner;
        /** The access of its field. */
        String access = "";
        /** Null where it has no such fn. */
        final Seen[] seen;

        Declared(String name, Kind kind, Declared superclass, List<Declared> interfaces, int fns) {
            this.name = name;
            this.kind = kind;
            this.superclass = superclass;
            this.interfaces = List.copyOf(interfaces);
            this.seen = new Seen[fns];
        }

        boolean isInterface() {
            return kind == Kind.INTERFACE;
        }

        /** Whether {@code new} makes its objects, from a number. */
        boolean isCreated() {
            return !isAbstract && (kind == Kind.CLASS || kind == Kind.RECORD);
        }

        /** Whether a class in a body may extend it. */
        boolean isExtensible() {
            return !isSealed && !isFinal && !isInner && (kind == Kind.INTERFACE || kind == Kind.CLASS);
        }

        /** Whether a lambda may implement it. */
        boolean isFunctional() {
            return isInterface()
                    && !isSealed
                    && java.util.Arrays.stream(seen)
                                    .filter(s -> s != null && !s.concrete())
                                    .count()
                            == 1;
        }

        boolean isRooted(Declared root) {
            return this == root
                    || superclass != null && superclass.isRooted(root)
                    || interfaces.stream().anyMatch(i -> i.isRooted(root));
        }
    }

    /** A {@code super} call that a body may make. */
    record Super(String prefix, Seen seen) {}

    /**
     * The place of a body.
     *
     * @param fns of the hierarchy
     * @param fn the index of that which it is the body of
     * @param supers the bodies above it
     */
    record Own(Declared type, List<Fn> fns, int fn, List<Super> supers) {}

    Declared root() {
        return types.get(0);
    }
}
