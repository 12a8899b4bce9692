package dev.asyncfn.processor.attribute;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.model.BlockFn;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What javac says of an async block's body: that of the method around it, but for the method.
 *
 * @param around that of the method
 * @param reference if the body is a reference to a method, the call that it stands for; else null
 */
record BlockAttribution(Attribution around, BlockFn block, BlockReference reference) implements Attribution {
    BlockAttribution(Attribution around, BlockFn block) {
        this(around, block, null);
    }

    private boolean isReference(Node node) {
        return reference != null && reference.call() == node;
    }

    @Override
    public ExecutableElement method() {
        return block;
    }

    @Override
    public Attribution of(BlockFn other) {
        return new BlockAttribution(around, other, reference);
    }

    @Override
    public TypeMirror typeOf(Expression expression) {
        return isReference(expression) ? reference.type().getReturnType() : around.typeOf(expression);
    }

    @Override
    public ExecutableType methodTypeOf(MethodCallExpr call) {
        return isReference(call) ? reference.type() : around.methodTypeOf(call);
    }

    @Override
    public TypeMirror typeOf(ClassOrInterfaceType type) {
        return around.typeOf(type);
    }

    @Override
    public Element elementOf(Node node) {
        return reference != null
                        && reference.evaluated() != null
                        && reference.evaluated().use() == node
                ? reference.evaluated().variable()
                : around.elementOf(node);
    }

    @Override
    public boolean isAccessible(TypeElement type) {
        return around.isAccessible(type);
    }

    @Override
    public boolean isEarlier(String nested) {
        return around.isEarlier(nested);
    }

    @Override
    public Attribution carrying(Map<TypeElement, List<TypeMirror>> bounds) {
        return new BlockAttribution(around.carrying(bounds), block, reference);
    }

    @Override
    public Map<TypeElement, List<TypeMirror>> boundsOfCarried() {
        return around.boundsOfCarried();
    }

    @Override
    public TypeElement importedFrom(Element member) {
        return around.importedFrom(member);
    }

    @Override
    public boolean imports(String type, String member) {
        return around.imports(type, member);
    }

    @Override
    public Types types() {
        return around.types();
    }

    @Override
    public Elements elements() {
        return around.elements();
    }
}
