package bodies.types;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A value whose type says again of its type argument what it says of itself, as that of {@code c ? 1 : "a"} does. */
final class RecursiveTypes {
    private RecursiveTypes() {}

    static boolean c() {
        return true;
    }

    static String over(Object o) {
        return "object";
    }

    static String over(Serializable o) {
        return "serializable";
    }

    static String over(Integer o) {
        return "integer";
    }

    static <T> T same(T t) {
        return t;
    }

    static <T> List<T> two(T a, T b) {
        return List.of(a, b);
    }

    static <T extends Serializable & Comparable<?>> T both(T t) {
        return t;
    }

    @Case
    @AsyncFn
    static Object matched(Trace t) throws Exception {
        String s = "";
        for (var x : List.of(1, "abc", 2.5)) {
            await(t.leaf("x", x));
            if (x instanceof Integer i) {
                s += i + 1;
            } else if (x instanceof String text && await(t.leaf("text", text)) != null) {
                s += text.length();
            }
            s += x instanceof Double;
        }
        return s;
    }

    @Case
    @AsyncFn
    static Object cast(Trace t) throws Exception {
        String s = "";
        for (var x : List.of(1, "a")) {
            await(t.leaf("x", x));
            try {
                s += (Integer) x + (int) x;
            } catch (ClassCastException e) {
                s += await(t.leaf("cast", (String) x));
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static Object compared(Trace t) throws Exception {
        var x = c() ? 1 : "a";
        await(t.tick("a"));
        var y = x;
        await(t.tick("b"));
        y = "b";
        return "" + (x == y) + (x != y) + (x == (Object) 1) + x.equals(1) + Objects.equals(x, await(t.leaf("one", 1)));
    }

    @Case
    @AsyncFn
    static Object passed(Trace t) throws Exception {
        var x = c() ? 1 : "a";
        await(t.tick("a"));
        return over(x) + same(x) + both(x) + two(x, "b") + two(x, await(t.leaf("c", 'c'))) + x.hashCode() + x;
    }

    @Case
    @AsyncFn
    static Object givenFurther(Trace t) throws Exception {
        var x = c() ? 1 : "a";
        await(t.tick("a"));
        var y = c() ? x : 2L;
        var z = await(t.leaf("b", c())) ? y : x;
        Comparable<?> comparable = y;
        Serializable serializable = z;
        await(t.tick("c"));
        return "" + over(z) + (z instanceof Integer i ? i : 0) + (y instanceof Long) + comparable + serializable;
    }

    @Case
    @AsyncFn
    static Object capturedByALambda(Trace t) throws Exception {
        String s = "";
        for (var x : List.of(1, "a")) {
            await(t.tick("a"));
            Supplier<Boolean> test = () -> x instanceof Integer;
            Supplier<Object> cast = () -> x instanceof String ? (String) x : (Integer) x + (int) x;
            s += "" + test.get() + cast.get();
        }
        return s;
    }

    @Case
    @AsyncFn
    static Object capturedByClasses(Trace t) throws Exception {
        var x = c() ? 1 : "a";
        await(t.tick("a"));
        var anonymous = new Object() {
            final boolean text = x instanceof String;

            int twice() {
                return (Integer) x + (int) x;
            }
        };
        class Local {
            String all() {
                return "" + x + (x instanceof Integer i ? i : 2) + (x == (Object) 1) + over(x);
            }
        }
        var local = new Local();
        await(t.tick("b"));
        return local.all() + anonymous.text + anonymous.twice();
    }

    @Case
    @AsyncFn
    static Object withoutAVariable(Trace t) throws Exception {
        return ""
                + ((await(t.leaf("a", c())) ? 1 : await(t.leaf("b", "b"))) instanceof Integer)
                + (Integer) (await(t.leaf("c", c())) ? 1 : await(t.leaf("d", "d")))
                + (await(t.leaf("e", c() ? 1 : "e")) instanceof Integer i ? i : 0)
                + (int) await(t.leaf("f", c() ? 1 : "f"))
                + over(await(t.leaf("g", c() ? 1 : "g")))
                + (List.of(1, "h").get(0) == await(t.leaf("h", (Object) 1)));
    }

    @Case
    @AsyncFn
    static Object returned(Trace t) throws Exception {
        var x = List.of(1, "a").get(0);
        await(t.tick("a"));
        return x;
    }

    @Case
    @AsyncFn
    static Object valuesOfAMap(Trace t) throws Exception {
        String s = "";
        for (var e : new TreeMap<>(Map.of("k", 1, "z", 2.5)).entrySet()) {
            await(t.leaf("key", e.getKey()));
            var x = e.getValue();
            await(t.tick("a"));
            Number number = x;
            Comparable<?> comparable = x;
            s += x.intValue() + (x instanceof Integer i ? i + 1 : 0) + "" + (x == number) + comparable;
            s += e.getValue() instanceof Double d ? d : ((Number) e.getValue()).longValue();
        }
        return s;
    }

    @Case
    @AsyncFn
    static Object ofAnOptional(Trace t) throws Exception {
        var optional = Optional.of(List.of(1, "a")).map(l -> l.get(1));
        await(t.tick("a"));
        var x = optional.get();
        await(t.tick("b"));
        return "" + (x instanceof String s ? s.length() : 0) + (String) x + optional.map(o -> o instanceof String).get()
                + (optional.get() instanceof Integer) + (String) optional.get();
    }

    abstract static class Holder<T> {
        T held;

        List<T> all() {
            return List.of(held);
        }
    }

    static class Value implements Cloneable {
        @Override
        public String toString() {
            return "value";
        }
    }

    static final class Text extends Value implements Supplier<String> {
        @Override
        public String get() {
            return "text";
        }
    }

    static final class Word extends Value implements Supplier<String> {
        @Override
        public String get() {
            return "word";
        }
    }

    static final class TextHolder extends Holder<Text> implements Cloneable {
        @Override
        public String toString() {
            return "holder";
        }
    }

    static final class WordHolder extends Holder<Word> implements Cloneable {}

    /** No wildcard may stand in what is written of the class: then it is not cast, nor compared, as that. */
    @Case
    @AsyncFn
    static Object classWithAWildcard(Trace t) throws Exception {
        var x = c() ? new TextHolder() : new WordHolder();
        await(t.tick("a"));
        TextHolder texts = (TextHolder) x;
        texts.held = new Text();
        Supplier<Boolean> later = () -> x == texts;
        return x.held.get() + x.all().get(0).get() + (x instanceof TextHolder) + (x == texts) + later.get()
                + (TextHolder) await(t.leaf("b", c() ? new TextHolder() : new WordHolder()))
                + (await(t.leaf("c", c() ? texts : new WordHolder())) == texts);
    }

    @Case
    @AsyncFn
    static Object castUnchecked(Trace t) throws Exception {
        var x = c() ? new ArrayList<>(List.of(new Text())) : new LinkedList<>(List.of(new Word()));
        await(t.tick("a"));
        @SuppressWarnings("unchecked")
        ArrayList<Text> texts = (ArrayList<Text>) x;
        return texts.get(0).get() + x.get(0).get() + (x == texts) + ((ArrayList<?>) x).size() + (x.get(0) instanceof Text);
    }

    @Case
    @AsyncFn
    static Object elementsOfAnArray(Trace t) throws Exception {
        var array = c() ? new Integer[] {1} : new String[0];
        await(t.tick("a"));
        String s = "";
        for (var x : array) {
            await(t.tick("b"));
            s += (x instanceof Integer i ? i : 0) + "" + (Integer) x + (x == array[0]);
        }
        return s + (array instanceof Integer[] numbers ? numbers[0] : 9) + ((Integer[]) array).length;
    }
}
