package dev.asyncfn.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.model.Naming;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Prints what names classes, types and members: by words that mean just them where they are printed. */
final class ReferencePrinter implements Reference.Visitor<CodeBlock> {
    private final Printer printer;
    private final ClassName futureClass;
    private final TypeNames types;
    private final BridgeWriter bridge;
    private final StaticImports staticImports;
    private final Needs needs;
    private final boolean isGeneric;

    ReferencePrinter(
            Printer printer,
            ClassName futureClass,
            TypeNames types,
            BridgeWriter bridge,
            StaticImports staticImports,
            Needs needs,
            boolean isGeneric) {
        this.printer = printer;
        this.futureClass = futureClass;
        this.types = types;
        this.bridge = bridge;
        this.staticImports = staticImports;
        this.needs = needs;
        this.isGeneric = isGeneric;
    }

    @Override
    public CodeBlock classRef(Reference.ClassRef type) {
        return CodeBlock.of("$T", types.of(type.element()));
    }

    @Override
    public CodeBlock annotatedClass(Reference.AnnotatedClass type) {
        List<AnnotationSpec> annotations =
                type.annotations().stream().map(this::annotation).toList();
        return CodeBlock.of("$T", types.of(type.element()).annotated(annotations));
    }

    private AnnotationSpec annotation(Reference.Annotation annotation) {
        AnnotationSpec.Builder spec = AnnotationSpec.builder(types.of(annotation.type()));
        annotation.values().forEach((name, value) -> spec.addMember(name, print(value)));
        return spec.build();
    }

    @Override
    public CodeBlock typeRef(Reference.TypeRef type) {
        return CodeBlock.of("$T", types.of(type.type()));
    }

    @Override
    public CodeBlock staticRef(Reference.StaticRef member) {
        ClassName owner = types.of(member.owner());
        if (member.imported()) {
            staticImports.add(owner, member.name());
        }
        return CodeBlock.of("$T." + member.name().replace("$", "$$"), owner);
    }

    @Override
    public CodeBlock factory(Reference.Factory factory) {
        CodeBlock arguments = print(factory.typeArguments());
        return arguments.isEmpty()
                ? CodeBlock.of("$T.$L", facade(factory.owner()), factory.method())
                : CodeBlock.of("$T.<$L>$L", facade(factory.owner()), arguments, factory.method());
    }

    @Override
    public CodeBlock newFuture(Reference.NewFuture future) {
        CodeBlock arguments = print(future.typeArguments());
        return future.infers() || !arguments.isEmpty()
                ? CodeBlock.of("new $T<$L>", futureClass(future), arguments)
                : CodeBlock.of("new $T", futureClass(future));
    }

    @Override
    public CodeBlock lifted(Reference.Lifted lifted) {
        return CodeBlock.of("$L", lifted.type().qualifiedName());
    }

    @Override
    public CodeBlock bridged(Reference.Bridged accessor) {
        return CodeBlock.of("$L.$L", bridge.name(), bridge.accessor(accessor));
    }

    @Override
    public CodeBlock bridgedCall(Reference.BridgedCall call) {
        return CodeBlock.of("$L.<$L>$L", bridge.name(), print(call.typeArguments()), bridge.accessor(call.accessor()));
    }

    @Override
    public CodeBlock typed(Reference.Typed typed) {
        return CodeBlock.of("$L.<$T>$L", bridge.name(), types.of(typed.type()), bridge.typed());
    }

    @Override
    public CodeBlock inferred(Reference.Inferred inferred) {
        needs.callInferred();
        return CodeBlock.of("$T.inferred", futureClass);
    }

    @Override
    public CodeBlock newArray(Reference.NewArray array) {
        return CodeBlock.of("new $T ", types.of(array.type()));
    }

    @Override
    public CodeBlock uncheckedCast(Reference.UncheckedCast cast) {
        needs.castUnchecked();
        return CodeBlock.of("($T) ($T) ", types.of(cast.type()), Object.class);
    }

    @Override
    public CodeBlock castTogether(Reference.CastTogether cast) {
        return together(cast.types(), types, needs);
    }

    /** A cast to several types, with a blank behind it. */
    static CodeBlock together(List<TypeMirror> bounds, TypeNames types, Needs needs) {
        if (!bounds.stream().allMatch(Reifiable::is)) {
            needs.castUnchecked();
        }
        return CodeBlock.of(
                "($L) ",
                bounds.stream()
                        .map(bound -> CodeBlock.of("$T", types.of(bound)))
                        .collect(CodeBlock.joining(" & ")));
    }

    /** The name of the method for a type, qualified: one that needs the type parameters of the future is not static. */
    @Override
    public CodeBlock composed(Reference.Composed method) {
        String name = needs.callComposed(ComposedMethod.of(method, types));
        return CodeBlock.of(isGeneric ? "$T.this.$L" : "$T.$L", futureClass, name);
    }

    private CodeBlock print(Code code) {
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
