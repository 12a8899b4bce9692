package dev.asyncfn.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The options that give the inner compilation the outer one's language and platform. */
final class PlatformOptions {
    private static final Set<ModuleDescriptor> SYSTEM_MODULES = ModuleFinder.ofSystem().findAll().stream()
            .map(ModuleReference::descriptor)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SYSTEM_MODULE_NAMES =
            SYSTEM_MODULES.stream().map(ModuleDescriptor::name).collect(Collectors.toUnmodifiableSet());

    private PlatformOptions() {}

    static boolean isPlatform(ModuleElement module) {
        return module != null
                && SYSTEM_MODULE_NAMES.contains(module.getQualifiedName().toString());
    }

    /** @param units the files that will be compiled */
    static List<String> of(ProcessingEnvironment env, Collection<CompilationUnitTree> units) {
        Elements elements = env.getElementUtils();
        List<String> options = new ArrayList<>();
        int source = env.getSourceVersion().ordinal();
        if (source != Runtime.version().feature()) {
            options.addAll(List.of(isRelease(elements) ? "--release" : "-source", String.valueOf(source)));
        } else if (env.isPreviewEnabled()) {
            options.addAll(List.of("--enable-preview", "-source", String.valueOf(source)));
        }
        elements.getAllModuleElements().stream()
                .map(module -> module.getQualifiedName().toString())
                .filter(name -> name.startsWith("jdk.incubator.")) // all others are there unasked
                .forEach(name -> options.addAll(List.of("--add-modules", name)));
        if (!options.contains("--release")) { // the two exclude each other
            units.forEach(unit -> internalPackages(unit)
                    .forEach((name, module) ->
                            options.addAll(List.of("--add-exports", module + "/" + name + "=ALL-UNNAMED"))));
        }
        return options;
    }

    /** Under {@code --release} the platform's classes come from javac's records of it, which have no private members. */
    private static boolean isRelease(Elements elements) {
        TypeElement string = elements.getTypeElement("java.lang.String");
        return ElementFilter.fieldsIn(string.getEnclosedElements()).stream()
                .noneMatch(field -> field.getModifiers().contains(Modifier.PRIVATE));
    }

    /**
     * The packages of the platform that a file names though they are not exported, with their modules. Whether it may
     * is for the outer compiler to say, which was given {@code --add-exports} or not.
     */
    private static Map<String, String> internalPackages(CompilationUnitTree unit) {
        Set<String> names = new TreeSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
                names.add(tree.getExpression().toString());
                return super.visitMemberSelect(tree, unused);
            }
        }.scan(unit, null);
        Map<String, String> internal = new TreeMap<>();
        for (ModuleDescriptor module : SYSTEM_MODULES) {
            Set<String> exported = module.exports().stream()
                    .filter(exports -> !exports.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
            names.stream()
                    .filter(name -> module.packages().contains(name) && !exported.contains(name))
                    .forEach(name -> internal.put(name, module.name()));
        }
        return internal;
    }
}
