package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.model.Naming;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeParameterElement;

/**
 * The names of type parameters in generated code: the user's, unless two of them meet there in one list, or one hides
 * what the code has no other name for.
 */
final class TypeParameterNames {
    private final Map<TypeParameterElement, String> names = new HashMap<>();

    /** @param scopes what declares the parameters in sight, the inner ones first; with each goes what is around it */
    TypeParameterNames(Element... scopes) {
        Set<TypeParameterElement> parameters = new LinkedHashSet<>();
        for (Element scope : scopes) {
            for (Element e = scope; e instanceof Parameterizable generic; e = e.getEnclosingElement()) {
                parameters.addAll(generic.getTypeParameters());
            }
        }
        Set<String> taken = parameters.stream().map(TypeParameterNames::own).collect(Collectors.toSet());
        for (TypeParameterElement parameter : parameters) {
            String own = own(parameter);
            String name = own;
            boolean free = !names.containsValue(own) && !hides(own, Naming.packageOf(parameter));
            for (int n = 2; !free; n++) {
                name = own + "_" + n;
                free = taken.add(name);
            }
            names.put(parameter, name);
        }
    }

    String of(TypeParameterElement parameter) {
        String name = names.get(parameter);
        return name != null ? name : ofOtherCompilation(parameter);
    }

    /** The types of a body come from a compilation of its own, those of a signature from the user's. */
    private String ofOtherCompilation(TypeParameterElement parameter) {
        return names.entrySet().stream()
                .filter(known -> isSame(known.getKey(), parameter))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(() -> own(parameter));
    }

    private static boolean isSame(TypeParameterElement one, TypeParameterElement other) {
        Element declares = one.getGenericElement();
        Element around = other.getGenericElement();
        return one.getSimpleName().contentEquals(other.getSimpleName())
                && declares.getKind() == around.getKind()
                && declares.toString().equals(around.toString())
                && declares.getEnclosingElement()
                        .toString()
                        .equals(around.getEnclosingElement().toString());
    }

    private static String own(TypeParameterElement parameter) {
        return parameter.getSimpleName().toString();
    }

    /**
     * A hidden class is called by its qualified name, unless it is a class of the facade or has no package; and a type
     * parameter hides a package, too.
     */
    private static boolean hides(String name, PackageElement home) {
        boolean generated = name.endsWith("Future") || name.endsWith("Async") || name.equals(Naming.BRIDGE);
        boolean beside = home.isUnnamed()
                ? home.getEnclosedElements().stream()
                        .anyMatch(type -> type.getSimpleName().contentEquals(name))
                : (home.getQualifiedName() + ".").startsWith(name + ".");
        return generated || beside || Character.isLowerCase(name.codePointAt(0));
    }
}
