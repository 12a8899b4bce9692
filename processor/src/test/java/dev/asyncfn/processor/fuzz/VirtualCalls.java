package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.expression;

import dev.asyncfn.processor.fuzz.Hierarchy.Declared;
import dev.asyncfn.processor.fuzz.Hierarchy.Fn;
import dev.asyncfn.processor.fuzz.Hierarchy.Kind;
import dev.asyncfn.processor.fuzz.Hierarchy.Seen;
import dev.asyncfn.processor.fuzz.Hierarchy.Super;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes calls whose future depends on the class of the receiver, and such receivers. */
final class VirtualCalls {
    private final Expressions all;
    private final Dice dice;

    /** @param receiver null if the prefix says it all */
    private record Way(String prefix, Declared receiver, Seen seen, Fn fn) {}

    VirtualCalls(Expressions all) {
        this.all = all;
        this.dice = all.dice;
    }

    private Hierarchy hierarchy() {
        return all.generation.hierarchy();
    }

    boolean hasReceivers() {
        return hierarchy() != null;
    }

    /** Whether there is a call of that type. */
    boolean canCall(Type type, Scope scope) {
        return scope.awaits
                && (!ways(type, scope).isEmpty() || !supers(type, scope).isEmpty());
    }

    Tree call(Type type, Scope scope, int depth) {
        List<Way> ways = ways(type, scope);
        List<Way> supers = supers(type, scope);
        return call(dice.pick(ways.isEmpty() || !supers.isEmpty() && dice.chance(30) ? supers : ways), scope, depth);
    }

    /** A statement that calls what is overridden here, if this can. */
    Optional<Tree> ofSuper(Scope scope) {
        List<Way> supers = new ArrayList<>();
        scope.own.supers().forEach(each -> supers.addAll(supers(each.seen().returns(), scope)));
        return supers.isEmpty() ? Optional.empty() : Optional.of(statement(dice.pick(supers), scope));
    }

    /** A statement that calls any of the fns, if this can. */
    Optional<Tree> statement(Scope scope) {
        List<Way> ways = new ArrayList<>();
        for (Type type : Type.values()) {
            if (!type.isPrivate()) {
                ways.addAll(ways(type, scope));
            }
        }
        return ways.isEmpty() ? Optional.empty() : Optional.of(statement(dice.pick(ways), scope));
    }

    private Tree statement(Way way, Scope scope) {
        Tree call = call(way, scope, 2);
        return way.seen().returns() == Type.VOID
                ? Tree.item("#;", call)
                : Tree.item(
                        "r.<" + way.seen().returns().boxed() + ">v(" + all.generation.event("called") + ", #);", call);
    }

    private List<Way> ways(Type type, Scope scope) {
        List<Way> ways = new ArrayList<>();
        if (scope.own != null) {
            List<Fn> fns = scope.own.fns();
            for (int i = scope.own.fn() + 1; i < fns.size(); i++) {
                add(ways, new Way(dice.pick("", "this."), null, scope.own.type().seen[i], fns.get(i)), type, scope);
            }
        } else if (hasReceivers()) {
            List<Declared> receivers = new ArrayList<>(List.of(hierarchy().root()));
            hierarchy().types().stream().filter(Declared::isCreated).forEach(receivers::add);
            for (Declared each : receivers) {
                for (int i = 0; i < each.seen.length; i++) {
                    add(
                            ways,
                            new Way("#.", each, each.seen[i], hierarchy().fns().get(i)),
                            type,
                            scope);
                }
            }
        }
        return ways;
    }

    private List<Way> supers(Type type, Scope scope) {
        List<Way> ways = new ArrayList<>();
        if (scope.own != null) {
            for (Super each : scope.own.supers()) {
                add(
                        ways,
                        new Way(
                                each.prefix(),
                                null,
                                each.seen(),
                                scope.own.fns().get(scope.own.fn())),
                        type,
                        scope);
            }
        }
        return ways;
    }

    private static void add(List<Way> ways, Way way, Type type, Scope scope) {
        Seen seen = way.seen();
        if (seen != null && seen.returns() == type && (!seen.checked() || scope.checked)) {
            ways.add(way);
        }
    }

    private Tree call(Way way, Scope scope, int depth) {
        List<Tree> parts = new ArrayList<>();
        if (way.receiver() != null) {
            parts.add(
                    way.receiver() == hierarchy().root()
                            ? all.of(Type.ROOT, scope, depth)
                            : created(way.receiver(), scope, depth));
        }
        for (Type parameter : way.fn().parameters()) {
            parts.add(all.of(parameter, scope, Math.min(depth, 2)));
        }
        String call = way.prefix() + way.fn().name() + "(r"
                + ", #".repeat(way.fn().parameters().size()) + ")";
        boolean awaits = way.seen().async() && way.seen().returns() != Type.VOID && dice.chance(60);
        return expression(way.seen().returns(), awaits ? "await(" + call + ")" : call, parts.toArray(Tree[]::new));
    }

    // ---- receivers

    /** A value of the root's type. */
    Tree receiver(Scope scope, int depth) {
        Hierarchy hierarchy = hierarchy();
        Declared root = hierarchy.root();
        List<Declared> rooted =
                hierarchy.types().stream().filter(type -> type.isRooted(root)).toList();
        List<Declared> created = rooted.stream().filter(Declared::isCreated).toList();
        List<Declared> enums =
                rooted.stream().filter(type -> type.kind == Kind.ENUM).toList();
        List<Declared> functional =
                rooted.stream().filter(Declared::isFunctional).toList();
        List<Declared> extensible =
                rooted.stream().filter(Declared::isExtensible).toList();
        return dice.<Tree>choice()
                .orIf(!created.isEmpty(), 10, () -> cast(created(dice.pick(created), scope, depth)))
                .orIf(!enums.isEmpty(), 4, () -> receiver(dice.pick("Many.ONE", "Many.TWO", "Many.values()[#]"), scope))
                .orIf(!functional.isEmpty(), 4, () -> lambda(dice.pick(functional), scope, depth))
                .orIf(!extensible.isEmpty(), 3, () -> anonymous(dice.pick(extensible), scope, depth))
                .orIf(dice.chance(50), 1, () -> receiver("null", scope))
                .make();
    }

    private Tree receiver(String text, Scope scope) {
        Tree[] parts = text.contains("#") ? new Tree[] {all.index(scope, 0)} : new Tree[0];
        return expression(Type.ROOT, "((Root) " + text + ")", parts);
    }

    private static Tree cast(Tree created) {
        return expression(
                Type.ROOT,
                "((Root) " + created.template() + ")",
                created.parts().toArray(Tree[]::new));
    }

    private Tree created(Declared type, Scope scope, int depth) {
        String outer =
                type.isInner && scope.isStatic ? "r.<$P>v(" + all.generation.event("outer") + ", new $P())." : "";
        return Tree.target(null, outer + "new " + type.name + "(#)", all.of(Type.INT, scope, depth));
    }

    /** The parameters of a method or lambda in a body, where {@code r} is taken. */
    private String parameters(Fn fn, Scope body, boolean typed, String run) {
        StringBuilder text = new StringBuilder((typed ? "Run " : "") + run);
        for (Type parameter : fn.parameters()) {
            String name = "q" + all.generation.number();
            body.declare(name, parameter, dice.chance(50));
            text.append(", ").append(typed ? parameter + " " : "").append(name);
        }
        return text.toString();
    }

    private Tree lambda(Declared type, Scope scope, int depth) {
        List<Fn> fns = hierarchy().fns();
        int only = 0;
        while (type.seen[only] == null || type.seen[only].concrete()) {
            only++;
        }
        Scope body = scope.capturing(false);
        String run = "run" + all.generation.number();
        String parameters = parameters(fns.get(only), body, false, run);
        String text = "((" + type.name + ") (" + parameters + ") -> { " + run + ".log(" + all.generation.event("lambda")
                + ");";
        return implementation(text, " })", type.seen[only].returns(), body, depth);
    }

    private Tree implementation(String start, String end, Type returns, Scope body, int depth) {
        return returns == Type.VOID
                ? expression(Type.ROOT, start + end)
                : expression(Type.ROOT, start + " return #;" + end, all.of(returns, body, Math.min(depth, 1)));
    }

    /** A class of which only the first method that it needs has a value of its own. */
    private Tree anonymous(Declared type, Scope scope, int depth) {
        List<Fn> fns = hierarchy().fns();
        List<Tree> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder("((Root) new " + type.name);
        if (type.isInterface()) {
            text.append("() {");
        } else {
            text.append("(#) {");
            parts.add(all.of(Type.INT, scope, depth));
        }
        for (int i = 0; i < fns.size(); i++) {
            Seen seen = type.seen[i];
            if (seen == null || seen.concrete() && !dice.chance(40)) {
                continue;
            }
            Scope body = scope.capturing(true);
            String run = "run" + all.generation.number();
            text.append("\n    @Override ")
                    .append(fns.get(i).access())
                    .append(seen.returns())
                    .append(' ');
            text.append(fns.get(i).name())
                    .append('(')
                    .append(parameters(fns.get(i), body, true, run))
                    .append(") {");
            text.append("\n        ")
                    .append(run)
                    .append(".log(")
                    .append(all.generation.event("anonymous"))
                    .append(");");
            if (seen.returns() != Type.VOID) {
                text.append("\n        return #;");
                parts.add(all.of(seen.returns(), body, Math.min(depth, 1)));
            }
            text.append("\n    }");
        }
        return expression(Type.ROOT, text.append("\n})").toString(), parts.toArray(Tree[]::new));
    }
}
