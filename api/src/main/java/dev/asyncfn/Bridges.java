package dev.asyncfn;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** The bridge methods that javac writes (JLS 15.12.4.5). */
final class Bridges {
    private Bridges() {}

    /**
     * Whether a method overrides one of a class that is not public only so that it can be called by reflection: it calls that of its
     * superclass. A bridge to a method of another signature stands beside that method.
     */
    static boolean onlyMakesPublic(Method bridge) {
        if (!bridge.isBridge()) {
            return false;
        }
        for (Class<?> at = bridge.getDeclaringClass().getSuperclass(); at != null; at = at.getSuperclass()) {
            for (Method above : at.getDeclaredMethods()) {
                if (hasDescriptor(bridge, above) && !above.isBridge()) {
                    return !Modifier.isPublic(at.getModifiers()) && !hasTarget(bridge, above);
                }
            }
        }
        return false;
    }

    /**
     * Whether a superclass has the same bridge, to a method that this class does not override. javac writes it again in a class that is nested in
     * that superclass, or in an enum constant's.
     */
    static boolean isRepeated(Method bridge) {
        if (!bridge.isBridge()) {
            return false;
        }
        for (Class<?> at = bridge.getDeclaringClass().getSuperclass(); at != null; at = at.getSuperclass()) {
            List<Method> targets = targets(bridge, at);
            boolean same = Arrays.stream(at.getDeclaredMethods())
                    .anyMatch(above -> above.isBridge() && hasDescriptor(bridge, above));
            if (same && !targets.isEmpty()) {
                return targets.stream().noneMatch(target -> isOverridden(target, bridge.getDeclaringClass()));
            }
        }
        return false;
    }

    /** The methods of a class that a bridge may lead to. */
    private static List<Method> targets(Method bridge, Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isBridge() && method.getName().equals(bridge.getName()))
                .filter(method -> isNarrower(method, bridge))
                .toList();
    }

    private static boolean isOverridden(Method method, Class<?> subclass) {
        return Arrays.stream(subclass.getDeclaredMethods())
                .filter(other -> !other.isBridge() && other.getName().equals(method.getName()))
                .anyMatch(other -> Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
    }

    private static boolean hasDescriptor(Method one, Method other) {
        return one.getName().equals(other.getName())
                && one.getReturnType() == other.getReturnType()
                && Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
    }

    /** Whether a method beside the bridge overrides the method above with a narrower result, or with type arguments. */
    private static boolean hasTarget(Method bridge, Method above) {
        boolean generic = !Arrays.equals(above.getGenericParameterTypes(), above.getParameterTypes());
        return Arrays.stream(bridge.getDeclaringClass().getDeclaredMethods())
                .filter(method -> !method.isBridge() && method.getName().equals(bridge.getName()))
                .filter(method -> generic || Arrays.equals(method.getParameterTypes(), bridge.getParameterTypes()))
                .anyMatch(method -> isNarrower(method, bridge));
    }

    private static boolean isNarrower(Method method, Method bridge) {
        Class<?>[] narrow = method.getParameterTypes();
        Class<?>[] wide = bridge.getParameterTypes();
        boolean all = narrow.length == wide.length && bridge.getReturnType().isAssignableFrom(method.getReturnType());
        for (int i = 0; all && i < wide.length; i++) {
            all = wide[i].isAssignableFrom(narrow[i]);
        }
        return all;
    }
}
