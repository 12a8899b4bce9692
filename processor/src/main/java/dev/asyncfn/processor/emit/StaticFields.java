package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * A class within the bridge with the handles of another class's static fields. Before Java 22, whoever finds such a handle initialises
 * that class; this one is initialised when a field is used, as that class would be.
 */
final class StaticFields {
    private final String name;
    private final TypeElement host;
    private final Lookups lookups = new Lookups();
    private final Map<String, MemberHandle> handles = new LinkedHashMap<>();

    StaticFields(String name, TypeElement host) {
        this.name = name;
        this.host = host;
    }

    String name() {
        return name;
    }

    /**
     * From now on the handle is one of these.
     *
     * @param constant its name, with that of this class before it
     */
    void add(String constant, MemberHandle handle) {
        lookups.add(handle);
        handles.putIfAbsent(constant.substring(name.length() + 1), handle);
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "The static fields of {@code $1L}. They are found when the first of them is used:\nthat initialises {@code $1L}.\n",
                        host.getSimpleName());
        handles.forEach((constant, handle) -> type.addField(handle.constant(constant)));
        type.addMethod(MethodSpec.constructorBuilder()
                .addJavadoc("No instances.\n")
                .addModifiers(Modifier.PRIVATE)
                .build());
        Map<String, CodeBlock> found = new LinkedHashMap<>();
        handles.forEach((constant, handle) -> found.put(constant, handle.found(lookups.names())));
        return type.addStaticBlock(lookups.initializer(CodeBlock.of(""), found)).build();
    }
}
