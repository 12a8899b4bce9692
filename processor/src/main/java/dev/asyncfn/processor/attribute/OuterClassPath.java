package dev.asyncfn.processor.attribute;

import dev.asyncfn.processor.attribute.InMemoryFile.ClassFile;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.model.Naming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;

/**
 * The class path of the inner compilation: every class that the outer compiler knows, from jars, modules, other
 * sources or earlier rounds, and the facades of this round. The platform's classes and the files that are compiled
 * are left out, and so are facades of an earlier compilation, which the outer compiler may still find in its output.
 */
final class OuterClassPath {
    private final Elements elements;
    private final Types types;
    private final EditorPackages editor;
    private final UnresolvedNames unresolved;
    private final Set<TypeElement> compiled;
    private final Set<String> superseded = new HashSet<>();
    private final Map<String, List<JavaFileObject>> facades = new HashMap<>();
    private final Map<String, List<JavaFileObject>> packages = new HashMap<>();

    /**
     * @param waiting owners of facades that only a later round can generate
     * @param compiled the top-level classes that the inner compiler reads from source
     */
    OuterClassPath(
            ProcessingEnvironment env, List<Facade> facades, List<TypeElement> waiting, Set<TypeElement> compiled) {
        this.elements = env.getElementUtils();
        this.types = env.getTypeUtils();
        this.editor = EditorPackages.of(env);
        this.unresolved = new UnresolvedNames(facades);
        this.compiled = compiled;
        facades.forEach(this::addFacade);
        waiting.forEach(owner -> superseded.add(Naming.qualifiedFacadeName(owner)));
    }

    private void addFacade(Facade facade) {
        superseded.add(Naming.qualifiedFacadeName(facade.owner()));
        List<JavaFileObject> files = facades.computeIfAbsent(facade.packageName(), name -> new ArrayList<>());
        new FacadeStub(facade, elements, types, typesIn(facade.packageName()))
                .classFiles()
                .forEach((name, bytes) -> files.add(new ClassFile(name, () -> bytes)));
    }

    private ClassFileTypes typesIn(String packageName) {
        return new ClassFileTypes(elements, types, unresolved.in(packageName));
    }

    List<JavaFileObject> list(String packageName) {
        return packages.computeIfAbsent(packageName, this::files);
    }

    private List<JavaFileObject> files(String packageName) {
        if (packageName.isEmpty() && !isCompiledIn(packageName)) {
            return List.of(); // no other package can name its classes, and the outer compiler would parse every source
            // there
        }
        List<JavaFileObject> files = new ArrayList<>(facades.getOrDefault(packageName, List.of()));
        for (PackageElement found : elements.getAllPackageElements(packageName)) {
            if (!PlatformOptions.isPlatform(elements.getModuleOf(found))) {
                addClasses(editor.classesIn(found), packageName, files);
            }
        }
        return files;
    }

    private boolean isCompiledIn(String packageName) {
        return compiled.stream()
                .anyMatch(type -> elements.getPackageOf(type).getQualifiedName().contentEquals(packageName));
    }

    private void addClasses(List<TypeElement> classes, String packageName, List<JavaFileObject> files) {
        for (TypeElement type : classes) {
            if (!compiled.contains(type)
                    && !superseded.contains(type.getQualifiedName().toString())) {
                files.add(new ClassFile(
                        elements.getBinaryName(type).toString(), () -> ClassStub.of(type, typesIn(packageName))));
                addClasses(ElementFilter.typesIn(type.getEnclosedElements()), packageName, files);
            }
        }
    }
}
