package dev.asyncfn.processor.model;

import javax.lang.model.element.ExecutableElement;

/**
 * An async fn of an interface that a class implements by one which it inherits: the superclass that declares it knows nothing of the
 * interface, so the class itself puts it into the interface's table.
 *
 * @param implementation the inherited async fn
 * @param implemented that of the interface
 */
public record JoinedFn(ExecutableElement implementation, OverriddenFn implemented) {}
