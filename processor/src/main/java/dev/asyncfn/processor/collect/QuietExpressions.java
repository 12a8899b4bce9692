package dev.asyncfn.processor.collect;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Expressions of a class whose evaluation leaves no trace but the value, as far as their syntax shows it. */
final class QuietExpressions {
    /** Packages, with those below them, whose objects are made without a trace, but for the loud ones. */
    private static final List<String> QUIET =
            List.of("dev.asyncfn", "java.lang", "java.math", "java.nio.charset", "java.time", "java.util");

    private static final List<String> LOUD = List.of(
            "java.lang.Class",
            "java.lang.Runtime",
            "java.lang.System",
            "java.util.ServiceLoader",
            "java.util.logging",
            "java.util.prefs");

    /** Operators that assign. */
    private static final Set<Tree.Kind> STEPS = Set.of(
            Tree.Kind.PREFIX_INCREMENT,
            Tree.Kind.PREFIX_DECREMENT,
            Tree.Kind.POSTFIX_INCREMENT,
            Tree.Kind.POSTFIX_DECREMENT);

    private final CompilationUnitTree unit;
    private final TypeElement owner;
    private final Elements elements;

    /** @param owner the class in which they stand */
    QuietExpressions(CompilationUnitTree unit, TypeElement owner, Elements elements) {
        this.unit = unit;
        this.owner = owner;
        this.elements = elements;
    }

    boolean contains(ExpressionTree expression) {
        if (expression instanceof LiteralTree
                || expression instanceof IdentifierTree
                || expression instanceof LambdaExpressionTree
                || expression instanceof MemberReferenceTree) {
            return true;
        } else if (expression instanceof MemberSelectTree select) {
            return select.getIdentifier().contentEquals("class") || isOfQuietClass(select.getExpression());
        } else if (expression instanceof ParenthesizedTree inner) {
            return contains(inner.getExpression());
        } else if (expression instanceof TypeCastTree cast) {
            return contains(cast.getExpression());
        } else if (expression instanceof UnaryTree unary) {
            return !STEPS.contains(unary.getKind()) && contains(unary.getExpression());
        } else if (expression instanceof BinaryTree binary) {
            return contains(binary.getLeftOperand()) && contains(binary.getRightOperand());
        } else if (expression instanceof ConditionalExpressionTree choice) {
            return contains(choice.getCondition())
                    && contains(choice.getTrueExpression())
                    && contains(choice.getFalseExpression());
        } else if (expression instanceof NewArrayTree array) {
            return containsAll(array.getDimensions()) && containsAll(array.getInitializers());
        }
        return isQuietCall(expression);
    }

    private boolean containsAll(List<? extends ExpressionTree> expressions) {
        return expressions == null || expressions.stream().allMatch(this::contains);
    }

    private boolean isQuietCall(ExpressionTree expression) {
        if (expression instanceof NewClassTree creation) {
            return creation.getClassBody() == null
                    && creation.getEnclosingExpression() == null
                    && isOfQuietClass(creation.getIdentifier())
                    && containsAll(creation.getArguments());
        }
        return expression instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && isOfQuietClass(select.getExpression())
                && containsAll(call.getArguments());
    }

    /** Whether it is the name of a class of the platform's. */
    private boolean isOfQuietClass(Tree name) {
        Tree raw = name instanceof ParameterizedTypeTree generic ? generic.getType() : name;
        String resolved =
                raw instanceof IdentifierTree simple ? resolved(simple.getName().toString()) : raw.toString();
        return isAmong(resolved, QUIET) && !isAmong(resolved, LOUD);
    }

    private static boolean isAmong(String type, List<String> names) {
        return names.stream().anyMatch(name -> type.equals(name) || type.startsWith(name + "."));
    }

    /** The qualified name that a simple one has outside of the class (JLS 6.4.1); if a class within it may be meant, that itself. */
    private String resolved(String simple) {
        for (Element e = owner; e instanceof TypeElement around; e = e.getEnclosingElement()) {
            if (elements.getAllMembers(around).stream()
                    .anyMatch(member -> member.getSimpleName().contentEquals(simple))) {
                return simple;
            }
        }
        String home = elements.getPackageOf(owner).getQualifiedName().toString();
        Stream<String> named = imports().filter(name -> name.endsWith("." + simple));
        Stream<String> ofPackage = Stream.of(home.isEmpty() ? simple : home + "." + simple);
        Stream<String> onDemand = imports()
                .filter(name -> name.endsWith(".*"))
                .map(name -> name.substring(0, name.length() - 1) + simple);
        return Stream.of(named, ofPackage, onDemand, Stream.of("java.lang." + simple))
                .flatMap(names -> names)
                .filter(name -> elements.getTypeElement(name) != null)
                .findFirst()
                .orElse(simple);
    }

    private Stream<String> imports() {
        return unit.getImports().stream()
                .filter(one -> !one.isStatic())
                .map(ImportTree::getQualifiedIdentifier)
                .map(Tree::toString);
    }
}
