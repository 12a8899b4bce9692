package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.AsyncMethod;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.lower.Variable.Role;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Lowers the body of one async fn to a graph of blocks. This class holds what the parts of the lowering share; each
 * part knows one kind of syntax.
 */
public final class Lowering {
    private final MethodSource source;
    private final Attribution attribution;
    private final Awaits awaits;
    private final Names names;
    private final Members members;
    private final Denotable denotable;
    private final Patterns patterns;
    private final Completion completion;
    private final Captures captures;
    private final Jumps jumps = new Jumps();
    private final Graph graph;
    private final Variable receiver;
    private final Translator translator;
    private final Factories factories;
    private final ExpressionLowering expressions;
    private final ConditionLowering conditions;
    private final LocalClasses localClasses;
    private Block returning;
    private Variable returned;

    private Lowering(MethodSource source, Attribution attribution) {
        this.source = source;
        this.attribution = attribution;
        this.awaits = new Awaits(source.declaration(), attribution);
        this.names = new Names(source, attribution);
        this.members = new Members(source, attribution);
        this.denotable = new Denotable(attribution.types(), attribution.elements());
        this.patterns = new Patterns(source.declaration(), attribution);
        this.completion = new Completion(attribution);
        this.captures = new Captures(attribution, names, members);
        this.graph = new Graph(source.file());
        this.receiver = new Variable(Role.RECEIVER, names.fresh("self", "receiver"), owner().asType());
        this.translator = new Translator(source, attribution, names, members, jumps, receiver);
        this.factories = new Factories(this);
        this.expressions = new ExpressionLowering(this);
        this.conditions = new ConditionLowering(this);
        this.localClasses = new LocalClasses(this);
        translator.onReturn(this::returnInside);
        forceBridgedReceivers();
    }

    /** Lowers a body that has passed every check; empty if something in it was reported. */
    public static Optional<LoweredFn> lower(MethodSource source, Attribution attribution, Reporter reporter) {
        try {
            return Optional.of(new Lowering(source, attribution).body());
        } catch (NotLowered e) {
            reporter.report(e.problem, source, e.node);
            return Optional.empty();
        }
    }

    /** An async fn of which only the signature is good: its factory is generated, so that its callers compile. */
    public static LoweredFn rejected(AsyncMethod method) {
        return new LoweredFn(method, null, null, List.of(), null, List.of(), List.of(), Set.of(), Set.of(), Set.of());
    }

    private LoweredFn body() {
        List<Variable> parameters = new ArrayList<>();
        for (VariableElement parameter : attribution.method().getParameters()) {
            Variable variable =
                    new Variable(Role.PARAMETER, parameter.getSimpleName().toString(), parameter.asType());
            names.declare(parameter, variable);
            parameters.add(variable);
        }
        BlockStmt body = source.declaration().getBody().orElseThrow();
        graph.place(graph.block("START", body.getStatements().isEmpty() ? body : body.getStatement(0)));
        new StatementLowering(this).block(body);
        if (returnsVoid()) {
            graph.end(new End.Return(null));
        } else {
            graph.add(new Step.Run(Code.of("throw new AssertionError(\"unreachable\");"), false));
        }
        if (returning != null) {
            graph.place(returning);
            graph.end(new End.Return(returned == null ? null : Code.of(returned)));
        }
        boolean isStatic = attribution.method().getModifiers().contains(Modifier.STATIC);
        return new LoweredFn(
                source.method(),
                source,
                attribution,
                List.copyOf(graph.blocks()),
                isStatic ? null : receiver,
                parameters,
                localClasses.lifted(),
                names.words(),
                names.wholeNames(),
                new Suppressions(source, attribution).find());
    }

    // ---- returns

    private boolean returnsVoid() {
        return attribution.method().getReturnType().getKind() == TypeKind.VOID;
    }

    /** A value as the argument of the completion. */
    Code asResult(Code value, Expression expression) {
        String cast = new Conversions(attribution.types())
                .argumentCast(attribution.method().getReturnType(), attribution.typeOf(expression));
        return cast.isEmpty() ? value : Code.of(cast + "(", value, ")");
    }

    /** A return inside a statement that stays whole. */
    private List<Object> returnInside(ReturnStmt statement) {
        Code value = statement
                .getExpression()
                .map(e -> asResult(translator.translate(e), e))
                .orElse(null);
        if (!leavesFinally(statement)) {
            return List.of(new Fragment.Return(value));
        }
        // The future is not complete before the finally block has run, and that may replace the result.
        if (returning == null) {
            returning = graph.block("RETURN", statement);
            returned = returnsVoid() ? null : spillVariable("result", attribution.method().getReturnType());
        }
        Fragment.Jump jump = jumps.to(returning, statement);
        if (value == null) {
            return List.of(jump);
        }
        Fragment.Jump plain = new Fragment.Jump(returning, jump.insideLoop(), false);
        List<Object> parts = List.of(new Fragment.Write(returned, false), " = ", value, ";\n", plain);
        return jump.braced() ? List.of("{\n    ", Code.join(parts), "\n}") : parts;
    }

    private boolean leavesFinally(Node statement) {
        for (Node n = statement; n != source.declaration(); n = n.getParentNode().orElseThrow()) {
            if (n instanceof TryStmt attempt
                    && (attempt.getFinallyBlock().isPresent()
                            || !attempt.getResources().isEmpty())) {
                return true;
            }
        }
        return false;
    }

    // ---- variables

    Variable localVariable(Element element) {
        VariableElement variable = (VariableElement) element;
        return new Variable(
                Role.LOCAL,
                variable.getSimpleName().toString(),
                denotable.upper(variable.asType()),
                variable.getConstantValue(),
                denotable.bounds(variable.asType()));
    }

    Variable declarePattern(TypePatternExpr pattern) {
        Element element = attribution.elementOf(pattern);
        Variable variable = localVariable(element);
        names.declare(element, variable);
        return variable;
    }

    Variable spillVariable(String name, TypeMirror type) {
        return new Variable(
                Role.SPILL, names.fresh(name, name + "Value"), denotable.upper(type), null, denotable.bounds(type));
    }

    /** What an enhanced for keeps from round to round. */
    Variable loopVariable(String name, TypeMirror type) {
        return new Variable(Role.LOCAL, names.fresh(name, name + "Value"), denotable.upper(type));
    }

    // ---- what must be taken apart, though it does not await

    /** Whether a statement captures a variable that it assigns itself: the copy must be made in between. */
    boolean mustTakeApart(Statement statement) {
        return captures.capturesWhatItAssigns(statement);
    }

    /** {@code next().count += x} and {@code next()::get} through a bridge: the receiver is evaluated once, and now. */
    private void forceBridgedReceivers() {
        for (AssignExpr assign : source.declaration().findAll(AssignExpr.class)) {
            BridgedFields bridged = translator.bridgedFields();
            if (assign.getOperator() != AssignExpr.Operator.ASSIGN
                    && bridged.isTarget(assign.getTarget())
                    && !bridged.hasStableReceiver(assign.getTarget())
                    && !members.isDeferred(assign)) {
                awaits.force(assign);
            }
        }
        for (MethodReferenceExpr reference : source.declaration().findAll(MethodReferenceExpr.class)) {
            if (translator.needsKeptReceiver(reference) && !members.isDeferred(reference)) {
                awaits.force(reference);
            }
        }
    }

    /** Whether an expression is evaluated only for its effects. */
    boolean isDiscarded(Expression expression) {
        Node parent = expression.getParentNode().orElseThrow();
        return parent instanceof ExpressionStmt
                || parent instanceof ForStmt loop
                        && (loop.getInitialization().contains(expression) || loop.getUpdate().contains(expression));
    }

    Fragment classRef(String name) {
        return new Fragment.ClassRef(attribution.elements().getTypeElement(name));
    }

    NotLowered notLowered(Node node) {
        return new NotLowered(Problem.NOT_LOWERED, node);
    }

    /** Ends the lowering of a body with a problem at a node. */
    static final class NotLowered extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;
        private final transient Node node;

        NotLowered(Problem problem, Node node) {
            super(problem.id(), null, false, false);
            this.problem = problem;
            this.node = node;
        }
    }

    // ---- what the parts share

    MethodSource source() {
        return source;
    }

    Attribution attribution() {
        return attribution;
    }

    TypeElement owner() {
        return (TypeElement) attribution.method().getEnclosingElement();
    }

    Awaits awaits() {
        return awaits;
    }

    Names names() {
        return names;
    }

    Members members() {
        return members;
    }

    Captures captures() {
        return captures;
    }

    Denotable denotable() {
        return denotable;
    }

    Patterns patterns() {
        return patterns;
    }

    Completion completion() {
        return completion;
    }

    Jumps jumps() {
        return jumps;
    }

    Graph graph() {
        return graph;
    }

    Variable receiver() {
        return receiver;
    }

    Translator translator() {
        return translator;
    }

    Factories factories() {
        return factories;
    }

    ExpressionLowering expressions() {
        return expressions;
    }

    ConditionLowering conditions() {
        return conditions;
    }

    LocalClasses localClasses() {
        return localClasses;
    }
}
