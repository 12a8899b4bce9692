package dev.asyncfn.processor.attribute;

import dev.asyncfn.processor.model.Facade;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * Names that the outer compiler cannot resolve yet because this very round will generate them: a declaration may
 * mention {@code UsersAsync.GetUserFuture}.
 */
final class UnresolvedNames {
    private final List<Facade> facades;

    UnresolvedNames(List<Facade> facades) {
        this.facades = facades;
    }

    /** The same for declarations of a package, whose own facades come before others of the same name. */
    UnresolvedNames in(String packageName) {
        List<Facade> ordered = new ArrayList<>(facades);
        ordered.sort((a, b) -> Boolean.compare(
                b.packageName().equals(packageName), a.packageName().equals(packageName)));
        return new UnresolvedNames(ordered);
    }

    /** The class that an error type means: a facade or its future by its name, else a name that will not be found. */
    String internalName(TypeMirror unresolved) {
        String name = unresolved.toString().replaceAll("<.*", "");
        for (Facade facade : facades) {
            String prefix = facade.packageName().isEmpty() ? "" : facade.packageName() + ".";
            String simple = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
            if (simple.equals(facade.simpleName()) || simple.startsWith(facade.simpleName() + ".")) {
                return prefix.replace('.', '/') + simple.replace('.', '$');
            }
            if (facade.methods().stream().anyMatch(method -> method.futureName().equals(name))) {
                return prefix.replace('.', '/') + facade.simpleName() + "$" + name;
            }
        }
        return name.replace('.', '/');
    }
}
