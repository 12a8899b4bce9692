package dev.asyncfn.corpus;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Puts an await after every call in a body that stands where an await can: a value goes through a future that is
 * pending once, a void call has such a future behind it, and a call of another async fn is itself awaited.
 */
final class Awaits extends TreePathScanner<Void, Void> {
    private static final String AWAITED = Boolean.getBoolean("corpus.stages") ? "stage" : "once";

    private final Attributed library;
    private final Method method;
    private final Selection selection;
    private final Function<ExecutableElement, Method> asyncFns;
    private final Edits edits;
    private int count;

    /** @param asyncFns the method that has an async fn, or null for one that has none */
    private Awaits(
            Attributed library,
            Method method,
            Selection selection,
            Function<ExecutableElement, Method> asyncFns,
            Edits edits) {
        this.library = library;
        this.method = method;
        this.selection = selection;
        this.asyncFns = asyncFns;
        this.edits = edits;
    }

    /** @return how many were put in */
    static int put(
            Attributed library,
            Method method,
            Selection selection,
            Function<ExecutableElement, Method> asyncFns,
            Edits edits) {
        Awaits awaits = new Awaits(library, method, selection, asyncFns, edits);
        awaits.scan(new TreePath(method.path(), method.tree().getBody()), null);
        return awaits.count;
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
        return null;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
        return null;
    }

    /** The lock is evaluated before the monitor is held. */
    @Override
    public Void visitSynchronized(SynchronizedTree statement, Void unused) {
        return scan(statement.getExpression(), null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        Await await = new Await(method.fn(), start(call));
        ExecutableElement called = (ExecutableElement) library.element(getCurrentPath());
        if (called == null || called.getKind() == ElementKind.CONSTRUCTOR || !selection.takes(await)) {
            return super.visitMethodInvocation(call, null);
        }
        TypeMirror type = library.type(getCurrentPath());
        boolean async = isOwn(call, called);
        if (type.getKind() != TypeKind.VOID) {
            awaitValue(call, await, type, async);
        } else if (async) {
            awaitBare(call, await);
        } else {
            awaitAfter(call, await);
        }
        return null;
    }

    private void awaitValue(MethodInvocationTree call, Await await, TypeMirror type, boolean async) {
        Tree parent = getCurrentPath().getParentPath().getLeaf();
        boolean cast = type.getKind().isPrimitive() && !isUnboxed(parent);
        count++;
        String opening = (cast ? "((" + type + ") " : "") + (async ? "await(" : "await(Pending." + AWAITED + "(");
        edits.open(await, start(call), opening);
        rename(call, async);
        super.visitMethodInvocation(call, null);
        edits.close(await, end(call), (async ? ")" : "))") + (cast ? ")" : ""));
    }

    /** The call of an async fn is awaited implicitly. */
    private void awaitBare(MethodInvocationTree call, Await await) {
        count++;
        edits.open(await, start(call), "");
        rename(call, true);
        super.visitMethodInvocation(call, null);
        edits.close(await, end(call), "");
    }

    /** What is called in the header of a `for` is no statement that another could follow. */
    private void awaitAfter(MethodInvocationTree call, Await await) {
        Tree statement = getCurrentPath().getParentPath().getLeaf();
        Tree around = getCurrentPath().getParentPath().getParentPath().getLeaf();
        if (around instanceof ForLoopTree loop && loop.getStatement() != statement) {
            super.visitMethodInvocation(call, null);
            return;
        }
        boolean inBlock = around instanceof BlockTree
                || around instanceof CaseTree old && old.getCaseKind() == CaseTree.CaseKind.STATEMENT;
        count++;
        edits.open(await, start(statement), inBlock ? "" : "{ ");
        super.visitMethodInvocation(call, null);
        edits.close(await, end(statement), " await(Pending.once());" + (inBlock ? "" : " }"));
    }

    /** An {@code Integer} would choose another overload, or be compared by identity, where the call gives an {@code int}. */
    private boolean isUnboxed(Tree parent) {
        return switch (parent.getKind()) {
            case EXPRESSION_STATEMENT, LOGICAL_COMPLEMENT, CONDITIONAL_AND, CONDITIONAL_OR -> true;
            case PARENTHESIZED ->
                isConditional(getCurrentPath().getParentPath().getParentPath().getLeaf());
            default -> false;
        };
    }

    private static boolean isConditional(Tree statement) {
        return statement instanceof IfTree
                || statement instanceof WhileLoopTree
                || statement instanceof DoWhileLoopTree;
    }

    /**
     * Whether an async fn of this name is found where the method is: a private one in the same class, and a static one
     * by the name of its class too.
     */
    private boolean isOwn(MethodInvocationTree call, ExecutableElement called) {
        Method callee = asyncFns.apply(called);
        if (callee == null || callee.isOverridable()) {
            return false;
        }
        boolean sameClass = callee.owner().equals(method.owner());
        return switch (call.getMethodSelect().getKind()) {
            case IDENTIFIER -> sameClass;
            case MEMBER_SELECT -> sameClass || callee.isStatic() && namesOwner(call, callee);
            default -> false;
        };
    }

    private boolean namesOwner(MethodInvocationTree call, Method callee) {
        TreePath select = new TreePath(getCurrentPath(), call.getMethodSelect());
        Tree qualifier = ((MemberSelectTree) call.getMethodSelect()).getExpression();
        Element named = library.element(new TreePath(select, qualifier));
        return callee.owner().equals(named);
    }

    private void rename(MethodInvocationTree call, boolean async) {
        if (!async) {
            return;
        }
        Tree select = call.getMethodSelect();
        int end = end(select);
        String name = select instanceof IdentifierTree identifier
                ? identifier.getName().toString()
                : ((MemberSelectTree) select).getIdentifier().toString();
        edits.replace(end - name.length(), end, Method.asyncName(name));
    }

    private int start(Tree tree) {
        return library.start(method.path().getCompilationUnit(), tree);
    }

    private int end(Tree tree) {
        return library.end(method.path().getCompilationUnit(), tree);
    }
}
