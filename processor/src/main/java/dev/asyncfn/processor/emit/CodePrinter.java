package dev.asyncfn.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.LiftedClass;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.plan.Members;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Prints {@link Code} for one future class. */
final class CodePrinter {
    static final ClassName DROPPED = ClassName.get("dev.asyncfn", "Dropped");

    private final ClassName futureClass;
    private final StateMachine machine;
    private final MachineNames names;
    private final TypeNames types;
    private final BridgeWriter bridge;
    private final StaticImports staticImports;
    private final Set<Variable> copied = new HashSet<>();
    private final Map<ComposedMethod, String> composed = new LinkedHashMap<>();
    private boolean jumps;
    private boolean jumpsOutOfLoops;
    private boolean castsUnchecked;
    private boolean rethrows;
    private boolean infers;

    CodePrinter(
            ClassName futureClass,
            StateMachine machine,
            MachineNames names,
            BridgeWriter bridge,
            StaticImports staticImports) {
        this.futureClass = futureClass;
        this.machine = machine;
        this.names = names;
        this.types =
                new TypeNames(machine.fn().lifted(), machine.fn().attribution().method());
        this.bridge = bridge;
        this.staticImports = staticImports;
    }

    TypeNames types() {
        return types;
    }

    /** The code goes on with another state. */
    void jumped() {
        jumps = true;
    }

    boolean jumps() {
        return jumps;
    }

    boolean jumpsOutOfLoops() {
        return jumpsOutOfLoops;
    }

    boolean rethrows() {
        return rethrows;
    }

    /** Some value is cast to what its context wants. */
    boolean infers() {
        return infers;
    }

    /** Throws an exception of which javac cannot see what it can be. */
    CodeBlock rethrow(CodeBlock exception) {
        rethrows = true;
        return CodeBlock.of("throw $T.<$T>rethrow($L);", futureClass, RuntimeException.class, exception);
    }

    /** The type with which a variable is declared. */
    TypeName typeOf(Variable variable) {
        return variable.role() == Variable.Role.EXIT ? ClassName.get("", names.stateType) : types.of(variable.type());
    }

    /** The type with which the future that is awaited is declared. */
    CodeBlock typeOf(End.Await await) {
        if (await.type() != null) {
            return CodeBlock.of("$T", types.of(await.type()));
        }
        Piece creation = await.future().pieces().get(0);
        if (creation instanceof Piece.Factory factory && factory.future() != null) {
            return CodeBlock.of("$T", facade(factory.owner()).nestedClass(factory.future()));
        }
        boolean plain = creation instanceof Piece.NewFuture future
                && !future.infers()
                && future.typeArguments().isEmpty();
        return plain ? CodeBlock.of("$T", futureClass((Piece.NewFuture) creation)) : CodeBlock.of("var");
    }

    boolean castsUnchecked() {
        return castsUnchecked;
    }

    /** A new state begins: no copies of captured fields are in scope. */
    void enterCase() {
        copied.clear();
    }

    /** From here to the end of the state, the field's name means a local copy of it. */
    boolean copy(Variable variable) {
        return copied.add(variable);
    }

    /** The variable as the target of an assignment. */
    String target(Variable variable) {
        String name = machine.placement(variable).name();
        return copied.contains(variable) ? "this." + name : name;
    }

    /** A field that is nulled, maybe where it is not used, and a local of this state has its name. */
    String field(Variable variable) {
        return machine.isHidden(variable)
                ? "this." + machine.placement(variable).name()
                : target(variable);
    }

    /** The copy of what is captured gets its value together with the field. */
    private String written(Piece.Write write) {
        String target = target(write.variable());
        boolean copy = copied.contains(write.variable()) && !write.reads();
        return copy ? target + " = " + machine.placement(write.variable()).name() : target;
    }

    CodeBlock print(Code code) {
        return print(code, false);
    }

    /** @param declares whether the code initializes a declaration, where an array initializer may stand alone */
    CodeBlock print(Code code, boolean declares) {
        CodeBlock.Builder out = CodeBlock.builder();
        for (Piece piece : code.pieces()) {
            print(piece, declares, out);
        }
        return out.build();
    }

    private void print(Piece piece, boolean declares, CodeBlock.Builder out) {
        if (piece instanceof Piece.Text text) {
            out.add("$L", text.text());
        } else if (piece instanceof Piece.Verbatim verbatim) {
            lines(verbatim.lines(), Placeholder::source, out);
        } else if (piece instanceof Piece.Comment comment) {
            lines(comment.lines(), Placeholder::comment, out);
        } else if (piece instanceof Piece.SourceLine origin) {
            out.add("$L", Placeholder.line(origin.line()));
        } else if (piece instanceof Piece.Shift shift) {
            out.add((shift.levels() > 0 ? "$>" : "$<").repeat(Math.abs(shift.levels())));
        } else if (piece instanceof Piece.Read read) {
            read(read, out);
        } else if (piece instanceof Piece.LocalName local) {
            out.add("$L", names.local(local.name()));
        } else if (piece instanceof Piece.Write write) {
            out.add("$L", written(write));
        } else if (piece instanceof Piece.Binding binding) {
            boolean plain = binding.inLabel();
            out.add("$L", plain ? machine.placement(binding.variable()).name() : bound(binding.variable()));
        } else if (piece instanceof Piece.KeepBinding binding) {
            String name = machine.placement(binding.variable()).name();
            boolean field = machine.placement(binding.variable()).storage() == Storage.FIELD;
            out.add(field ? "this.$1L = $1L;" : "", field ? new Object[] {name} : new Object[0]);
        } else if (piece instanceof Piece.Output output) {
            output(types.of(output.type()), output, out);
        } else if (piece instanceof Piece.UncheckedCast cast) {
            castsUnchecked = true;
            out.add("($T) ($T) ", types.of(cast.type()), Object.class);
        } else if (piece instanceof Piece.CastTogether cast) {
            out.add(together(cast.types()));
        } else if (piece instanceof Piece.Composed method) {
            out.add(composed(method));
        } else if (piece instanceof Piece.Inferred) {
            infers = true;
            out.add("$T.inferred", futureClass);
        } else if (piece instanceof Piece.NewArray array) {
            out.add(declares ? "" : "new $T ", declares ? new Object[0] : new Object[] {types.of(array.type())});
        } else if (piece instanceof Piece.Jump jump) {
            out.add(
                    "$L = $L.$L;",
                    names.resumed,
                    names.stateType,
                    machine.caseOf(jump.target()).state());
        } else if (piece instanceof Piece.KeepJump jump) {
            out.add("$L $L = $L; // a jump in here may come to nothing", names.stateType, jump.as(), names.resumed);
        } else if (piece instanceof Piece.RestoreJump jump) {
            out.add("$L = $L;", names.resumed, jump.from());
        } else if (piece instanceof Piece.Continue next) {
            out.add(goOn(next.insideLoop()));
        } else if (piece instanceof Piece.NewLine line) {
            out.add("\n" + " ".repeat(line.indent()));
        } else if (piece instanceof Piece.Return result) {
            out.add("return complete(");
            out.add(result.value() == null ? CodeBlock.of("") : print(result.value()));
            out.add(");");
        } else if (piece instanceof Piece.StateRef state) {
            out.add("$L.$L", names.stateType, machine.caseOf(state.target()).state());
        } else if (piece instanceof Piece.Thrown) {
            out.add("$L", names.thrown);
        } else if (piece instanceof Piece.NotDropped) {
            if (machine.hasCleanup()) {
                out.add(" && !($L instanceof $T)", names.thrown, DROPPED);
            }
        } else if (piece instanceof Piece.GoOnDropping drop) {
            goOnDropping(drop, out);
        } else if (piece instanceof Piece.Conditional) {
            return; // for the analysis only
        } else if (piece instanceof Piece.Rethrow rethrow) {
            out.add(rethrow(print(rethrow.exception())));
        } else {
            reference(piece, out);
        }
    }

    private static void lines(List<Span> lines, Function<Span, String> placeholder, CodeBlock.Builder out) {
        List<String> printed = lines.stream()
                .map(line -> line.isEmpty() ? "" : placeholder.apply(line))
                .toList();
        out.add("$L", String.join("\n", printed));
    }

    private void goOnDropping(Piece.GoOnDropping drop, CodeBlock.Builder out) {
        if (!machine.hasCleanup()) {
            return;
        }
        CodeBlock dropping = drop.pending() == null
                ? CodeBlock.of("$L == $L.DROPPED", names.state, names.stateType)
                : CodeBlock.of(
                        "$L instanceof $T", machine.placement(drop.pending()).name(), DROPPED);
        out.add("if ($L) {\n$>throw new $T(); // a drop does not end here, whatever jumps\n$<}", dropping, DROPPED);
    }

    private void read(Piece.Read read, CodeBlock.Builder out) {
        Variable variable = read.variable();
        String name = machine.placement(variable).name();
        boolean declaredByVar =
                machine.placement(variable).storage() == Storage.CASE && variable.role() == Variable.Role.LOCAL;
        if (declaredByVar || read.uncast()) {
            out.add("$L", name);
        } else if (variable.composite() != null) {
            out.add(print(variable.composite().of(Code.of(name))));
        } else if (!variable.bounds().isEmpty()) {
            out.add("(").add(together(variable.bounds())).add("$L)", name);
        } else {
            out.add("$L", name);
        }
    }

    private CodeBlock together(List<TypeMirror> bounds) {
        castsUnchecked |= !bounds.stream().allMatch(Reifiable::is);
        return CodeBlock.of(
                "($L) ",
                bounds.stream()
                        .map(bound -> CodeBlock.of("$T", types.of(bound)))
                        .collect(CodeBlock.joining(" & ")));
    }

    /** The name of the method for a type, qualified: one that needs the type parameters of the future is not static. */
    private CodeBlock composed(Piece.Composed method) {
        String name = composed.computeIfAbsent(
                ComposedMethod.of(method, types),
                key -> composed.isEmpty() ? "composed" : "composed_" + (composed.size() + 1));
        return CodeBlock.of(isGeneric() ? "$T.this.$L" : "$T.$L", futureClass, name);
    }

    private boolean isGeneric() {
        return !TypeNames.parametersOf(machine.fn().attribution().method()).isEmpty();
    }

    /** The methods that give values a type which only inference can say. */
    List<MethodSpec> composedMethods() {
        return composed.entrySet().stream()
                .map(entry -> entry.getKey().write(entry.getValue(), !isGeneric()))
                .toList();
    }

    private void reference(Piece piece, CodeBlock.Builder out) {
        if (piece instanceof Piece.ClassRef type) {
            out.add("$T", types.of(type.element()));
        } else if (piece instanceof Piece.AnnotatedClass type) {
            List<AnnotationSpec> annotations =
                    type.annotations().stream().map(this::annotation).toList();
            out.add("$T", types.of(type.element()).annotated(annotations));
        } else if (piece instanceof Piece.TypeRef type) {
            out.add("$T", types.of(type.type()));
        } else if (piece instanceof Piece.StaticRef member) {
            ClassName owner = types.of(member.owner());
            if (member.imported()) {
                staticImports.add(owner, member.name());
            }
            out.add("$T." + member.name().replace("$", "$$"), owner);
        } else if (piece instanceof Piece.Factory factory) {
            out.add("$T.", facade(factory.owner()));
            if (!factory.typeArguments().isEmpty()) {
                out.add("<").add(print(factory.typeArguments())).add(">");
            }
            out.add("$L", factory.method());
        } else if (piece instanceof Piece.NewFuture future) {
            CodeBlock typeArguments = print(future.typeArguments());
            boolean generic = future.infers() || !typeArguments.isEmpty();
            out.add("new $T", futureClass(future))
                    .add(generic ? "<$L>" : "", generic ? new Object[] {typeArguments} : new Object[0]);
        } else if (piece instanceof Piece.Lifted lifted) {
            out.add("$L", lifted.type().qualifiedName());
        } else if (piece instanceof Piece.Bridged bridged) {
            bridged(bridged, CodeBlock.of(""), out);
        } else if (piece instanceof Piece.BridgedCall call) {
            bridged(call.accessor(), CodeBlock.of("<$L>", print(call.typeArguments())), out);
        } else if (piece instanceof Piece.Typed typed) {
            out.add("$L.<$T>$L", bridge.name(), types.of(typed.type()), bridge.typed());
        } else {
            throw new IllegalStateException("cannot print " + piece);
        }
    }

    private void bridged(Piece.Bridged accessor, CodeBlock typeArguments, CodeBlock.Builder out) {
        out.add("$L.$L$L", bridge.name(), typeArguments, bridge.accessor(accessor));
    }

    private AnnotationSpec annotation(Piece.Annotation annotation) {
        AnnotationSpec.Builder spec = AnnotationSpec.builder(types.of(annotation.type()));
        annotation.values().forEach((name, value) -> spec.addMember(name, print(value)));
        return spec.build();
    }

    private static ClassName facade(TypeElement owner) {
        String packageName = Members.packageOf(owner).getQualifiedName().toString();
        return ClassName.get(packageName, Naming.facadeName(owner));
    }

    private static ClassName futureClass(Piece.NewFuture creation) {
        return facade(creation.owner()).nestedClass(creation.future());
    }

    private void output(TypeName type, Piece.Output output, CodeBlock.Builder out) {
        if (type.equals(ClassName.OBJECT)) {
            out.add("$L", names.output);
        } else {
            castsUnchecked |= !Reifiable.is(output.type());
            out.add("($T) $L", type, names.output);
        }
    }

    /** Two statements that go on with another state, without a line break at the end. */
    CodeBlock goTo(String state) {
        return CodeBlock.of("$L = $L.$L;\n$L", names.resumed, names.stateType, state, goOn(false));
    }

    private CodeBlock goOn(boolean insideLoop) {
        jumps = true;
        jumpsOutOfLoops |= insideLoop;
        return CodeBlock.of("continue$L;", insideLoop ? " " + names.label : "");
    }

    /** The name that a pattern binds: the variable's own if it is a local or may hide the field. */
    String bound(Variable variable) {
        String name = machine.placement(variable).name();
        boolean field = machine.placement(variable).storage() == Storage.FIELD;
        return field && isReassigned(variable) ? names.unused(name + "Matched") : name;
    }

    private boolean isReassigned(Variable variable) {
        boolean[] found = new boolean[1];
        machine.cases().stream()
                .flatMap(c -> c.blocks().stream())
                .forEach(block -> block.steps().forEach(step -> {
                    found[0] |= step instanceof Step.Assign assign && assign.variable() == variable;
                    if (step instanceof Step.Run run) {
                        run.statement()
                                .forEach(f -> found[0] |= f instanceof Piece.Write w && w.variable() == variable);
                    }
                }));
        return found[0];
    }

    CodeBlock print(LiftedClass type) {
        return print(type.declaration().get());
    }
}
