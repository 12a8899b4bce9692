package dev.asyncfn.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.model.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Prints what names classes, types and members: by words that mean just them where they are printed. */
final class ReferencePrinter implements Reference.Visitor<Snippet> {
    private final Printer printer;
    private final ClassName futureClass;
    private final Cfg fn;
    private final TypeNames types;
    private final BridgeWriter bridge;
    private final StaticImports staticImports;
    private final Bodies bodies;
    private final Needs needs;
    private final boolean isGeneric;

    ReferencePrinter(Printer printer, ClassName futureClass, Cfg fn, TypeNames types, FacadeParts facade, Needs needs) {
        this.printer = printer;
        this.futureClass = futureClass;
        this.fn = fn;
        this.types = types;
        this.bridge = facade.bridge();
        this.staticImports = facade.staticImports();
        this.bodies = facade.bodies();
        this.needs = needs;
        this.isGeneric =
                !TypeNames.parametersOf(fn.element()).isEmpty() || !fn.carried().isEmpty();
    }

    /** Whether the future class has type parameters. */
    boolean isGeneric() {
        return isGeneric;
    }

    @Override
    public Snippet classRef(Reference.ClassRef type) {
        return Snippet.of("$T", types.of(type.element()));
    }

    @Override
    public Snippet annotatedClass(Reference.AnnotatedClass type) {
        List<AnnotationSpec> annotations =
                type.annotations().stream().map(this::annotation).toList();
        return Snippet.of("$T", types.of(type.element()).annotated(annotations));
    }

    private AnnotationSpec annotation(Reference.Annotation annotation) {
        AnnotationSpec.Builder spec = AnnotationSpec.builder(types.of(annotation.type()));
        annotation.values().forEach((name, value) -> spec.addMember(name, bodies.insert(print(value))));
        return spec.build();
    }

    @Override
    public Snippet typeRef(Reference.TypeRef type) {
        return Snippet.of("$T", types.of(type.type()));
    }

    @Override
    public Snippet staticRef(Reference.StaticRef member) {
        ClassName owner = types.of(member.owner());
        if (member.imported()) {
            staticImports.add(owner, member.name());
        }
        return Snippet.member(owner, member.name());
    }

    @Override
    public Snippet facade(Reference.Facade facade) {
        return Snippet.of("$T", facade(facade.owner()));
    }

    @Override
    public Snippet factory(Reference.Factory factory) {
        Snippet written = print(factory.typeArguments());
        Snippet arguments = written.isEmpty()
                ? written
                : Snippet.of(
                        "$L$L",
                        written,
                        CarriedParameters.ofSignature(factory.fn()).stream()
                                .map(name -> ", " + name)
                                .collect(Collectors.joining()));
        ClassName facade = facade(factory.owner());
        ClassName type = factory.within() == null ? facade : facade.nestedClass(factory.within());
        return arguments.isEmpty()
                ? Snippet.of("$T.$L", type, factory.method())
                : Snippet.of("$T.<$L>$L", type, arguments, factory.method());
    }

    @Override
    public Snippet newFuture(Reference.NewFuture future) {
        Snippet arguments = print(future.typeArguments());
        if (future.mayBeRaw()) {
            needs.nameRawTypes();
        }
        return future.infers() || !arguments.isEmpty()
                ? Snippet.of("new $T<$L>", futureClass(future), arguments)
                : Snippet.of("new $T", futureClass(future));
    }

    /** The type arguments are the type parameters of this class, which the block's class has too. */
    @Override
    public Snippet newBlock(Reference.NewBlock creation) {
        Signature block = new Signature(fn.method(), futureClass, fn.carried()).ofBlock(creation.block());
        ClassName name = futureClass.nestedClass(creation.block().futureName());
        List<TypeVariableName> parameters = block.classParameters();
        TypeName type =
                parameters.isEmpty() ? name : ParameterizedTypeName.get(name, parameters.toArray(TypeName[]::new));
        Snippet made = Snippet.of("new $T($L)", type, print(creation.arguments()));
        return creation.type() == null ? made : Snippet.of("($T) $L", types.of(creation.type()), made);
    }

    @Override
    public Snippet lifted(Reference.Lifted lifted) {
        return Snippet.words(lifted.type().qualifiedName());
    }

    @Override
    public Snippet bridged(Reference.Bridged accessor) {
        String carried = String.join(", ", bridge.carriedArguments(accessor));
        return carried.isEmpty()
                ? Snippet.of("$L.$L", bridge.name(), bridge.accessor(accessor))
                : Snippet.of("$L.<$L>$L", bridge.name(), carried, bridge.accessor(accessor));
    }

    @Override
    public Snippet bridgedCall(Reference.BridgedCall call) {
        List<Snippet> arguments = new ArrayList<>(List.of(print(call.typeArguments())));
        bridge.allCarried(call.accessor()).forEach(carried -> arguments.add(Snippet.words(carried)));
        return Snippet.of(
                "$L.<$L>$L",
                bridge.name(),
                arguments.stream().collect(Snippet.joining(", ")),
                bridge.accessor(call.accessor()));
    }

    @Override
    public Snippet typed(Reference.Typed typed) {
        return Snippet.of("$L.<$T>$L", bridge.name(), types.of(typed.type()), bridge.typed());
    }

    @Override
    public Snippet matched(Reference.Matched matched) {
        return Snippet.of(
                "$L.$L<$L>",
                bridge.name(),
                TypeOperation.MATCHED,
                matched.type().getSimpleName());
    }

    @Override
    public Snippet parts(Reference.Parts parts) {
        return Snippet.of("$L.$L", bridge.name(), PartsOfPrivate.simpleName(bridge.accessor(parts.accessor())));
    }

    @Override
    public Snippet inferred(Reference.Inferred inferred) {
        needs.callInferred();
        return Snippet.of("$T.inferred", futureClass);
    }

    /** Arrays of private classes are made by the bridge, whose call stands behind this. */
    @Override
    public Snippet newArray(Reference.NewArray array) {
        if (CarriedParameters.isPassedAsBound(array.type())) { // the bridge makes it
            return Snippet.EMPTY;
        }
        return Snippet.of("new $T ", types.of(array.type()));
    }

    @Override
    public Snippet uncheckedCast(Reference.UncheckedCast cast) {
        needs.castUnchecked();
        return Snippet.of("($T) ($T) ", types.of(cast.type()), Object.class);
    }

    @Override
    public Snippet castTogether(Reference.CastTogether cast) {
        return together(cast.types(), types, needs);
    }

    /** A cast to several types, with a blank behind it. */
    static Snippet together(List<TypeMirror> bounds, TypeNames types, Needs needs) {
        if (!bounds.stream().allMatch(Reifiable::is)) {
            needs.castUnchecked();
        }
        return Snippet.of(
                "($L) ",
                bounds.stream().map(bound -> Snippet.of("$T", types.of(bound))).collect(Snippet.joining(" & ")));
    }

    /** The name of the method for a type, qualified: one that needs the type parameters of the future is not static. */
    @Override
    public Snippet composed(Reference.Composed method) {
        String name = needs.callComposed(ComposedMethod.of(method, types));
        return Snippet.of(isGeneric ? "$T.this.$L" : "$T.$L", futureClass, name);
    }

    private Snippet print(Code code) {
        return printer.print(code);
    }

    static ClassName facade(TypeElement owner) {
        String packageName = Naming.packageOf(owner).getQualifiedName().toString();
        return ClassName.get(packageName, Naming.facadeName(owner));
    }

    static ClassName futureClass(Reference.NewFuture creation) {
        return facade(creation.owner()).nestedClass(creation.future());
    }
}
