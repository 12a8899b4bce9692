package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.expression;
import static dev.asyncfn.processor.fuzz.Tree.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes async blocks, and what runs them: now, later, never, once or twice, where they stand or elsewhere. */
final class Blocks {
    private static final String BOTH = """
            @AsyncFn
            static int both(Run r, Future<Integer> one, Future<Integer> other) {
                int first = r.<Integer>v("one", await(one));
                return first * 10 + r.<Integer>v("other", await(other));
            }""";

    /** Runs the second block also if the first one fails. */
    static final String AGAIN = """
            @AsyncFn
            static <T> T again(Run r, java.util.function.Supplier<? extends Future<T>> attempts) {
                boolean cleaning = r.isCleaning();
                try {
                    r.<T>v("first", await(attempts.get()));
                } catch (Boom e) {
                    r.caught(cleaning);
                    r.log("again");
                }
                return await(attempts.get());
            }""";

    /** Its async fns have no parameters, so references to them are blocks. */
    private static final String LATER = """
            static class Later {
                final Run r;
                int kept;

                Later(Run r, int kept) {
                    this.r = r;
                    this.kept = kept;
                }

                @AsyncFn
                int load() {
                    kept += await(r.leaf("load", kept));
                    return r.v("loaded", kept);
                }

                @AsyncFn
                final int twice() {
                    return await(dev.asyncfn.Async.async(this::load)) + await(dev.asyncfn.Async.async(this::load));
                }
            }

            static class Sooner extends Later {
                Sooner(Run r, int kept) {
                    super(r, kept);
                }

                @AsyncFn
                @Override
                int load() {
                    return 100 + super.load();
                }
            }""";

    /** Values that need no release if nobody takes them. */
    private static final Set<Type> NEVER_CLOSED =
            Set.of(Type.INT, Type.LONG, Type.BOOLEAN, Type.CHAR, Type.STRING, Type.INTS, Type.COLOR);

    private final Expressions all;
    private final Dice dice;
    private final StatementSource statements;

    Blocks(Expressions all, StatementSource statements) {
        this.all = all;
        this.dice = all.dice;
        this.statements = statements;
    }

    private int number() {
        return all.generation.number();
    }

    /** A value that some block gives. */
    Tree awaited(Type type, Scope scope, int depth) {
        boolean isInt = type == Type.INT;
        return dice.<Tree>choice()
                .or(6, () -> awaiting(type, "#", block(type, scope, true, depth)))
                .or(2, () -> supplied(type, scope, depth))
                .or(2, () -> applied(type, scope, depth))
                .or(1, () -> again(type, scope, depth))
                .or(1, () -> nested(type, scope, depth))
                .orIf(all.generation.features().surrounds(), 4, () -> bound(type, scope, depth))
                .orIf(
                        all.generation.features().surrounds() && NEVER_CLOSED.contains(type),
                        6,
                        () -> shielded(type, scope, depth))
                .orIf(isInt, 4, () -> both(scope, depth))
                .orIf(isInt, 3, () -> reference(scope, depth))
                .make();
    }

    /** A future that nothing has polled yet. */
    Tree future(Scope scope, int depth) {
        return block(Type.INT, scope, false, depth);
    }

    private static Tree awaiting(Type type, String made, Tree block) {
        return expression(type, "await(" + made + ")", block);
    }

    private static String failure(Scope body) {
        return body.checked ? "Checked" : "RuntimeException";
    }

    /** The type arguments are written, since nested inference takes javac for ever. */
    private Tree block(Type type, Scope scope, boolean mayFail, int depth) {
        boolean hasStatements = dice.chance(50);
        Scope body = scope.block(type, mayFail, hasStatements);
        Tree code = hasStatements ? Tree.block(code(type, body, depth)) : all.of(type, body, depth);
        String start = "dev.asyncfn.Async.<" + type.boxed() + ", " + failure(body) + ">async(() -> ";
        return Tree.target(Type.FUTURE, start + (hasStatements ? "{#})" : "#)"), code);
    }

    private List<Tree> code(Type type, Scope body, int depth) {
        Made made = statements.open(body, 3);
        List<Tree> items = new ArrayList<>(made.tree().parts());
        if (made.completes()) {
            items.add(item("return #;", all.of(type, body, depth)));
        }
        return items;
    }

    /** Made by a lambda, of which it may be a part. */
    private Tree supplied(Type type, Scope scope, int depth) {
        String start = "((java.util.function.Supplier<Future<" + type.boxed() + ">>) () -> ";
        Scope lambda = scope.capturing(false);
        return awaiting(type, start + "#).get()", block(type, lambda, false, depth));
    }

    /** Captures the parameter and a variable of the lambda around it. */
    private Tree applied(Type type, Scope scope, int depth) {
        String parameter = "q" + number();
        String local = "w" + parameter;
        Scope lambda = scope.capturing(false);
        lambda.declare(parameter, Type.INT, true);
        Tree value = all.of(Type.INT, lambda, 1);
        lambda.declare(local, Type.INT, true);
        Tree block = block(type, lambda, false, depth);
        String made = "((java.util.function.IntFunction<Future<" + type.boxed() + ">>) " + parameter + " -> {\n    int "
                + local + " = " + parameter + " + #;\n    return #;\n}).apply(#)";
        return expression(type, "await(" + made + ")", value, block, all.of(Type.INT, scope, 1));
    }

    private Tree again(Type type, Scope scope, int depth) {
        all.generation.declarations.need(AGAIN);
        String call = "$P.<" + type.boxed() + ">again(r, () -> #)";
        return expression(type, dice.chance(50) ? "await(" + call + ")" : call, block(type, scope, false, depth));
    }

    /** A block whose value is another one. */
    private Tree nested(Type type, Scope scope, int depth) {
        Scope body = scope.block(Type.FUTURE, false, false);
        String start = "dev.asyncfn.Async.<Future<" + type.boxed() + ">, RuntimeException>async(() -> #)";
        return awaiting(type, "await(" + start + ")", block(type, body, false, depth));
    }

    /** A block for which a value is bound to a task local. */
    private Tree bound(Type type, Scope scope, int depth) {
        return awaiting(type, "Run.LOCAL.where(\"w" + number() + "\", #)", block(type, scope, true, depth));
    }

    private Tree shielded(Type type, Scope scope, int depth) {
        return awaiting(type, "r.shielded(#)", block(type, scope, true, depth));
    }

    private Tree both(Scope scope, int depth) {
        all.generation.declarations.need(BOTH);
        boolean awaits = dice.chance(60);
        Tree one = block(Type.INT, scope, false, depth);
        Tree between = all.of(Type.FUTURE, scope, 1);
        return expression(Type.INT, awaits ? "await(both(r, #, #))" : "both(r, #, #)", one, between);
    }

    private Tree reference(Scope scope, int depth) {
        all.generation.declarations.need(LATER);
        String created = dice.pick("new Later(r, #)", "new Sooner(r, #)");
        String call = dice.pick(".twice()", ".load()");
        return expression(
                Type.INT,
                dice.chance(50) ? "await(" + created + call + ")" : created + call,
                all.of(Type.INT, scope, depth));
    }

    // ---- statements

    Made any(Scope scope) {
        return new Made(
                dice.<Tree>choice()
                        .or(3, () -> effect(scope))
                        .or(4, () -> stored(scope))
                        .or(4, () -> collected(scope))
                        .or(2, () -> referred(scope))
                        .make(),
                true);
    }

    /** Without a value. */
    private Tree effect(Scope scope) {
        Scope body = scope.block(Type.VOID, true, true);
        Tree code = statements.open(body, 3).tree();
        String block = "dev.asyncfn.Async.<" + failure(body) + ">async(() -> {#})";
        boolean shields = all.generation.features().surrounds() && dice.chance(60);
        return item("await(" + (shields ? "r.shielded(" + block + ")" : block) + ");", code);
    }

    /** Awaited behind other statements, which may change what it reads of objects and fields. */
    private Tree stored(Scope scope) {
        Type type = all.valueType(scope);
        String name = "block" + number();
        Tree block = block(type, scope, true, 2);
        String declared = dice.chance(50)
                ? "var"
                : block.template().contains("Checked>")
                        ? "dev.asyncfn.TryFuture<" + type.boxed() + ", Checked>"
                        : "Future<" + type.boxed() + ">";
        Scope inner = scope.straight();
        Tree between = Tree.block(statements.completing(inner, 2));
        String text =
                declared + " " + name + " = #;\n{#}\nr.<" + type.boxed() + ">v(\"" + name + "\", await(" + name + "));";
        return item("{\n" + text + "\n}", block, between);
    }

    /** Each round has its own, with its own variable, and all are awaited later. */
    private Tree collected(Scope scope) {
        Type type = all.valueType(scope);
        int number = number();
        String list = "list" + number;
        String element = "each" + number;
        Scope inner = scope.inner();
        inner.jumps = false;
        inner.declare(element, Type.INT, true);
        Tree block = block(type, inner, false, 2);
        String future = "Future<" + type.boxed() + ">";
        String loop = dice.pick(
                "for (int " + element + " : #) {\n    if (!r.fuel()) break;\n    " + list + ".add(#);\n}",
                "for (int i" + number + " = 0; i" + number + " < (# & 3); i" + number
                        + "++) {\n    if (!r.fuel()) break;\n    int " + element + " = i" + number + ";\n    " + list
                        + ".add(#);\n}",
                "java.util.Arrays.stream(#).limit(3).forEach(" + element + " -> " + list + ".add(#));");
        boolean counts = loop.contains("& 3");
        Tree over = all.of(counts ? Type.INT : Type.INTS, scope, 1);
        if (loop.contains("forEach")) {
            Scope lambda = scope.capturing(false);
            lambda.declare(element, Type.INT, true);
            block = block(type, lambda, false, 2);
        }
        String text = "{\njava.util.List<" + future + "> " + list + " = new java.util.ArrayList<>();\n" + loop
                + "\nfor (" + future + " f" + number + " : " + list + ") {\n    r.<" + type.boxed() + ">v(\"" + list
                + "\", await(f" + number + "));\n}\n}";
        return item(text, over, block);
    }

    /** Made of a reference to an async fn of a variable. */
    private Tree referred(Scope scope) {
        all.generation.declarations.need(LATER);
        String name = "later" + number();
        String created = dice.pick("Later", "Sooner") + "(r, #)";
        return item(
                "{\nLater " + name + " = new " + created + ";\nvar block" + name + " = dev.asyncfn.Async.async(" + name
                        + "::load);\n" + name + ".kept += #;\nr.v(\"" + name + "\", await(block" + name + "));\n}",
                all.of(Type.INT, scope, 1),
                all.of(Type.INT, scope, 1));
    }
}
