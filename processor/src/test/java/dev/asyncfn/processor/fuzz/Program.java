package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A generated class with async fns; the first, {@code m0}, is what is run.
 *
 * @param seed that made it, whole or, after shrinking, in part
 * @param tree its methods
 */
record Program(long seed, Tree tree) {
    private static final String HEADER = """
            package fuzz;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;
            import dev.asyncfn.processor.differential.Boom;
            import dev.asyncfn.processor.fuzz.*;

            final class $P {
                int total = 1;
                private long big = 2;
                String text = "t";
                private boolean flag;
                Integer boxed = 3;
                int[] items = {1, 2, 3};
                private Box box = new Box(9);
                Object any = "any";

                @AsyncFn
                static <T> T same(Run r, T value) {
                    r.<T>v("same", await(r.leaf("same", value)));
                    return value;
                }

                @AsyncFn
                private <T extends Comparable<T>> T greater(Run r, T one, T other) {
                    return await(r.leaf("greater", one)).compareTo(other) > 0 ? one : other;
                }

                final class Inner implements Function {
                    final int kept;

                    Inner(int kept) {
                        this.kept = kept;
                    }

                    @Override
                    public int at(int x) {
                        return kept + total + x;
                    }
                }

                @Override
                public String toString() {
                    return "program " + total;
                }
            """;

    /** @param feature the version of the language */
    static Program generate(long seed, int feature) {
        Dice dice = new Dice(seed);
        int count = dice.pick(1, 1, 2, 2, 3);
        int size = dice.between(8, 80);
        List<Signature> later = new ArrayList<>();
        List<Tree> methods = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            Signature signature = signature("m" + i, i == 0, dice);
            Generation generation = new Generation(dice, feature, List.copyOf(later), size / count);
            methods.add(0, method(signature, generation));
            later.add(signature);
        }
        return new Program(seed, Tree.block(methods));
    }

    private static Signature signature(String name, boolean first, Dice dice) {
        List<Type> parameters = new ArrayList<>();
        for (int i = first ? 0 : dice.below(3); i > 0; i--) {
            parameters.add(dice.pick(Expressions.VALUES));
        }
        Type returns = dice.chance(20) ? Type.VOID : dice.pick(Expressions.VALUES);
        return new Signature(name, returns, parameters, dice.chance(30), dice.chance(60));
    }

    private static Tree method(Signature signature, Generation generation) {
        Dice dice = generation.dice;
        Scope scope = new Scope(signature.returns());
        scope.isStatic = signature.isStatic();
        scope.checked = signature.checked();
        StringBuilder header = new StringBuilder("@AsyncFn\n");
        header.append(dice.pick("", "", "private ", "public ")).append(signature.isStatic() ? "static " : "");
        header.append(signature.returns()).append(' ').append(signature.name()).append("(Run r");
        for (Type parameter : signature.parameters()) {
            String name = "a" + generation.number();
            scope.declare(name, parameter, dice.chance(30));
            header.append(", ").append(parameter).append(' ').append(name);
        }
        header.append(signature.checked() ? ") throws Checked {#}\n" : ") {#}\n");
        return Tree.item(header.toString(), body(scope, new Statements(generation)));
    }

    private static Tree body(Scope scope, Statements statements) {
        List<Tree> items = new ArrayList<>();
        for (int i = statements.dice.between(1, 4); i > 0; i--) {
            items.add(statements.declaration(scope));
        }
        if (statements.canCall(scope) && statements.dice.chance(50)) {
            items.add(statements.call(scope));
        }
        Made made = statements.dice.chance(35) ? statements.attempt(scope) : statements.open(scope, 6);
        items.addAll(made.tree().parts());
        if (made.completes()) {
            for (Scope.Variable variable : scope.variables()) {
                items.add(Tree.item("r.v(\"end " + variable.name() + "\", " + variable.name() + ");"));
            }
            if (scope.returns != Type.VOID) {
                items.add(statements.returns(scope));
            }
        }
        return Tree.block(items);
    }

    /** @param name of the class */
    String print(String name) {
        String methods = tree.print();
        return (HEADER + methods + "}\n").replace("$P", name);
    }

    int size() {
        return tree.size();
    }

    Program with(Tree changed) {
        return new Program(seed, changed);
    }
}
