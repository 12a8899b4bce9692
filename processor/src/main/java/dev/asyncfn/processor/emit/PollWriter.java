package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.lower.Block;
import dev.asyncfn.processor.lower.Code;
import dev.asyncfn.processor.lower.End;
import dev.asyncfn.processor.lower.Fragment;
import dev.asyncfn.processor.lower.Variable;
import dev.asyncfn.processor.parse.SourceFile;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the body of {@code poll}: take the state, poll what is awaited, then run from state to state. */
final class PollWriter {
    static final ClassName POLL = ClassName.get("dev.asyncfn", "Poll");
    static final ClassName READY = POLL.nestedClass("Ready");
    private static final String PANICKED = "`async fn` resumed after panicking";
    private static final int LONGEST_QUOTE = 72;

    private final StateMachine machine;
    private final MachineNames names;
    private final CodePrinter printer;
    private final SourceFile file;
    private final StepWriter steps;
    private final TypeNames types;

    PollWriter(StateMachine machine, MachineNames names, CodePrinter printer) {
        this.machine = machine;
        this.names = names;
        this.printer = printer;
        this.types = printer.types();
        this.file = machine.fn().source().file();
        this.steps = new StepWriter(machine, printer, this::quote);
    }

    /** Whether the whole is too much for one method. */
    boolean isTooLarge() {
        return new Parts(machine.cases(), this::writeCase).isTooLarge();
    }

    CodeBlock body() {
        CodeBlock cases = cases(machine.cases(), true, CodeBlock.of(
                "default:\n$>throw new $T($S);\n$<", IllegalStateException.class, PANICKED));
        CodeBlock.Builder out = CodeBlock.builder();
        out.add("$1L $2L = $3L;\n", names.stateType, names.resumed, names.state);
        out.add("$L = $L.PANICKED; // until we suspend or finish\n", names.state, names.stateType);
        if (awaits()) {
            if (usesOutput()) {
                out.add("Object $L = null;\n", names.output);
            }
            pollAwaited(out);
        }
        for (Variable variable : machine.variables(Storage.POLL)) {
            String initial = Defaults.of(variable.type());
            out.add(
                    "$T $L = $L;\n",
                    types.of(variable.type()),
                    machine.placement(variable).name(),
                    initial);
        }
        if (!printer.jumps()) {
            return out.add(cases).build();
        }
        return loop(cases, out);
    }

    private CodeBlock loop(CodeBlock cases, CodeBlock.Builder out) {
        String label = printer.jumpsOutOfLoops() ? names.label + ": " : "";
        return out.add(label + "for (;;) {\n$>").add(cases).add("$<}\n").build();
    }

    // ---- a body too large for one method

    /** The methods that run the states of one part each; one returns null when another has to go on. */
    List<MethodSpec> parts(TypeName pollType, boolean unchecked) {
        List<MethodSpec> methods = new ArrayList<>();
        List<List<Case>> parts = new Parts(machine.cases(), this::writeCase).cut();
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            CodeBlock other = CodeBlock.builder()
                    .add(last ? CodeBlock.of("case PANICKED:\n$>throw new $T($S);\n$<", IllegalStateException.class, PANICKED) : CodeBlock.of(""))
                    .add("default:\n$>return null; // a state of another part\n$<")
                    .build();
            Block next = last ? null : parts.get(i + 1).get(0).blocks().get(0);
            CodeBlock cases = cases(parts.get(i), next, last, other);
            MethodSpec.Builder method = MethodSpec.methodBuilder("part" + (i + 1))
                    .addAnnotation(Suppress.annotation(
                            unchecked ? List.of("fallthrough", "unchecked") : List.of("fallthrough")))
                    .addModifiers(Modifier.PRIVATE)
                    .returns(pollType)
                    .addParameter(ClassName.get("dev.asyncfn", "Context"), names.context)
                    .addException(Exception.class);
            methods.add(method.addCode(loop(cases, CodeBlock.builder())).build());
        }
        return methods;
    }

    /** The body of {@code poll} itself if the states are in parts: it calls the part that has the state. */
    CodeBlock dispatch(TypeName pollType) {
        List<List<Case>> parts = new Parts(machine.cases(), this::writeCase).cut();
        CodeBlock.Builder out = CodeBlock.builder();
        out.add("$L = $L;\n", names.resumed, names.state);
        out.add("$L = $L.PANICKED; // until we suspend or finish\n", names.state, names.stateType);
        pollAwaited(out);
        out.add("for (;;) {\n$>$T polled;\n", pollType);
        for (int i = 0; i < parts.size() - 1; i++) {
            String firstOfNext = parts.get(i + 1).get(0).state();
            out.add("if ($L.compareTo($L.$L) < 0) {\n$>", names.resumed, names.stateType, firstOfNext);
            out.add("polled = part$L($L);\n$<} else ", i + 1, names.context);
        }
        out.add("{\n$>polled = part$L($L);\n$<}\n", parts.size(), names.context);
        return out.add("if (polled != null) {\n$>return polled;\n$<}\n$<}\n").build();
    }

    boolean awaits() {
        return awaitEnds().findAny().isPresent();
    }

    private java.util.stream.Stream<End.Await> awaitEnds() {
        return machine.cases().stream()
                .flatMap(c -> c.blocks().stream())
                .map(Block::end)
                .filter(End.Await.class::isInstance)
                .map(End.Await.class::cast);
    }

    boolean usesOutput() {
        return awaitEnds().anyMatch(End.Await::usesOutput);
    }

    private void pollAwaited(CodeBlock.Builder out) {
        String binding = usesOutput() ? " " + names.ready : "";
        out.add(
                "if ($L != null && $L != $L.PANICKED) { // suspended: first poll what we wait for\n$>",
                names.awaited,
                names.resumed,
                names.stateType);
        out.add("if (!($L.poll($L) instanceof $T<?>$L)) {\n$>", names.awaited, names.context, READY, binding);
        out.add("$L = $L;\n", names.state, names.resumed);
        out.add("return $T.pending();\n$<}\n", POLL);
        out.add("$L = null;\n", names.awaited);
        if (usesOutput()) {
            out.add("$L = $L.value();\n", names.output, names.ready);
        }
        out.add("$<}\n");
    }

    private CodeBlock cases(List<Case> cases, boolean last, CodeBlock other) {
        return cases(cases, null, last, other);
    }

    /**
     * @param beyond the block that follows in the next part, or null
     * @param last whether the states in which the future has ended stand here
     */
    private CodeBlock cases(List<Case> cases, Block beyond, boolean last, CodeBlock other) {
        CodeBlock.Builder out = CodeBlock.builder();
        out.add("switch ($L) {\n$>", names.resumed);
        for (int i = 0; i < cases.size(); i++) {
            boolean inside = i + 1 < cases.size();
            out.add(writeCase(cases.get(i), inside ? cases.get(i + 1).blocks().get(0) : beyond, !inside));
        }
        if (last) {
            terminal("DONE", "completion", out);
            if (awaits()) {
                terminal("DROPPED", "being dropped", out);
            }
        }
        return out.add(other).add("$<}\n").build();
    }

    private void terminal(String state, String after, CodeBlock.Builder out) {
        out.add("case $L:\n$>", state);
        out.add("$L = $L.$L;\n", names.state, names.stateType, state);
        out.add("throw new $T($S);\n$<", IllegalStateException.class, "`async fn` resumed after " + after);
    }

    private CodeBlock writeCase(Case c, Block afterCase, boolean endsPart) {
        CodeBlock.Builder out = CodeBlock.builder();
        printer.enterCase();
        out.add("case $L: {\n$>", c.state());
        boolean resumed = c.state().startsWith("AWAIT_");
        int line = StepWriter.firstLine(c);
        out.add("$L\n", quote(line, resumed ? ", ready: " : "  "));
        steps.lastQuoted(line);
        boolean falls = false;
        for (int i = 0; i < c.blocks().size(); i++) {
            Block block = c.blocks().get(i);
            Block next = i + 1 < c.blocks().size() ? c.blocks().get(i + 1) : afterCase;
            steps.write(block, out);
            falls = end(block, next, out);
        }
        if (falls && endsPart) {
            out.add("$L = $L.$L;\n", names.resumed, names.stateType, machine.caseOf(afterCase).state());
            out.add("return null;\n");
        }
        return out.add(falls && !endsPart ? "$<} // falls through\n" : "$<}\n").build();
    }

    /** The comment that says where the code comes from. */
    private String quote(int line, String separator) {
        String text = file.text().lines().skip(line - 1).findFirst().orElse("").strip();
        String shown = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE).strip() + " ..." : text;
        return "// " + file.name() + ":" + line + separator + shown;
    }

    /** Returns whether control falls out at the end. */
    private boolean end(Block block, Block next, CodeBlock.Builder out) {
        if (block.end() instanceof End.Goto go) {
            return goOn(machine.target(go.target()), next, out);
        }
        if (block.end() instanceof End.Branch branch) {
            return branch(block, branch, next, out);
        }
        if (block.end() instanceof End.Await await) {
            await(block, await, out);
            return true;
        }
        if (block.end() instanceof End.Return result) {
            steps.copyCaptured(machine.captures(block), out);
            out.add(printer.print(Code.of(new Fragment.Return(result.value())))).add("\n");
        }
        return false;
    }

    private boolean goOn(Block target, Block next, CodeBlock.Builder out) {
        if (target == next) {
            return true;
        }
        out.add(printer.goTo(machine.caseOf(target).state(), false)).add("\n");
        return false;
    }

    private boolean branch(Block block, End.Branch branch, Block next, CodeBlock.Builder out) {
        steps.copyCaptured(machine.captures(block), out);
        Block whenTrue = machine.target(branch.ifTrue());
        Block whenFalse = machine.target(branch.ifFalse());
        CodeBlock condition = printer.print(branch.condition());
        if (whenTrue == next || whenFalse == next) {
            boolean negated = whenTrue == next;
            Block elsewhere = negated ? whenFalse : whenTrue;
            String test = negated ? branch.isAtomic() ? "if (!$L) {\n$>" : "if (!($L)) {\n$>" : "if ($L) {\n$>";
            out.add(test, condition);
            out.add(printer.goTo(machine.caseOf(elsewhere).state(), false)).add("\n$<}\n");
            return true;
        }
        out.add("if ($L) {\n$>", condition);
        out.add(printer.goTo(machine.caseOf(whenTrue).state(), false)).add("\n$<}\n");
        out.add(printer.goTo(machine.caseOf(whenFalse).state(), false)).add("\n");
        return false;
    }

    private void await(Block block, End.Await await, CodeBlock.Builder out) {
        steps.copyCaptured(machine.captures(block), out);
        String child = names.free(await.name());
        CodeBlock type = await.type() == null ? CodeBlock.of("var") : CodeBlock.of("$T", childType(await));
        out.add("$L $L = $L;\n", type, child, printer.print(await.future()));
        steps.nullOut(machine.lastUsedBeforePoll(block), out);
        String binding = await.usesOutput() ? " " + names.ready : "";
        out.add("if (!($L.poll($L) instanceof $T<?>$L)) {\n$>", child, names.context, READY, binding);
        String state = machine.resumption(await.resume()).state();
        out.add("return suspend($L.$L, $L);\n$<}\n", names.stateType, state, child);
        if (await.usesOutput()) {
            out.add("$L = $L.value();\n", names.output, names.ready);
        }
    }

    private TypeName childType(End.Await await) {
        return types.of(await.type());
    }
}
