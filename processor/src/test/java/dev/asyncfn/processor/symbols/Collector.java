package dev.asyncfn.processor.symbols;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.ReferenceType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Walks through attributed code, and tells what may run from what never does. */
abstract class Collector extends TreePathScanner<Void, Void> {
    final Attributed attributed;
    final Trees trees;
    final Types types;
    final SymbolText text;
    final Conversions conversions;
    private final Completion completion;
    private final List<Reference> references = new ArrayList<>();
    private final List<Reference> unreachable = new ArrayList<>();
    private final List<TypeMirror> typesSeen = new ArrayList<>();
    private int dead;

    Collector(Attributed attributed, SymbolText text) {
        this.attributed = attributed;
        this.trees = attributed.trees();
        this.types = attributed.types();
        this.text = text;
        this.completion = new Completion(trees);
        this.conversions = new Conversions(types, text);
    }

    /** Of code that may run. */
    List<Reference> references() {
        return references;
    }

    /** Of code that never runs, as constants in conditions show: generated code may leave it out. */
    List<Reference> unreachable() {
        return unreachable;
    }

    /** The types of all expressions. */
    List<TypeMirror> typesSeen() {
        return typesSeen;
    }

    void add(Kind kind, String symbol) {
        add(kind, symbol, "");
    }

    void add(Kind kind, String symbol, String detail) {
        add(kind, symbol, detail, List.of());
    }

    void add(Kind kind, String symbol, String detail, List<Reference.Type> types) {
        Tree tree = getCurrentPath().getLeaf();
        (dead == 0 ? references : unreachable)
                .add(new Reference(kind, symbol, detail, types, getCurrentPath().getCompilationUnit(), tree));
    }

    TreePath at(Tree child) {
        return new TreePath(getCurrentPath(), child);
    }

    Element elementOf(Tree child) {
        return trees.getElement(at(child));
    }

    TypeMirror typeOf(Tree child) {
        return trees.getTypeMirror(at(child));
    }

    TypeMirror type() {
        return trees.getTypeMirror(getCurrentPath());
    }

    @Override
    public Void scan(Tree tree, Void nothing) {
        if (tree instanceof ExpressionTree) {
            see(typeOf(tree));
        }
        return super.scan(tree, nothing);
    }

    void see(TypeMirror type) {
        if (type != null && (type instanceof ReferenceType || type.getKind().isPrimitive())) {
            typesSeen.add(type);
        }
    }

    @Override
    public Void visitAnnotation(AnnotationTree tree, Void nothing) {
        return null; // what it says of a class or a method is looked at there
    }

    @Override
    public Void visitModifiers(ModifiersTree tree, Void nothing) {
        return null;
    }

    // ---- what never runs

    /** Scans code that runs only if a condition may have a value. */
    void scanIf(boolean reachable, Tree tree) {
        runIf(reachable, () -> scan(tree, null));
    }

    /** What the action adds belongs to code that runs only if a condition may have a value. */
    void runIf(boolean reachable, Runnable action) {
        dead += reachable ? 0 : 1;
        action.run();
        dead -= reachable ? 0 : 1;
    }

    Boolean constant(ExpressionTree condition) {
        return Constants.value(at(condition), trees);
    }

    /** A constant condition need not be there at all. */
    void scanCondition(ExpressionTree condition) {
        scanIf(condition == null || new ConstantExpressions(trees).value(at(condition)) == null, condition);
    }

    private void branches(ExpressionTree condition, Tree whenTrue, Tree whenFalse) {
        Boolean constant = condition == null ? Boolean.TRUE : constant(condition);
        scanCondition(condition);
        scanIf(constant != Boolean.FALSE, whenTrue);
        scanIf(constant != Boolean.TRUE, whenFalse);
    }

    @Override
    public Void visitIf(IfTree tree, Void nothing) {
        branches(tree.getCondition(), tree.getThenStatement(), tree.getElseStatement());
        return null;
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree tree, Void nothing) {
        branches(tree.getCondition(), tree.getTrueExpression(), tree.getFalseExpression());
        return null;
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree tree, Void nothing) {
        branches(tree.getCondition(), tree.getStatement(), null);
        return null;
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void nothing) {
        Boolean decisive = Constants.decisive(tree);
        if (decisive == null) {
            return super.visitBinary(tree, nothing);
        }
        scanCondition(tree.getLeftOperand());
        dead += constant(tree.getLeftOperand()) == decisive ? 1 : 0;
        scanCondition(tree.getRightOperand());
        dead -= constant(tree.getLeftOperand()) == decisive ? 1 : 0;
        return null;
    }

    /** In a block, or behind a label of a switch. */
    @Override
    public Void scan(Iterable<? extends Tree> trees, Void nothing) {
        boolean reachable = true;
        for (Tree tree : trees == null ? List.<Tree>of() : trees) {
            scanIf(reachable, tree);
            reachable &= !(tree instanceof StatementTree) || completion.isNormal(at(tree));
        }
        return null;
    }

    @Override
    public Void visitForLoop(ForLoopTree tree, Void nothing) {
        scan(tree.getInitializer(), nothing);
        branches(tree.getCondition(), tree.getStatement(), null);
        boolean entered = tree.getCondition() == null || constant(tree.getCondition()) != Boolean.FALSE;
        boolean repeated = entered && completion.isRepeated(tree.getStatement(), getCurrentPath());
        tree.getUpdate().forEach(update -> scanIf(repeated, update));
        return null;
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree tree, Void nothing) {
        scan(tree.getStatement(), nothing);
        boolean repeated = completion.isRepeated(tree.getStatement(), getCurrentPath());
        dead += repeated ? 0 : 1;
        scanCondition(tree.getCondition());
        dead -= repeated ? 0 : 1;
        return null;
    }
}
