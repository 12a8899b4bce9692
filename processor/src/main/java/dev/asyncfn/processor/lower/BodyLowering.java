package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asyncfn.processor.attribute.AsyncBlock;
import dev.asyncfn.processor.check.CheckedBody;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.Variable.Role;
import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.plan.NeededSuppressions;
import dev.asyncfn.processor.plan.NotLowered;
import dev.asyncfn.processor.plan.SplitPlan;
import dev.asyncfn.processor.plan.ThrownTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Lowers the body of one async fn to a graph of blocks. Each of its parts knows one kind of syntax. */
public final class BodyLowering implements Recursion {
    private final LoweringContext fn;
    private final ExpressionLowering expressions;
    private final ConditionLowering conditions;
    private final SwitchLowering switches;
    private final Returns returns;
    private final StatementLowering statements;
    private final Blocks blocks;

    /** @param blocks lowers an async block, given what is around it */
    private BodyLowering(SplitPlan plan, BiFunction<AsyncBlock, LoweringContext, Cfg> blocks) {
        this.fn = new LoweringContext(plan);
        this.blocks = new Blocks(block -> blocks.apply(block, fn));
        this.expressions = new ExpressionLowering(fn, this);
        this.conditions = new ConditionLowering(fn, this);
        this.switches = new SwitchLowering(fn, this);
        this.returns = new Returns(fn, this);
        this.statements = new StatementLowering(fn, this, switches, returns);
        fn.translator().onJump(this::jump);
        fn.translator().onBlock(block -> this.blocks.lower(block).receiver() != null);
    }

    /** Lowers a body that has passed every check; empty if something in it was reported. */
    public static Optional<Cfg> lower(CheckedBody body, Reporter reporter) {
        try {
            return Optional.of(lower(body));
        } catch (NotLowered e) {
            reporter.report(e.problem(), body.source(), e.node(), e.arguments());
            return Optional.empty();
        }
    }

    /** That a private type has to be named may turn out only here. */
    private static Cfg lower(CheckedBody body) {
        if (!body.usesPrivate()) {
            try {
                return lower(body, SplitPlan::of, null);
            } catch (NotLowered e) {
                if (e.problem() != Problem.PRIVATE_TYPE) {
                    throw e;
                }
            }
        }
        Map<TypeElement, List<TypeMirror>> carried = SplitPlan.carriedBy(body);
        return lower(body, each -> SplitPlan.carrying(each, carried), null);
    }

    /** @param around that of the body in which this one is a block; else null */
    private static Cfg lower(CheckedBody body, Function<CheckedBody, SplitPlan> planning, LoweringContext around) {
        BodyLowering lowering = new BodyLowering(
                planning.apply(body), (block, fn) -> lower(body.blocks().get(block), planning, fn));
        if (around != null) {
            lowering.fn.translator().isInside(around.translator());
        }
        return lowering.lower();
    }

    private Cfg lower() {
        ExecutableElement method = fn.attribution().method();
        List<Variable> parameters = parameters(method);
        BlockStmt body = fn.source().declaration().getBody().orElseThrow();
        fn.graph().place(fn.graph().block("START", body.getStatements().isEmpty() ? body : body.getStatement(0)));
        if (fn.initialises()) {
            TypeElement owner = fn.owner();
            Reference initialise = new Reference.Bridged(Reference.BridgeKind.INITIALISE, owner, owner, owner.asType());
            fn.graph().add(new Step.Evaluate(Code.of(initialise, "()"), SourceText.Comment.NONE));
        }
        statements.block(body);
        if (returns.isVoid()) {
            fn.origins().endOf(body);
            fn.graph().end(new End.Return(null));
        } else {
            fn.graph().add(fn.failure("java.lang.AssertionError", Code.of(new Computed.Literal("unreachable"))));
        }
        returns.place();
        fn.exits().trampolines().forEach(fn.graph()::append);
        return cfg(parameters);
    }

    /** Declares the variables that the body has from the start. */
    private List<Variable> parameters(ExecutableElement method) {
        List<Variable> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            Variable variable = method instanceof BlockFn
                    ? fn.variables().captured(parameter)
                    : new Variable(Role.PARAMETER, parameter.getSimpleName().toString(), parameter.asType());
            fn.names().declare(parameter, variable);
            parameters.add(variable);
        }
        if (method instanceof BlockFn block) {
            parameters.forEach(captured -> fn.translator().checkSeen(captured.type()));
            fn.translator().checkSeen(block.getReturnType());
            block.constants()
                    .forEach(constant ->
                            fn.names().declare(constant, fn.variables().local(constant)));
        }
        return parameters;
    }

    private Cfg cfg(List<Variable> parameters) {
        ExecutableElement method = fn.attribution().method();
        boolean hasReceiver = method instanceof BlockFn
                ? fn.translator().mentionsSelf()
                : !method.getModifiers().contains(Modifier.STATIC);
        return new Cfg(
                fn.source().method(),
                fn.source(),
                fn.attribution(),
                LongBlocks.cut(fn.graph().blocks(), fn.source().tokens()),
                hasReceiver ? fn.receiver() : null,
                parameters,
                fn.localClasses().lifted(),
                blocks.all(),
                fn.names().all(),
                new ThrownTypes(fn.attribution(), fn::isException)
                        .haveThrowables(fn.source().declaration()),
                new NeededSuppressions(fn.source(), fn.attribution()).find());
    }

    /** What stands for a jump inside a statement that is kept verbatim. */
    private Optional<Code> jump(Statement jump) {
        if (jump instanceof ReturnStmt result) {
            return Optional.of(returns.inside(result));
        }
        return jump instanceof YieldStmt result
                ? switches.inside(result)
                : fn.jumps().replacement(jump);
    }

    @Override
    public void block(BlockStmt block) {
        statements.block(block);
    }

    @Override
    public void list(List<Statement> list, int start, int end) {
        statements.list(list, start, end);
    }

    @Override
    public void branch(Statement statement) {
        statements.branch(statement);
    }

    @Override
    public Code value(Expression expression) {
        return expressions.lower(expression);
    }

    @Override
    public void linearize(Expression expression) {
        expressions.linearize(expression);
    }

    @Override
    public void condition(Expression condition, Block whenTrue, Block whenFalse, boolean splits) {
        conditions.lower(condition, whenTrue, whenFalse, splits);
    }

    @Override
    public Variable value(SwitchExpr choice) {
        return switches.lower(choice);
    }
}
