package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.Nameability;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.ir.BodyNames;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.Variable.Role;
import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.plan.AnonymousClasses;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.Completion;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.ForcedParts;
import dev.asyncfn.processor.plan.InaccessibleTypes;
import dev.asyncfn.processor.plan.LargeStatements;
import dev.asyncfn.processor.plan.Members;
import dev.asyncfn.processor.plan.NeededSuppressions;
import dev.asyncfn.processor.plan.Patterns;
import dev.asyncfn.processor.plan.PolyExpressions;
import dev.asyncfn.processor.plan.ReplacedJumps;
import dev.asyncfn.processor.plan.ThrownTypes;
import dev.asyncfn.processor.translate.Captures;
import dev.asyncfn.processor.translate.Factories;
import dev.asyncfn.processor.translate.LocalClasses;
import dev.asyncfn.processor.translate.Names;
import dev.asyncfn.processor.translate.Translator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
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
    private final Map<TypeElement, String> anonymousClasses = new LinkedHashMap<>();
    private final Denotable denotable;
    private final PolyExpressions poly;
    private final InaccessibleTypes inaccessible;
    private final Patterns patterns;
    private final Completion completion;
    private final Captures captures;
    private final LargeStatements large;
    private final Jumps jumps;
    private final Graph graph;
    private final Variable receiver;
    private final Translator translator;
    private final Factories factories;
    private final ExpressionLowering expressions;
    private final ConditionLowering conditions;
    private final LocalClasses localClasses;
    private Node place;
    private final Exits exits;
    private final ReplacedJumps replacedJumps = new ReplacedJumps();
    private final Returns returns;
    private final StatementLowering statements;

    private Lowering(MethodSource source, Attribution attribution) {
        this.source = source;
        this.place = source.declaration();
        this.attribution = attribution;
        this.awaits = new Awaits(source.declaration(), attribution);
        this.names = new Names(source, attribution);
        this.members = new Members(source, attribution, names.scopes());
        this.patterns = new Patterns(source.declaration(), attribution);
        this.denotable = new Denotable(attribution, anonymousClasses.keySet());
        this.inaccessible = new InaccessibleTypes(attribution, denotable, source.declaration());
        this.poly = new PolyExpressions(attribution);
        this.completion = new Completion(attribution);
        this.captures = new Captures(attribution, names);
        this.large = new LargeStatements(source);
        this.graph = new Graph(source.file());
        this.exits = new Exits(this);
        this.jumps = new Jumps(exits);
        this.receiver = new Variable(Role.RECEIVER, names.fresh("self", "receiver"), owner().asType());
        this.translator =
                new Translator(source, attribution, names, members, jumps, replacedJumps, completion, receiver);
        this.factories = new Factories(this);
        this.expressions = new ExpressionLowering(this);
        this.conditions = new ConditionLowering(this);
        this.localClasses = new LocalClasses(this);
        translator.onAnonymous(localClasses::named);
        this.returns = new Returns(this);
        this.statements = new StatementLowering(this);
        translator.onJump(returns::inside, statements.switches()::inside);
        new ForcedParts(source, members, awaits, names, translator, replacedJumps).find();
        large.force(source.declaration().getBody().orElseThrow(), awaits);
        new AnonymousClasses(source, attribution, awaits, members, patterns, anonymousClasses).find();
    }

    /** Lowers a body that has passed every check; empty if something in it was reported. */
    public static Optional<Cfg> lower(MethodSource source, Attribution attribution, Reporter reporter) {
        try {
            return Optional.of(new Lowering(source, attribution).body());
        } catch (NotLowered e) {
            reporter.report(e.problem, source, e.node, e.arguments);
            return Optional.empty();
        }
    }

    /** An async fn of which only the signature is good: its factory is generated, so that its callers compile. */
    public static Cfg rejected(AsyncMethod method) {
        return new Cfg(method, null, null, List.of(), null, List.of(), List.of(), BodyNames.NONE, false, Set.of());
    }

    private Cfg body() {
        List<Variable> parameters = new ArrayList<>();
        for (VariableElement parameter : attribution.method().getParameters()) {
            Variable variable =
                    new Variable(Role.PARAMETER, parameter.getSimpleName().toString(), parameter.asType());
            names.declare(parameter, variable);
            parameters.add(variable);
        }
        BlockStmt body = source.declaration().getBody().orElseThrow();
        graph.place(graph.block("START", body.getStatements().isEmpty() ? body : body.getStatement(0)));
        statements.block(body);
        if (returns.isVoid()) {
            graph.add(new Step.Origin(source.file().line(source.file().end(body) - 1), false));
            graph.end(new End.Return(null));
        } else {
            graph.add(new Step.Run(assertionError("\"unreachable\""), false));
        }
        returns.place();
        exits.trampolines().forEach(graph::append);
        boolean isStatic = attribution.method().getModifiers().contains(Modifier.STATIC);
        return new Cfg(
                source.method(),
                source,
                attribution,
                LongBlocks.cut(graph.blocks(), source.tokens()),
                isStatic ? null : receiver,
                parameters,
                localClasses.lifted(),
                names.all(),
                new ThrownTypes(attribution, this::isException).haveThrowables(source.declaration()),
                new NeededSuppressions(source, attribution).find());
    }

    // ---- variables

    Variable localVariable(Element element) {
        VariableElement variable = (VariableElement) element;
        check(inaccessible.needed(variable));
        String name = variable.getSimpleName().toString();
        return new Variable(
                Role.LOCAL,
                name.isEmpty() ? names.unnamed() : name,
                denotable.upper(variable.asType()),
                variable.getConstantValue(),
                denotable.bounds(variable.asType()),
                Composites.of(variable.asType(), denotable));
    }

    Variable declarePattern(TypePatternExpr pattern) {
        Element element = attribution.elementOf(pattern);
        Variable variable = localVariable(element);
        names.declare(element, variable);
        return variable;
    }

    Variable spillVariable(String name, TypeMirror type) {
        return keptVariable(Role.SPILL, name, type);
    }

    Variable choiceVariable(String name, TypeMirror type) {
        return keptVariable(Role.CHOICE, name, type);
    }

    Variable pendingVariable(String name, TypeMirror type) {
        return keptVariable(Role.PENDING, name, type);
    }

    private Variable keptVariable(Role role, String name, TypeMirror type) {
        return new Variable(
                role,
                names.fresh(name, name + "Value"),
                denotable.upper(type),
                null,
                denotable.bounds(type),
                Composites.of(type, denotable));
    }

    /** What an enhanced for keeps from round to round. */
    Variable loopVariable(String name, TypeMirror type) {
        return new Variable(Role.LOCAL, names.fresh(name, name + "Value"), denotable.upper(type));
    }

    /** From now on, problems are found at this node. */
    void at(Node node) {
        place = node;
    }

    /** The value of an expression is kept. */
    void checkKept(Expression expression) {
        check(inaccessible.needed(expression));
    }

    /** A type may be inferred that the source never names, and so nothing has checked whether it can be. */
    private void check(Optional<TypeElement> needed) {
        needed.ifPresent(type -> {
            Nameability.Obstacle obstacle = new Nameability(attribution.elements(), owner())
                    .obstacle(type)
                    .orElse(new Nameability.Obstacle(Problem.INACCESSIBLE_TYPE, type));
            throw new NotLowered(obstacle.problem(), place, obstacle.type().getSimpleName(), owner().getSimpleName());
        });
    }

    // ---- expressions

    /** Whether an expression is evaluated only for its effects. */
    boolean isDiscarded(Expression expression) {
        Node parent = expression.getParentNode().orElseThrow();
        return parent instanceof ExpressionStmt statement && !isValueOfEntry(statement)
                || parent instanceof ForStmt loop
                        && (loop.getInitialization().contains(expression)
                                || loop.getUpdate().contains(expression));
    }

    /** {@code case 1 -> expression;} gives the value to its switch expression. */
    private static boolean isValueOfEntry(ExpressionStmt statement) {
        return statement.getParentNode().orElseThrow() instanceof SwitchEntry entry
                && entry.getType() == SwitchEntry.Type.EXPRESSION
                && entry.getParentNode().orElseThrow() instanceof SwitchExpr;
    }

    Piece classRef(String name) {
        return new Piece.ClassRef(attribution.elements().getTypeElement(name));
    }

    /** @param message what its constructor gets: text or code */
    Code assertionError(Object message) {
        return Code.of("throw new ", classRef("java.lang.AssertionError"), "(", message, ");");
    }

    /** A throw of an exception of which javac, in {@code poll}, may not see that it is no other {@code Throwable}. */
    Step throwing(Code exception, Expression expression) {
        return isException(attribution.typeOf(expression))
                ? new Step.Run(Code.of("throw ", exception, ";"), false)
                : TryLowering.rethrow(exception);
    }

    boolean isException(TypeMirror type) {
        return attribution
                        .types()
                        .isSubtype(
                                type,
                                attribution
                                        .elements()
                                        .getTypeElement("java.lang.Exception")
                                        .asType())
                || attribution
                        .types()
                        .isSubtype(
                                type,
                                attribution
                                        .elements()
                                        .getTypeElement("java.lang.Error")
                                        .asType());
    }

    public TypeMirror objectType() {
        return attribution.elements().getTypeElement("java.lang.Object").asType();
    }

    NotLowered notLowered(Node node) {
        return new NotLowered(Problem.NOT_LOWERED, node);
    }

    /** Ends the lowering of a body with a problem at a node. */
    public static final class NotLowered extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;
        private final transient Node node;
        private final transient Object[] arguments;

        public NotLowered(Problem problem, Node node, Object... arguments) {
            super(problem.id(), null, false, false);
            this.arguments = arguments;
            this.problem = problem;
            this.node = node;
        }
    }

    // ---- what the parts share

    public MethodSource source() {
        return source;
    }

    public Attribution attribution() {
        return attribution;
    }

    public TypeElement owner() {
        return (TypeElement) attribution.method().getEnclosingElement();
    }

    public Awaits awaits() {
        return awaits;
    }

    ReplacedJumps replacedJumps() {
        return replacedJumps;
    }

    public Names names() {
        return names;
    }

    public Members members() {
        return members;
    }

    public Captures captures() {
        return captures;
    }

    /** Whether the body may be cut between any two of its statements. */
    public boolean isLarge() {
        return large.isLarge(source.declaration());
    }

    public Denotable denotable() {
        return denotable;
    }

    public PolyExpressions polyExpressions() {
        return poly;
    }

    Patterns patterns() {
        return patterns;
    }

    Completion completion() {
        return completion;
    }

    Exits exits() {
        return exits;
    }

    Returns returns() {
        return returns;
    }

    StatementLowering statements() {
        return statements;
    }

    Jumps jumps() {
        return jumps;
    }

    public Graph graph() {
        return graph;
    }

    public Variable receiver() {
        return receiver;
    }

    public Translator translator() {
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

    /** The anonymous classes that need a name, and what to call them. */
    public Map<TypeElement, String> anonymousClasses() {
        return anonymousClasses;
    }
}
