package bodies.java21;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Private records are taken apart by record patterns. */
final class PrivateRecords {
    private PrivateRecords() {}

    private sealed interface Node permits Leaf, Pair, Sum {}

    private record Leaf(int value) implements Node {}

    private record Pair(Node left, Node right) implements Node {}

    private record Sum(String name, long times, Node... all) implements Node {}

    private record Box<T>(T content) {}

    private record Entry<K, V extends Comparable<V>>(K key, List<V> values) {}

    private record Mixed(
            boolean flag, byte b, short s, char c, int i, long l, float f, double d, Integer boxed, int[] all) {}

    private record Failing(String name, int size) {
        public int size() {
            if (size < 0) {
                throw new IllegalStateException("size of " + name);
            }
            return size * 2;
        }
    }

    private record Empty() {}

    /** One that can be named, with private ones in it. */
    record Named(Object first, Node node) {}

    record Holder<T>(T held) {}

    record Tagged<T extends Comparable<T>>(T tag, List<T> more, Node node) {}

    private enum Color {
        RED,
        GREEN
    }

    private record Paint(Color color, Leaf leaf) {}

    static Object some(int n) {
        return switch (n) {
            case 0 -> null;
            case 1 -> new Leaf(5);
            case 2 -> new Pair(new Leaf(1), new Leaf(2));
            case 3 -> new Pair(null, new Pair(new Leaf(3), null));
            case 4 -> new Sum("sum", 4L, new Leaf(6), null);
            case 5 -> new Box<>("boxed");
            case 6 -> new Box<>(new Box<>(new Leaf(7)));
            case 7 -> new Named(new Leaf(8), new Pair(new Leaf(9), new Leaf(10)));
            case 8 -> new Holder<>(new Pair(new Leaf(11), new Leaf(12)));
            case 9 -> new Failing("ok", 4);
            case 10 -> new Empty();
            case 11 -> new Paint(Color.GREEN, null);
            default -> "none";
        };
    }

    static Node node(int n) {
        return (Node) some(n);
    }

    @Case
    @AsyncFn
    static String inText(Trace t) {
        String s = "";
        for (int n = await(t.leaf("n", 0)); n < 13; n++) {
            Object o = some(n);
            if (o instanceof Leaf(int value) && value > 2) {
                s += "leaf" + value;
            } else if (o instanceof Pair(Leaf(var left), Leaf(int right))) {
                s += left + "+" + right;
            } else if (o instanceof Pair(Node left, Pair(Leaf third, var last))) {
                s += left + "," + third.value() + "," + last;
            } else if (o instanceof Sum(String name, long times, Node[] all)) {
                s += name + times + all.length + all[0];
            } else if (o instanceof Box<?>(Box<?>(Leaf(var deep)))) {
                s += "deep" + deep;
            } else if (o instanceof Box<?>(String text)) {
                s += text.length();
            } else if (o instanceof Empty()) {
                s += "empty";
            } else if (o instanceof Paint(Color color, Leaf leaf)) {
                s += color.name() + leaf;
            } else {
                s += o instanceof Failing(var name, var size) ? name + size : "?";
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String acrossAwaits(Trace t) {
        String s = "";
        for (int n = 0; n < 13; n++) {
            Object o = await(t.leaf("o", some(n)));
            if (o instanceof Leaf(int value) && value > await(t.leaf("two", 2))) {
                value += await(t.leaf("one", 1));
                s += "leaf" + value;
            } else if (o instanceof Pair(Leaf(var left), Leaf right)) {
                s += left + await(t.leaf("r", right)).value();
                s += right;
            } else if (o instanceof Named(Leaf(var in), Pair(Leaf(var a), Node b))) {
                await(t.tick("named"));
                Supplier<Node> kept = () -> b;
                s += in + a + "" + kept.get();
            } else if (o instanceof Holder<?>(Pair(var a, Leaf(int b)))) {
                s += await(t.leaf("a", a)) + "" + b;
            } else if (!(o instanceof Paint(var color, var leaf))) {
                s += o == null ? "null" : await(t.leaf("c", "x"));
            } else {
                await(t.tick("paint"));
                s += color + "" + leaf;
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String flowsOut(Trace t) {
        Object o = await(t.leaf("o", some(2)));
        if (!(o instanceof Pair(Leaf(int a), Node b))) return "no";
        await(t.tick("t"));
        if (!(b instanceof Leaf(int c))) return "no";
        Object p = some(3);
        if (!(p instanceof Pair(var none, Pair(Leaf(var d), var last)))) throw new IllegalStateException();
        await(t.tick("u"));
        return a + "" + b + c + none + d + last;
    }

    @Case
    @AsyncFn
    static int inALoop(Trace t) {
        Node node = new Pair(new Leaf(1), new Pair(new Leaf(2), new Pair(new Leaf(3), null)));
        int sum = 0;
        while (node instanceof Pair(Leaf(int n), var rest)) {
            sum = sum * 10 + n + await(t.leaf("zero", 0));
            node = rest;
        }
        Node plain = new Pair(new Leaf(4), new Pair(new Leaf(5), null));
        while (plain instanceof Pair(Leaf(int n), Node rest)) {
            sum = sum * 10 + n;
            plain = rest;
        }
        return sum;
    }

    @Case
    @AsyncFn
    static String primitives(Trace t) {
        Object o = new Mixed(true, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7d, 128, new int[] {9});
        if (o instanceof Mixed(boolean flag, byte b, short s, char c, int i, long l, float f, double d, Integer x, int[] all)
                && flag) {
            b += 127;
            return b + s + "" + c + i + l + f + d + (x == Integer.valueOf(128)) + all[0] + await(t.leaf("z", "z"));
        }
        return "never";
    }

    @Case
    @AsyncFn
    static String boxedComponents(Trace t) {
        Object o = new Mixed(false, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7d, null, null);
        await(t.tick("t"));
        if (o instanceof Mixed(var flag, var b, var s, var c, var i, var l, var f, var d, var x, var all)) {
            return kind(b) + kind(s) + kind(c) + kind(i) + kind(l) + x + all + flag + f + d;
        }
        return "never";
    }

    private static String kind(byte b) {
        return "byte";
    }

    private static String kind(short s) {
        return "short";
    }

    private static String kind(char c) {
        return "char";
    }

    private static String kind(int i) {
        return "int";
    }

    private static String kind(long l) {
        return "long";
    }

    private static String kind(Object o) {
        return "object";
    }

    @Case
    @AsyncFn
    static String exhaustive(Trace t) {
        String s = "";
        for (int n = 1; n < 5; n++) {
            Node node = node(n);
            s += switch (node) {
                case Leaf(var value) -> value;
                case Pair(Leaf(int a), Leaf(int b)) -> a + b;
                case Pair(var a, var b) -> a + "|" + b;
                case Sum(var name, var times, var all) when times > 3 -> name + all.length;
                case Sum sum -> sum.name();
            };
            switch (node) {
                case Leaf(int value) -> s += value + await(t.leaf("l", "l"));
                case Pair(Node a, Node b) -> s += a;
                case Sum(String name, long times, Node[] all) -> await(t.tick(name));
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String nestedSealed(Trace t) {
        String s = "";
        for (int n : new int[] {2, 4}) {
            Named named = new Named("x" + await(t.leaf("n", n)), node(n));
            s += switch (named) {
                case Named(String x, Leaf leaf) -> x + leaf;
                case Named(var x, Pair(Leaf(var a), var b)) -> x + "" + a + b;
                case Named(var x, Pair pair) -> "pair" + pair;
                case Named(Object x, Sum(var name, var times, var all)) -> x + name;
                case Named(Object x, Leaf leaf) -> "leaf" + leaf;
            };
            s += switch (named) {
                case Named(var x, Leaf leaf) -> "l" + await(t.leaf("a", leaf));
                case Named(var x, Pair(var a, Leaf(int b))) when b > await(t.leaf("one", 1)) -> "p" + a + b;
                case Named(var x, Pair pair) -> "q" + pair;
                case Named(var x, Sum sum) -> sum.name() + await(t.leaf("s", x));
            };
        }
        return s;
    }

    @Case
    @AsyncFn
    static String nullComponentOfSealed(Trace t) {
        Named named = new Named(null, null);
        try {
            await(t.tick("t"));
            return switch (named) {
                case Named(var x, Leaf leaf) -> "l" + leaf;
                case Named(var x, Pair pair) -> "p" + await(t.leaf("p", "p"));
                case Named(var x, Sum sum) -> "s";
            };
        } catch (MatchException e) {
            return "match" + e.getMessage() + e.getCause() + await(t.leaf("z", "z"));
        }
    }

    @Case
    @AsyncFn
    static String nullComponentInText(Trace t) {
        Function<Named, String> name = named -> switch (named) {
            case Named(var x, Leaf leaf) -> "l" + leaf;
            case Named(var x, Pair(var a, var b)) -> "p" + a;
            case Named(var x, Sum sum) -> "s";
        };
        String s = name.apply(new Named("", node(1))) + name.apply(new Named("", node(3)));
        await(t.tick("t"));
        try {
            return s + name.apply(new Named("", null));
        } catch (MatchException e) {
            return s + "match" + e.getMessage() + e.getCause();
        }
    }

    @Case
    @AsyncFn
    static String throwingAccessor(Trace t) {
        String s = "";
        for (int size : new int[] {3, -1}) {
            Object o = new Failing("f", await(t.leaf("size", size)));
            try {
                if (o instanceof Failing(String name, int doubled) && doubled == await(t.leaf("six", 6))) {
                    s += name + doubled;
                }
                s += switch (o) {
                    case Failing(var name, var doubled) when doubled > 100 -> "large";
                    case Failing(var name, var doubled) -> name + doubled;
                    default -> "other";
                };
            } catch (MatchException e) {
                s += e.getMessage() + "/" + e.getCause().getMessage() + await(t.leaf("e", "!"));
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String failsInAPattern(Trace t) {
        Object o = new Failing("f", await(t.leaf("size", -2)));
        return o instanceof Failing(var name, var doubled) ? name + doubled : "never";
    }

    @Case
    @AsyncFn
    static String generic(Trace t) {
        Box<String> box = new Box<>(await(t.leaf("s", "text")));
        String s = "";
        if (box instanceof Box<String>(var content) && content.length() == 4) {
            s += content.charAt(0);
        }
        if (box instanceof Box(var content)) {
            s += content.length() + await(t.leaf("n", content.toUpperCase()));
        }
        Box<Box<Integer>> deep = new Box<>(new Box<>(1000));
        if (deep instanceof Box(Box(Integer n)) && n > 9) {
            s += n + await(t.leaf("d", n));
        }
        if (deep instanceof Box<Box<Integer>>(var inner)) {
            s += inner.content() + 1;
        }
        Entry<String, Integer> entry = new Entry<>("key", List.of(4, 2));
        return s + switch (entry) {
            case Entry<String, Integer>(var key, var values) when key.isEmpty() -> values.get(0) + 1;
            case Entry(String key, List<Integer> values) -> key.length() + values.get(1) + await(t.leaf("e", 1));
        };
    }

    @Case
    @AsyncFn
    static String componentsOfNamedRecords(Trace t) {
        Tagged<String> tagged = new Tagged<>("tag", List.of("b"), node(await(t.leaf("n", 2))));
        String s = "";
        if (tagged instanceof Tagged<String>(var tag, var more, Pair(var a, Leaf(var b))) && tag.length() == 3) {
            s += more.get(0).length() + "" + a + b + await(t.leaf("m", more));
        }
        if (tagged instanceof Tagged(String tag, List<String> more, Node node)) {
            s += tag.charAt(0) + more.get(0).toUpperCase() + node;
        }
        Object o = tagged;
        return s + switch (o) {
            case Tagged<?>(Integer n, var more, var node) -> n;
            case Tagged<?>(var tag, var more, Leaf leaf) -> tag;
            case Tagged<?>(String tag, var more, var node) -> tag + more.size() + await(t.leaf("node", node));
            default -> "none";
        };
    }

    @Case
    @AsyncFn
    static String heldByNamedRecords(Trace t) {
        Function<Holder<Node>, String> name = holder -> switch (holder) {
            case Holder<Node>(Leaf leaf) -> "leaf" + leaf.value();
            case Holder<Node>(Pair(Leaf(var a), var b)) -> a + "" + b;
            case Holder<Node>(Pair pair) -> pair.toString();
            case Holder<Node>(Sum(var all, var times, var rest)) -> all + times;
        };
        String s = "";
        for (int n : new int[] {1, 2, 3, 4}) {
            Holder<Node> holder = new Holder<>(node(n));
            s += name.apply(holder);
            s += switch (holder) {
                case Holder<Node>(Leaf(int value)) when value > await(t.leaf("nine", 9)) -> value;
                case Holder(Leaf leaf) -> leaf;
                case Holder<Node>(Pair(Leaf a, Node b)) -> a.value() + "" + await(t.leaf("b", b));
                case Holder<Node>(var any) -> any == holder.held();
            };
        }
        Object o = new Holder<>(new Holder<>(node(2)));
        if (o instanceof Holder<?>(Holder<?>(Pair(Leaf(int a), Leaf b))) && a < await(t.leaf("nine", 9))) {
            s += a + await(t.leaf("c", b)).value();
        }
        return s;
    }

    @Case
    @AsyncFn
    static String wildcards(Trace t) {
        Box<? extends CharSequence> box = new Box<>(await(t.leaf("s", "text")));
        List<Box<?>> boxes = List.of(box, new Box<>(3), new Box<>(null), new Box<>(box));
        String s = "";
        if (box instanceof Box(var content)) {
            s += content.length();
        }
        for (Box<?> each : boxes) {
            s += switch (each) {
                case Box(String text) -> "s" + text;
                case Box(Integer n) when n > await(t.leaf("two", 2)) -> "n" + n;
                case Box(Box(var inner)) -> "b" + inner;
                case Box(var any) -> "a" + any;
            };
        }
        Object raw = boxes.get(0);
        return raw instanceof Box<?>(var content) ? s + content : s;
    }

    @Case
    @AsyncFn
    static String inGroups(Trace t) {
        String s = "";
        for (int n = 1; n < 8; n++) {
            switch (some(n)) {
                case Leaf(int value) when value > 9:
                    s += "no";
                    break;
                case Leaf(int value):
                    s += "l";
                    break;
                case Pair(Leaf(var a), var b):
                    s += a + await(t.leaf("b", b)).toString();
                    break;
                case Named(Leaf(var a), var b):
                    s += a;
                default:
                    s += "d";
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String inLambdasAndBlocks(Trace t) {
        Function<Object, Integer> sum = o -> o instanceof Pair(Leaf(var a), Leaf(var b)) ? a * 10 + b : -1;
        Function<Node, Integer> size = node -> {
            switch (node) {
                case Leaf(var value) -> {
                    return value;
                }
                case Pair(var a, var b) -> {
                    return sum.apply(new Pair(b, a));
                }
                case Sum(var name, var times, var all) -> {
                    return name.length();
                }
            }
        };
        int n = await(async(() -> {
            Object o = some(2);
            return o instanceof Pair(Leaf(var a), var b) ? a + await(t.leaf("a", a)) : 0;
        }));
        await(t.tick("t"));
        Object o = some(1);
        int m = o instanceof Leaf(int value) ? await(async(() -> await(t.leaf("v", value)) + value)) : 0;
        return sum.apply(some(2)) + "" + size.apply(node(1)) + size.apply(node(2)) + size.apply(node(4)) + n + m;
    }

    @Case
    @AsyncFn
    static String inGuards(Trace t) {
        Object o = await(t.leaf("o", some(2)));
        Object p = some(1);
        String s = switch (o) {
            case Pair(Leaf(int a), var b) when p instanceof Leaf(int c) && c > a -> "both" + a + b + c;
            default -> "none";
        };
        s += switch (o) {
            case Pair pair when pair instanceof Pair(Leaf(int a), Leaf b) && a < b.value() -> s + a + await(t.leaf("b", b));
            default -> "none";
        };
        return s;
    }

    @Case
    @AsyncFn
    static String precedence(Trace t) {
        Object o = some(2);
        await(t.tick("t"));
        boolean same = true == o instanceof Pair(Leaf a, Leaf b);
        boolean both = false | o instanceof Pair(Leaf a, Leaf b) & true;
        boolean not = !(o instanceof Pair(Pair a, var b));
        String s = "" + (o instanceof Pair(Leaf a, Leaf b)) + same + both + not;
        return s + (o instanceof Pair(Leaf a, Leaf(int b)) ? a.value() + b : 0);
    }

    @Case
    @AsyncFn
    static String selectorIsNull(Trace t) {
        String s = "";
        try {
            Node node = node(0);
            await(t.tick("t"));
            s += switch (node) {
                case Leaf(var value) -> value + await(t.leaf("l", 1));
                case Node any -> 2;
            };
        } catch (NullPointerException e) {
            s += "null";
        }
        Object none = some(0);
        return s + switch (none) {
            case null -> "null";
            case Leaf(var value) -> value;
            case Object any -> await(t.leaf("any", any));
        };
    }

    @Case
    @AsyncFn
    static String selectorHasAnEffect(Trace t) {
        int[] calls = {0};
        Function<Integer, Object> next = n -> {
            calls[0]++;
            return some(n);
        };
        String s = "";
        if (next.apply(2) instanceof Pair(Pair a, var b) || next.apply(6) instanceof Box<?>(Box<?>(Leaf(int v)))) {
            s += "yes";
        }
        s += next.apply(await(t.leaf("n", 7))) instanceof Named(Leaf(var a), Pair(Leaf(var b), Leaf(var c)))
                ? a + b + c
                : 0;
        return s + calls[0];
    }
}
