package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes how a future lets go of what its fields hold when it ends. */
final class LetGoWriter {
    /** Of the fields that one method nulls, at 5 bytes each. */
    private static final int MOST_OF_ONE = 500;

    private final List<String> fields = new ArrayList<>();

    LetGoWriter(StateMachine machine, MachineNames names, AwaitedValue awaited, boolean cut) {
        for (Variable variable : machine.variables(Storage.FIELD)) {
            if (!variable.type().getKind().isPrimitive()) {
                fields.add(machine.placement(variable).name());
            }
        }
        if (cut) {
            if (!awaited.isPrimitive()) {
                fields.add(names.passed);
            }
            if (machine.hasHandlers()) {
                fields.add(names.thrown);
            }
        }
    }

    /** None if there is no such field; several if one would be too large. */
    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        MethodSpec.Builder all =
                MethodSpec.methodBuilder("letGo").addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
        if (fields.size() <= MOST_OF_ONE) {
            return fields.isEmpty()
                    ? methods
                    : List.of(all.addCode(clear(fields)).build());
        }
        for (int from = 0; from < fields.size(); from += MOST_OF_ONE) {
            String name = "release" + (methods.size() + 1);
            all.addStatement("$L()", name);
            methods.add(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PRIVATE)
                    .addCode(clear(fields.subList(from, Math.min(from + MOST_OF_ONE, fields.size()))))
                    .build());
        }
        methods.add(0, all.build());
        return methods;
    }

    private static CodeBlock clear(List<String> fields) {
        CodeBlock.Builder code = CodeBlock.builder();
        fields.forEach(field -> code.addStatement("$L = null", field));
        return code.build();
    }
}
