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

            class $P {
                int total = 1;
                private long big = 2;
                String text = "t";
                private boolean flag;
                Integer boxed = 3;
                int[] items = {1, 2, 3};
                private Box box = new Box(9);
                Object any = "any";

                @Override
                public String toString() {
                    return "program " + total;
                }
            """;

    private static final String NEST = """
            class Nest extends $P {
                Nest() {
                    this(20);
                }

                Nest(int total) {
                    this.total = total;
                    super.text = "nested";
                }
            #}""";

    /** @param feature the version of the language */
    static Program generate(long seed, int feature) {
        Dice dice = new Dice(seed);
        int count = dice.pick(1, 1, 2, 2, 3);
        int size = dice.between(8, 80);
        Declarations declarations = new Declarations();
        List<Signature> later = new ArrayList<>();
        List<Tree> methods = new ArrayList<>();
        List<Tree> nested = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            Signature signature = signature("m" + i, i == 0, dice);
            Generation generation = new Generation(dice, feature, declarations, List.copyOf(later), size / count);
            (signature.isNested() ? nested : methods).add(0, method(signature, generation));
            later.add(signature);
        }
        if (!nested.isEmpty()) {
            methods.add(Tree.item(NEST, Tree.block(nested)));
        }
        methods.addAll(declarations.items());
        Tree tree = Tree.block(methods);
        return new Program(seed, dice.chance(30) ? new Spelling(dice).of(tree) : tree);
    }

    private static Signature signature(String name, boolean first, Dice dice) {
        List<Type> parameters = new ArrayList<>();
        for (int i = first ? 0 : dice.below(3); i > 0; i--) {
            parameters.add(dice.pick(Expressions.VALUES));
        }
        Type returns = dice.chance(20) ? Type.VOID : dice.pick(Expressions.VALUES);
        Signature.Place place = dice.<Signature.Place>choice()
                .or(3, () -> Signature.Place.STATIC)
                .or(6, () -> Signature.Place.INSTANCE)
                .orIf(!first, 4, () -> Signature.Place.NESTED)
                .make();
        return new Signature(
                name, returns, parameters, dice.pick("", "", "private ", "public "), place, dice.chance(60));
    }

    private static Tree method(Signature signature, Generation generation) {
        Dice dice = generation.dice;
        Scope scope = new Scope(signature.returns());
        scope.isStatic = signature.isStatic();
        scope.isNested = signature.isNested();
        scope.checked = signature.checked();
        StringBuilder header = new StringBuilder("@AsyncFn\n");
        header.append(signature.access()).append(signature.isStatic() ? "static " : "final ");
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
