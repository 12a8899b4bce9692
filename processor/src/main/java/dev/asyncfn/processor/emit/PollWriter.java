package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** Writes {@code poll}: take the state, poll what is awaited, then run from state to state. */
final class PollWriter {
    private final StateMachine machine;
    private final MachineNames names;
    private final StateType states;
    private final CodePrinter printer;
    private final AwaitedValue awaited;
    private final MethodCut parts;
    private final TypeName pollType;
    private final boolean cut;
    private final Bodies bodies;

    PollWriter(
            StateMachine machine,
            MachineNames names,
            StateType states,
            CodePrinter printer,
            TypeName pollType,
            boolean cut,
            Bodies bodies) {
        this.machine = machine;
        this.names = names;
        this.states = states;
        this.printer = printer;
        this.awaited = printer.awaited();
        this.pollType = pollType;
        this.cut = cut;
        this.bodies = bodies;
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

    // ---- the methods

    /** The methods that hold the states, {@code poll} first. */
    List<MethodSpec> methods() {
        Snippet states = states();
        List<MethodSpec> methods = new ArrayList<>();
        if (machine.hasHandlers()) {
            methods.add(poll(Snippet.of("return run($L, enter($L.PANICKED), null);\n", names.context, names.stateType))
                    .build());
            methods.add(run(states));
        } else {
            Snippet.Builder body = Snippet.builder();
            body.add(
                    "$L$L = enter($L.PANICKED); // until we suspend or finish\n",
                    cut ? "" : names.stateType + " ",
                    names.next,
                    names.stateType);
            MethodSpec.Builder poll = poll(body.add(states).build());
            methods.add(allowing(poll).build());
        }
        if (cut) {
            methods.addAll(cutWriter().methods(suppressed(), Snippet.statement(Snippet.NONE), this::part, bodies));
        }
        return methods;
    }

    private MethodSpec.Builder poll(Snippet body) {
        return MethodSpec.methodBuilder("poll")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(pollType)
                .addParameter(RuntimeTypes.CONTEXT, names.context)
                .addException(Exception.class)
                .addCode(bodies.insert(body));
    }

    /** What {@code poll} and {@code drop} have in common if exceptions are handled in states of their own. */
    private MethodSpec run(Snippet states) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("run")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(pollType)
                .addParameter(RuntimeTypes.CONTEXT, names.context)
                .addParameter(ClassName.get("", names.stateType), cut ? names.from : names.next)
                .addParameter(RuntimeTypes.DROPPED, names.dropped)
                .addException(Exception.class)
                .addCode(bodies.insert(states));
        return allowing(method).build();
    }

    private MethodSpec.Builder allowing(MethodSpec.Builder method) {
        Set<String> allowed = cut ? Set.of() : suppressed();
        return allowed.isEmpty() ? method : method.addAnnotation(Suppress.annotation(allowed));
    }

    private Set<String> suppressed() {
        Set<String> allowed = new TreeSet<>();
        if (machine.cases().size() > 1) {
            allowed.add("fallthrough");
        }
        if (printer.needs().unchecked()) {
            allowed.add("unchecked");
        }
        if (printer.needs().raw()) {
            allowed.add("rawtypes");
        }
        allowed.removeAll(machine.fn().suppressions());
        return allowed;
    }

    // ---- the states

    private Snippet states() {
        Snippet run = cut ? cutWriter().dispatch(handedOver()) : allCases();
        Snippet.Builder out = Snippet.builder();
        if (machine.hasHandlers() && cut) {
            out.add("$L = $L;\n", names.next, names.from);
        }
        if (usesOutput()) {
            declare(awaited.type(), output(), awaited.initial(), out);
        }
        if (!machine.hasHandlers()) {
            pollAwaited(out);
            locals(out);
            boolean loops = cut || printer.needs().loop();
            return out.add(loops ? loop(run) : run).build();
        }
        declare(TypeName.get(Throwable.class), names.thrown, "null", out);
        locals(out);
        Snippet.Builder body = Snippet.builder().add("try {\n$>");
        pollAwaited(body);
        body.add(run);
        handle(body);
        return out.add(loop(body.build())).build();
    }

    /** The locals of more than one state that no await outlives. */
    private void locals(Snippet.Builder out) {
        for (Variable variable : machine.variables(Storage.POLL)) {
            out.add(
                    "$T $L = $L; // not kept across any await\n",
                    printer.typeOf(variable),
                    machine.placement(variable).name(),
                    Defaults.of(variable.type()));
        }
    }

    /** A local of the one method, or the field from which a part takes it. */
    private String output() {
        return cut ? names.passed : names.awaitedValue;
    }

    private void declare(TypeName type, String name, String initial, Snippet.Builder out) {
        out.add(cut ? Snippet.EMPTY : Snippet.of("$T ", type)).add("$L = $L;\n", name, initial);
    }

    private void pollAwaited(Snippet.Builder out) {
        if (!awaits()) {
            return;
        }
        out.add("if ($L != null) { // suspended: what we wait for is polled first\n$>", names.awaited);
        out.add(Snippet.statement(Snippet.RESUMED));
        out.add("$T<?> $L = $L.poll($L);\n", RuntimeTypes.POLL, names.polled, names.awaited, names.context);
        out.add(Snippet.statement(Snippet.NONE));
        out.add("if ($L == $T.pending())\n$>", names.polled, RuntimeTypes.POLL);
        out.add("return suspend($L);\n$<", names.next);
        out.add(Snippet.statement(Snippet.RESUMED)); // it refuses null, as does what unboxes
        out.add(usesOutput() ? Snippet.of("$L = ", output()) : Snippet.EMPTY);
        out.add(awaited.take(names.polled, usesOutput())).add(";\n");
        out.add(Snippet.statement(Snippet.NONE)).add("$<}\n");
    }

    /** Every exception comes here, whichever state it comes from, and continues in the handler of that state. */
    private void handle(Snippet.Builder out) {
        out.add("$<} catch ($T $L) {\n$>", Throwable.class, names.failure);
        Snippet own = ownHandlers();
        out.add("$L = caught($L,$W", names.thrown, names.failure);
        out.add(own).add(own.isEmpty() ? "" : " ? null : ").add("$L);\n", names.dropped);
        out.add("$L = $L;\n$<}\n", names.next, names.handler);
    }

    /**
     * A cleanup may catch its own exceptions, during a drop too: those of a {@code try} that it enters then. Only those
     * that leave it are failures of the drop.
     */
    private Snippet ownHandlers() {
        if (!machine.hasCleanup()) {
            return Snippet.EMPTY;
        }
        return machine.handlersInCleanup().entrySet().stream()
                .map(own -> Snippet.builder()
                        .add(names.handler + " == " + state(own.getKey()))
                        .add(own.getValue().stream().map(this::beganElsewhere).collect(Snippet.joining("")))
                        .build())
                .collect(Snippet.joining(Snippet.of(" ||$W")));
    }

    /** A handler that the body had entered when the drop began is none that the cleanup enters. */
    private Snippet beganElsewhere(String entered) {
        return Snippet.of(" && !$T.began($L, $L)", RuntimeTypes.DROPPED, names.dropped, state(entered));
    }

    private String state(String name) {
        return names.stateType + "." + name;
    }

    private Snippet loop(Snippet body) {
        String label = printer.needs().label() ? names.label + ": " : "";
        return Snippet.builder()
                .add(label + "for (;;) {\n$>")
                .add(body)
                .add("$<}\n")
                .build();
    }

    /** The value of the last await is a local here, too: a field would have to be written at each await. */
    private Snippet part(Snippet states) {
        return usesOutput()
                ? Snippet.builder()
                        .add("$T $L = $L;\n", awaited.type(), names.awaitedValue, names.passed)
                        .add(loop(states))
                        .build()
                : loop(states);
    }

    private Snippet allCases() {
        return Snippet.builder()
                .add("switch ($L) {\n$>", states.selector())
                .add(parts.whole().print())
                .add(Snippet.statement(Snippet.NONE))
                .add("default:\n$>throw ended($L);\n$<$<}\n", names.next)
                .build();
    }

    /** The fields that the parts of a cut body hand over to each other. */
    private List<String> handedOver() {
        List<String> fields = new ArrayList<>();
        if (usesOutput() && !awaited.isPrimitive()) {
            fields.add(names.passed);
        }
        if (machine.hasHandlers()) {
            fields.add(names.thrown);
        }
        return fields;
    }

    private CutWriter cutWriter() {
        return new CutWriter(names, states, parts.cut(), pollType);
    }
}
