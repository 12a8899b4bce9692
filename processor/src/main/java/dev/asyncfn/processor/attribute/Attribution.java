package dev.asyncfn.processor.attribute;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.model.TypeParameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What javac says of one async fn's body: the types and symbols of JavaParser's nodes. All elements and mirrors
 * belong to the inner compiler: combine them with {@link #types()} and {@link #elements()} only.
 */
public interface Attribution {
    /** The async fn itself, in the inner compiler. */
    ExecutableElement method();

    /**
     * The type of an expression after inference: for a poly expression the type that its context gave it. A
     * {@code null} literal has the null type; a call of a void method is {@code void}. Parentheses are looked through.
     *
     * @throws IllegalStateException if javac has no such expression: a fault of this processor
     */
    TypeMirror typeOf(Expression expression);

    /** The type of the method that a call invokes, as this call invokes it: with its inferred type arguments. */
    ExecutableType methodTypeOf(MethodCallExpr call);

    /** The type that a type's text means, with what the text leaves out: in {@code Outer<T>} it may say {@code Inner}. */
    TypeMirror typeOf(ClassOrInterfaceType type);

    /**
     * The symbol of a node that declares or names one, or null if it has none.
     *
     * <ul>
     *   <li>names: {@code NameExpr}, {@code FieldAccessExpr} (a variable, a type or a package), {@code MethodCallExpr}
     *       and {@code MethodReferenceExpr} (the method), {@code ObjectCreationExpr} and
     *       {@code ExplicitConstructorInvocationStmt} (the constructor), {@code ClassOrInterfaceType} and
     *       {@code AnnotationExpr} (a type or type parameter); an enum constant in a case label is its field;
     *       {@code ThisExpr} is the class whose instance it is
     *   <li>declarations: {@code VariableDeclarator}, {@code Parameter} (of methods, lambdas, catch clauses),
     *       {@code TypePatternExpr}, {@code TypeParameter}, every local type and its members
     * </ul>
     *
     * The symbol of a declaration is the same object as that of its uses.
     */
    Element elementOf(Node node);

    /**
     * Whether a class beside that of the async fn, in its package but not inside it, may name the type. It may name
     * what the body declares, which moves along with the body.
     */
    boolean isAccessible(TypeElement type);

    /**
     * Whether javac knows a class of this name from a facade of an earlier compilation, so that it can be no record: see {@link EarlierClasses}.
     *
     * @param nested the name of a class in the facade, with those around it, as in a binary name
     */
    boolean isEarlier(String nested);

    /**
     * The same, where generated code has names for these types too.
     *
     * @param bounds the types with the bounds of the type parameters that stand for them
     */
    Attribution carrying(Map<TypeElement, List<TypeMirror>> bounds);

    /** The same for a block of the body, whose method it is instead. */
    default Attribution of(BlockFn block) {
        return new BlockAttribution(this, block);
    }

    /** The types that generated code has names for though it stands beside them: those of type parameters. */
    default Set<TypeElement> carried() {
        return boundsOfCarried().keySet();
    }

    /** The same with the bounds of the type parameters. */
    Map<TypeElement, List<TypeMirror>> boundsOfCarried();

    /** The class by which the file imports a static member, which may be a subclass of its own; null if there is none. */
    TypeElement importedFrom(Element member);

    /** Whether the file imports static members of this name from a class, by the name or all of them. */
    boolean imports(String type, String member);

    Types types();

    /** Whether a type is the class of this name, or a subclass of it, whatever its type arguments; false if there is no such class. */
    default boolean isA(TypeMirror type, String className) {
        TypeElement named = elements().getTypeElement(className);
        return named != null && types().isSubtype(types().erasure(type), types().erasure(named.asType()));
    }

    /** Whether the async fn or a class whose instance it belongs to has type parameters, as its future then has. */
    default boolean isGeneric() {
        return !TypeParameters.inSight(method()).isEmpty();
    }

    default boolean isException(TypeElement type) {
        return isA(type.asType(), "java.lang.Throwable");
    }

    /** Whether a class of exceptions cannot be declared in {@code poll}: it would be generic, as the future is (JLS 8.1.2). */
    default boolean isMisplacedException(TypeElement type) {
        return (isGeneric() || !carried().isEmpty()) && isException(type);
    }

    Elements elements();
}
