package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.lang.invoke.MethodHandles;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The local variables of a static initialiser that finds handles: the lookups in the classes that it finds them in. */
final class Lookups {
    private final Map<TypeElement, String> names = new LinkedHashMap<>();

    /** All that the handle is found by. */
    void add(MemberHandle handle) {
        handle.privateClasses().forEach(this::add);
        add(handle.access().host());
    }

    /** A private class has no name to look into it by: the class around it finds it. */
    private void add(TypeElement host) {
        if (PrivateClasses.is(host)) {
            add(PrivateClasses.named(host));
        }
        names.computeIfAbsent(host, this::newName);
    }

    private String newName(TypeElement host) {
        String name = "in" + host.getSimpleName();
        return unused(SourceVersion.isKeyword(name) ? name + "_" : name, names.values());
    }

    /** The wish itself, or that with a number behind it. */
    static String unused(String wish, Collection<String> taken) {
        String name = wish;
        for (int n = 2; taken.contains(name); n++) {
            name = wish + "_" + n;
        }
        return name;
    }

    /** By the classes. */
    Map<TypeElement, String> names() {
        return Collections.unmodifiableMap(names);
    }

    /**
     * The whole initialiser.
     *
     * @param first what it does with the lookups before all else
     * @param handles the code that finds each constant, by its name
     */
    CodeBlock initializer(CodeBlock first, Map<String, CodeBlock> handles) {
        CodeBlock.Builder out = CodeBlock.builder().add("try {\n$>");
        names.forEach((host, name) -> out.add(
                "$1T.Lookup $2L = $1T.privateLookupIn($3L, $1T.lookup());\n", MethodHandles.class, name, loaded(host)));
        out.add(first);
        handles.forEach((constant, found) -> out.add("$L = $L;\n", constant, found));
        return out.add("$<} catch ($T e) {\n$>", ReflectiveOperationException.class)
                .add("throw new $T(e);\n$<}\n", ExceptionInInitializerError.class)
                .build();
    }

    private CodeBlock loaded(TypeElement host) {
        return PrivateClasses.is(host)
                ? CodeBlock.of(
                        "$L.findClass($S)", names.get(PrivateClasses.named(host)), PrivateClasses.binaryName(host))
                : CodeBlock.of("$T.class", TypeNames.PLAIN.of(host));
    }
}
