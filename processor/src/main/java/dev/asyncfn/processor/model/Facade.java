package dev.asyncfn.processor.model;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * The class that will be generated for one owner: all its async fns in declaration order.
 *
 * @param owner the class that declares the async fns
 * @param packageName the package of both, empty for the unnamed one
 * @param simpleName the facade's name, such as {@code Outer_UsersAsync}
 * @param methods never empty
 */
public record Facade(TypeElement owner, String packageName, String simpleName, List<AsyncMethod> methods) {
    public Facade {
        methods = List.copyOf(methods);
    }
}
