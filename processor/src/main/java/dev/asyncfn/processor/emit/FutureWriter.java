package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.asyncfn.processor.analyze.Placement;
import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.model.BlockFn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final TypeNames types;

    private final Bodies bodies;
    private final boolean cut;

    private FutureWriter(Signature signature, StateMachine machine, Around around, boolean cut, FacadeParts facade) {
        this.signature = signature;
        this.machine = machine;
        this.cut = cut;
        this.bodies = facade.bodies();
        this.names = new MachineNames(
                machine.fn(), around, machine.names(), facade.bridge().name());
        this.printer = new CodePrinter(signature.futureClass(), machine, around.lifted(), names, facade);
        this.types = printer.types();
        this.states = new StateType(machine, names, facade.byOrdinal(), cut);
        this.poll = new PollWriter(machine, names, states, printer, pollType(), cut, bodies);
    }

    /**
     * A future, with those of its async blocks nested in it.
     *
     * @param machines those of all async fns and blocks
     * @param around what it sees of the futures around it
     */
    static TypeSpec write(
            Signature signature, Cfg fn, Map<Cfg, StateMachine> machines, Around around, FacadeParts facade) {
        StateMachine machine = machines.get(fn);
        FutureWriter whole = new FutureWriter(signature, machine, around, false, facade);
        TypeSpec.Builder type = whole.poll.isTooLarge()
                ? new FutureWriter(signature, machine.cut(), around, true, facade).write()
                : whole.write();
        Around seen = around.with(machine);
        for (Cfg block : fn.asyncBlocks()) {
            Signature nested = signature.ofBlock((BlockFn) block.element());
            type.addType(write(nested, block, machines, seen, facade));
        }
        return type.build();
    }

    private TypeSpec.Builder write() {
        List<MethodSpec> methods = poll.methods();
        TypeSpec.Builder type = TypeSpec.classBuilder(signature.futureClass())
                .addJavadoc(bodies.insert(Snippet.beginning(new Place.FutureClass(machine))))
                .addJavadoc(new FutureDoc(machine).text(signature.declaredClassParameters()))
                .addModifiers(signature.isBlock() ? new Modifier[] {Modifier.PRIVATE} : signature.visibility())
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addTypeVariables(signature.declaredClassParameters())
                .superclass(base());
        signature.named().ifPresent(type::addSuperinterface);
        type.addInitializerBlock(Lifted.mark(bodies.insert(members())));
        machine.fn().lifted().stream()
                .flatMap(lifted -> Stream.of(lifted.outermostName(), lifted.name()))
                .distinct()
                .forEach(name -> type.addType(Lifted.reserved(name)));
        type.addMethod(constructor());
        methods.forEach(type::addMethod);
        new LetGoWriter(machine, names, printer.awaited(), cut).methods().forEach(type::addMethod);
        if (machine.hasCleanup()) {
            type.addMethod(pollDrop());
        }
        type.addMethod(drop());
        if (printer.needs().inferred()) {
            type.addMethod(inferred());
        }
        printer.composedMethods().forEach(type::addMethod);
        Set<String> allowed = allowed();
        if (!allowed.isEmpty()) {
            type.addAnnotation(Suppress.annotation(allowed));
        }
        return type;
    }

    /** What stands before the methods. JavaPoet would print fields without their groups, and the states behind all methods. */
    private Snippet members() {
        List<Snippet> members = new ArrayList<>(states.declarations());
        members.addAll(new FieldsWriter(machine, names, printer, cut).groups());
        machine.fn().lifted().forEach(lifted -> members.add(printer.print(lifted)));
        return members.stream().collect(Snippet.joining("\n\n"));
    }

    private TypeName base() {
        ClassName base = machine.hasHandlers() ? RuntimeTypes.GUARDED_STATE_MACHINE : RuntimeTypes.STATE_MACHINE;
        ClassName state = ClassName.get("", signature.futureClass().simpleName(), names.stateType);
        return ParameterizedTypeName.get(base, signature.declaredResult(), state);
    }

    private Set<String> allowed() {
        Set<String> allowed = new TreeSet<>(machine.fn().suppressions());
        if (!signature.isStatic()) {
            allowed.addAll(Deprecations.in(signature.method().owner().asType()));
        }
        if (types.namedRaw() || hasRawBounds()) {
            allowed.add("rawtypes");
        }
        if (!machine.fn().lifted().isEmpty()) {
            allowed.add("doclint:missing"); // the classes are copied without comments
        }
        return allowed;
    }

    private boolean hasRawBounds() {
        return !signature.isBlock()
                && new FactoryAnnotations(signature).allowed().contains("rawtypes");
    }

    // ---- methods

    private MethodSpec pollDrop() {
        return MethodSpec.methodBuilder("pollDrop")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(RuntimeTypes.POLL, ClassName.get(Void.class)))
                .addParameter(RuntimeTypes.CONTEXT, names.context)
                .addException(Exception.class)
                .addStatement("return pollDropGuarded($L)", names.context)
                .build();
    }

    private MethodSpec drop() {
        return MethodSpec.methodBuilder("drop")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addStatement("$L($L.DROPPED)", machine.hasCleanup() ? "dropGuarded" : "drop", names.stateType)
                .build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = FutureConstructor.of(signature);
        String summary = "Creates the future; nothing runs yet.\n";
        constructor.addJavadoc(hasParameters() ? summary + "\n" : summary);
        constructor.addStatement("super($L.START)", names.stateType);
        Variable receiver = machine.fn().receiver();
        if (receiver != null) {
            String name = machine.placement(receiver).name();
            constructor.addJavadoc("@param $L the object on which the method is called\n", name);
            constructor.addParameter(signature.receiver(), name);
            constructor.addStatement(
                    "this.$L = $L",
                    name,
                    signature.isBlock() ? name : CodeBlock.of("$T.requireNonNull($L)", Objects.class, name));
        }
        List<? extends VariableElement> parameters = signature.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Variable parameter = machine.fn().parameters().get(i);
            Placement home = machine.placement(parameter);
            constructor.addJavadoc(
                    "@param $L $L\n", home.name(), signature.isBlock() ? "captured" : "the parameter of the method");
            constructor.addParameter(
                    signature.isBlock()
                            ? printer.typeOf(parameter)
                            : signature.types().of(parameters.get(i).asType()),
                    home.name());
            if (home.storage() == Storage.FIELD) {
                constructor.addStatement("this.$1L = $1L", home.name());
            }
        }
        return constructor.build();
    }

    private boolean hasParameters() {
        return machine.fn().receiver() != null || !signature.parameters().isEmpty();
    }

    private TypeName pollType() {
        return ParameterizedTypeName.get(RuntimeTypes.POLL, signature.boxedResult());
    }

    private static MethodSpec inferred() {
        TypeVariableName t = TypeVariableName.get("T");
        return MethodSpec.methodBuilder("inferred")
                .addJavadoc("A value as the type that its context wants, where that type has no name.\n\n")
                .addJavadoc("@param <T> that type\n@param value the value\n@return the value\n")
                .addAnnotation(Suppress.annotation(List.of("unchecked")))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addTypeVariable(t)
                .returns(t)
                .addParameter(Object.class, "value")
                .addStatement("return (T) value")
                .build();
    }
}
