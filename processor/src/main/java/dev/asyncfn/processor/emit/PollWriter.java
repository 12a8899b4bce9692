package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Variable;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code poll}: take the state, poll what is awaited, then run from state to state. */
final class PollWriter {
    private static final Snippet AFTER_PANIC =
            Snippet.of("throw new $T(\"`async fn` resumed after panicking\");\n", IllegalStateException.class);

    private final StateMachine machine;
    private final MachineNames names;
    private final CodePrinter printer;
    private final StateType states;
    private final MethodCut parts;
    private final TypeName pollType;
    private final boolean cut;

    PollWriter(
            StateMachine machine,
            MachineNames names,
            StateType states,
            CodePrinter printer,
            TypeName pollType,
            boolean cut) {
        this.machine = machine;
        this.names = names;
        this.states = states;
        this.printer = printer;
        this.pollType = pollType;
        this.cut = cut;
        this.parts = new MethodCut(machine, new CaseWriter(machine, names, states, printer));
    }

    /** Whether the whole is too much for one method. */
    boolean isTooLarge() {
        return parts.isTooLarge();
    }

    boolean awaits() {
        return machine.awaits().findAny().isPresent();
    }

    boolean usesOutput() {
        return machine.awaits().anyMatch(End.Await::usesOutput);
    }

    // ---- the beginning

    Snippet body() {
        Snippet run = states();
        Snippet.Builder out = Snippet.builder();
        out.add("$L$L = $L;\n", cut ? "" : names.stateType + " ", names.resumed, names.state);
        if (machine.hasHandlers()) {
            out.add("switch ($L) {\n$>", states.selector());
            terminals(out);
            out.add("default:\n$>break;\n$<$<}\n");
        }
        out.add("$L = $L.PANICKED; // until we suspend or finish\n", names.state, names.stateType);
        if (machine.hasCleanup()) {
            return out.add("return run($L, $L, null);\n", names.context, names.resumed)
                    .build();
        }
        return out.add(run).build();
    }

    /** The states in which the future has ended. */
    private void terminals(Snippet.Builder out) {
        terminal("DONE", "completion", out);
        if (awaits()) {
            terminal("DROPPED", "being dropped", out);
        }
        if (machine.hasHandlers()) {
            out.add("case $L:\n$>", states.label("PANICKED")).add(AFTER_PANIC).add("$<");
        }
    }

    private void terminal(String state, String after, Snippet.Builder out) {
        if (machine.hasHandlers()) {
            out.add("case $L:\n$>", states.label(state));
        } else {
            out.add("case $L:\n$>$L = $L.$L;\n", states.label(state), names.state, names.stateType, state);
        }
        out.add("throw new $T(\"`async fn` resumed after $L\");\n$<", IllegalStateException.class, after);
    }

    /** What {@code poll} and {@code drop} have in common if the body has a {@code finally}. */
    MethodSpec run(boolean unchecked, Bodies bodies) {
        return MethodSpec.methodBuilder("run")
                .addJavadoc("Runs from a state to the next suspension, or to the end of the cleanup of a drop.\n")
                .addAnnotation(Suppress.annotation(suppressed(unchecked)))
                .addModifiers(Modifier.PRIVATE)
                .returns(pollType)
                .addParameter(RuntimeTypes.CONTEXT, names.context)
                .addParameter(ClassName.get("", names.stateType), keepsStart() ? names.from : names.resumed)
                .addParameter(RuntimeTypes.DROPPED, names.dropped)
                .addException(Exception.class)
                .addCode(bodies.insert(states()))
                .build();
    }

    // ---- the states

    private Snippet states() {
        Snippet run = cut ? cutWriter().dispatch() : allCases();
        Snippet.Builder out = Snippet.builder();
        if (machine.hasCleanup() && keepsStart()) {
            out.add("$L$L = $L;\n", cut ? "" : names.stateType + " ", names.resumed, names.from);
        }
        locals(out);
        boolean loops = cut || printer.needs().loop() || machine.hasHandlers();
        Snippet.Builder body = Snippet.builder();
        if (machine.hasHandlers()) {
            body.add("try {\n$>");
            if (awaits()) {
                pollAwaited(body);
            }
            body.add(run);
            handle(body);
        } else {
            if (awaits()) {
                pollAwaited(out);
            }
            body.add(run);
        }
        if (!loops) {
            return out.add(body.build()).build();
        }
        return out.add(loop(body.build())).build();
    }

    private Snippet mark(int line) {
        return Snippet.statement(line);
    }

    private void locals(Snippet.Builder out) {
        if (usesOutput()) {
            declare(Object.class, names.output, "null", out);
        }
        if (machine.hasHandlers()) {
            String initial = machine.hasCleanup() ? names.dropped : "null";
            declare(Throwable.class, names.thrown, initial, out);
        }
        for (Variable variable : machine.variables(Storage.POLL)) {
            String name = machine.placement(variable).name();
            out.add("$T $L = $L;\n", printer.typeOf(variable), name, Defaults.of(variable.type()));
        }
    }

    private void declare(Class<?> type, String name, String initial, Snippet.Builder out) {
        out.add(cut ? Snippet.EMPTY : Snippet.of("$T ", type)).add("$L = $L;\n", name, initial);
    }

    private void pollAwaited(Snippet.Builder out) {
        String binding = usesOutput() ? " " + names.ready : "";
        if (machine.hasHandlers()) {
            out.add("if ($L != null) { // suspended: first poll what we wait for\n$>", names.awaited);
        } else {
            out.add(
                    "if ($L != null && $L != $L.PANICKED) { // suspended: first poll what we wait for\n$>",
                    names.awaited,
                    names.resumed,
                    names.stateType);
        }
        out.add(mark(Snippet.RESUMED));
        out.add(
                "if (!($L.poll($L) instanceof $T<?>$L)) {\n$>",
                names.awaited,
                names.context,
                RuntimeTypes.READY,
                binding);
        out.add(mark(Snippet.NONE));
        out.add("$L = $L;\n", names.state, names.resumed);
        out.add("return $T.pending();\n$<}\n", RuntimeTypes.POLL);
        out.add("$L = null;\n", names.awaited);
        if (usesOutput()) {
            out.add("$L = $L.value();\n", names.output, names.ready);
        }
        out.add("$<}\n");
    }

    /** Every exception comes here, whichever state it comes from, and goes on in the handler of that state. */
    private void handle(Snippet.Builder out) {
        out.add("$<} catch ($T $L) {\n$>", Throwable.class, names.failure);
        out.add("if ($L == null) {\n$>", names.handler);
        if (machine.fn().throwsThrowables()) {
            out.add(printer.transfers().rethrow(Snippet.words(names.failure))).add("\n$<}\n");
        } else {
            out.add("throw $L;\n$<}\n", names.failure);
        }
        out.add(
                "$T.restore($L, this); // its stack trace tells lines of the source\n",
                RuntimeTypes.TRACED,
                names.failure);
        if (awaits()) {
            out.add("$L = null;\n", names.awaited);
        }
        if (machine.hasCleanup()) {
            String own = ownHandlers();
            out.add("$1L = $2L == null$4L ? $3L : $2L.and($3L);\n", names.thrown, names.dropped, names.failure, own);
        } else {
            out.add("$L = $L;\n", names.thrown, names.failure);
        }
        out.add("$L = $L;\n$<}\n", names.resumed, names.handler);
    }

    /**
     * A cleanup may catch its own exceptions, during a drop too: those of a {@code try} that it enters then. Only those
     * that leave it are failures of the drop.
     */
    private String ownHandlers() {
        StringBuilder own = new StringBuilder();
        machine.handlersInCleanup().forEach((handler, entered) -> {
            own.append(" || ").append(names.handler).append(" == ").append(state(handler));
            entered.forEach(start ->
                    own.append(" && ").append(names.from).append(" != ").append(state(start)));
        });
        return own.toString();
    }

    private String state(String name) {
        return names.stateType + "." + name;
    }

    /** Whether it matters later where a drop began: that tells which handlers had been entered by then. */
    private boolean keepsStart() {
        return cut || machine.handlersInCleanup().values().stream().anyMatch(entered -> !entered.isEmpty());
    }

    private Snippet loop(Snippet body) {
        String label = printer.needs().label() ? names.label + ": " : "";
        return Snippet.builder()
                .add(label + "for (;;) {\n$>")
                .add(body)
                .add("$<}\n")
                .build();
    }

    private Snippet allCases() {
        Snippet.Builder out = Snippet.builder();
        out.add("switch ($L) {\n$>", states.selector()).add(parts.whole().print());
        if (machine.hasHandlers()) {
            out.add(mark(Snippet.NONE))
                    .add("default:\n$>throw new $T($L.name());\n$<", AssertionError.class, names.resumed);
        } else {
            out.add(mark(Snippet.NONE));
            terminals(out);
            out.add("default:\n$>").add(AFTER_PANIC).add("$<");
        }
        return out.add("$<}\n").build();
    }

    // ---- a body too large for one method

    private CutWriter cutWriter() {
        boolean catchesAll = machine.hasHandlers() && machine.fn().throwsThrowables();
        Class<? extends Throwable> thrown = catchesAll ? Throwable.class : Exception.class;
        return new CutWriter(names, states, parts.cut(), pollType, thrown);
    }

    /** The methods that run the states of one part each; one returns null when another has to go on. */
    List<MethodSpec> partMethods(boolean unchecked, Bodies bodies) {
        Snippet.Builder ended = Snippet.builder();
        if (!machine.hasHandlers()) {
            ended.add(mark(Snippet.NONE));
            terminals(ended);
            ended.add("case $L:\n$>", states.label("PANICKED")).add(AFTER_PANIC).add("$<");
        }
        return cutWriter().methods(suppressed(unchecked), ended.build(), mark(Snippet.NONE), this::loop, bodies);
    }

    private static List<String> suppressed(boolean unchecked) {
        return unchecked ? List.of("fallthrough", "unchecked") : List.of("fallthrough");
    }
}
