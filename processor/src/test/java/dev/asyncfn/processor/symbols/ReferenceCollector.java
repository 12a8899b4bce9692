package dev.asyncfn.processor.symbols;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Collects what the code of a body, or of the future made of it, refers to. */
abstract class ReferenceCollector extends ValueCollector {
    final Instances instances;
    final Factories factories;
    final Methods methods;

    ReferenceCollector(Attributed attributed, Factories factories, SymbolText text) {
        super(attributed, text);
        this.factories = factories;
        this.instances = new Instances(attributed, text);
        this.methods = new Methods(attributed);
    }

    // ---- calls

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        ExecutableElement method = (ExecutableElement) elementOf(tree.getMethodSelect());
        ExecutableType type = (ExecutableType) typeOf(tree.getMethodSelect());
        ExecutableElement fn = factories.fnOf(method);
        conversions.boxArguments(method, type, tree.getArguments(), this);
        if (fn != null) {
            made(fn, type, tree.getArguments(), false);
            return null;
        }
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            add(Kind.CALL, text.of(method), null); // this(...) or super(...)
        } else {
            String receiver = receiver(method, tree.getMethodSelect(), at(tree.getMethodSelect()));
            called(method, type, receiver, conversions.isVariableArity(method, type, tree.getArguments(), this));
        }
        if (text.of(method).matches("java\\.lang\\.String\\.valueOf\\([\\w.]+(\\[])?\\)")) {
            converted(tree.getArguments().get(0));
        }
        scan(tree.getMethodSelect(), nothing);
        return scan(tree.getArguments(), nothing);
    }

    /** Generated code turns the operand of a concatenation into a string by a call, cast so that it is not that for {@code char[]}. */
    private void converted(ExpressionTree argument) {
        boolean cast = argument instanceof TypeCastTree tree
                && text.erased(typeOf(tree.getType())).equals("java.lang.Object");
        TreePath value = cast ? new TreePath(at(argument), ((TypeCastTree) argument).getExpression()) : at(argument);
        conversions.toString(trees.getTypeMirror(value), this);
    }

    private void called(ExecutableElement method, ExecutableType type, String receiver, boolean variableArity) {
        if (AsyncFns.isAsyncFn(method)) {
            factories.learn((TypeElement) method.getEnclosingElement());
            call(method, receiver, type.getParameterTypes(), null, false);
            return;
        }
        if (method.getSimpleName().contentEquals("from") && text.of(method).startsWith("dev.asyncfn.")) {
            awaited(method);
        }
        call(method, receiver, type.getParameterTypes(), type.getReturnType(), variableArity);
    }

    /** @param result null if it is not to be compared: a factory gives a future where the async fn gives a value */
    void call(
            ExecutableElement method,
            String receiver,
            List<? extends TypeMirror> parameters,
            TypeMirror result,
            boolean variableArity) {
        if (isImplicit(method)) {
            add(Kind.CALL, text.of(method), receiver);
            return;
        }
        List<Reference.Type> types = new ArrayList<>();
        parameters.forEach(parameter -> types.add(new Reference.Type(parameter, text.erased(parameter))));
        if (result != null) {
            types.add(new Reference.Type(result, text.erased(result)));
        }
        add(Kind.CALL, text.of(method), variableArity ? (receiver + " ...").strip() : receiver, types);
    }

    /** Awaiting it makes a future of a stage. */
    void awaited(ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        if (text.erased(parameters.get(0).asType()).equals("java.util.concurrent.CompletionStage")) {
            add(Kind.AWAIT, parameters.size() == 1 ? "stage" : "stage that fails");
        }
    }

    /** A factory, or the constructor of a future, takes the receiver of the async fn as its first argument. */
    private void made(
            ExecutableElement fn, ExecutableType type, List<? extends ExpressionTree> arguments, boolean ofSuper) {
        int first = Methods.isStatic(fn) ? 0 : 1;
        String receiver = first == 0 ? "" : receiverOf(at(arguments.get(0)), ofSuper);
        List<? extends TypeMirror> parameters = type.getParameterTypes();
        call(fn, receiver, parameters.subList(first, parameters.size()), null, false);
        scanArguments(arguments, first == 1);
    }

    /** @param receiver whether the first stands for what the body may not write */
    void scanArguments(List<? extends ExpressionTree> arguments, boolean receiver) {
        for (int i = 0; i < arguments.size(); i++) {
            if (i > 0 || !receiver || instances.of(at(arguments.get(0))) == null) {
                scan(arguments.get(i), null);
            } else {
                casts(at(arguments.get(0)));
            }
        }
    }

    /** Those of a receiver that is an instance which is known: it may be no object of that class. */
    private void casts(TreePath receiver) {
        if (receiver.getLeaf() instanceof ParenthesizedTree inner) {
            casts(new TreePath(receiver, inner.getExpression()));
        } else if (receiver.getLeaf() instanceof TypeCastTree tree
                && !Instances.isChecked(trees.getElement(new TreePath(receiver, tree.getExpression())))) {
            cast(tree, receiver);
            casts(new TreePath(receiver, tree.getExpression()));
        }
    }

    /** The receiver of a member: an instance that is known, or else nothing. */
    private String receiver(Element member, Tree selection, TreePath path) {
        if (Methods.isStatic(member)) {
            return "";
        }
        if (!(selection instanceof MemberSelectTree select)) {
            return "of " + instances.unqualified(member, path);
        }
        TreePath scope = new TreePath(path, select.getExpression());
        boolean another = isSuper(select.getExpression()) // the method of another class, but of the same object
                && member instanceof ExecutableElement
                && !member.getModifiers().contains(Modifier.PRIVATE)
                && !(AsyncFns.isAsyncFn(member) && !Methods.isVirtual(member));
        return another ? "of super of " + instances.of(scope) : receiverOf(scope);
    }

    String receiverOf(TreePath expression) {
        String instance = instances.of(expression);
        return instance == null ? "" : "of " + instance;
    }

    /** @param ofSuper whether the method is that of a superclass of the receiver's */
    String receiverOf(TreePath expression, boolean ofSuper) {
        return ofSuper ? "of super of " + instances.of(expression) : receiverOf(expression);
    }

    private static boolean isSuper(ExpressionTree scope) {
        return scope instanceof IdentifierTree name && name.getName().contentEquals("super")
                || scope instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("super");
    }

    // ---- creations and functions

    @Override
    public Void visitNewClass(NewClassTree tree, Void nothing) {
        ExecutableElement constructor = (ExecutableElement) trees.getElement(getCurrentPath());
        ExecutableElement fn = factories.fnOf(constructor);
        if (fn != null) {
            conversions.boxArguments(constructor, seen(constructor), tree.getArguments(), this);
            made(fn, seen(constructor), tree.getArguments(), Methods.isVirtual(fn)); // else the factory dispatches
            return null;
        }
        TypeElement created = (TypeElement) constructor.getEnclosingElement();
        if (SymbolText.isAnonymous(text.of(created))) {
            anonymous(tree, created);
            return null;
        }
        conversions.boxArguments(constructor, seen(constructor), tree.getArguments(), this);
        add(Kind.CREATE, text.of(constructor), outer(tree, created));
        scan(tree.getEnclosingExpression(), nothing);
        return scan(tree.getArguments(), nothing);
    }

    private void anonymous(NewClassTree tree, TypeElement created) {
        Element above = types.asElement(created.getSuperclass());
        boolean inner = above instanceof TypeElement type && Methods.isInner(type) && !text.isMadeOfBody(type);
        boolean passed = inner && isOuterPassed(tree);
        String outer = !inner
                ? ""
                : passed
                        ? receiverOf(at(tree.getArguments().get(0)))
                        : tree.getEnclosingExpression() != null
                                ? receiverOf(at(tree.getEnclosingExpression()))
                                : "of " + instances.unqualified(above, getCurrentPath());
        add(Kind.CREATE, text.of(created), outer);
        if (tree.getClassBody() != null) {
            scan(tree.getEnclosingExpression(), null);
        }
        scanArguments(tree.getArguments(), passed);
        scan(tree.getClassBody(), null);
    }

    /** Whether the object around an instance of the superclass is the first argument: javac may put it there. */
    private static boolean isOuterPassed(NewClassTree tree) {
        return tree.getClassBody() == null || tree.getEnclosingExpression() == null && takesOuter(tree.getClassBody());
    }

    private static boolean takesOuter(ClassTree anonymous) {
        return anonymous.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getName().contentEquals("<init>"))
                .anyMatch(constructor -> superCall(constructor).getMethodSelect() instanceof MemberSelectTree);
    }

    /** What the constructor of an anonymous class begins with. */
    private static MethodInvocationTree superCall(MethodTree constructor) {
        ExpressionStatementTree statement =
                (ExpressionStatementTree) constructor.getBody().getStatements().get(0);
        return (MethodInvocationTree) statement.getExpression();
    }

    /** A constructor as the type that is created here has it. */
    private ExecutableType seen(ExecutableElement constructor) {
        return (ExecutableType) types.asMemberOf((DeclaredType) type(), constructor);
    }

    private String outer(NewClassTree tree, TypeElement created) {
        if (!Methods.isInner(created) || text.isMadeOfBody(created)) {
            return "";
        }
        return tree.getEnclosingExpression() == null
                ? "of " + instances.unqualified(created, getCurrentPath())
                : receiverOf(at(tree.getEnclosingExpression()));
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
        function();
        if (typeOf(tree.getQualifierExpression()) instanceof ArrayType made) {
            array(text.erased(made), 1); // a lambda may make it there
        } else if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
            boolean creates = method.getKind() == ElementKind.CONSTRUCTOR;
            add(creates ? Kind.CREATE : Kind.CALL, text.of(method), null);
        }
        return scan(tree.getQualifierExpression(), nothing);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
        function();
        return super.visitLambdaExpression(tree, nothing);
    }

    private void function() {
        add(Kind.FUNCTION, text.erased(functionType()));
    }

    /** The interface that the present lambda or method reference implements. */
    TypeMirror functionType() {
        return type();
    }

    // ---- names

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void nothing) {
        if (trees.getElement(getCurrentPath()) instanceof VariableElement variable) {
            variable(variable, tree);
        }
        return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
        if (tree.getIdentifier().contentEquals("class")) {
            add(Kind.CLASS, text.erased(typeOf(tree.getExpression())));
            return null;
        }
        Element element = trees.getElement(getCurrentPath());
        if (element instanceof VariableElement variable) {
            variable(variable, tree);
        }
        if (element instanceof VariableElement || element instanceof ExecutableElement) {
            scanIf(!Methods.isStatic(element) || !isHarmless(tree.getExpression()), tree.getExpression());
        }
        return null;
    }

    /** Whether nobody notices that it is evaluated: a static member needs no receiver. */
    private static boolean isHarmless(Tree scope) {
        Tree inner = scope;
        while (inner instanceof ParenthesizedTree || inner instanceof TypeCastTree) {
            inner = inner instanceof TypeCastTree cast
                    ? cast.getExpression()
                    : ((ParenthesizedTree) inner).getExpression();
        }
        return inner instanceof IdentifierTree || inner.getKind() == Tree.Kind.NULL_LITERAL;
    }

    private void variable(VariableElement variable, ExpressionTree tree) {
        String instance = instances.of(getCurrentPath());
        if (instance != null && !isReceiver()) {
            passed(instance);
        }
        String name = variable.getSimpleName().toString();
        boolean field = variable.getKind() == ElementKind.FIELD || variable.getKind() == ElementKind.ENUM_CONSTANT;
        if (name.equals("this") || name.equals("super")) {
            return;
        }
        boolean copied = !field
                || isHiddenConstant(variable)
                || !Methods.isStatic(variable) && tree instanceof IdentifierTree; // a constant of an object
        if (variable.getConstantValue() != null && copied) {
            value(variable.getConstantValue());
        } else if (field) {
            field(variable, tree);
        } else {
            local(variable);
        }
    }

    void passed(String instance) {
        add(Kind.THIS, instance);
    }

    /** Generated code has a copy of it. */
    boolean isHiddenConstant(VariableElement field) {
        boolean hidden = field.getModifiers().contains(Modifier.PRIVATE)
                || field.getModifiers().contains(Modifier.PROTECTED) // of another package's class
                || text.isPrivate(field.getEnclosingElement());
        return hidden && Methods.isStatic(field) && field.getConstantValue() != null;
    }

    /** Of an object the future may only know that it is of a class above. */
    void local(VariableElement variable) {
        if (conversions.isNumberOrBoolean(variable.asType())) {
            String name = SymbolText.withoutNumber(variable.getSimpleName().toString());
            add(Kind.VARIABLE, name + " of type " + text.of(variable.asType()));
        }
    }

    void field(VariableElement field, ExpressionTree tree) {
        TreePath outside = outside();
        Tree parent = outside.getParentPath().getLeaf();
        Tree place = outside.getLeaf();
        boolean label = parent.getKind().name().equals("CONSTANT_CASE_LABEL") // Java 21's
                || parent instanceof CaseTree entry && entry.getExpressions().contains(place);
        if (label && text.isPrivate(field.getEnclosingElement())) {
            value(field.getSimpleName().toString()); // the name is compared, since nothing there can name the constant
            return;
        }
        String receiver = label ? "" : receiver(field, tree, getCurrentPath());
        boolean assigned = parent instanceof AssignmentTree assignment && assignment.getVariable() == place;
        boolean changed = parent instanceof CompoundAssignmentTree compound && compound.getVariable() == place
                || Conversions.isStep(parent);
        if (!assigned) {
            add(Kind.READ, text.field(field), receiver);
        }
        if (assigned || changed) {
            see(primitive(field.asType()));
            add(Kind.WRITE, text.field(field), receiver);
        }
    }

    /** The primitive type that values are narrowed to before they are boxed; any other type itself. */
    private TypeMirror primitive(TypeMirror type) {
        return conversions.isNumberOrBoolean(type) && !type.getKind().isPrimitive() ? types.unboxedType(type) : type;
    }

    /** The present tree, with what is around it and gives its value. */
    private TreePath outside() {
        TreePath path = getCurrentPath();
        while (givesBack(path.getParentPath(), path.getLeaf())) {
            path = path.getParentPath();
        }
        return path;
    }

    private boolean givesBack(TreePath path, Tree child) {
        return path.getLeaf() instanceof ParenthesizedTree
                || path.getLeaf() instanceof TypeCastTree
                || path.getLeaf() instanceof MethodInvocationTree call
                        && call.getArguments().contains(child)
                        && instances.givesBack(trees.getElement(path));
    }

    /** Whether a member of the present expression is used, or it goes into a variable that stands for it from then on. */
    boolean isReceiver() {
        TreePath outside = outside();
        Tree parent = outside.getParentPath().getLeaf();
        return parent instanceof MemberSelectTree
                || parent instanceof MemberReferenceTree
                || isNamed(outside)
                || parent instanceof VariableTree && instances.isKnown(trees.getElement(outside.getParentPath()))
                || parent instanceof AssignmentTree assignment
                        && instances.of(new TreePath(outside.getParentPath(), assignment.getVariable())) != null
                || parent instanceof NewClassTree creation && creation.getEnclosingExpression() == outside.getLeaf()
                || parent instanceof EnhancedForLoopTree loop && loop.getExpression() == outside.getLeaf();
    }

    /** Whether it is what a switch over a private enum selects by: its name is asked for. */
    private boolean isNamed(TreePath value) {
        Tree parent = value.getParentPath().getLeaf();
        boolean selects = parent instanceof SwitchTree || parent instanceof SwitchExpressionTree;
        return selects && text.isPrivate(types.asElement(trees.getTypeMirror(value)));
    }

    // ---- what javac calls without being told

    /** Whether calls of it may be written or not. */
    private boolean isImplicit(ExecutableElement method) {
        if (!method.getParameters().isEmpty()) {
            return false;
        }
        return switch (method.getSimpleName().toString()) {
            case "iterator" -> methods.isDeclaredIn(method, "java.lang.Iterable");
            case "hasNext", "next" -> methods.isDeclaredIn(method, "java.util.Iterator");
            case "close" -> methods.isDeclaredIn(method, "java.lang.AutoCloseable");
            default -> false;
        };
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void nothing) {
        TypeMirror type = typeOf(tree.getExpression());
        if (!(type instanceof ArrayType)) {
            TypeMirror iterator =
                    attributed.elements().getTypeElement("java.util.Iterator").asType();
            implicit("iterator", type);
            implicit("hasNext", iterator);
            implicit("next", iterator);
        }
        return super.visitEnhancedForLoop(tree, nothing);
    }

    @Override
    public Void visitTry(TryTree tree, Void nothing) {
        tree.getResources().forEach(resource -> implicit("close", typeOf(resource)));
        return super.visitTry(tree, nothing);
    }

    private void implicit(String name, TypeMirror type) {
        add(Kind.CALL, text.of(methods.withoutParameters(type, name)), null);
    }

    // ---- classes of the body

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
        TypeElement type = (TypeElement) trees.getElement(getCurrentPath());
        String name = text.of(type);
        types.directSupertypes(type.asType()).forEach(above -> add(Kind.MEMBER, name + " extends " + text.of(above)));
        annotated(name, type);
        return scan(tree.getMembers(), nothing);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
        ExecutableElement method = (ExecutableElement) trees.getElement(getCurrentPath());
        String name = text.of(method);
        if (method.getKind() == ElementKind.CONSTRUCTOR && SymbolText.isAnonymous(name)) {
            passesOn(tree);
            return null;
        }
        add(Kind.MEMBER, name + " " + text.of(method.getReturnType()));
        annotated(name, method);
        return scan(tree.getBody(), nothing);
    }

    private void annotated(String name, Element element) {
        element.getAnnotationMirrors().forEach(annotation -> add(Kind.MEMBER, name + " is " + annotation));
    }

    /** javac writes the constructor of an anonymous class, or the generator if the class got a name. */
    private void passesOn(MethodTree constructor) {
        MethodInvocationTree call = superCall(constructor);
        TreePath path = TreePath.getPath(getCurrentPath(), call.getMethodSelect());
        add(Kind.CALL, text.of((ExecutableElement) trees.getElement(path)), null);
    }
}
