package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.model.SourceFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints a graph to be read and compared. Blocks are numbered in their order, {@code bb0} first, as in rustc's dumps of
 * its MIR; {@link CodeDump} says how code is shown.
 */
public final class Dump implements Step.Visitor<String>, End.Visitor<String>, Test.Visitor<String> {
    private final Map<Block, Integer> numbers = new IdentityHashMap<>();
    private final CodeDump code;

    private Dump(List<Block> blocks, SourceFile file) {
        blocks.forEach(block -> numbers.put(block, numbers.size()));
        this.code = new CodeDump(file, this::name);
    }

    /** @param fn not a rejected one */
    public static String of(Cfg fn) {
        Dump dump = new Dump(fn.blocks(), fn.source().file());
        StringBuilder out = new StringBuilder();
        out.append(fn.isBlock() ? "block " + Naming.futureName(fn.element()) + " of " : "fn ");
        out.append(fn.method().element().getSimpleName());
        List<Variable> variables = new ArrayList<>(fn.receiver() == null ? List.of() : List.of(fn.receiver()));
        variables.addAll(fn.parameters());
        out.append(variables.stream().map(Dump::declaration).toList()).append('\n');
        for (LiftedClass type : fn.lifted()) {
            out.append("class ")
                    .append(type.name())
                    .append(' ')
                    .append(type.captures())
                    .append('\n');
        }
        fn.blocks().forEach(block -> dump.block(block, out));
        fn.asyncBlocks().forEach(block -> out.append('\n').append(of(block)));
        return out.toString();
    }

    private void block(Block block, StringBuilder out) {
        out.append('\n')
                .append(name(block))
                .append(": ")
                .append(block.role())
                .append(", line ")
                .append(block.line());
        out.append(
                block.region() == null ? "" : ", handler " + name(block.region().handler()));
        out.append(block.isCleanup() ? ", cleanup" : "")
                .append(block.beginsState() ? ", cut" : "")
                .append('\n');
        block.steps()
                .forEach(step -> out.append("    ").append(step.accept(this)).append('\n'));
        out.append("    -> ").append(block.end().accept(this)).append('\n');
    }

    private String name(Block block) {
        return numbers.containsKey(block) ? "bb" + numbers.get(block) : block.toString();
    }

    private static String declaration(Variable variable) {
        return variable.name() + ": " + variable.type();
    }

    private String code(Code of) {
        return "`" + code.of(of) + "`";
    }

    // ---- steps

    @Override
    public String declare(Step.Declare step) {
        return "declare " + declaration(step.variable());
    }

    @Override
    public String assign(Step.Assign step) {
        String target = step.declares()
                ? "let " + declaration(step.variable())
                : step.variable().name();
        return target + " = " + code(step.value());
    }

    @Override
    public String setExit(Cleanup.SetExit step) {
        return step.exit() + " = " + name(step.target());
    }

    @Override
    public String bind(Step.Bind step) {
        return "bind " + declaration(step.variable());
    }

    @Override
    public String run(Step.Run step) {
        return "run " + code(step.statement()) + (step.completes() ? "" : ", diverges");
    }

    @Override
    public String evaluate(Step.Evaluate step) {
        return "evaluate " + code(step.expression());
    }

    @Override
    public String throwing(Step.Throw step) {
        return "throw " + code(step.exception());
    }

    @Override
    public String rethrow(Step.Rethrow step) {
        return "rethrow " + code(step.exception());
    }

    @Override
    public String fail(Step.Fail step) {
        return "fail " + step.error().getSimpleName() + " " + code(step.message());
    }

    @Override
    public String dispatch(Step.Dispatch step) {
        StringBuilder out = new StringBuilder("dispatch ").append(code(step.selector()));
        for (Arm arm : step.arms()) {
            out.append("\n        case ").append(code(arm.labels())).append(arm.orDefault() ? " or default" : "");
            out.append(arm.guard() == null ? "" : " when " + code(arm.guard()));
            out.append(arm.kept().isEmpty() ? "" : " keeping " + arm.kept());
            out.append(" -> ").append(name(arm.target()));
        }
        Otherwise otherwise = step.otherwise();
        out.append("\n        otherwise ").append(otherwise.kind());
        out.append(otherwise.target() == null ? "" : " -> " + name(otherwise.target()));
        return out.append(
                        otherwise.error() == null ? "" : " " + otherwise.error().getSimpleName())
                .toString();
    }

    @Override
    public String closeResource(Cleanup.CloseResource step) {
        return "close " + step.resource() + " after " + step.primary();
    }

    @Override
    public String goOnDropping(Cleanup.GoOnDropping step) {
        return "go on dropping if it led to " + step.pending();
    }

    @Override
    public String rethrowUnless(Step.RethrowUnless step) {
        return "rethrow unless " + step.caught().accept(this);
    }

    @Override
    public String putOff(Cleanup.PutOff step) {
        return step.pending() + " = thrown";
    }

    @Override
    public String throwPutOff(Cleanup.ThrowPutOff step) {
        return "throw " + step.pending() + (step.always() ? "" : " if there is one");
    }

    @Override
    public String comment(Step.Comment step) {
        return "comment " + code(Code.of(step.text()));
    }

    @Override
    public String origin(Step.Origin step) {
        return "line " + step.line()
                + (step.kind() == Step.Origin.Kind.VERBATIM
                        ? ""
                        : ", " + step.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    // ---- ends

    @Override
    public String goTo(End.Goto end) {
        return name(end.target());
    }

    @Override
    public String branch(End.Branch end) {
        return "if " + end.test().accept(this) + " " + name(end.ifTrue()) + " else " + name(end.ifFalse());
    }

    @Override
    public String await(End.Await end) {
        String type = end.type() == null ? "" : ": " + end.type();
        return "await " + end.name() + type + " = " + code(end.future()) + (end.usesOutput() ? ", its output" : "")
                + " in " + name(end.resume());
    }

    @Override
    public String exit(End.Exit end) {
        return "where " + end.exit() + " says: "
                + end.targets().stream().map(this::name).toList();
    }

    @Override
    public String complete(End.Return end) {
        return "return" + (end.value() == null ? "" : " " + code(end.value()));
    }

    @Override
    public String unreachable(End.Unreachable end) {
        return "nowhere";
    }

    // ---- tests

    @Override
    public String value(Test.Value test) {
        return code(test.code());
    }

    @Override
    public String caught(Test.Caught test) {
        return "caught by "
                + test.alternatives().stream()
                        .map(alternative ->
                                code(alternative.type()) + (alternative.catchesDrops() ? " but no drop" : ""))
                        .toList();
    }

    @Override
    public String hasNext(Test.HasNext test) {
        return test.iterator() + " has next";
    }

    @Override
    public String inBounds(Test.InBounds test) {
        return test.index() + " in bounds of " + test.array();
    }

    @Override
    public String assertionsEnabled(Test.AssertionsEnabled test) {
        return "assertions enabled for " + test.type().getSimpleName();
    }
}
