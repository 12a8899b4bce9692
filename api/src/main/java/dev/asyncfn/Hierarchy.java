package dev.asyncfn;

import dev.asyncfn.AsyncTable.Entry;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes and interfaces that an object's class inherits from, in which the method is looked up that a call of the object runs.
 *
 * <p>The rules are those of JVMS 5.4.5 (overriding) and 5.4.6 (method selection). They compare descriptors. A method that overrides one
 * with another descriptor, because a type parameter has an argument or a result is narrower, has a bridge method of the overridden
 * descriptor beside it, in the highest class where it is needed; another one below adds nothing (see {@link Bridges}). Its further
 * overrides are recognized because its entry says which signature it has itself. Results are not compared: javac compiles no two methods
 * that differ in the result alone, except bridges.
 */
final class Hierarchy {
    /** The signature of a method that may be any. */
    private static final String ANY = "*";

    /** The superclasses, from the highest to the class itself; only from the declaring class on, unless that is an interface. */
    private final List<Class<?>> classes = new ArrayList<>();

    private final Set<Class<?>> interfaces = new LinkedHashSet<>();
    private final Class<?> declaring;
    private final Map<Class<?>, List<Declared>> known = new HashMap<>();

    /** A method of one of the classes that can take part in overriding. */
    private record Declared(Class<?> type, String signature, int modifiers) {
        boolean isAbstract() {
            return Modifier.isAbstract(modifiers);
        }

        /** Whether a method of the same signature in a subclass overrides this one (JVMS 5.4.5). */
        boolean isOverriddenIn(Class<?> subclass) {
            return Modifier.isPublic(modifiers)
                    || Modifier.isProtected(modifiers)
                    || type.getPackage() == subclass.getPackage() && type.getClassLoader() == subclass.getClassLoader();
        }
    }

    /**
     * The hierarchy of an object's class.
     *
     * @param declaring the type that declares the methods to look up, of which the class is a subtype
     */
    Hierarchy(Class<?> receiver, Class<?> declaring) {
        this.declaring = declaring;
        for (Class<?> at = receiver; at != null; at = at.getSuperclass()) {
            addInterfaces(at);
            if (declaring.isInterface() || declaring.isAssignableFrom(at)) {
                classes.add(0, at);
            }
        }
    }

    private void addInterfaces(Class<?> type) {
        for (Class<?> implemented : type.getInterfaces()) {
            if (interfaces.add(implemented)) {
                addInterfaces(implemented);
            }
        }
    }

    /**
     * Selects the method that a call runs, and finds its entry.
     *
     * @param signature the method of the declaring type
     * @param entries the entry of a class for the method, or null
     * @return null if the selected method is no async fn
     */
    Entry select(String signature, Function<Class<?>, Entry> entries) {
        Map<Class<?>, Entry> found = entries(entries);
        return found.get(selected(signature, found));
    }

    /**
     * Whether the selected method is that of the declaring type itself. A class whose methods cannot be listed is taken to have none that
     * overrides it, unless it has an entry.
     *
     * @param signature the method of the declaring type
     * @param entries the entry of a class for the method, or null
     */
    boolean inherits(String signature, Function<Class<?>, Entry> entries) {
        Map<Class<?>, Entry> found = entries(entries);
        Class<?> selected = selected(signature, found);
        return selected == declaring
                || selected != null && !found.containsKey(selected) && isUnlisted(known.get(selected));
    }

    /** The type whose method a call runs; null if there is none. */
    private Class<?> selected(String signature, Map<Class<?>, Entry> found) {
        Set<String> signatures =
                found.values().stream().map(Entry::signature).collect(Collectors.toCollection(HashSet::new));
        signatures.add(signature);
        Class<?> selected = inClasses(signatures, found.keySet());
        return selected == null ? inInterfaces(signatures, found.keySet()) : selected;
    }

    private static boolean isUnlisted(List<Declared> methods) {
        return methods.stream().anyMatch(method -> method.signature().equals(ANY));
    }

    private Map<Class<?>, Entry> entries(Function<Class<?>, Entry> entries) {
        Map<Class<?>, Entry> found = new LinkedHashMap<>();
        Stream.concat(classes.stream(), interfaces.stream()).forEach(type -> {
            Entry entry = entries.apply(type);
            if (entry != null) {
                found.put(type, entry);
            }
        });
        return found;
    }

    /** The lowest class with an override; null if there is none. */
    private Class<?> inClasses(Set<String> signatures, Set<Class<?>> async) {
        List<Declared> overridden = new ArrayList<>();
        if (declaring.isInterface()) {
            overridden.add(new Declared(declaring, "", Modifier.PUBLIC));
        }
        Class<?> selected = null;
        for (Class<?> type : classes) {
            List<Declared> overrides = declared(type, signatures)
                    .filter(method ->
                            type == declaring || overridden.stream().anyMatch(above -> above.isOverriddenIn(type)))
                    .toList();
            overridden.addAll(overrides);
            if (!overrides.isEmpty() || async.contains(type)) {
                selected = type;
            }
        }
        return selected;
    }

    /** The one maximally specific interface whose method is not abstract; null if there is none, or more than one. */
    private Class<?> inInterfaces(Set<String> signatures, Set<Class<?>> async) {
        Map<Class<?>, Boolean> candidates = new LinkedHashMap<>();
        for (Class<?> type : interfaces) {
            List<Declared> methods = declared(type, signatures).toList();
            if (!methods.isEmpty()) {
                candidates.put(type, methods.stream().allMatch(Declared::isAbstract));
            }
        }
        async.stream().filter(Class::isInterface).forEach(type -> candidates.put(type, false));
        List<Class<?>> selected = candidates.keySet().stream()
                .filter(type -> !candidates.get(type))
                .filter(type ->
                        candidates.keySet().stream().noneMatch(other -> other != type && type.isAssignableFrom(other)))
                .collect(Collectors.toList());
        return selected.size() == 1 ? selected.get(0) : null;
    }

    private Stream<Declared> declared(Class<?> type, Set<String> signatures) {
        return known.computeIfAbsent(type, Hierarchy::declared).stream()
                .filter(method -> method.signature().equals(ANY) || signatures.contains(method.signature()));
    }

    private static List<Declared> declared(Class<?> type) {
        try {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> !Modifier.isStatic(method.getModifiers()))
                    .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                    .filter(method -> !Bridges.onlyMakesPublic(method) && !Bridges.isRepeated(method))
                    .map(method -> new Declared(type, signature(method), method.getModifiers()))
                    .toList();
        } catch (NoClassDefFoundError e) {
            // A class in the signature of some method is missing, so none can be listed. To call the method itself is
            // always right.
            return List.of(new Declared(type, ANY, Modifier.PUBLIC));
        }
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getTypeName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }
}
