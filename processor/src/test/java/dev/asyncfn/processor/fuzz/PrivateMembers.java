package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.expression;

/** Uses private members of classes nested in the program, many of which have equal names. */
final class PrivateMembers {
    private static final String CLASSES = """
            private static int make(Object any) {
                return 1;
            }

            private int put(Object any) {
                return total += 2;
            }

            static class Left {
                private int kept = 3;

                private Left(Object any) {}

                private Left(int kept) {
                    this.kept = kept;
                }

                private static int make(String text) {
                    return 4;
                }

                private int put(int x) {
                    return kept += x;
                }

                private int put(Object any) {
                    return kept = 5;
                }

                static final class Deep {
                    private int kept = 6;

                    private Deep(int kept) {
                        this.kept -= kept;
                    }

                    private static int make(Object any) {
                        return 7;
                    }

                    private int put(int x) {
                        return kept -= x;
                    }

                    @AsyncFn
                    private static int all(Run r, String text) {
                        return 100 * $P.make(text) + 10 * make(text) + Left.make(text) + await(r.leaf("all", 1)) + make(text);
                    }
                }
            }

            static class Right extends Left {
                private int kept = 8;

                private Right(Integer kept) {
                    super(kept);
                }

                private Right(int kept) {
                    super((Object) kept);
                    this.kept = kept;
                }

                private static int make(Integer x) {
                    return 9;
                }

                private int put(Integer x) {
                    return kept = -x;
                }

                @AsyncFn
                private int all(Run r, int x) {
                    put(await(r.leaf("all", x)));
                    ((Left) this).put(x);
                    return 10 * kept++ + ((Left) this).kept + 100 * kept + make(await(r.leaf("again", x)));
                }
            }""";

    private final Expressions all;
    private final Dice dice;

    PrivateMembers(Expressions all) {
        this.all = all;
        this.dice = all.dice;
    }

    Tree integer(Scope scope, int depth) {
        all.generation.declarations.need(CLASSES);
        Type type = dice.pick(Type.INT, Type.INTEGER);
        String name = "r.<Integer>v(" + all.generation.event("own") + ", ";
        String object = dice.pick("new Left(#)", "new Left.Deep(#)", "new Right(#)", "((Left) new Right(#))");
        return dice.<Tree>choice()
                .or(
                        3,
                        () -> expression(
                                Type.INT,
                                name + object + ".put(#))",
                                all.choosing(type, scope, depth),
                                all.of(
                                        object.contains("new Right(#)") && !object.contains("((")
                                                ? Type.INTEGER
                                                : Type.INT,
                                        scope,
                                        depth)))
                .or(2, () -> expression(Type.INT, name + object + ".kept)", all.choosing(type, scope, depth)))
                .orIf(
                        !scope.inGuard,
                        1,
                        () -> expression(Type.INT, name + object + ".kept++)", all.choosing(type, scope, depth)))
                .orIf(
                        !scope.inGuard,
                        2,
                        () -> expression(
                                Type.INT,
                                name + object + ".kept " + assignment(scope) + " #)",
                                all.choosing(type, scope, depth),
                                all.of(Type.INT, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.INT,
                                name + dice.pick("", "Left.", "Left.Deep.") + "make(#))",
                                all.of(Type.STRING, scope, depth)))
                .or(1, () -> expression(Type.INT, name + "Right.make(#))", all.of(Type.INTEGER, scope, depth)))
                .orIf(Expressions.hasReceiver(scope), 2, () -> own(name, scope, depth))
                .orIf(scope.awaits, 2, () -> async(scope, depth))
                .make();
    }

    /** Where nothing can be awaited, there is no place to keep the object between reading and writing: that is refused. */
    private String assignment(Scope scope) {
        return scope.awaits ? dice.pick("=", "+=", "-=") : "=";
    }

    private Tree own(String name, Scope scope, int depth) {
        return expression(Type.INT, name + dice.pick("", "this.") + "put(#))", all.of(Type.INT, scope, depth));
    }

    private Tree async(Scope scope, int depth) {
        boolean deep = dice.chance(50);
        String call = deep ? "Left.Deep.all(r, #)" : "new Right(#).all(r, #)";
        Tree[] arguments = deep
                ? new Tree[] {all.of(Type.STRING, scope, depth)}
                : new Tree[] {
                    all.choosing(dice.pick(Type.INT, Type.INTEGER), scope, depth), all.of(Type.INT, scope, depth)
                };
        return expression(Type.INT, dice.chance(60) ? "await(" + call + ")" : call, arguments);
    }
}
