package dev.asyncfn;

/** The names by which generated classes are found: {@code Outer.Users} has {@code Outer_UsersAsync}. */
final class GeneratedNames {
    private GeneratedNames() {}

    /**
     * The name of what belongs to a class.
     *
     * @param suffix comes after the name of the class
     * @return null for classes that have no names, and so no generated classes: local, anonymous and hidden ones
     */
    static String facadeOf(Class<?> type, String suffix) {
        if (type.isHidden() || type.isArray()) {
            return null;
        }
        StringBuilder name = new StringBuilder();
        Class<?> at = type;
        for (; at.isMemberClass(); at = at.getDeclaringClass()) {
            name.insert(0, "_" + at.getSimpleName());
        }
        return at.isLocalClass() || at.isAnonymousClass() ? null : at.getName() + name + suffix;
    }
}
