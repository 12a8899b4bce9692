package dev.asyncfn.processor.collect;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.diag.Problem;

/**
 * Async blocks in code that is no async fn. javac has not resolved anything there yet, so a file must import what it calls by name: a
 * method of its own of the same name hides the import.
 */
public final class BlocksOutside extends TreeScanner<Void, Void> {
    private static final String ASYNC = "dev.asyncfn.Async";
    private static final String METHOD = "async";

    private final CompilationUnitTree unit;
    private final Diagnostics diagnostics;
    private final boolean importsMethod;
    private final boolean importsClass;
    private int silenced;

    private BlocksOutside(CompilationUnitTree unit, Diagnostics diagnostics) {
        this.unit = unit;
        this.diagnostics = diagnostics;
        this.importsMethod = imports(ASYNC + "." + METHOD, true) || imports(ASYNC + ".*", true);
        this.importsClass = imports(ASYNC, false) || imports("dev.asyncfn.*", false);
    }

    /** Reports those of a file, in its methods, constructors, initializers and fields. */
    public static void report(CompilationUnitTree unit, Diagnostics diagnostics) {
        new BlocksOutside(unit, diagnostics).scan(unit, null);
    }

    private boolean imports(String name, boolean isStatic) {
        return unit.getImports().stream()
                .filter(tree -> tree.isStatic() == isStatic)
                .map(ImportTree::getQualifiedIdentifier)
                .anyMatch(tree -> tree.toString().equals(name));
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        boolean hides = type.getMembers().stream()
                .anyMatch(member ->
                        member instanceof MethodTree method && method.getName().contentEquals(METHOD));
        return unless(hides || silences(type.getModifiers()), () -> super.visitClass(type, null));
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        boolean lowered = method.getModifiers().getAnnotations().stream()
                .anyMatch(annotation -> isNamed(annotation.getAnnotationType(), "AsyncFn"));
        return unless(lowered || silences(method.getModifiers()), () -> super.visitMethod(method, null));
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        return unless(silences(variable.getModifiers()), () -> super.visitVariable(variable, null));
    }

    private Void unless(boolean silent, Runnable scan) {
        silenced += silent ? 1 : 0;
        scan.run();
        silenced -= silent ? 1 : 0;
        return null;
    }

    private static boolean silences(ModifiersTree modifiers) {
        String key = "asyncfn:" + Problem.BLOCK_OUTSIDE_FN.id();
        boolean[] found = new boolean[1];
        for (AnnotationTree annotation : modifiers.getAnnotations()) {
            if (isNamed(annotation.getAnnotationType(), "SuppressWarnings")) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitLiteral(LiteralTree literal, Void nothing) {
                        found[0] |= key.equals(literal.getValue());
                        return null;
                    }
                }.scan(annotation.getArguments(), null);
            }
        }
        return found[0];
    }

    private static boolean isNamed(Tree type, String simpleName) {
        return type instanceof IdentifierTree name && name.getName().contentEquals(simpleName)
                || type instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals(simpleName);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        if (silenced == 0
                && call.getArguments().size() == 1
                && isLambda(call.getArguments().get(0))
                && isAsync(call.getMethodSelect())) {
            diagnostics.report(Problem.BLOCK_OUTSIDE_FN, unit, call.getMethodSelect());
        }
        return super.visitMethodInvocation(call, nothing);
    }

    private static boolean isLambda(ExpressionTree argument) {
        if (argument instanceof ParenthesizedTree enclosed) {
            return isLambda(enclosed.getExpression());
        }
        return argument instanceof TypeCastTree cast
                ? isLambda(cast.getExpression())
                : argument instanceof LambdaExpressionTree;
    }

    private boolean isAsync(ExpressionTree method) {
        if (method instanceof IdentifierTree name) {
            return importsMethod && name.getName().contentEquals(METHOD);
        }
        return method instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals(METHOD)
                && (select.getExpression().toString().equals(ASYNC)
                        || importsClass && select.getExpression().toString().equals("Async"));
    }
}
