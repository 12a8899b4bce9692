package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.asyncfn.processor.collect.ErasedSignature;
import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.JoinedFn;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.model.OverriddenFn;
import dev.asyncfn.processor.model.VirtualFns;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Writes the class that puts the async fns of a class into the tables: its own, and those of its supertypes. */
final class EntriesWriter {
    private static final String IMPLEMENTOR = "implementor";

    private final TypeElement owner;
    private final Elements elements;
    private final List<MethodSpec> methods = new ArrayList<>();
    private final CodeBlock.Builder puts = CodeBlock.builder();
    private final Set<String> allowed = new TreeSet<>();

    EntriesWriter(TypeElement owner, Elements elements) {
        this.owner = owner;
        this.elements = elements;
    }

    boolean isNeeded() {
        return !puts.isEmpty();
    }

    /** Adds the entries of an async fn that has a future. */
    void add(Signature fn) {
        fn.method().entries().forEach(entry -> add(fn, entry));
    }

    private void add(Signature fn, OverriddenFn overridden) {
        TableFunction function = TableFunction.of(overridden, fn);
        put(fn, function, creation(fn, function));
    }

    /** Adds the entry of an interface's async fn that is implemented by an inherited one. */
    void add(JoinedFn joined) {
        ExecutableElement element = joined.implementation();
        TypeElement declaring = (TypeElement) element.getEnclosingElement();
        AsyncMethod method = new AsyncMethod(element, declaring, Naming.futureName(element), List.of());
        Signature fn = new Signature(method, ReferencePrinter.facade(declaring), Map.of());
        TableFunction function = TableFunction.unnamed(joined.implemented());
        boolean raw = !fn.typeParameters().isEmpty();
        CodeBlock call =
                CodeBlock.of("$T.$L($L)", fn.facade(), fn.factoryName(), arguments(fn, declaring, function, raw));
        allowed.addAll(Deprecations.of(element)); // its factory is deprecated, too
        put(fn, function, seenAs(function, fn, call, raw));
    }

    private void put(Signature fn, TableFunction function, CodeBlock future) {
        OverriddenFn overridden = function.fn();
        allowed.addAll(new FactoryAnnotations(function.signature()).allowed());
        CodeBlock entry;
        if (function.isGeneric()) {
            String name = "entry" + (methods.size() + 1);
            methods.add(function.method(name)
                    .addJavadoc("Makes the future of {@code $L}.\n$L", fn.name(), function.tags())
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addStatement("return $L", future)
                    .build());
            entry = CodeBlock.of("$L::$L", VirtualFns.ENTRIES, name);
        } else {
            entry = CodeBlock.of("($L) -> $L", String.join(", ", function.names()), future);
        }
        boolean ownTable = overridden.owner().equals(owner);
        String signature = ErasedSignature.of(overridden.element(), elements);
        String own = ErasedSignature.of(fn.element(), elements);
        puts.add(
                "$L.put(\n$>$>$T.class,\n$S,\n$L,\n$L$L);\n$<$<",
                ownTable
                        ? CodeBlock.of(VirtualFns.TABLES)
                        : CodeBlock.of("$T.$L", function.signature().facade(), VirtualFns.TABLES),
                function.type(),
                signature,
                PrivateClasses.is(owner)
                        ? CodeBlock.of(IMPLEMENTOR)
                        : CodeBlock.of("$T.class", TypeNames.PLAIN.of(owner)),
                entry,
                own.equals(signature) ? CodeBlock.of("") : CodeBlock.of(",\n$S", own));
    }

    /** The future of the override: as in a bridge method, the arguments are cast to what its parameters are. */
    private CodeBlock creation(Signature fn, TableFunction function) {
        boolean own = fn.element().equals(function.signature().element());
        if (own) {
            if (function.castsUnchecked()) {
                allowed.add("unchecked");
            }
            List<CodeBlock> arguments = new ArrayList<>(List.of(function.receiver()));
            function.names().stream().skip(1).forEach(name -> arguments.add(CodeBlock.of("$L", name)));
            return CodeBlock.of("new $L($L)", fn.created(), CodeBlock.join(arguments, ", "));
        }
        boolean raw = !fn.classParameters().isEmpty();
        CodeBlock created = CodeBlock.of("new $T($L)", fn.futureClass(), arguments(fn, owner, function, raw));
        if (raw) {
            allowed.add("rawtypes");
            allowed.add("unchecked");
            return created;
        }
        return seenAs(function, fn, created, false);
    }

    /** A future as that of the function, whose type arguments may be others. */
    private CodeBlock seenAs(TableFunction function, Signature fn, CodeBlock created, boolean raw) {
        TypeName future = ParameterizedTypeName.get(RuntimeTypes.FUTURE, fn.boxedResult());
        if (!raw && future.equals(function.future())) {
            return created;
        }
        allowed.add("unchecked");
        return CodeBlock.of("($T) ($T) $L", function.future(), RuntimeTypes.ANY_FUTURE, created);
    }

    /** @param declaring the class that declares the async fn, as which the receiver is passed */
    private CodeBlock arguments(Signature fn, TypeElement declaring, TableFunction function, boolean raw) {
        List<CodeBlock> arguments = new ArrayList<>();
        List<ParameterSpec> parameters = function.parameters();
        if (raw) {
            allowed.add("rawtypes");
            allowed.add("unchecked");
        }
        TypeName receiver = receiver(fn, declaring, raw);
        ParameterSpec self = parameters.get(0);
        arguments.add(
                receiver.equals(self.type()) // of a private class that is only known as the interface
                        ? CodeBlock.of("$L", self.name())
                        : CodeBlock.of("($T) $L", receiver, self.name()));
        for (int i = 1; i < parameters.size(); i++) {
            arguments.add(argument(fn, fn.parameters().get(i - 1), parameters.get(i), raw));
        }
        return CodeBlock.join(arguments, ", ");
    }

    /** What the constructor of the future takes first; for a private class it is what the type parameter is erased to. */
    private static TypeName receiver(Signature fn, TypeElement declaring, boolean raw) {
        if (PrivateClasses.is(declaring)) {
            return erased(TypeVariableName.get(declaring.getSimpleName().toString()), fn.classParameters());
        }
        return raw ? fn.types().of(declaring) : fn.receiver();
    }

    private static TypeName erased(TypeName type, List<TypeVariableName> parameters) {
        if (type instanceof ParameterizedTypeName generic) {
            return generic.rawType();
        }
        if (!(type instanceof TypeVariableName variable)) {
            return type;
        }
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(variable.name()))
                .flatMap(parameter -> parameter.bounds().stream())
                .findFirst()
                .map(bound -> erased(bound, parameters))
                .orElse(ClassName.OBJECT);
    }

    private CodeBlock argument(Signature fn, VariableElement parameter, ParameterSpec passed, boolean raw) {
        TypeName wanted =
                raw ? fn.types().erased(parameter.asType()) : fn.types().of(parameter.asType());
        if (wanted.equals(passed.type())
                || wanted.isPrimitive()
                || !PrivateClasses.in(parameter.asType()).isEmpty()) {
            return CodeBlock.of("$L", passed.name());
        }
        if (wanted.equals(ClassName.OBJECT)) {
            return CodeBlock.of("$L", passed.name());
        }
        allowed.add("unchecked");
        return passed.type() instanceof TypeVariableName
                ? CodeBlock.of("($T) $L", wanted, passed.name())
                : CodeBlock.of("($T) ($T) $L", wanted, ClassName.OBJECT, passed.name());
    }

    /** A private class has no literal here. */
    private CodeBlock found(CodeBlock statements) {
        return CodeBlock.builder()
                .beginControlFlow("try")
                .addStatement(
                        "$T<?> $L = $T.lookup().findClass($S)",
                        Class.class,
                        IMPLEMENTOR,
                        MethodHandles.class,
                        PrivateClasses.binaryName(owner))
                .add(statements)
                .nextControlFlow("catch ($T e)", ReflectiveOperationException.class)
                .addStatement("throw new $T(e)", ExceptionInInitializerError.class)
                .endControlFlow()
                .build();
    }

    TypeSpec write() {
        TypeSpec.Builder type = TypeSpec.classBuilder(VirtualFns.ENTRIES)
                .addJavadoc("""
                        Puts the async fns of {@code $L} into the vtables that have an entry for them. {@code AsyncTable}
                        initializes this class by its name when it composes a table for an instance.
                        """, owner.getSimpleName())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addStaticBlock(PrivateClasses.is(owner) ? found(puts.build()) : puts.build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("No instances.\n")
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        methods.forEach(type::addMethod);
        if (!allowed.isEmpty()) {
            type.addAnnotation(Suppress.annotation(allowed));
        }
        return type.build();
    }
}
