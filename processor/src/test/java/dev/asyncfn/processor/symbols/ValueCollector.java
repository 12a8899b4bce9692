package dev.asyncfn.processor.symbols;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Collects values, types and operators. */
abstract class ValueCollector extends Collector {
    ValueCollector(Attributed attributed, SymbolText text) {
        super(attributed, text);
    }

    // ---- values

    @Override
    public Void visitLiteral(LiteralTree tree, Void nothing) {
        value(tree.getValue());
        return null;
    }

    /** Generated code has null, truth values and zero for reasons of its own. */
    void value(Object value) {
        if (value != null && !(value instanceof Boolean) && !value.equals(0)) {
            add(Kind.VALUE, Constants.show(value));
        }
    }

    @Override
    public Void visitVariable(VariableTree tree, Void nothing) {
        VariableElement variable = (VariableElement) trees.getElement(getCurrentPath());
        see(variable.asType());
        boolean constant = variable.getConstantValue() != null && isLocal(variable);
        if (tree.getInitializer() != null && !constant) { // of a constant only the uses count
            conversions.box(typeOf(tree.getInitializer()), variable.asType(), this);
            scan(tree.getInitializer(), nothing);
        }
        return null;
    }

    /** Whether it is a variable of the body. */
    boolean isLocal(VariableElement variable) {
        return variable.getKind() == ElementKind.LOCAL_VARIABLE;
    }

    // ---- types

    @Override
    public Void scan(Tree tree, Void nothing) {
        boolean isRecord = tree != null && tree.getKind().name().equals("DECONSTRUCTION_PATTERN"); // Java 21's
        if (isRecord && !text.isOfBridge(types.asElement(typeOf(tree)))) {
            add(Kind.TEST, text.erased(typeOf(tree)));
        }
        return super.scan(tree, nothing);
    }

    @Override
    public Void visitTypeCast(TypeCastTree tree, Void nothing) {
        cast(tree, getCurrentPath());
        return scan(tree.getExpression(), nothing);
    }

    /** @param path of the cast */
    void cast(TypeCastTree tree, TreePath path) {
        TypeMirror from = trees.getTypeMirror(new TreePath(path, tree.getExpression()));
        TypeMirror to = trees.getTypeMirror(new TreePath(path, tree.getType()));
        if (from.getKind().isPrimitive() || to.getKind().isPrimitive() || !isUp(from, to)) {
            add(Kind.CAST, text.erased(to));
        }
        conversions.box(from, to, this);
    }

    /** Whether a cast never fails: it may decide which member is meant, but then that shows. */
    private boolean isUp(TypeMirror from, TypeMirror to) {
        return types.isSubtype(types.erasure(from), types.erasure(to));
    }

    @Override
    public Void visitInstanceOf(InstanceOfTree tree, Void nothing) {
        scan(tree.getExpression(), nothing);
        if (tree.getPattern() != null) {
            return scan(tree.getPattern(), nothing);
        }
        add(Kind.TEST, text.erased(typeOf(tree.getType())));
        return null;
    }

    @Override
    public Void visitBindingPattern(BindingPatternTree tree, Void nothing) {
        if (!isUnconditional(tree)) {
            add(Kind.TEST, text.erased(typeOf(tree.getVariable())));
        }
        return null;
    }

    /** Whether it takes each value of a record's component. */
    private boolean isUnconditional(BindingPatternTree tree) {
        TreePath around = getCurrentPath().getParentPath();
        if (!around.getLeaf().getKind().name().equals("DECONSTRUCTION_PATTERN")) {
            return false;
        }
        DeclaredType whole = (DeclaredType) trees.getTypeMirror(around);
        Element component = ElementFilter.recordComponentsIn(whole.asElement().getEnclosedElements())
                .get(nested(around.getLeaf()).indexOf(tree));
        return isUp(component.asType(), typeOf(tree.getVariable()))
                || isUp(types.asMemberOf(whole, component), typeOf(tree.getVariable()));
    }

    /** Java 17 has no such trees. */
    private static List<?> nested(Tree deconstruction) {
        try {
            return (List<?>) Class.forName("com.sun.source.tree.DeconstructionPatternTree")
                    .getMethod("getNestedPatterns")
                    .invoke(deconstruction);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A clause for every throwable tests nothing. */
    @Override
    public Void visitCatch(CatchTree tree, Void nothing) {
        Tree type = tree.getParameter().getType();
        TreePath path = new TreePath(at(tree.getParameter()), type);
        see(typeOf(tree.getParameter()));
        if (type instanceof UnionTypeTree union) {
            for (Tree alternative : union.getTypeAlternatives()) {
                add(Kind.TEST, text.erased(trees.getTypeMirror(new TreePath(path, alternative))));
            }
        } else if (!text.erased(trees.getTypeMirror(path)).equals("java.lang.Throwable")) {
            add(Kind.TEST, text.erased(trees.getTypeMirror(path)));
        }
        return scan(tree.getBlock(), nothing);
    }

    @Override
    public Void visitNewArray(NewArrayTree tree, Void nothing) {
        array(text.erased(type()), tree.getDimensions().size());
        scan(tree.getDimensions(), nothing);
        return scan(tree.getInitializers(), nothing);
    }

    void array(String type, int dimensions) {
        add(Kind.ARRAY, type + " of " + dimensions + " dimensions given");
    }

    // ---- operators

    @Override
    public Void visitBinary(BinaryTree tree, Void nothing) {
        conversions.ofBinary(tree, this);
        return super.visitBinary(tree, nothing);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void nothing) {
        conversions.ofUnary(tree.getKind(), typeOf(tree.getExpression()), this);
        return super.visitUnary(tree, nothing);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
        conversions.ofCompound(tree, this);
        return super.visitCompoundAssignment(tree, nothing);
    }

    // ---- where a value may become an object

    @Override
    public Void visitAssignment(AssignmentTree tree, Void nothing) {
        conversions.box(typeOf(tree.getExpression()), typeOf(tree.getVariable()), this);
        return super.visitAssignment(tree, nothing);
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree tree, Void nothing) {
        Boolean constant = constant(tree.getCondition());
        runIf(constant != Boolean.FALSE, () -> conversions.box(typeOf(tree.getTrueExpression()), type(), this));
        runIf(constant != Boolean.TRUE, () -> conversions.box(typeOf(tree.getFalseExpression()), type(), this));
        return super.visitConditionalExpression(tree, nothing);
    }

    @Override
    public Void visitCase(CaseTree tree, Void nothing) {
        TreePath around = getCurrentPath().getParentPath();
        if (around.getLeaf() instanceof SwitchExpressionTree && tree.getBody() instanceof ExpressionTree) {
            conversions.box(typeOf(tree.getBody()), given(around), this);
        }
        return super.visitCase(tree, nothing);
    }

    @Override
    public Void visitYield(YieldTree tree, Void nothing) {
        TreePath target = around(SwitchExpressionTree.class);
        conversions.box(typeOf(tree.getValue()), given(target), this);
        return super.visitYield(tree, nothing);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void nothing) {
        TreePath target = around(MethodTree.class, LambdaExpressionTree.class);
        if (tree.getExpression() != null && target.getLeaf() instanceof MethodTree) {
            TypeMirror result = ((ExecutableElement) trees.getElement(target)).getReturnType();
            conversions.box(typeOf(tree.getExpression()), result, this);
            see(result);
        }
        return super.visitReturn(tree, nothing);
    }

    /** The type that a switch expression gives to its cases. */
    TypeMirror given(TreePath switchExpression) {
        return trees.getTypeMirror(switchExpression);
    }

    /** The nearest tree of a kind around the present one. */
    TreePath around(Class<?>... kinds) {
        TreePath path = getCurrentPath();
        while (true) {
            Tree tree = path.getLeaf();
            if (List.of(kinds).stream().anyMatch(kind -> kind.isInstance(tree))) {
                return path;
            }
            path = path.getParentPath();
        }
    }

    /** What javac throws for it. */
    @Override
    public Void visitAssert(AssertTree tree, Void nothing) {
        boolean mayFail = constant(tree.getCondition()) != Boolean.TRUE;
        scanCondition(tree.getCondition());
        runIf(mayFail, () -> {
            String detail = tree.getDetail() == null ? "" : conversions.ofAssertion(typeOf(tree.getDetail()));
            add(Kind.CREATE, "java.lang.AssertionError(" + detail + ")");
            scan(tree.getDetail(), null);
        });
        return null;
    }
}
