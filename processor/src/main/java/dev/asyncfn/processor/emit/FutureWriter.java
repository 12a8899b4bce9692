package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.asyncfn.processor.analyze.Placement;
import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.LiftedClass;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.Variable.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Writes the future class of one async fn. */
final class FutureWriter {

    private final Signature signature;
    private final StateMachine machine;
    private final MachineNames names;
    private final CodePrinter printer;
    private final StateType states;
    private final PollWriter poll;
    private final EndWriter end;
    private final ClassName stateType;
    private final TypeNames types;

    private final Bodies bodies;
    private final boolean cut;

    private FutureWriter(
            Signature signature,
            StateMachine machine,
            boolean byOrdinal,
            boolean cut,
            BridgeWriter bridge,
            StaticImports staticImports,
            Bodies bodies) {
        this.signature = signature;
        this.machine = machine;
        this.cut = cut;
        this.bodies = bodies;
        this.names = new MachineNames(machine.fn(), machine.names(), bridge.name());
        this.printer = new CodePrinter(signature.futureClass(), machine, names, bridge, staticImports, bodies);
        this.types = printer.types();
        this.states = new StateType(names, constants(machine), byOrdinal);
        this.poll = new PollWriter(machine, names, states, printer, pollType(), cut);
        this.end = new EndWriter(signature, machine, names, pollType(), cut);
        this.stateType = ClassName.get("", names.stateType);
    }

    /** @param byOrdinal whether to switch over the states' ordinals */
    static TypeSpec write(
            Signature signature,
            StateMachine machine,
            boolean byOrdinal,
            BridgeWriter bridge,
            StaticImports staticImports,
            Bodies bodies) {
        FutureWriter whole = new FutureWriter(signature, machine, byOrdinal, false, bridge, staticImports, bodies);
        return whole.poll.isTooLarge()
                ? new FutureWriter(signature, machine.cut(), byOrdinal, true, bridge, staticImports, bodies).write()
                : whole.write();
    }

    private TypeSpec write() {
        Snippet pollBody = poll.body();
        TypeSpec.Builder type = TypeSpec.classBuilder(signature.futureClass())
                .addJavadoc(new FutureDoc(machine).text())
                .addModifiers(signature.visibility())
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addTypeVariables(signature.typeParameters())
                .addSuperinterface(signature.implemented())
                .addSuperinterface(RuntimeTypes.TRACED);
        fields(type);
        // Raw text, because JavaPoet would print it behind all methods: a reader wants to see it first.
        states.declarations().forEach(declaration -> type.addInitializerBlock(Lifted.mark(bodies.insert(declaration))));
        for (LiftedClass lifted : machine.fn().lifted()) {
            type.addInitializerBlock(Lifted.mark(bodies.insert(printer.print(lifted))));
        }
        machine.fn().lifted().stream()
                .flatMap(lifted -> Stream.of(lifted.outermostName(), lifted.name()))
                .distinct()
                .forEach(name -> type.addType(Lifted.reserved(name)));
        type.addMethod(constructor());
        List<MethodSpec> parts = cut ? poll.partMethods(printer.needs().unchecked(), bodies) : List.of();
        type.addMethod(poll(pollBody));
        if (machine.hasCleanup()) {
            type.addMethod(poll.run(printer.needs().unchecked(), bodies));
        }
        parts.forEach(type::addMethod);
        if (poll.awaits()) {
            type.addMethod(suspend()).addMethod(end.complete()).addMethod(end.drop());
        } else {
            type.addMethod(end.complete());
        }
        end.releaseMethods().forEach(type::addMethod);
        if (printer.needs().rethrow()) {
            type.addMethod(rethrow());
        }
        if (printer.needs().inferred()) {
            type.addMethod(inferred());
        }
        printer.composedMethods().forEach(type::addMethod);
        type.addMethod(stateName("state", names.state)).addMethod(awaitedMethod());
        if (keepsSuspension()) {
            type.addMethod(stateName("suspendedAt", names.suspendedAt));
        }
        Set<String> allowed = new TreeSet<>(machine.fn().suppressions());
        if (!signature.isStatic()) {
            allowed.addAll(Deprecations.in(signature.method().owner().asType()));
        }
        if (types.namedRaw()) {
            allowed.add("rawtypes");
        }
        if (!allowed.isEmpty()) {
            type.addAnnotation(Suppress.annotation(allowed));
        }
        return type.build();
    }

    // ---- fields

    private void fields(TypeSpec.Builder type) {
        for (Variable constant : machine.variables(Storage.CONSTANT)) {
            type.addField(FieldSpec.builder(
                            types.of(constant.type()),
                            machine.placement(constant).name(),
                            Modifier.PRIVATE,
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .initializer(bodies.insert(Literals.of(constant.constant())))
                    .build());
        }
        type.addField(FieldSpec.builder(stateType, names.state, Modifier.PRIVATE)
                .initializer("$L.START", names.stateType)
                .build());
        group(type, "What was passed to the factory.", Role.RECEIVER, Role.PARAMETER);
        group(type, "Locals that live across an await.", Role.LOCAL);
        group(type, "Operands evaluated before an await in their expression.", Role.SPILL);
        group(type, "Values that an expression with an await chooses.", Role.CHOICE);
        group(type, "What a finally block puts off: the value to return, the exception to throw again.", Role.PENDING);
        group(type, "Where the finally block goes on when it has run.", Role.EXIT);
        if (machine.hasHandlers()) {
            type.addField(FieldSpec.builder(stateType, names.handler, Modifier.PRIVATE)
                    .addJavadoc("Where an exception goes on: in the catch or finally of the innermost try; or null.\n")
                    .build());
        }
        if (poll.awaits()) {
            type.addField(FieldSpec.builder(RuntimeTypes.ANY_FUTURE, names.awaited, Modifier.PRIVATE)
                    .addJavadoc("The future being awaited; null unless suspended.\n")
                    .build());
        }
        if (keepsSuspension()) {
            type.addField(FieldSpec.builder(stateType, names.suspendedAt, Modifier.PRIVATE)
                    .addJavadoc("Where it was suspended last: should it fail there, the stack trace tells the line.\n")
                    .initializer("$L.START", names.stateType)
                    .build());
        }
        if (cut) {
            type.addField(FieldSpec.builder(stateType, names.resumed, Modifier.PRIVATE)
                    .addJavadoc("Where this poll is: its parts hand it over to each other.\n")
                    .build());
            type.addField(FieldSpec.builder(Object.class, names.output, Modifier.PRIVATE)
                    .build());
            if (machine.hasHandlers()) {
                type.addField(FieldSpec.builder(Throwable.class, names.thrown, Modifier.PRIVATE)
                        .build());
            }
        }
    }

    private void group(TypeSpec.Builder type, String comment, Role... roles) {
        boolean first = true;
        for (Variable variable : machine.variables(Storage.FIELD)) {
            if (List.of(roles).contains(variable.role())) {
                FieldSpec.Builder field = FieldSpec.builder(
                        printer.typeOf(variable), machine.placement(variable).name(), Modifier.PRIVATE);
                if (first) {
                    field.addJavadoc("$L\n", comment);
                }
                first = false;
                type.addField(field.build());
            }
        }
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = FutureConstructor.of(signature);
        Variable receiver = machine.fn().receiver();
        if (receiver != null) {
            String name = machine.placement(receiver).name();
            constructor.addParameter(signature.receiver(), name);
            constructor.addStatement("this.$1L = $2T.requireNonNull($1L)", name, Objects.class);
        }
        List<? extends VariableElement> parameters = signature.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Placement home = machine.placement(machine.fn().parameters().get(i));
            constructor.addParameter(signature.types().of(parameters.get(i).asType()), home.name());
            if (home.storage() == Storage.FIELD) {
                constructor.addStatement("this.$1L = $1L", home.name());
            }
        }
        return constructor.build();
    }

    // ---- methods

    private MethodSpec poll(Snippet body) {
        Set<String> allowed = new TreeSet<>();
        boolean elsewhere = cut || machine.hasCleanup();
        if (machine.cases().size() > 1 && !elsewhere) {
            allowed.add("fallthrough");
        }
        if (printer.needs().unchecked() && !elsewhere) {
            allowed.add("unchecked");
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder("poll").addAnnotation(Override.class);
        if (!allowed.isEmpty()) {
            method.addAnnotation(Suppress.annotation(allowed));
        }
        return method.addModifiers(Modifier.PUBLIC)
                .returns(pollType())
                .addParameter(RuntimeTypes.CONTEXT, names.context)
                .addException(Exception.class)
                .addCode(bodies.insert(body))
                .build();
    }

    private TypeName pollType() {
        return ParameterizedTypeName.get(RuntimeTypes.POLL, signature.boxedResult());
    }

    private MethodSpec suspend() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("suspend")
                .addModifiers(Modifier.PRIVATE)
                .returns(pollType())
                .addParameter(stateType, "at")
                .addParameter(RuntimeTypes.ANY_FUTURE, "child");
        if (machine.hasCleanup()) {
            method.addCode(
                    "if ($L == $L.DROPPED) { // an await in a finally had its one chance\n$>",
                    names.state,
                    names.stateType);
            method.addCode("child.drop();\n");
            method.addCode("throw new $T();\n$<}\n", RuntimeTypes.DROPPED);
        }
        method.addStatement("$L = at", names.state);
        if (keepsSuspension()) {
            method.addStatement("$L = at", names.suspendedAt);
        }
        return method.addStatement("$L = child", names.awaited)
                .addStatement("return $T.pending()", RuntimeTypes.POLL)
                .build();
    }

    private MethodSpec rethrow() {
        TypeVariableName e = TypeVariableName.get("E", Throwable.class);
        return MethodSpec.methodBuilder("rethrow")
                .addJavadoc("Throws an exception as it is: where it was caught it was known what it can be.\n")
                .addAnnotation(Suppress.annotation(List.of("unchecked")))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addTypeVariable(e)
                .returns(e)
                .addParameter(Throwable.class, "exception")
                .addException(e)
                .addStatement("throw (E) exception")
                .build();
    }

    private static MethodSpec inferred() {
        TypeVariableName t = TypeVariableName.get("T");
        return MethodSpec.methodBuilder("inferred")
                .addJavadoc("A value as the type that its context wants, where that type has no name.\n")
                .addAnnotation(Suppress.annotation(List.of("unchecked")))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addTypeVariable(t)
                .returns(t)
                .addParameter(Object.class, "value")
                .addStatement("return (T) value")
                .build();
    }

    /** Whether it matters where it was suspended: a poll that is under way or has failed leaves nothing of it in the state. */
    private boolean keepsSuspension() {
        return machine.awaits()
                        .map(await -> machine.resumption(await.resume()))
                        .distinct()
                        .count()
                > 1;
    }

    private static MethodSpec stateName(String method, String field) {
        return MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $L.name()", field)
                .build();
    }

    private MethodSpec awaitedMethod() {
        return MethodSpec.methodBuilder("awaited")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeTypes.ANY_FUTURE)
                .addStatement("return $L", poll.awaits() ? names.awaited : "null")
                .build();
    }

    private static List<String> constants(StateMachine machine) {
        List<String> constants = new ArrayList<>();
        machine.cases().forEach(state -> constants.add(state.state()));
        constants.addAll(
                machine.awaits().findAny().isPresent()
                        ? List.of("DONE", "PANICKED", "DROPPED")
                        : List.of("DONE", "PANICKED"));
        return constants;
    }
}
