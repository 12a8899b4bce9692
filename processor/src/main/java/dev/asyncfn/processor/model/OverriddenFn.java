package dev.asyncfn.processor.model;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A virtual async fn that another one overrides, or that very one: the entry of a table.
 *
 * @param element the method, in the outer compiler
 * @param owner the class that declares it
 * @param tableName the simple name of the class of tables in the facade of the owner
 * @param functionName the simple name of the functional interface that its entries implement, such as {@code Find}
 * @param hidesReceiver whether the owner is private to its package, but its facade is public
 */
public record OverriddenFn(
        ExecutableElement element, TypeElement owner, String tableName, String functionName, boolean hidesReceiver) {}
