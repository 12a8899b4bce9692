package dev.asyncfn.processor.model;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Which async fns are dispatched by the class of the receiver, and the names of what that is generated for it. */
public final class VirtualFns {
    private static final String TABLE = "Table";

    /** The constant of a facade in which the tables are found. */
    public static final String TABLES = "TABLES";

    /** The class of a facade that puts its async fns into the tables; {@code AsyncTable} of the api looks for it. */
    public static final String ENTRIES = "Entries";

    private static final String FUTURE = "Future";

    private VirtualFns() {}

    /** The class of tables in the facade of a class that is compiled now; see {@link #functionName}. */
    public static String tableName(TypeElement owner) {
        String name = TABLE;
        while (Naming.hidesClass(name, owner)) {
            name += "_";
        }
        return name;
    }

    /** The same in a facade that is there: other classes were beside it when it was compiled. */
    public static Optional<TypeElement> tableIn(TypeElement facade) {
        return ElementFilter.typesIn(facade.getEnclosedElements()).stream()
                .filter(type -> type.getSimpleName().toString().replace("_", "").equals(TABLE))
                .findFirst();
    }

    /** Whether a method can be overridden; it may be abstract, also where it must not be, which is for javac to say. */
    public static boolean isVirtual(ExecutableElement method) {
        return !method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE)
                && !method.getModifiers().contains(Modifier.FINAL)
                // Records are final, and so are enums unless a constant has a body, which may override.
                && (isAbstract(method)
                        || !method.getEnclosingElement().getModifiers().contains(Modifier.FINAL));
    }

    public static boolean isAbstract(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.ABSTRACT);
    }

    /** Whether a class, or one around it, is private. */
    public static boolean isPrivate(TypeElement type) {
        boolean found = false;
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            found |= e.getModifiers().contains(Modifier.PRIVATE);
        }
        return found;
    }

    /**
     * The functional interface of an entry: {@code Find_String} for {@code FindFuture_String}. A class cannot have the name of one around
     * it, and what hides a class of the unnamed package from the table has another name, too.
     */
    public static String functionName(TypeElement owner, String futureName) {
        int end = futureName.indexOf(FUTURE + "_");
        String own = end < 0
                ? futureName.substring(0, futureName.length() - FUTURE.length())
                : futureName.substring(0, end) + futureName.substring(end + FUTURE.length());
        return entryName(owner, own);
    }

    private static String entryName(TypeElement owner, String own) {
        String name = own;
        while (name.equals(tableName(owner))
                || name.equals(Naming.facadeName(owner))
                || Naming.hidesClass(name, owner)
                || !name.equals(own) && (isPlain(name, owner) || isOfLonger(name, own, owner))) {
            name += "_";
        }
        return name;
    }

    /** Whether it is the entry of another async fn, whose own name is this one with more of what is added here. */
    private static boolean isOfLonger(String name, String own, TypeElement owner) {
        return owner.getEnclosedElements().stream()
                .filter(Naming::isAsyncFn)
                .map(member -> Naming.capitalized(member.getSimpleName().toString()))
                .filter(longer -> longer.length() > own.length() && longer.startsWith(own))
                .filter(longer -> longer.chars().skip(own.length()).allMatch(c -> c == '_'))
                .anyMatch(longer -> entryName(owner, longer).equals(name));
    }

    /** Whether a name in a table of another compilation may be for an async fn; of several that fit its parameters, it is the shortest. */
    public static boolean mayBeFor(ExecutableElement method, String generated) {
        String name = method.getSimpleName().toString();
        return generated.equalsIgnoreCase(name)
                || generated.regionMatches(true, 0, name + "_", 0, name.length() + 1)
                        && !isPlain(generated, (TypeElement) method.getEnclosingElement());
    }

    /** Whether a name is that of an async fn without more: {@code Find_} is for {@code find_}, and not for {@code find}. */
    private static boolean isPlain(String name, TypeElement owner) {
        return owner.getEnclosedElements().stream()
                .filter(Naming::isAsyncFn)
                .map(member -> Naming.capitalized(member.getSimpleName().toString()))
                .anyMatch(Naming.capitalized(name)::equals);
    }

    /** The field of an entry, by the name of its interface: {@code find_String} for {@code Find_String}. */
    public static String fieldName(ExecutableElement method, String functionName) {
        String name = method.getSimpleName().toString();
        return name + functionName.substring(name.length());
    }
}
