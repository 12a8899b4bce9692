package dev.asyncfn.processor.attribute;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.TypeParameter;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Asks an attribution about every node of a body, and compares the answers with what the syntax alone says. */
final class BodyWalk {
    private static final Map<Class<? extends Expression>, String> LITERALS = Map.of(
            IntegerLiteralExpr.class, "int",
            LongLiteralExpr.class, "long",
            BooleanLiteralExpr.class, "boolean",
            StringLiteralExpr.class, "java.lang.String",
            TextBlockLiteralExpr.class, "java.lang.String",
            NullLiteralExpr.class, "<nulltype>");

    private final MethodSource source;
    private final Attribution attribution;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Element> declared = Collections.newSetFromMap(new IdentityHashMap<>());
    private int expressions;

    private BodyWalk(MethodSource source, Attribution attribution) {
        this.source = source;
        this.attribution = attribution;
    }

    static BodyWalk of(MethodSource source, Attribution attribution) {
        BodyWalk walk = new BodyWalk(source, attribution);
        List<Node> roots = new ArrayList<>(source.localEnums().values());
        roots.add(source.declaration());
        roots.forEach(root -> root.walk(walk::collectDeclared));
        roots.forEach(root -> root.walk(walk::visit));
        return walk;
    }

    List<String> complaints() {
        return complaints;
    }

    int expressions() {
        return expressions;
    }

    private void collectDeclared(Node node) {
        if (node instanceof VariableDeclarator || node instanceof Parameter || node instanceof TypePatternExpr) {
            declared.add(attribution.elementOf(node));
        }
    }

    private void visit(Node node) {
        if (isInside(AnnotationExpr.class, node)) {
            return; // not part of what runs
        }
        if (node instanceof Expression expression && !(node instanceof AnnotationExpr)) {
            expressions++;
            checkType(expression);
        }
        Element element = attribution.elementOf(node);
        if (isNaming(node)) {
            checkName(node, element);
        }
        if (node instanceof NameExpr
                && isLocal(element)
                && !inCompactConstructor(node)
                && !declared.contains(element)) {
            complain(node, "is a symbol that is declared nowhere");
        }
        if (node instanceof MethodCallExpr call) {
            checkExpectation(call);
        }
    }

    private static boolean isNaming(Node node) {
        return node instanceof NameExpr
                || node instanceof FieldAccessExpr
                || node instanceof MethodCallExpr
                || node instanceof MethodReferenceExpr
                || node instanceof ObjectCreationExpr
                || node instanceof ClassOrInterfaceType
                || node instanceof AnnotationExpr
                || node instanceof VariableDeclarator
                || node instanceof Parameter
                || node instanceof TypePatternExpr
                || node instanceof TypeParameter
                || node instanceof TypeDeclaration<?>
                || node instanceof CallableDeclaration<?>
                || node instanceof CompactConstructorDeclaration
                || node instanceof EnumConstantDeclaration
                || node instanceof LocalClassDeclarationStmt;
    }

    /** {@code is(expression, "type")}. */
    private void checkExpectation(MethodCallExpr call) {
        if (call.getNameAsString().equals("is")) {
            String expected = call.getArgument(1).asStringLiteralExpr().asString();
            String actual = attribution.typeOf(call.getArgument(0)).toString();
            if (!expected.equals(actual)) {
                complain(call, "has type " + actual);
            }
        }
    }

    private void checkType(Expression expression) {
        TypeMirror type = attribution.typeOf(expression);
        String literal = LITERALS.get(expression.getClass());
        if (type.getKind() == TypeKind.ERROR
                || literal != null && !type.toString().equals(literal)) {
            complain(expression, "has type " + type);
        }
    }

    private void checkName(Node node, Element element) {
        String name = name(node);
        if (element == null) {
            complain(node, "has no symbol");
        } else if (name != null && !element.getSimpleName().contentEquals(name)) {
            complain(node, "names " + element.getSimpleName());
        }
    }

    private static String name(Node node) {
        if (node instanceof MethodReferenceExpr reference) {
            return reference.getIdentifier().equals("new") ? "<init>" : reference.getIdentifier();
        }
        if (node instanceof ObjectCreationExpr
                || node instanceof CallableDeclaration<?> c && c.isConstructorDeclaration()) {
            return "<init>";
        }
        if (node instanceof CompactConstructorDeclaration || !(node instanceof NodeWithSimpleName<?> named)) {
            return null;
        }
        return named.getNameAsString().equals("_") ? "" : named.getNameAsString();
    }

    private static boolean isLocal(Element element) {
        return element instanceof VariableElement && !element.getKind().isField();
    }

    private static boolean isInside(Class<? extends Node> kind, Node node) {
        Node parent = node.getParentNode().orElse(null);
        return parent != null && (kind.isInstance(parent) || isInside(kind, parent));
    }

    /** Its names mean parameters that it does not write. */
    private static boolean inCompactConstructor(Node node) {
        return isInside(CompactConstructorDeclaration.class, node);
    }

    private void complain(Node node, String what) {
        complaints.add(source.declaration().getNameAsString() + ": "
                + node.getClass().getSimpleName() + " `" + node + "` " + what);
    }
}
