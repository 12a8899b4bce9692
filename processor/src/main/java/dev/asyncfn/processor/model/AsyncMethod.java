package dev.asyncfn.processor.model;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * One method annotated with {@code @AsyncFn} whose signature is valid.
 *
 * @param element the method, in the outer compiler
 * @param owner the class that declares it
 * @param futureName the simple name of its generated future, such as {@code GetUserFuture}
 */
public record AsyncMethod(ExecutableElement element, TypeElement owner, String futureName) {}
