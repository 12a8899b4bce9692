package bodies.syntax.java21;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

final class NestedPatterns {
    private NestedPatterns() {}

    sealed interface Tree<T> permits Leaf, Node, Nil {}

    record Leaf<T>(T value) implements Tree<T> {}

    record Node<T>(Tree<? extends T> left, Tree<? extends T> right) implements Tree<T> {}

    record Nil<T>() implements Tree<T> {}

    record Box<T>(T content) {}

    enum Side {
        LEFT,
        RIGHT
    }

    private static boolean when(Object o) {
        return o != null;
    }

    @Case
    @AsyncFn
    static String genericRecords(Trace t) {
        String s = "";
        Tree<Number> deep = new Node<>(new Leaf<Integer>(1), new Node<>(new Leaf<>(2.5), new Nil<>()));
        for (Tree<Number> tree : List.of(deep, new Leaf<Number>(7), new Nil<Number>())) {
            s += switch (await(t.leaf("tree", tree))) {
                case Node<Number>(Leaf<? extends Number>(var l), Node<? extends Number>(Leaf<? extends Number>(Double r), var n))
                        when r > await(t.leaf("bound", 1)) -> l + "/" + r + n;
                case Node<Number>(var l, Tree<? extends Number> r) -> "node" + l + r;
                case Leaf<Number>(final Integer i) when i > 5 && !await(t.leaf("no", false)) -> "big" + i;
                case Leaf<Number>(Number i) -> "leaf" + i;
                case Nil<Number>() -> await(t.leaf("nil", "nil"));
            };
        }
        return s;
    }

    @Case
    @AsyncFn
    static String inferredRecords(Trace t) {
        Box<Box<String>> box = await(t.leaf("box", new Box<>(new Box<>("x"))));
        if (!(box instanceof Box(Box(var s)) && await(t.leaf("yes", true)))) {
            return "none";
        }
        Object o = box;
        boolean found = o instanceof Box<?>(Box<?>(String in)) && in.equals(await(t.leaf("in", "x"))) || when(o);
        return s + s.length() + found;
    }

    @Case
    @AsyncFn
    static String labels(Trace t) {
        String s = "";
        for (Object o : new Object[] {Side.LEFT, Side.RIGHT, "when", "", 5, 'c', new int[] {1, 2}, List.of()}) {
            s += switch (await(t.leaf("o", o))) {
                case Side.LEFT -> "left";
                case Side side when when(side) -> await(t.leaf("side", "side"));
                case Side side -> "never";
                case String when when when.length() > 1 && when.equals("when") -> when;
                case String x when (x.isEmpty()) -> "empty";
                case String x -> "never";
                case Integer i when i instanceof Integer j && j > await(t.leaf("four", 4)) -> "int" + j;
                case Character c -> c + "";
                case int[] array when array.length == await(t.leaf("two", 2)) -> "array";
                case List<?> list -> await(t.leaf("list", "list"));
                case null, default -> "default";
            };
        }
        return s;
    }

    @Case
    @AsyncFn
    static String nullLabels(Trace t) {
        String s = "";
        for (String x : new String[] {null, "a", "b"}) {
            String y = x == null ? await(t.<String>leaf("null", null)) : await(t.leaf("x", x));
            switch (y) {
                case null:
                    s += await(t.leaf("n", "n"));
                    break;
                case "a":
                    s += "a";
                default:
                    s += await(t.leaf("d", "d"));
            }
        }
        return s;
    }
}
