package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.item;

import dev.asyncfn.processor.fuzz.Scope.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes random statements. */
final class Statements implements StatementSource {
    final Generation generation;
    final Dice dice;
    final Expressions expressions;
    private final Loops loops;
    private final Tries tries;
    private final Switches switches;
    private final Locals locals;
    private final Shapes shapes;
    private int nesting;

    Statements(Generation generation) {
        this.generation = generation;
        this.dice = generation.dice;
        this.expressions = new Expressions(generation, this);
        this.loops = new Loops(this);
        this.tries = new Tries(this);
        this.switches = new Switches(this);
        this.locals = new Locals(this);
        this.shapes = new Shapes(expressions);
    }

    /** In a scope of its own. */
    Made block(Scope scope, int most) {
        return open(scope.inner(), most);
    }

    /** The scope is given, since more may follow in it. */
    @Override
    public Made open(Scope scope, int most) {
        List<Tree> items = new ArrayList<>();
        nesting++;
        boolean completes = true;
        int count = nesting > 5 ? 1 : dice.between(1, most);
        while (completes && items.size() < count) {
            Made made = statement(scope);
            items.add(made.tree());
            completes = made.completes();
        }
        nesting--;
        return new Made(Tree.block(items), completes);
    }

    @Override
    public List<Tree> completing(Scope scope, int most) {
        Made made = open(scope, most);
        List<Tree> items = made.tree().parts();
        return made.completes() ? items : items.subList(0, items.size() - 1);
    }

    private Made statement(Scope scope) {
        generation.spend();
        boolean nests = nesting < 6 && !generation.isSpent();
        return dice.<Made>choice()
                .or(10, () -> simple(scope))
                .or(8, () -> locals.declaration(scope))
                .or(1, () -> locals.declarations(scope))
                .orIf(nests, 1, () -> patternLoop(scope))
                .orIf(nests, 4, () -> conditional(scope))
                .orIf(nests, 6, () -> loops.any(scope))
                .orIf(nests && scope.guards, 9, () -> tries.any(scope))
                .orIf(nests, 3, () -> switches.any(scope))
                .orIf(nests && scope.awaits, 2, () -> expressions.blocks.any(scope))
                .orIf(nests, 1, () -> labelled(scope))
                .orIf(nests, 1, () -> locals.classDeclaration(scope))
                .orIf(nests, 1, () -> locals.assignedInBranches(scope))
                .orIf(nests && scope.jumps, 1, () -> patternGuard(scope))
                .orIf(nests && scope.guards, 1, () -> monitor(scope))
                .orIf(scope.jumps, 3, () -> jump(scope))
                .orIf(nests && shapes.areUsable(scope), 14, () -> shapes.statement(scope))
                .make();
    }

    private Made simple(Scope scope) {
        return new Made(
                dice.<Tree>choice()
                        .or(8, () -> item("#;", expressions.assignments().effect(scope, 2)))
                        .or(4, () -> observed(scope))
                        .or(8, () -> observed(expressions.named(scope, 2)))
                        .or(1, () -> item("r.log(" + generation.event("log") + ");"))
                        .orIf(expressions.library.isUsable(), 4, () -> expressions.library.statement(scope))
                        .orIf(
                                scope.awaits,
                                4,
                                () -> item("#;", expressions.awaited(expressions.valueType(scope), scope, 2)))
                        .orIf(scope.awaits && !callees(scope).isEmpty(), 5, () -> call(scope))
                        .orIf(!scope.deferred, 3, () -> item("r.keep(#);", expressions.of(Type.FUNCTION, scope, 2)))
                        .orIf(!scope.deferred, 1, () -> item("r.callKept(#);", expressions.of(Type.INT, scope, 2)))
                        .orIf(
                                dice.chance(25),
                                1,
                                () -> item(
                                        "assert # : #;",
                                        expressions.of(Type.BOOLEAN, scope, 2),
                                        expressions.of(Type.STRING, scope, 1)))
                        .make(),
                true);
    }

    private Tree observed(Tree expression) {
        String witness = "r.<" + expression.type().boxed() + ">";
        return item(witness + "v(" + generation.event("s") + ", #);", expression);
    }

    private Tree observed(Scope scope) {
        List<Scope.Variable> variables = scope.variables();
        boolean known = !variables.isEmpty() && dice.chance(60);
        Type type = known ? dice.pick(variables).type() : expressions.valueType(scope);
        if (type == Type.VOID) {
            return item("r.log(" + generation.event("log") + ");");
        }
        return item(
                "r.<" + type.boxed() + ">v(" + generation.event("s") + ", #);",
                expressions.of(type, scope, known ? 0 : 3));
    }

    private List<Signature> callees(Scope scope) {
        return generation.callable().stream()
                .filter(callee -> !expressions.callees(callee.returns(), scope).isEmpty())
                .toList();
    }

    /** A statement that calls another async fn, if this can. */
    Tree call(Scope scope) {
        return item("#;", expressions.call(dice.pick(callees(scope)).returns(), scope, 2));
    }

    /** A statement that calls what a class may override, if this can. */
    Optional<Tree> virtualCall(Scope scope) {
        return expressions.virtualCalls.statement(scope);
    }

    boolean canCall(Scope scope) {
        return !callees(scope).isEmpty();
    }

    Tree declaration(Scope scope) {
        return locals.declaration(scope).tree();
    }

    /** A try statement that is reached, since it comes first, and what follows it. */
    Made attempt(Scope scope) {
        Made attempt = tries.any(scope);
        if (!attempt.completes()) {
            return new Made(Tree.block(List.of(attempt.tree())), false);
        }
        Made rest = open(scope, 5);
        List<Tree> items = new ArrayList<>(List.of(attempt.tree()));
        items.addAll(rest.tree().parts());
        return new Made(Tree.block(items), rest.completes());
    }

    private Made conditional(Scope scope) {
        Tree condition = expressions.of(Type.BOOLEAN, scope, 3);
        Made then = block(scope, 3);
        if (dice.chance(50)) {
            return new Made(item("if (#) {#}", condition, then.tree()), true);
        }
        Made otherwise = block(scope, 3);
        return new Made(
                item("if (#) {#}#", condition, then.tree(), Tree.list(item(" else {#}", otherwise.tree()))),
                then.completes() || otherwise.completes());
    }

    /** The pattern's variable is in scope after the statement. */
    private Made patternGuard(Scope scope) {
        Tree object = expressions.of(Type.OBJECT, scope, 2);
        Made leave = jump(scope.inner());
        String name = "p" + generation.number();
        Type tested = dice.pick(Type.STRING, Type.INTEGER, Type.BOX);
        scope.declare(name, tested, dice.chance(50));
        return new Made(
                item("if (!(# instanceof " + tested + " " + name + ")) {#}", object, Tree.block(List.of(leave.tree()))),
                true);
    }

    /** The loop ends when the pattern matches, since no break ends it, so that its variable is in scope after it. */
    private Made patternLoop(Scope scope) {
        String name = "p" + generation.number();
        Type tested = dice.pick(Type.STRING, Type.INTEGER, Type.BOX);
        Tree object = expressions.of(Type.OBJECT, scope, 2);
        Made body = block(scope.straight(), 2);
        // javac 17 takes the break of a switch for one of the loop.
        if (generation.feature == 17 && body.tree().print().contains("switch (")) {
            scope.reserve(name);
        } else {
            scope.declare(name, tested, true);
        }
        String text =
                "while (!(# instanceof " + tested + " " + name + ")) {\n    if (!r.fuel()) throw r.boom(\"fuel\");#}";
        return new Made(item(text, object, body.tree()), true);
    }

    private Made labelled(Scope scope) {
        Scope inner = scope.inner();
        Target target = new Target("block" + generation.number(), false, true);
        inner.target(target);
        Made body = open(inner, 3);
        return new Made(item(target.label + ": {#}", body.tree()), body.completes() || target.left);
    }

    private Made monitor(Scope scope) {
        Scope inner = scope.inner();
        inner.awaits = false;
        Made body = open(inner, 2);
        return new Made(item("synchronized (r) {#}", body.tree()), body.completes());
    }

    // ---- jumps

    @Override
    public Made jump(Scope scope) {
        List<Target> targets = scope.targets();
        boolean inExpression = scope.yields != null;
        Tree jump = dice.<Tree>choice()
                .orIf(!targets.isEmpty(), 6, () -> leave(scope, dice.pick(targets)))
                .orIf(inExpression, 3, () -> yields(scope, 2))
                .orIf(!inExpression, 3, () -> returns(scope))
                .or(1, () -> item("throw r.boom(" + generation.event("boom") + ");"))
                .orIf(!scope.variables(Type.THROWN).isEmpty(), 4, () -> rethrow(scope))
                .orIf(scope.checked, 1, () -> item("throw new Checked(" + generation.event("checked") + ");"))
                .make();
        return new Made(jump, false);
    }

    private Tree rethrow(Scope scope) {
        return item("throw " + dice.pick(scope.variables(Type.THROWN)).name() + ";");
    }

    Tree returns(Scope scope) {
        return scope.returns == Type.VOID
                ? item(marked(scope.returnOverrides, "return;"))
                : item(marked(scope.returnOverrides, "return #;"), expressions.of(scope.returns, scope, 3));
    }

    /** A {@code yield} that seems to be the call of a method is none. */
    @Override
    public Tree yields(Scope scope, int depth) {
        Tree value = expressions.of(scope.yields, scope, depth);
        boolean call = value.template().startsWith("(") || value.template().startsWith("#");
        String yield = call ? "yield r.<" + scope.yields.boxed() + ">v(" + generation.event("y") + ", #);" : "yield #;";
        return item(marked(scope.yieldOverrides, yield), value);
    }

    private Tree leave(Scope scope, Target target) {
        boolean continues = target.loop && dice.chance(45);
        boolean innermost = target == scope.targets().get(scope.targets().size() - 1);
        boolean plain = innermost && !target.needsLabel && dice.chance(70);
        target.left |= !continues;
        target.continued |= continues;
        String jump = (continues ? "continue" : "break") + (plain ? "" : " " + target.label) + ";";
        return item(marked(scope.isCleanupLeftTo(target), jump));
    }

    /** A jump out of a finally block ends a drop, which only an exception in its place could show. */
    private static String marked(boolean overrides, String jump) {
        return overrides ? "r.overrides();\n" + jump : jump;
    }
}
