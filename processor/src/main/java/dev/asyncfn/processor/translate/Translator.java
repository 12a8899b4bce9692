package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.ReceiverParameter;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.VarType;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.LiftedClass;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.plan.BridgedPlaces;
import dev.asyncfn.processor.plan.Conditionals;
import dev.asyncfn.processor.plan.Operands;
import dev.asyncfn.processor.plan.SplitPlan;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Turns a piece of the body that contains no await into {@link Code}: the user's own text, in which only those names
 * and jumps are replaced that mean something else in the generated class.
 */
public final class Translator implements Translation {
    private final MethodSource source;
    private final Attribution attribution;
    private final Operands operands;
    private final NameTranslation names;
    private final CallTranslation calls;
    private final BridgedFields bridgedFields;
    private final TypeArguments typeArguments;
    private final InnerSubclasses innerSubclasses;
    private final StatementTranslation statements;
    private final BridgedPlaces bridgedPlaces;
    private final CarriedOperations carriedOperations;
    private final CarriedSwitches carriedSwitches;
    private final CarriedTests carriedTests;
    private final CarriedLambdas carriedLambdas;
    private final ConversionCasts conversions;
    private final Map<Node, Code> substitutions = new IdentityHashMap<>();

    public Translator(SplitPlan plan, Names variables, Variable self) {
        this.source = plan.source();
        this.attribution = plan.attribution();
        this.operands = new Operands(attribution);
        this.bridgedPlaces = new BridgedPlaces(attribution, plan.members());
        this.typeArguments = new TypeArguments(this, attribution, plan.members());
        this.names = new NameTranslation(this, typeArguments, plan, variables, self);
        this.carriedTests = new CarriedTests(this, variables, names, plan);
        this.carriedSwitches = new CarriedSwitches(this, names, carriedTests, plan);
        this.carriedOperations = new CarriedOperations(this, attribution);
        this.carriedLambdas = new CarriedLambdas(attribution);
        this.conversions = new ConversionCasts(plan.conversions(), carriedOperations);
        KeptInPlace keptInPlace = new KeptInPlace(this, names, plan, self);
        this.calls = new CallTranslation(this, names, typeArguments, keptInPlace, plan);
        this.innerSubclasses = new InnerSubclasses(this, names, source, attribution, plan.members());
        this.statements = new StatementTranslation(this, names, innerSubclasses, carriedSwitches, plan, variables);
        this.bridgedFields = new BridgedFields(this, names, typeArguments, keptInPlace, attribution, plan.members());
    }

    /** Says what async blocks became. */
    public void onBlock(BlockTranslation blocks) {
        calls.onBlock(blocks);
    }

    /** The body is that of an async block: it sees the classes that the body around has lifted so far. */
    public void isInside(Translator around) {
        names.seeLiftedOf(around.names);
    }

    /** A type that is named for an async block: of what it captures, or gives. */
    public void checkSeen(TypeMirror type) {
        names.types().checkSeen(type, source.declaration());
    }

    /** Whether the receiver was mentioned so far. */
    public boolean mentionsSelf() {
        return names.instances().areMentioned();
    }

    /** Says what stands for jumps. */
    public void onJump(JumpTranslation jumps) {
        statements.onJump(jumps);
    }

    /** Says which anonymous classes, with and without an enclosing instance for the superclass, have a name now. */
    public void onAnonymous(BiFunction<ObjectCreationExpr, Boolean, LiftedClass> named) {
        calls.onAnonymous(named);
    }

    /** The labels of a switch entry, or its guard: what their patterns bind is in scope nowhere else. */
    public Code translateLabels(List<Expression> labels) {
        names.bindInLabels(true);
        Code code = translateAll(labels);
        names.bindInLabels(false);
        return code;
    }

    /** The labels of a switch entry and its guard if they test for a class by the bridge; empty if they do not. */
    public Optional<GuardedLabel> carriedLabels(SwitchEntry entry, boolean withGuard) {
        if (!carriedTests.areIn(entry)) {
            return Optional.empty();
        }
        names.bindInLabels(true);
        Code guard = withGuard ? entry.getGuard().map(this::translate).orElse(null) : null;
        GuardedLabel labels = carriedTests.labels(entry, names.fresh("any", "anyValue"), guard);
        names.bindInLabels(false);
        return Optional.of(labels);
    }

    @Override
    public void substitute(Node node, Code code) {
        substitutions.put(node, code);
    }

    @Override
    public Code substituting(Node node, Code code, Supplier<Code> translation) {
        substitutions.put(node, code);
        Code result = translation.get();
        substitutions.remove(node);
        return result;
    }

    /** The code of a value that is to be kept as what it is. */
    public Code unconverted(Expression value, Supplier<Code> translation) {
        return conversions.unconverted(value, translation);
    }

    @Override
    public Code asArgument(Expression expression) {
        if (expression instanceof SuperExpr superclass) {
            return names.instances().receiver(superclass);
        }
        boolean parenthesized = expression instanceof EnclosedExpr && !isSubstituted(expression);
        return parenthesized ? asArgument(((EnclosedExpr) expression).getInner()) : translate(expression);
    }

    @Override
    public boolean isSubstituted(Node node) {
        return substitutions.containsKey(node);
    }

    @Override
    public Code translate(Node node) {
        Slices slices = slices(source.file().start(node));
        visit(node, slices);
        slices.copyTo(source.file().end(node));
        return slices.toCode();
    }

    @Override
    public Code translateAll(List<? extends Node> nodes) {
        if (nodes.isEmpty()) {
            return Code.EMPTY;
        }
        Slices slices = slices(source.file().start(nodes.get(0)));
        nodes.forEach(node -> visit(node, slices));
        slices.copyTo(source.file().end(nodes.get(nodes.size() - 1)));
        return slices.toCode();
    }

    /** Those of the text from an offset on. */
    Slices slices(int start) {
        return new Slices(source, start, names.docComments());
    }

    boolean usesSelf(Node node) {
        return names.instances().usesSelf(() -> translate(node));
    }

    @Override
    public Code discarded(Expression selection) {
        Expression scope = operands.discarded(selection);
        return scope == null || isSubstituted(scope) ? Code.EMPTY : translate(scope);
    }

    NameTranslation names() {
        return names;
    }

    TypeArguments typeArguments() {
        return typeArguments;
    }

    /** Whether a test of a pattern is an assignment to the pattern's variable. */
    public boolean isAssigned(InstanceOfExpr test) {
        return carriedTests.isAssigned(test);
    }

    public CarriedSwitches carriedSwitches() {
        return carriedSwitches;
    }

    public BridgedFields bridgedFields() {
        return bridgedFields;
    }

    @Override
    public void visit(Node node, Slices slices) {
        if (slices.isPast(source.file().start(node)) || node instanceof Comment) {
            return; // the shared type of `int a, b` is visited with each variable
        }
        Optional<ConversionCasts.Cast> cast = conversions.of(node, isSubstituted(node));
        cast.ifPresent(code -> slices.addAt(source.file().start(node), code.before()));
        visitAsItIs(node, slices);
        cast.ifPresent(code -> slices.addAt(source.file().end(node), code.after()));
    }

    private void visitAsItIs(Node node, Slices slices) {
        if (substitutions.containsKey(node)) {
            replace(node, substitutions.get(node), slices);
        } else if (node instanceof Statement statement) {
            statements.statement(statement, slices);
        } else if (node instanceof Expression expression) {
            visitExpression(expression, slices);
        } else if (node instanceof ClassOrInterfaceType type) {
            visitType(type, slices);
        } else if (node instanceof ClassOrInterfaceDeclaration type) {
            innerSubclasses.declaration(type, slices);
        } else if (node instanceof SwitchEntry entry && carriedTests.areIn(entry)) {
            carriedSwitches.entry(entry, slices);
        } else if (node instanceof ConstructorDeclaration constructor) {
            innerSubclasses.constructor(constructor, slices);
        } else if (node instanceof SimpleName name) {
            names.declared(name, slices);
        } else if (node instanceof VarType type && calls.blocks().typeOf(type).isPresent()) {
            replace(
                    type,
                    Code.of(new Reference.TypeRef(calls.blocks().typeOf(type).get())),
                    slices);
        } else if (node instanceof ReceiverParameter outer
                && outer.getParentNode().orElseThrow() instanceof ConstructorDeclaration constructor) {
            leaveOut(outer, constructor, slices);
        } else {
            visitChildren(node, slices);
        }
    }

    /** JavaParser takes a variable before {@code ::} for a type. */
    private void visitType(ClassOrInterfaceType type, Slices slices) {
        if (type.getScope().isEmpty() && attribution.elementOf(type) instanceof VariableElement variable) {
            carriedTests
                    .value(type.getNameAsString(), variable)
                    .ifPresentOrElse(
                            value -> replace(type, value, slices),
                            () -> names.receiverOfReference(type, variable, slices));
        } else {
            names.types().type(type, slices);
        }
    }

    /** Around a local class there is another class than the receiver of its constructor says. */
    private void leaveOut(ReceiverParameter outer, ConstructorDeclaration constructor, Slices slices) {
        SourceFile file = source.file();
        slices.copyTo(file.start(outer));
        slices.skipTo(constructor.getParameters().getFirst().map(file::start).orElse(file.end(outer)));
    }

    private void visitExpression(Expression expression, Slices slices) {
        Optional<Code> maker = carriedLambdas.maker(expression);
        if (maker.isEmpty()) {
            visitPlain(expression, slices);
            return;
        }
        slices.copyTo(source.file().start(expression));
        slices.add(Code.of(maker.get(), "("));
        visitPlain(expression, slices);
        slices.copyTo(source.file().end(expression));
        slices.add(")");
    }

    private void visitPlain(Expression expression, Slices slices) {
        Optional<Code> operation = carriedTests
                .of(expression)
                .or(() -> carriedOperations.of(expression, () -> names.fresh("length")))
                .or(() -> carriedSwitches.label(expression));
        if (operation.isPresent()) {
            replace(expression, operation.get(), slices);
        } else if (expression instanceof SwitchExpr choice && carriedSwitches.isOne(choice)) {
            carriedSwitches.choice(choice, choice, slices);
        } else if (expression instanceof NameExpr name) {
            names.name(name, slices);
        } else if (expression instanceof FieldAccessExpr access) {
            names.fieldAccess(access, slices);
        } else if (expression instanceof ThisExpr self) {
            names.thisExpression(self, slices);
        } else if (expression instanceof SuperExpr superclass) {
            names.superExpression(superclass, slices);
        } else if (expression instanceof TypePatternExpr pattern) {
            visitPattern(pattern, slices);
        } else if (expression instanceof InstanceOfExpr test) {
            visitTest(test, slices);
        } else if (expression instanceof AnnotationExpr annotation) {
            names.types().annotation(annotation, slices);
        } else if (expression instanceof MethodCallExpr call) {
            calls.call(call, slices);
        } else if (expression instanceof ObjectCreationExpr creation) {
            calls.creation(creation, slices);
        } else if (expression instanceof MethodReferenceExpr reference) {
            calls.reference(reference, slices);
        } else if (expression instanceof AssignExpr assign && bridgedPlaces.isTarget(assign.getTarget())) {
            replace(assign, bridgedFields.assign(assign), slices);
        } else if (expression instanceof UnaryExpr unary && bridgedPlaces.isStepped(unary)) {
            replace(unary, bridgedFields.step(unary), slices);
        } else if (expression instanceof EnclosedExpr enclosed && isTarget(enclosed)) {
            replace(enclosed, translate(enclosed.getInner()), slices); // more may be assigned than what it names
        } else {
            visitChildren(expression, slices);
        }
    }

    private static boolean isTarget(EnclosedExpr enclosed) {
        return enclosed.getParentNode().orElseThrow() instanceof AssignExpr assign && assign.getTarget() == enclosed;
    }

    private void visitTest(InstanceOfExpr test, Slices slices) {
        visit(test.getExpression(), slices);
        visit(test.getType(), slices); // in JavaParser's tree it is the test's, even if the pattern names it
        test.getPattern().ifPresent(pattern -> visitPattern(pattern, slices));
    }

    private void visitPattern(PatternExpr pattern, Slices slices) {
        visitChildren(pattern, slices);
        if (pattern instanceof TypePatternExpr binding) {
            names.binding(binding, slices);
        }
    }

    @Override
    public void visitChildren(Node node, Slices slices) {
        children(node).forEach(child -> {
            if (Conditionals.mayBeSkipped(child)) {
                slices.addAt(source.file().start(child), new Transfer.Conditional());
            }
            visit(child, slices);
        });
    }

    @Override
    public List<Node> children(Node node) {
        return parts(node)
                .filter(child -> child.getRange().isPresent())
                .sorted(Comparator.comparingInt(source.file()::start))
                .toList();
    }

    /** The dimensions of an array overlap one another, so that only what they are made of has an order. */
    private static Stream<Node> parts(Node node) {
        return node.getChildNodes().stream()
                .flatMap(child -> child instanceof ArrayType || child instanceof ArrayCreationLevel
                        ? parts(child)
                        : Stream.of(child));
    }

    @Override
    public void replace(Node node, Code code, Slices slices) {
        slices.copyTo(source.file().start(node));
        slices.add(code);
        slices.skipTo(source.file().end(node));
    }
}
