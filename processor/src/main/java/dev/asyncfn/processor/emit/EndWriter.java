package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** Writes how a future ends: it completes, or is dropped, and lets go of what its fields hold. */
final class EndWriter {
    /** Of the fields that one method nulls, at 5 bytes each. */
    private static final int MOST_RELEASED = 500;

    private final Signature signature;
    private final StateMachine machine;
    private final MachineNames names;
    private final TypeName pollType;
    private final boolean cut;

    EndWriter(Signature signature, StateMachine machine, MachineNames names, TypeName pollType, boolean cut) {
        this.signature = signature;
        this.machine = machine;
        this.names = names;
        this.pollType = pollType;
        this.cut = cut;
    }

    MethodSpec complete() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("complete")
                .addModifiers(Modifier.PRIVATE)
                .returns(pollType);
        String value = signature.isVoid() ? "null" : "result";
        if (!signature.isVoid()) {
            method.addParameter(signature.types().of(signature.result()), "result");
        }
        method.addStatement("$L = $L.DONE", names.state, names.stateType);
        clear(method, machine.heldAtCompletion());
        return method.addStatement("return $T.ready($L)", RuntimeTypes.POLL, value)
                .build();
    }

    /** @param held the names of the fields that may hold anything */
    private void clear(MethodSpec.Builder method, Set<String> held) {
        if (cut) {
            method.addStatement("$L = null", names.output);
        }
        if (machine.hasHandlers()) {
            method.addStatement("$L = null", names.handler);
        }
        List<CodeBlock> releases = releases(name -> true);
        if (releases.size() == 1) {
            releases(held::contains).forEach(method::addCode);
        } else {
            for (int i = 1; i <= releases.size(); i++) {
                method.addStatement("release$L()", i);
            }
        }
    }

    /** Nulls the fields; in several pieces if one method would be too large. */
    private List<CodeBlock> releases(Predicate<String> held) {
        List<CodeBlock> releases = new ArrayList<>();
        CodeBlock.Builder piece = CodeBlock.builder();
        int size = 0;
        for (Variable variable : machine.variables(Storage.FIELD)) {
            String name = machine.placement(variable).name();
            if (!variable.type().getKind().isPrimitive() && held.test(name)) {
                if (++size % MOST_RELEASED == 0) {
                    releases.add(piece.build());
                    piece = CodeBlock.builder();
                }
                piece.addStatement("this.$L = null", name);
            }
        }
        releases.add(piece.build());
        return releases;
    }

    /** What clears the fields, if one method would be too large for that. */
    List<MethodSpec> releaseMethods() {
        List<MethodSpec> methods = new ArrayList<>();
        List<CodeBlock> releases = releases(name -> true);
        for (int i = 0; releases.size() > 1 && i < releases.size(); i++) {
            methods.add(MethodSpec.methodBuilder("release" + (i + 1))
                    .addModifiers(Modifier.PRIVATE)
                    .addCode(releases.get(i))
                    .build());
        }
        return methods;
    }

    MethodSpec drop() {
        return machine.hasCleanup() ? dropWithCleanup() : dropOfChild();
    }

    private MethodSpec.Builder dropOfWhatGoesOn() {
        return MethodSpec.methodBuilder("drop")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addCode(
                        "if ($1L == $2L.DONE || $1L == $2L.PANICKED || $1L == $2L.DROPPED) {\n$>return;\n$<}\n",
                        names.state,
                        names.stateType);
    }

    private MethodSpec dropOfChild() {
        MethodSpec.Builder method = dropOfWhatGoesOn()
                .addStatement("$L = $L.DROPPED", names.state, names.stateType)
                .addStatement("$T child = $L", RuntimeTypes.ANY_FUTURE, names.awaited)
                .addStatement("$L = null", names.awaited);
        clear(method, machine.names());
        return method.addCode("if (child != null) {\n$>child.drop();\n$<}\n").build();
    }

    /** Dropping runs what a finally or a resource has to do, as an exception here would, but no catch clause. */
    private MethodSpec dropWithCleanup() {
        MethodSpec.Builder method = dropOfWhatGoesOn()
                .addStatement("$1T dropped = new $1T()", RuntimeTypes.DROPPED)
                .addStatement("$T child = $L", RuntimeTypes.ANY_FUTURE, names.awaited)
                .addStatement("$L = null", names.awaited)
                .addStatement("$L = $L.DROPPED", names.state, names.stateType)
                .addStatement("dropped.drop(child)")
                .addCode("if ($L != null) {\n$>try {\n$>", names.handler)
                .addStatement(
                        "run($T.fromWaker($T.noop()), $L, dropped)",
                        RuntimeTypes.CONTEXT,
                        RuntimeTypes.WAKER,
                        names.handler)
                .addCode("$<} catch ($T failure) {\n$>dropped.and(failure);\n$<}\n$<}\n", Throwable.class)
                .addStatement("$L = $L.DROPPED", names.state, names.stateType);
        clear(method, machine.names());
        return method.addStatement("dropped.rethrowFailures()").build();
    }
}
