package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.expression;

import java.util.List;

/**
 * Makes and uses objects of private classes that have type parameters, which no future can name. What is declared in a body cannot have
 * one either, which is refused.
 */
final class PrivateGenerics {
    private static final List<Type> TYPES = List.of(Type.CELL, Type.CELL, Type.DUO, Type.CELLS);

    private static final List<Type> SHOWN =
            List.of(Type.INT, Type.INTEGER, Type.STRING, Type.CELL, Type.DUO, Type.CELLS);

    private static final String CLASSES = """
            private static class Cell<T> {
                private T value;
                int count = 1;
                Cell<T> next;

                private Cell(T value) {
                    this.value = value;
                }

                private <S extends T> Cell(S value, Cell<T> next) {
                    this.value = value;
                    this.next = next;
                }

                static <A> Cell<A> of(Run r, A value) {
                    return r.v("of", new Cell<>(value));
                }

                private static <A> A first(Cell<? extends A> cell) {
                    return cell.value;
                }

                private T get() {
                    return value;
                }

                T put(T value) {
                    count++;
                    return this.value = value;
                }

                private <U> Cell<U> as(U other) {
                    return new Cell<U>(other);
                }

                Cell<T> with(Cell<? extends T> other) {
                    value = other.value;
                    return this;
                }

                private int plus(int x) {
                    return count += x;
                }

                @AsyncFn
                private T load(Run r, T other) {
                    T before = value;
                    value = await(r.leaf("load", other));
                    return before;
                }

                @AsyncFn
                <U> Duo<U, Cell<T>> both(Run r, U one) {
                    Cell<T> kept = new Cell<>(value, this);
                    return new Duo<>(await(r.leaf("both", one)), kept);
                }

                @Override
                public String toString() {
                    return "Cell " + count + " " + (value instanceof Integer ? value : "other") + (next == null ? "" : " more");
                }
            }

            private record Duo<A, B>(A one, B two) {
                private <C> Duo<C, B> having(C other) {
                    return new Duo<>(other, two);
                }

                Duo<B, A> swap() {
                    return new Duo<>(two, one);
                }

                static <X> Duo<X, X> twice(X x) {
                    return new Duo<>(x, x);
                }

                @Override
                public String toString() {
                    return "Duo of " + two;
                }
            }

            private static final class Kid extends Cell<Integer> {
                private Kid(int value) {
                    super(value);
                }

                private int more() {
                    return 10 * count + super.get();
                }
            }

            private static <T> Cell<T> cell(T value) {
                return new Cell<T>(value);
            }

            private <A, B> Duo<A, B> duo(A one, B two) {
                total++;
                return new Duo<A, B>(one, two);
            }

            @AsyncFn
            private static <T> Cell<T> linked(Run r, Cell<T> cell, T value) {
                Cell<T> first = new Cell<>(await(r.leaf("linked", value)), cell);
                first.count += await(r.leaf("count", cell.count));
                return first;
            }""";

    private final Expressions all;
    private final Dice dice;

    PrivateGenerics(Expressions all) {
        this.all = all;
        this.dice = all.dice;
    }

    /** What a program has of them. */
    enum Use {
        NONE,
        /** With a class below one of them, which may not be in a body whose signature has the one above. */
        IN_BODIES,
        IN_SIGNATURES
    }

    static Type anyType(Dice dice) {
        return dice.pick(TYPES);
    }

    /** Whether something of these types may stand here. */
    boolean areUsable(Scope scope) {
        return all.generation.features().privateGenerics() != Use.NONE && !scope.inBodysClass;
    }

    private boolean haveSubclass() {
        return all.generation.features().privateGenerics() == Use.IN_BODIES;
    }

    /** A type of what can be made of their objects. */
    Type shown() {
        return dice.pick(SHOWN);
    }

    String literal(Type type) {
        all.generation.declarations.need(CLASSES);
        return switch (type) {
            case CELL -> dice.pick("new Cell<>(1)", "new Cell<Integer>(2)", "Cell.of(r, 3)", "cell(4)");
            case DUO ->
                dice.pick(
                        "new Duo<>(\"d\", new Cell<>(5))",
                        "new Duo<String, Cell<Integer>>(\"e\", new Cell<>(6))",
                        "new Duo<>(\"f\", cell(7))");
            default ->
                dice.pick(
                        "new Cell<?>[] {cell(8), " + (haveSubclass() ? "new Kid(9)}" : "cell(9)}"), "(new Cell<?>[2])");
        };
    }

    /** Null if nothing of the type is made of them. */
    Tree of(Type type, Scope scope, int depth) {
        all.generation.declarations.need(CLASSES);
        return switch (type) {
            case CELL -> cell(scope, depth);
            case DUO -> duo(scope, depth);
            case CELLS -> cells(scope, depth);
            case INTEGER -> integer(scope, depth);
            case INT -> number(scope, depth);
            case STRING -> expression(type, "#.one()", all.of(Type.DUO, scope, depth));
            case BOOLEAN ->
                expression(
                        type,
                        "(# instanceof " + dice.pick("Cell", haveSubclass() ? "Kid" : "Duo", "Duo<?, ?>", "Cell<?>")
                                + ")",
                        object(scope, depth));
            case OBJECT -> dice.chance(50) ? object(scope, depth) : captured(scope, depth);
            case CLASS -> expression(type, dice.pick("((Class<?>) Cell.class)", "((Class<?>) Duo.class)"));
            case FUNCTION -> expression(type, "((Function) #::plus)", all.of(Type.CELL, scope, depth));
            default -> null;
        };
    }

    /** A field. */
    Tree target(Type type, Scope scope, int depth) {
        all.generation.declarations.need(CLASSES);
        Tree cell = all.of(Type.CELL, scope, depth);
        return Tree.target(type, type == Type.INTEGER ? "#.value" : "#.next", cell);
    }

    private Tree cell(Scope scope, int depth) {
        Tree value = all.of(Type.INTEGER, scope, depth);
        boolean own = Expressions.hasReceiver(scope);
        return dice.<Tree>choice()
                .or(4, () -> expression(Type.CELL, dice.pick("new Cell<Integer>(#)", "new Cell<>(#)"), value))
                .or(
                        3,
                        () -> expression(
                                Type.CELL,
                                dice.pick(
                                        "new Cell<>(#, #)",
                                        "new <Integer>Cell<Integer>(#, #)",
                                        "new Cell<Integer>(#, #)"),
                                value,
                                all.of(Type.CELL, scope, depth)))
                .or(2, () -> expression(Type.CELL, dice.pick("cell(#)", "$P.<Integer>cell(#)"), value))
                .or(2, () -> expression(Type.CELL, dice.pick("Cell.of(r, #)", "Cell.<Integer>of(r, #)"), value))
                .orIf(
                        haveSubclass(),
                        1,
                        () -> expression(Type.CELL, "((Cell<Integer>) new Kid(#))", all.of(Type.INT, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.CELL,
                                dice.pick("#.as(#)", "#.<Integer>as(#)"),
                                all.of(Type.CELL, scope, depth),
                                value))
                .or(
                        2,
                        () -> expression(
                                Type.CELL,
                                "#.with(#)",
                                all.of(Type.CELL, scope, depth),
                                all.of(Type.CELL, scope, depth)))
                .or(2, () -> expression(Type.CELL, "#.two()", all.of(Type.DUO, scope, depth)))
                .or(1, () -> expression(Type.CELL, "Duo.twice(#).one()", all.of(Type.CELL, scope, depth)))
                .or(
                        1,
                        () -> expression(
                                Type.CELL,
                                "((Cell<Integer>) #[#])",
                                all.of(Type.CELLS, scope, depth),
                                all.index(scope, depth)))
                .or(1, () -> expression(Type.CELL, "((Cell<Integer>) #)", object(scope, depth)))
                .or(2, () -> lambda(scope, depth))
                .orIf(dice.chance(30), 1, () -> expression(Type.CELL, "#.next", all.of(Type.CELL, scope, depth)))
                .orIf(
                        own,
                        1,
                        () -> expression(Type.CELL, "this.<String, Cell<Integer>>duo(\"x\", cell(#)).two()", value))
                .orIf(
                        scope.awaits,
                        3,
                        () -> awaited(Type.CELL, "$P.<Integer>linked(r, #, #)", all.of(Type.CELL, scope, depth), value))
                .make();
    }

    private Tree lambda(Scope scope, int depth) {
        Scope body = scope.capturing(false);
        if (dice.chance(50)) {
            return expression(
                    Type.CELL,
                    "((java.util.function.Supplier<Cell<Integer>>) () -> #).get()",
                    all.of(Type.CELL, body, depth));
        }
        Tree value = all.of(Type.INTEGER, scope, depth);
        String function = "((java.util.function.Function<Integer, Cell<Integer>>) ";
        return dice.chance(30)
                ? expression(Type.CELL, function + "#::as).apply(#)", all.of(Type.CELL, scope, depth), value)
                : expression(
                        Type.CELL,
                        function + dice.pick("Cell::new", "Cell<Integer>::new", "$P::cell") + ").apply(#)",
                        value);
    }

    private Tree duo(Scope scope, int depth) {
        Tree text = all.of(Type.STRING, scope, depth);
        Tree cell = all.of(Type.CELL, scope, depth);
        return dice.<Tree>choice()
                .or(
                        4,
                        () -> expression(
                                Type.DUO,
                                dice.pick("new Duo<>(#, #)", "new Duo<String, Cell<Integer>>(#, #)"),
                                text,
                                cell))
                .or(1, () -> expression(Type.DUO, "#.swap().swap()", all.of(Type.DUO, scope, depth)))
                .or(1, () -> expression(Type.DUO, "Duo.<Cell<Integer>>twice(#).having(#)", cell, text))
                .or(
                        2,
                        () -> expression(
                                Type.DUO,
                                dice.pick("#.having(#)", "#.<String>having(#)"),
                                all.of(Type.DUO, scope, depth),
                                text))
                .orIf(
                        Expressions.hasReceiver(scope),
                        2,
                        () -> expression(Type.DUO, dice.pick("", "this.") + "duo(#, #)", text, cell))
                .orIf(scope.awaits, 3, () -> awaited(Type.DUO, "#.<String>both(r, #)", cell, text))
                .make();
    }

    private Tree cells(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(
                        3,
                        () -> expression(
                                Type.CELLS,
                                "new Cell<?>[] {#, #}",
                                all.of(Type.CELL, scope, depth),
                                all.of(Type.CELL, scope, depth)))
                .or(2, () -> expression(Type.CELLS, "(new Cell<?>[(# & 3)])", all.of(Type.INT, scope, depth)))
                .or(1, () -> expression(Type.CELLS, "#.clone()", all.of(Type.CELLS, scope, depth)))
                .make();
    }

    private Tree integer(Scope scope, int depth) {
        Tree cell = all.of(Type.CELL, scope, depth);
        return dice.<Tree>choice()
                .or(3, () -> expression(Type.INTEGER, "#.value", cell))
                .or(2, () -> expression(Type.INTEGER, "#.get()", cell))
                .or(2, () -> expression(Type.INTEGER, dice.pick("Cell.first(#)", "Cell.<Integer>first(#)"), cell))
                .or(2, () -> expression(Type.INTEGER, "#.put(#)", cell, all.of(Type.INTEGER, scope, depth)))
                .or(1, () -> expression(Type.INTEGER, "#.two().get()", all.of(Type.DUO, scope, depth)))
                .or(1, () -> expression(Type.INTEGER, "((java.util.function.Supplier<Integer>) #::get).get()", cell))
                .orIf(
                        scope.awaits,
                        3,
                        () -> awaited(Type.INTEGER, "#.load(r, #)", cell, all.of(Type.INTEGER, scope, depth)))
                .make();
    }

    private Tree number(Scope scope, int depth) {
        Tree cell = all.of(Type.CELL, scope, depth);
        return dice.<Tree>choice()
                .or(2, () -> expression(Type.INT, "#.count", cell))
                .or(1, () -> expression(Type.INT, "#.plus(#)", cell, all.of(Type.INT, scope, depth)))
                .orIf(
                        haveSubclass(),
                        1,
                        () -> expression(Type.INT, "new Kid(#).more()", all.of(Type.INT, scope, depth)))
                .or(1, () -> expression(Type.INT, "#.length", all.of(Type.CELLS, scope, depth)))
                .orIf(
                        !scope.inGuard,
                        2,
                        () -> expression(Type.INT, "(#.count += #)", cell, all.of(Type.INT, scope, depth)))
                .orIf(!scope.inGuard, 1, () -> expression(Type.INT, dice.pick("#.count++", "(--#.count)"), cell))
                .make();
    }

    private Tree object(Scope scope, int depth) {
        return expression(Type.OBJECT, "((Object) #)", all.of(dice.pick(TYPES), scope, depth));
    }

    /** What the wildcard of an array's elements stands for. */
    private Tree captured(Scope scope, int depth) {
        if (dice.chance(50)) {
            return expression(
                    Type.OBJECT,
                    "((Object) (#[#] = #))",
                    all.of(Type.CELLS, scope, depth),
                    all.index(scope, depth),
                    all.of(Type.CELL, scope, depth));
        }
        return expression(
                Type.OBJECT,
                "((Object) #[#]." + dice.pick("value", "get()", "next") + ")",
                all.of(Type.CELLS, scope, depth),
                all.index(scope, depth));
    }

    private Tree awaited(Type type, String call, Tree... arguments) {
        return expression(type, dice.chance(60) ? "await(" + call + ")" : call, arguments);
    }
}
