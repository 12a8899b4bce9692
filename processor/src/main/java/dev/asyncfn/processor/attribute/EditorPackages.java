package dev.asyncfn.processor.attribute;

import dev.asyncfn.processor.collect.PackageMembers;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Which classes a package has. Most compilers say so by its element. In an editor that builds with Eclipse's compiler the element has only those
 * which that compiler has met; the editor's model of the project, a public API that is reached by reflection, has the names of all.
 */
final class EditorPackages {
    private static final String MODEL = "org.eclipse.jdt.core.";
    private static final String CLASS_FILE = ".class";

    private final Elements elements;
    /** The folders and jars of the project, of Eclipse's type {@code IPackageFragmentRoot}; none outside of such an editor. */
    private final List<Object> roots;

    private EditorPackages(Elements elements, List<Object> roots) {
        this.elements = elements;
        this.roots = roots;
    }

    static EditorPackages of(ProcessingEnvironment env) {
        return new EditorPackages(
                env.getElementUtils(),
                env.getClass().getName().startsWith("org.eclipse.jdt.") ? roots(env) : List.of());
    }

    private static List<Object> roots(ProcessingEnvironment env) {
        try {
            Object project = env.getClass().getMethod("getJavaProject").invoke(env);
            return list(call(project, "IJavaProject", "getAllPackageFragmentRoots"));
        } catch (ReflectiveOperationException e) {
            return List.of(); // the batch compiler, which has no model
        }
    }

    /** The top-level classes of a package, in the order of their names. */
    List<TypeElement> classesIn(PackageElement found) {
        Set<String> names = new TreeSet<>();
        ElementFilter.typesIn(PackageMembers.of(found))
                .forEach(type -> names.add(type.getSimpleName().toString()));
        String home = found.getQualifiedName().toString();
        roots.forEach(root -> names.addAll(namesIn(root, home)));
        List<TypeElement> classes = new ArrayList<>();
        for (String name : names) {
            Optional.ofNullable(elements.getTypeElement(home.isEmpty() ? name : home + "." + name))
                    .ifPresent(classes::add);
        }
        return classes;
    }

    private static List<String> namesIn(Object root, String home) {
        List<String> names = new ArrayList<>();
        try {
            Object fragment = call(root, "IPackageFragmentRoot", "getPackageFragment", home);
            if (!(boolean) call(fragment, "IJavaElement", "exists")) {
                return names;
            }
            for (Object unit : list(call(fragment, "IPackageFragment", "getCompilationUnits"))) {
                for (Object type : list(call(unit, "ICompilationUnit", "getTypes"))) {
                    names.add((String) call(type, "IJavaElement", "getElementName"));
                }
            }
            for (Object file : list(call(fragment, "IPackageFragment", "getOrdinaryClassFiles"))) {
                String name = (String) call(file, "IJavaElement", "getElementName");
                // That of a nested class is none of a top-level one, and so is not found.
                names.add(name.substring(0, name.length() - CLASS_FILE.length()));
            }
        } catch (ReflectiveOperationException e) {
            return names; // a folder that is gone, or a model of another version
        }
        return names;
    }

    private static List<Object> list(Object array) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            list.add(Array.get(array, i));
        }
        return list;
    }

    /** By the public interface, since the model's own classes are hidden. */
    private static Object call(Object target, String type, String method, Object... arguments)
            throws ReflectiveOperationException {
        Class<?>[] parameters = new Class<?>[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            parameters[i] = arguments[i].getClass();
        }
        return Class.forName(MODEL + type, true, target.getClass().getClassLoader())
                .getMethod(method, parameters)
                .invoke(target, arguments);
    }
}
