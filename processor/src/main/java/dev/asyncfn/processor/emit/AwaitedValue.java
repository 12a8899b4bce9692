package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.End;
import java.util.List;
import javax.lang.model.type.PrimitiveType;

/**
 * The variable for the value of the last await. It is an {@code Object}, which is cast where it is used; or of a primitive type, if all
 * awaits give that and all of their values are used as that: otherwise each value of a loop would need a box. An await whose value is
 * discarded may give null, so that the variable is an {@code Object}.
 */
final class AwaitedValue {
    private final PrimitiveType primitive;

    AwaitedValue(StateMachine machine) {
        List<PrimitiveType> types = machine.awaits().map(End.Await::unboxed).toList();
        boolean alike = !types.isEmpty()
                && types.stream()
                        .allMatch(type ->
                                type != null && type.getKind() == types.get(0).getKind());
        this.primitive = alike ? types.get(0) : null;
    }

    boolean isPrimitive() {
        return primitive != null;
    }

    TypeName type() {
        return isPrimitive() ? TypeName.get(primitive) : ClassName.OBJECT;
    }

    /** What it holds before the first await. */
    String initial() {
        return isPrimitive() ? Defaults.of(primitive) : "null";
    }

    /**
     * Takes the value of a poll that is ready.
     *
     * @param used whether the value is wanted
     */
    Snippet take(String polled, boolean used) {
        return used && isPrimitive() ? Snippet.of("($T) take($L)", type(), polled) : Snippet.of("take($L)", polled);
    }
}
