package dev.asyncfn.processor;

import java.lang.reflect.Field;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * The files that Eclipse's compiler compiles. No public API leads from an element to its text on JDK 17, so this walks over the public fields
 * of that compiler, whether it runs by itself or inside of an editor.
 */
final class EclipseSources {
    private EclipseSources() {}

    /**
     * A file.
     *
     * @param name the simple name, without the ending
     */
    record Source(String name, String text) {}

    /** Whether an element is one of Eclipse's compiler. */
    static boolean have(Element element) {
        return element.getClass().getName().startsWith("org.eclipse.jdt.");
    }

    /** The file of a top-level class; empty if another compiler runs. */
    static Optional<Source> of(Element type) {
        try {
            Object scope = field(field(type, "_binding"), "scope");
            Object unit = scope.getClass().getMethod("compilationUnitScope").invoke(scope);
            Object result = field(field(unit, "referenceContext"), "compilationResult");
            Object file = field(result, "compilationUnit");
            Class<?> unitType = Class.forName(
                    "org.eclipse.jdt.internal.compiler.env.ICompilationUnit",
                    false,
                    file.getClass().getClassLoader());
            char[] text = (char[]) unitType.getMethod("getContents").invoke(file);
            char[] path = (char[]) result.getClass().getMethod("getFileName").invoke(result);
            String name = new String(path).replaceFirst(".*[/\\\\]", "").replaceFirst("\\.java$", "");
            return Optional.of(new Source(name, new String(text)));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty(); // another compiler, or another version of it
        }
    }

    private static Object field(Object holder, String name) throws ReflectiveOperationException {
        for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field.get(holder);
                }
            }
        }
        throw new NoSuchFieldException(name);
    }
}
