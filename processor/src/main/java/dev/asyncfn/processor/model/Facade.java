package dev.asyncfn.processor.model;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * The class that will be generated for one owner: all its async fns in declaration order.
 *
 * @param owner the class that declares the async fns
 * @param packageName the package of both, empty for the unnamed one
 * @param simpleName the facade's name, such as {@code Outer_UsersAsync}
 * @param methods empty only if there are joined ones
 * @param joined the async fns of interfaces that are implemented by those of a superclass
 */
public record Facade(
        TypeElement owner, String packageName, String simpleName, List<AsyncMethod> methods, List<JoinedFn> joined) {
    public Facade {
        methods = List.copyOf(methods);
        joined = List.copyOf(joined);
    }
}
