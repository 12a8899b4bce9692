package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.model.Span;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * A variable of the lowered body. Two variables are the same only if they are the same object: names may repeat.
 *
 * <p>Where it lives (a field, a local of {@code poll}, a local of one state) is decided by liveness, later.
 */
public final class Variable {
    /** What a variable is for. */
    public enum Role {
        RECEIVER,
        PARAMETER,
        LOCAL,
        /** An operand kept while a later operand of its expression is awaited. */
        SPILL,
        /** The value of an expression of which one part or the other is evaluated: {@code ?:}, {@code &&}, a switch. */
        CHOICE,
        /** What a {@code finally} puts off: the value to return, the exception to throw again. */
        PENDING,
        /** Where a {@code finally} continues: a state; its type is the enum of the states. */
        EXIT
    }

    private final Role role;
    private final String name;
    private final TypeMirror type;
    private final Object constant;
    private final List<TypeMirror> bounds;
    private final Composite composite;
    private final Span source;

    public Variable(Role role, String name, TypeMirror type) {
        this(role, name, type, null, List.of(), null, Span.NONE);
    }

    /**
     * @param constant the value of a constant variable (JLS 4.12.4), or null
     * @param bounds if the real type is an intersection, all its types
     * @param composite if only inference can say the real type, that type; else null
     * @param source the expression of which it holds the value, or part of the value; none for a variable of the source
     */
    public Variable(
            Role role,
            String name,
            TypeMirror type,
            Object constant,
            List<TypeMirror> bounds,
            Composite composite,
            Span source) {
        this.source = source;
        this.composite = composite;
        this.bounds = List.copyOf(bounds);
        this.role = role;
        this.name = name;
        this.type = type;
        this.constant = constant;
    }

    public Role role() {
        return role;
    }

    /** The name in the source, or the wish of the lowering for a spill. */
    public String name() {
        return name;
    }

    /** Always a type that can be written down. */
    public TypeMirror type() {
        return type;
    }

    /** The types to which a value read from it must be cast together; mostly none. */
    public List<TypeMirror> bounds() {
        return bounds;
    }

    /** The type that a value read from it must be given by inference; mostly null. */
    public Composite composite() {
        return composite;
    }

    /** The expression of which it holds the value, or part of the value; none for a variable of the source. */
    public Span source() {
        return source;
    }

    public Object constant() {
        return constant;
    }

    @Override
    public String toString() {
        return name;
    }
}
