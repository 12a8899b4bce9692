package dev.asyncfn.processor.symbols;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.AwaitVia;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The references of an async fn's body. The lambda of an async block is a body inside of it, and the call that takes it is none of its references. */
final class BodyReferences extends ReferenceCollector {
    private final Set<Tree> blocks = new HashSet<>();

    BodyReferences(Attributed attributed, Factories factories, TreePath method) {
        super(attributed, factories, new SymbolText(attributed.types(), null, Set.of(), classesIn(method)));
        instances.learn(method);
        see(((ExecutableElement) trees.getElement(method)).getReturnType());
        scan(new TreePath(method, ((MethodTree) method.getLeaf()).getBody()), null);
    }

    /** The names of the classes that a body declares. */
    static Set<String> classesIn(TreePath method) {
        Set<String> names = new TreeSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree tree, Void nothing) {
                names.add(tree.getSimpleName().toString());
                return super.visitClass(tree, nothing);
            }
        }.scan(method.getLeaf(), null);
        return names;
    }

    /** The names of the parameters and of all variables that a body declares. */
    static Set<String> variablesIn(TreePath method) {
        Set<String> names = new TreeSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree tree, Void nothing) {
                names.add(tree.getName().toString());
                return super.visitVariable(tree, nothing);
            }
        }.scan(method.getLeaf(), null);
        return names;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        ExecutableElement method = (ExecutableElement) elementOf(tree.getMethodSelect());
        if (text.of(method).startsWith("dev.asyncfn.Async.async(")) {
            TreePath argument = at(tree.getArguments().get(0));
            while (argument.getLeaf() instanceof ParenthesizedTree || argument.getLeaf() instanceof TypeCastTree) {
                argument = new TreePath(
                        argument,
                        argument.getLeaf() instanceof TypeCastTree cast
                                ? cast.getExpression()
                                : ((ParenthesizedTree) argument.getLeaf()).getExpression());
            }
            if (argument.getLeaf() instanceof LambdaExpressionTree lambda) {
                blocks.add(lambda);
                return scan(argument, nothing);
            }
            if (argument.getLeaf() instanceof MemberReferenceTree reference && isOfAsyncFn(argument)) {
                blocks.add(reference);
                return scan(argument, nothing);
            }
        }
        AwaitVia via = method.getAnnotation(AwaitVia.class);
        if (via != null) { // the future calls the method that makes the future
            String name = "." + method.getSimpleName() + "(";
            add(Kind.CALL, text.of(method).replace(name, "." + via.value() + "("), null);
            return scan(tree.getArguments(), nothing);
        }
        if (!text.of(method).startsWith("dev.asyncfn.Async.await(")) {
            return super.visitMethodInvocation(tree, nothing);
        }
        awaited(method);
        return scan(tree.getArguments(), nothing);
    }

    /** Whether it is a block as the lambda is that calls the async fn. That of a superclass is called by no other object. */
    private boolean isOfAsyncFn(TreePath reference) {
        ExpressionTree receiver = ((MemberReferenceTree) reference.getLeaf()).getQualifierExpression();
        return !receiver.toString().equals("super")
                && trees.getElement(reference) instanceof ExecutableElement method
                && method.getAnnotation(AsyncFn.class) != null
                && method.getTypeParameters().isEmpty()
                && method.getParameters().isEmpty();
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
        if (!blocks.contains(tree)) {
            return super.visitMemberReference(tree, nothing);
        }
        add(Kind.CALL, text.of((ExecutableElement) trees.getElement(getCurrentPath())), null);
        return scan(tree.getQualifierExpression(), nothing);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
        if (!blocks.contains(tree)) {
            return super.visitLambdaExpression(tree, nothing);
        }
        if (tree.getBody() instanceof ExpressionTree value) {
            result(value, type());
        }
        return scan(tree.getBody(), nothing);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void nothing) {
        TreePath target = around(MethodTree.class, LambdaExpressionTree.class);
        if (target.getLeaf() instanceof LambdaExpressionTree lambda
                && blocks.contains(lambda)
                && tree.getExpression() != null) {
            result(tree.getExpression(), trees.getTypeMirror(target));
        }
        return super.visitReturn(tree, nothing);
    }

    /** A block gives a value as its future's type says it, if it gives one. */
    private void result(ExpressionTree value, TypeMirror block) {
        ExecutableElement run = ElementFilter.methodsIn(types.asElement(block).getEnclosedElements())
                .get(0);
        TypeMirror result = ((ExecutableType) types.asMemberOf((DeclaredType) block, run)).getReturnType();
        if (result.getKind() != TypeKind.VOID) {
            conversions.box(typeOf(value), result, this);
            see(result);
        }
    }
}
