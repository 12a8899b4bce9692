package dev.asyncfn.processor.symbols;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The references of a generated future; calls of the bridge and of factories are translated to what they stand for. */
final class GeneratedReferences extends ReferenceCollector {
    /** Methods of the future in which nothing of the body stands. */
    private static final Set<String> MACHINERY = Set.of("<init>", "letGo", "drop");

    /** The states in which a future has ended. */
    private static final Set<String> TERMINALS = Set.of("DONE", "PANICKED", "DROPPED");

    private final ExecutableElement fn;
    private final TypeElement future;
    private final Accessors accessors;
    private final Set<TypeElement> stateTypes = new HashSet<>();
    private final Set<String> machines = new HashSet<>();

    /**
     * @param declaration of the future
     * @param method the async fn's own declaration
     */
    GeneratedReferences(
            Attributed attributed,
            Factories factories,
            ExecutableElement fn,
            TreePath declaration,
            Accessors accessors,
            TreePath method) {
        super(
                attributed,
                factories,
                new SymbolText(
                        attributed.types(),
                        factories.futureOf(fn),
                        Methods.standIns(fn, factories.futureOf(fn)),
                        BodyReferences.classesIn(method)));
        this.fn = fn;
        this.future = factories.futureOf(fn);
        this.accessors = accessors;
        instances.outers(accessors.outers());
        instances.casts(accessors.casts());
        if (!Methods.isStatic(fn)) {
            ElementFilter.constructorsIn(future.getEnclosedElements())
                    .forEach(c -> instances.known(c.getParameters().get(0), (TypeElement) fn.getEnclosingElement()));
        }
        instances.learn(declaration);
        instances.separate(BodyReferences.variablesIn(method));
        scanMachine(future, declaration);
    }

    private void scanMachine(TypeElement type, TreePath declaration) {
        machines.add(instances.describe(type));
        findStateTypes(type);
        for (Tree member : ((ClassTree) declaration.getLeaf()).getMembers()) {
            if (!isMachinery(member, declaration)) {
                scan(new TreePath(declaration, member), null);
            }
        }
    }

    // ---- what is not of the body

    /** The last type argument of the base, and the interfaces that hold its constants. */
    private void findStateTypes(TypeElement type) {
        if (type.getSuperclass() instanceof DeclaredType base && text.isMachine(base.asElement())) {
            TypeElement states =
                    (TypeElement) types.asElement(base.getTypeArguments().get(1));
            stateTypes.add(states);
            states.getInterfaces().forEach(i -> stateTypes.add((TypeElement) ((DeclaredType) i).asElement()));
        }
    }

    private boolean isOfStates(Element element) {
        for (Element e = element;
                e instanceof TypeElement || e instanceof VariableElement || e instanceof ExecutableElement;
                e = e.getEnclosingElement()) {
            if (stateTypes.contains(e)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMachinery(Tree member, TreePath declaration) {
        if (member instanceof MethodTree method) {
            String name = method.getName().toString();
            return MACHINERY.contains(name) || name.matches("release\\d+");
        }
        return member instanceof ClassTree && isOfStates(trees.getElement(new TreePath(declaration, member)));
    }

    @Override
    public Void visitCase(CaseTree tree, Void nothing) {
        boolean terminal = selectsState() && (tree.getExpressions().isEmpty() || isTerminal(tree));
        return terminal ? null : super.visitCase(tree, nothing);
    }

    private static boolean isTerminal(CaseTree tree) {
        ExpressionTree label = tree.getExpressions().get(0);
        return TERMINALS.contains(
                label instanceof MemberSelectTree select
                        ? select.getIdentifier().toString()
                        : label.toString());
    }

    /** Whether the present case is of a switch over the states: it has a label that is one. */
    private boolean selectsState() {
        TreePath around = getCurrentPath().getParentPath();
        if (!(around.getLeaf() instanceof SwitchTree statement)) {
            return false;
        }
        CaseTree first = statement.getCases().get(0);
        return !first.getExpressions().isEmpty()
                && isOfStates(trees.getElement(new TreePath(
                        new TreePath(around, first), first.getExpressions().get(0))));
    }

    /** The states are compared to one another, and what was awaited to what is pending. */
    @Override
    public Void visitBinary(BinaryTree tree, Void nothing) {
        return isState(typeOf(tree.getRightOperand())) || suspends() ? null : super.visitBinary(tree, nothing);
    }

    /** Whether the present condition is that of a suspension. */
    private boolean suspends() {
        TreePath around = getCurrentPath().getParentPath().getParentPath();
        if (!(around.getLeaf() instanceof IfTree test)
                || !(test.getThenStatement() instanceof ReturnTree result)
                || !(result.getExpression() instanceof MethodInvocationTree call)) {
            return false;
        }
        return isOfBase("suspend", call, new TreePath(around, result));
    }

    /** A value that every await gives is cast to its type where it is taken. */
    @Override
    public Void visitTypeCast(TypeCastTree tree, Void nothing) {
        return tree.getExpression() instanceof MethodInvocationTree call && isOfBase("take", call, getCurrentPath())
                ? scan(call, nothing)
                : super.visitTypeCast(tree, nothing);
    }

    private boolean isOfBase(String method, MethodInvocationTree call, TreePath around) {
        Element called = trees.getElement(new TreePath(new TreePath(around, call), call.getMethodSelect()));
        return called.getSimpleName().contentEquals(method) && text.isMachine(called.getEnclosingElement());
    }

    private boolean isState(TypeMirror type) {
        return type instanceof DeclaredType declared && isOfStates(declared.asElement());
    }

    // ---- calls

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        ExecutableElement method = (ExecutableElement) elementOf(tree.getMethodSelect());
        if (accessors.effectsOf(method) != null) {
            accessed(tree, method);
            return null;
        }
        if (tree.getMethodSelect() instanceof MemberSelectTree select
                && (text.isOfBridge(method.getEnclosingElement()) || isSupplied(select.getExpression()))) {
            return scan(new TreePath(at(select), select.getExpression()), nothing);
        }
        if (accessors.outers().containsKey(method) || Methods.givesItself(method, trees)) {
            String instance = instances.of(getCurrentPath());
            if (instance != null && !isReceiver()) {
                passed(instance);
            }
            return null;
        }
        if (factories.fnOf(method) == null && isOfMachine(method, tree)) {
            if (completes(method)) {
                conversions.box(typeOf(tree.getArguments().get(1)), result(), this);
            } else {
                ExecutableType type = (ExecutableType) typeOf(tree.getMethodSelect());
                conversions.boxArguments(method, type, tree.getArguments(), this);
            }
            return scan(tree.getArguments(), nothing);
        }
        return super.visitMethodInvocation(tree, nothing);
    }

    /**
     * What was found to be of a private class is wrapped, or stands behind a test by the bridge. A label of a {@code switch} has that test in
     * its guard, and a pattern for anything before it.
     */
    @Override
    public Void visitBindingPattern(BindingPatternTree tree, Void nothing) {
        boolean wrapped = text.isOfBridge(types.asElement(typeOf(tree.getVariable())));
        return wrapped || isTestedByBridge(tree) ? null : super.visitBindingPattern(tree, nothing);
    }

    private boolean isTestedByBridge(BindingPatternTree tree) {
        TreePath around = getCurrentPath().getParentPath();
        if (around.getLeaf() instanceof InstanceOfTree test) {
            return test.getExpression() instanceof MethodInvocationTree call && tests(new TreePath(around, call));
        }
        TreePath label = around;
        while (label.getParentPath() != null && isPartOfTest(label)) {
            label = label.getParentPath();
        }
        Element variable = trees.getElement(new TreePath(getCurrentPath(), tree.getVariable()));
        Boolean tested = new TreePathScanner<Boolean, Void>() {
            @Override
            public Boolean visitMethodInvocation(MethodInvocationTree call, Void none) {
                boolean isOfVariable = call.getArguments().size() == 1
                        && variable.equals(trees.getElement(new TreePath(
                                getCurrentPath(), call.getArguments().get(0))));
                return isOfVariable && tests(getCurrentPath()) ? Boolean.TRUE : super.visitMethodInvocation(call, none);
            }

            @Override
            public Boolean reduce(Boolean one, Boolean other) {
                return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
            }
        }.scan(label, null);
        return Boolean.TRUE.equals(tested);
    }

    private static boolean isPartOfTest(TreePath path) {
        Tree around = path.getParentPath().getLeaf();
        return !(path.getLeaf() instanceof CaseTree)
                && (path.getLeaf() instanceof PatternTree
                        || around instanceof CaseTree
                        || around.getKind().name().endsWith("CASE_LABEL") // Java 21's
                        || around instanceof ExpressionTree);
    }

    private boolean tests(TreePath call) {
        List<Accessors.Effect> effects = accessors.effectsOf(trees.getElement(call));
        return effects != null && effects.get(0).kind() == Kind.TEST;
    }

    /** What the async fn gives, or the block. */
    private TypeMirror result() {
        TreePath around = around(ClassTree.class);
        while (!text.isFuture(trees.getElement(around))) {
            around = around.getParentPath();
        }
        TypeElement machine = (TypeElement) trees.getElement(around);
        return machine.equals(future)
                ? fn.getReturnType()
                : ((DeclaredType) machine.getSuperclass()).getTypeArguments().get(0);
    }

    /** A switch is typed by what it is an argument of; where that stands for a return, the method's type was meant. */
    @Override
    TypeMirror given(TreePath switchExpression) {
        TreePath child = switchExpression;
        TreePath parent = child.getParentPath();
        while (hasValueOf(parent.getLeaf(), child.getLeaf())) {
            child = parent;
            parent = parent.getParentPath();
        }
        boolean returned = parent.getLeaf() instanceof MethodInvocationTree call
                && trees.getElement(parent) instanceof ExecutableElement method
                && completes(method)
                && call.getArguments().get(1) == child.getLeaf();
        return returned ? result() : super.given(switchExpression);
    }

    private static boolean hasValueOf(Tree tree, Tree part) {
        return tree instanceof ParenthesizedTree
                || tree instanceof YieldTree
                || tree instanceof CaseTree
                || tree instanceof SwitchExpressionTree choice && choice.getExpression() != part
                || tree instanceof ConditionalExpressionTree choice && choice.getCondition() != part;
    }

    private boolean isSupplied(ExpressionTree value) {
        return value instanceof MethodInvocationTree call
                && elementOf(call.getMethodSelect()) instanceof ExecutableElement method
                && suppliesValue(method);
    }

    /** Whether it is a method that gives a value as what it is in the body, several types at once. */
    private boolean suppliesValue(ExecutableElement method) {
        Element machine = method.getEnclosingElement();
        return (text.isFuture(machine) || text.isBlock(machine))
                && method.getSimpleName().toString().startsWith("composed")
                && text.erased(method.getReturnType()).equals("java.util.function.Supplier");
    }

    /** Whether it is what stands for a return. */
    private boolean completes(ExecutableElement method) {
        return method.getSimpleName().contentEquals("complete")
                && text.isMachine(method.getEnclosingElement())
                && !text.isFuture(method.getEnclosingElement());
    }

    private boolean isOfMachine(ExecutableElement method, MethodInvocationTree tree) {
        return text.isMachine(method.getEnclosingElement())
                || text.isHelper(method)
                || isOfStates(method)
                || isCalledOnState(tree);
    }

    private boolean isCalledOnState(MethodInvocationTree tree) {
        if (!(tree.getMethodSelect() instanceof MemberSelectTree select)) {
            return false;
        }
        TypeMirror type = trees.getTypeMirror(new TreePath(at(select), select.getExpression()));
        return isState(type);
    }

    /** A call of the bridge is what its handle does. */
    private void accessed(MethodInvocationTree tree, ExecutableElement accessor) {
        ExecutableType type = (ExecutableType) typeOf(tree.getMethodSelect());
        boolean hasReceiver = false;
        for (Accessors.Effect effect : accessors.effectsOf(accessor)) {
            Element member = effect.member();
            if (effect.type() != null) {
                ofType(effect, tree, accessor);
            } else if (member == null) {
                TypeMirror operand = trees.getTypeMirror(
                        new TreePath(effect.path(), effect.operator().getExpression()));
                conversions.ofUnary(effect.operator().getKind(), operand, this);
            } else {
                hasReceiver = takesReceiver(member);
                effect(effect, tree, accessor, type, hasReceiver);
            }
        }
        conversions.boxArguments(accessor, type, tree.getArguments(), this);
        scanArguments(tree.getArguments(), hasReceiver);
    }

    /** What can be done with a class that nothing here can name. */
    private void ofType(Accessors.Effect effect, MethodInvocationTree tree, ExecutableElement accessor) {
        String type = text.erased(effect.type());
        if (effect.kind() != Kind.ARRAY) {
            add(effect.kind(), type);
            return;
        }
        boolean lengths = text.erased(accessor.getParameters().get(0).asType()).startsWith("int");
        array(type, lengths ? tree.getArguments().size() : 0);
    }

    /** Whether the last argument is an array of a class that nothing here can name, in the place of its elements. */
    private boolean givesArray(MethodInvocationTree tree, ExecutableElement method) {
        int last = tree.getArguments().size() - 1;
        List<Accessors.Effect> effects = last < 0
                ? null
                : accessors.effectsOf(trees.getElement(at(tree.getArguments().get(last))));
        return method.isVarArgs() && effects != null && effects.get(0).kind() == Kind.ARRAY;
    }

    private static boolean takesReceiver(Element member) {
        return member.getKind() == ElementKind.CONSTRUCTOR
                ? Methods.isInner((TypeElement) member.getEnclosingElement())
                : !Methods.isStatic(member);
    }

    private void effect(
            Accessors.Effect effect,
            MethodInvocationTree tree,
            ExecutableElement accessor,
            ExecutableType type,
            boolean hasReceiver) {
        Kind kind = effect.kind();
        Element member = effect.member();
        String receiver = hasReceiver ? receiverOf(at(tree.getArguments().get(0)), effect.ofSuper()) : "";
        if (kind == Kind.CALL) {
            ExecutableElement method = (ExecutableElement) member;
            List<? extends TypeMirror> parameters = type.getParameterTypes();
            int first = parameters.size() - method.getParameters().size();
            boolean variableArity = conversions.isVariableArity(accessor, type, tree.getArguments(), this);
            String how = givesArray(tree, method) ? null : receiver; // nobody knows whether the body makes it, too
            call(method, how, parameters.subList(first, parameters.size()), type.getReturnType(), variableArity);
        } else if (kind == Kind.CREATE) {
            add(kind, text.of((ExecutableElement) member), receiver);
        } else if (isHiddenConstant((VariableElement) member)) {
            value(((VariableElement) member).getConstantValue());
        } else {
            add(kind, text.field(member), receiver);
        }
    }

    @Override
    TypeMirror functionType() {
        TypeMirror type = super.functionType();
        TypeElement made = accessors.madeOf(types.asElement(type));
        return made == null ? type : made.asType();
    }

    /** A scope only holds what a class of the body captured, and the future of a block what the block did. */
    @Override
    public Void visitNewClass(NewClassTree tree, Void nothing) {
        Element constructor = trees.getElement(getCurrentPath());
        if (text.isBlock(constructor.getEnclosingElement())) {
            scanArguments(tree.getArguments(), true);
            return null;
        }
        return text.isScope(constructor.getEnclosingElement()) ? null : super.visitNewClass(tree, nothing);
    }

    // ---- names

    @Override
    void field(VariableElement field, ExpressionTree tree) {
        Element owner = field.getEnclosingElement();
        if (text.isMachine(owner) || text.isScope(owner)) {
            local(field);
        } else if (!isOfStates(field)) {
            super.field(field, tree);
        }
    }

    @Override
    boolean isLocal(VariableElement variable) {
        return super.isLocal(variable) || text.isMachine(variable.getEnclosingElement());
    }

    /** The future itself is nothing of the body. */
    @Override
    void passed(String instance) {
        if (!machines.contains(instance)) {
            super.passed(instance);
        }
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
        ExecutableElement method = (ExecutableElement) trees.getElement(getCurrentPath());
        if (Methods.givesItself(method, trees) || suppliesValue(method)) {
            return null;
        }
        boolean ofFuture = text.isFuture(method.getEnclosingElement());
        return ofFuture ? scan(tree.getBody(), nothing) : super.visitMethod(tree, nothing);
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
        if (text.isBlock(trees.getElement(getCurrentPath()))) {
            scanMachine((TypeElement) trees.getElement(getCurrentPath()), getCurrentPath());
            return null;
        }
        if (!text.isScope(trees.getElement(getCurrentPath()))) {
            return super.visitClass(tree, nothing);
        }
        for (Tree member : tree.getMembers()) {
            if (member instanceof ClassTree) {
                scan(member, nothing);
            }
        }
        return null;
    }
}
