package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import dev.asyncfn.processor.model.Naming;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Gives each accessor of a bridge a name of its own. If two shared one, javac would choose between them by their
 * parameters, and the user's call was resolved among other methods: those of one class, of which some are not here.
 */
final class AccessorNames {
    private static final String ARRAY = "Array";

    private final Set<String> taken;
    /** The class whose member each name was first wished for. */
    private final Map<String, TypeElement> firstHosts = new HashMap<>();

    /** @param taken names of other methods of the bridge */
    AccessorNames(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    String newName(Reference.Bridged access) {
        String plain = plain(access, simpleName(access.host()));
        boolean elsewhere =
                !firstHosts.computeIfAbsent(plain, name -> access.host()).equals(access.host());
        Stream<String> wishes = elsewhere
                ? Stream.of(
                        plain,
                        ofHost(access, simpleName(access.host())),
                        ofHost(access, Naming.flatName(access.host())))
                : Stream.of(plain, plain + parameters(access));
        return wishes.filter(taken::add).findFirst().orElseGet(() -> numbered(plain + parameters(access)));
    }

    /** A name for a method of the bridge itself. */
    String newName(String wish) {
        return taken.add(wish) ? wish : numbered(wish);
    }

    private String numbered(String name) {
        int n = 2;
        while (!taken.add(name + "_" + n)) {
            n++;
        }
        return name + "_" + n;
    }

    private static String plain(Reference.Bridged access, String host) {
        String member = access.member().getSimpleName().toString();
        String capital = Character.toUpperCase(member.charAt(0)) + member.substring(1);
        int dimensions = TypeOperation.dimensions(access);
        return switch (access.kind()) {
            case CALL, READ -> member;
            case SUPER -> "super" + capital;
            case WRITE -> "set" + capital;
            case CREATE, FUNCTION -> "new" + host;
            case OUTER -> "outer";
            case PRE_INCREMENT -> "increment" + capital;
            case PRE_DECREMENT -> "decrement" + capital;
            case POST_INCREMENT -> "getAndIncrement" + capital;
            case POST_DECREMENT -> "getAndDecrement" + capital;
            case IS -> "is" + host + ARRAY.repeat(dimensions);
            case CAST -> "castTo" + host + ARRAY.repeat(dimensions);
            case AS -> "as" + host + ARRAY.repeat(dimensions);
            case NAME -> "nameOf" + host;
            case PARTS -> "partsOf" + host;
            case MATCH -> "match" + host;
            case CLASS -> "classOf" + host + ARRAY.repeat(dimensions);
            case NEW_ARRAY -> "newArrayOf" + host + ARRAY.repeat(dimensions - 1);
            case LOOKUP -> "lookupOf" + host;
            case INITIALISE -> "initialise";
            case ARRAY_OF -> "arrayOf" + host + ARRAY.repeat(dimensions - 1);
        };
    }

    /** With the class whose member it is. */
    private static String ofHost(Reference.Bridged access, String host) {
        return access.kind() == BridgeKind.CREATE || access.kind() == BridgeKind.FUNCTION
                ? plain(access, host)
                : plain(access, simpleName(access.host())) + "_" + host;
    }

    private static String simpleName(TypeElement type) {
        return type.getSimpleName().toString();
    }

    /** What tells an overload from the others; nothing for a field. */
    private static String parameters(Reference.Bridged access) {
        Element member = access.member();
        return member instanceof ExecutableElement method
                ? method.getParameters().stream()
                        .map(parameter -> "_" + Naming.shortName(parameter.asType()))
                        .collect(Collectors.joining())
                : "";
    }
}
