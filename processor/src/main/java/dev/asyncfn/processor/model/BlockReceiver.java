package dev.asyncfn.processor.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The variable that an async block of a method reference has for the reference's receiver: {@code repo()} of {@code async(repo()::load)} is
 * evaluated when the block is created. No compiler knows it: never pass it to {@code Types} or {@code Elements}.
 */
public final class BlockReceiver implements VariableElement {
    private final ExecutableElement fn;
    private final Name name;
    private final TypeMirror type;

    /**
     * @param fn the async fn around the block
     * @param name free in the block, which is a single call
     * @param type the receiver's
     */
    public BlockReceiver(ExecutableElement fn, Name name, TypeMirror type) {
        this.fn = fn;
        this.name = name;
        this.type = type;
    }

    @Override
    public TypeMirror asType() {
        return type;
    }

    @Override
    public Name getSimpleName() {
        return name;
    }

    @Override
    public Element getEnclosingElement() {
        return fn;
    }

    @Override
    public ElementKind getKind() {
        return ElementKind.PARAMETER;
    }

    @Override
    public Object getConstantValue() {
        return null;
    }

    @Override
    public Set<Modifier> getModifiers() {
        return Set.of(Modifier.FINAL);
    }

    @Override
    public List<? extends Element> getEnclosedElements() {
        return List.of();
    }

    @Override
    public List<? extends AnnotationMirror> getAnnotationMirrors() {
        return List.of();
    }

    @Override
    public <A extends Annotation> A getAnnotation(Class<A> annotation) {
        return null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A extends Annotation> A[] getAnnotationsByType(Class<A> annotation) {
        return (A[]) Array.newInstance(annotation, 0);
    }

    @Override
    public <R, P> R accept(ElementVisitor<R, P> visitor, P argument) {
        return visitor.visitVariable(this, argument);
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
