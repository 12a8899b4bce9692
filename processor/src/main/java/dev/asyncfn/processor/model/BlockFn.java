package dev.asyncfn.processor.model;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * An async block as the async fn that it is: its body is the lambda's, its parameters are the variables that the lambda captures, and all
 * else is that of the method around it, in whose class it stands. No compiler knows it: never pass it to {@code Types} or
 * {@code Elements}.
 */
public final class BlockFn implements ExecutableElement {
    private final ExecutableElement fn;
    private final BlockFn around;
    private final String futureName;
    private final List<VariableElement> captures;
    private final List<VariableElement> constants;
    private final TypeMirror result;
    private final TypeMirror failure;

    /**
     * @param fn the async fn that it stands in, itself no block
     * @param around the block that it stands in; null if there is none
     * @param futureName the simple name of its generated future, such as {@code UserBlock}
     * @param captures the variables that it captures, in the order of their first use
     * @param constants the constant variables around it that it reads: nobody captures a constant (JLS 4.12.4)
     * @param result what the block gives; {@code void} if nothing
     * @param failure the exception in the type of its future
     */
    public BlockFn(
            ExecutableElement fn,
            BlockFn around,
            String futureName,
            List<VariableElement> captures,
            List<VariableElement> constants,
            TypeMirror result,
            TypeMirror failure) {
        this.fn = fn;
        this.around = around;
        this.futureName = futureName;
        this.captures = List.copyOf(captures);
        this.constants = List.copyOf(constants);
        this.result = result;
        this.failure = failure;
    }

    /** The same with other types for its future, which can be written down. */
    public BlockFn of(TypeMirror newResult, TypeMirror newFailure) {
        return new BlockFn(fn, around, futureName, captures, constants, newResult, newFailure);
    }

    /** The async fn around a method that may be a block; else the method. */
    public static ExecutableElement around(ExecutableElement method) {
        return method instanceof BlockFn block ? block.fn : method;
    }

    /** The async fn that it stands in. */
    public ExecutableElement fn() {
        return fn;
    }

    public String futureName() {
        return futureName;
    }

    /** The name of its future in the facade: with those of the futures around it, as in a binary name. */
    public String nestedName() {
        return (around == null ? Naming.futureName(fn) : around.nestedName()) + "$" + futureName;
    }

    /** The exception in the type of its future, checked or not. */
    public TypeMirror failure() {
        return failure;
    }

    public List<VariableElement> constants() {
        return constants;
    }

    @Override
    public List<? extends VariableElement> getParameters() {
        return captures;
    }

    @Override
    public TypeMirror getReturnType() {
        return result;
    }

    @Override
    public List<? extends TypeMirror> getThrownTypes() {
        return List.of(failure);
    }

    // ---- as the method around it

    @Override
    public List<? extends TypeParameterElement> getTypeParameters() {
        return fn.getTypeParameters();
    }

    @Override
    public Element getEnclosingElement() {
        return fn.getEnclosingElement();
    }

    @Override
    public Name getSimpleName() {
        return fn.getSimpleName();
    }

    @Override
    public Set<Modifier> getModifiers() {
        return fn.getModifiers();
    }

    @Override
    public TypeMirror getReceiverType() {
        return fn.getReceiverType();
    }

    @Override
    public TypeMirror asType() {
        return fn.asType();
    }

    @Override
    public List<? extends AnnotationMirror> getAnnotationMirrors() {
        return fn.getAnnotationMirrors();
    }

    @Override
    public <A extends Annotation> A getAnnotation(Class<A> type) {
        return fn.getAnnotation(type);
    }

    @Override
    public <A extends Annotation> A[] getAnnotationsByType(Class<A> type) {
        return fn.getAnnotationsByType(type);
    }

    // ---- as any method

    @Override
    public ElementKind getKind() {
        return ElementKind.METHOD;
    }

    @Override
    public boolean isVarArgs() {
        return false;
    }

    @Override
    public boolean isDefault() {
        return false;
    }

    @Override
    public AnnotationValue getDefaultValue() {
        return null;
    }

    @Override
    public List<? extends Element> getEnclosedElements() {
        return List.of();
    }

    @Override
    public <R, P> R accept(ElementVisitor<R, P> visitor, P argument) {
        return visitor.visitExecutable(this, argument);
    }

    @Override
    public String toString() {
        return futureName + " of " + fn;
    }
}
