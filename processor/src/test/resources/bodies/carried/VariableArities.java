package bodies.carried;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** Methods and constructors of private classes that take any number of arguments, of types that everybody can name. */
final class VariableArities {
    private static class Item {
        private final int size;

        private Item(String name, int... sizes) {
            this.size = name.length() * 100 + sizes.length;
        }

        private static int ints(int... values) {
            return values == null ? -1 : values.length;
        }

        private String objects(String name, Object... values) {
            return name + values.length + values.getClass().getSimpleName();
        }

        private static int arrays(int[]... values) {
            return values.length;
        }

        private static int lists(List<Item>... values) {
            return values.length;
        }

        @SafeVarargs
        private static <T> String any(T... values) {
            return values.length + values.getClass().getSimpleName();
        }

        private static <T extends Number> String numbers(T... values) {
            return values.length + values.getClass().getSimpleName();
        }

        @SafeVarargs
        static <T> String visible(T... values) {
            return values.length + values.getClass().getSimpleName();
        }

        static int strings(String... values) {
            return values.length;
        }

        private static int items(Item... values) {
            return values.length;
        }
    }

    @Case
    @AsyncFn
    static int ofPrimitives(Trace t) {
        return Item.ints() + 10 * Item.ints(1, await(t.leaf("a", 2)), 3) + 100 * Item.ints(new int[4]) + 1000 * Item.ints(null);
    }

    @Case
    @AsyncFn
    static int ofConstructors(Trace t) {
        Item none = new Item("a");
        Item two = new Item(await(t.leaf("n", "bc")), 1, await(t.leaf("a", 2)));
        return none.size + two.size + new Item("d", new int[3]).size;
    }

    @Case
    @AsyncFn
    static String ofObjects(Trace t) {
        Item item = new Item("i");
        return item.objects("a")
                + item.objects("b", 1, await(t.leaf("x", "y")), item)
                + item.objects("c", new Object[] {1, 2})
                + item.objects("d", (Object) new String[] {"s"});
    }

    @Case
    @AsyncFn
    static String ofArraysAndLists(Trace t) {
        Item item = new Item("i");
        return Item.arrays(null, new int[] {await(t.leaf("a", 1))}) + " " + Item.arrays() + " " + Item.lists(List.of(item), null);
    }

    @Case
    @AsyncFn
    static String ofTypeParameters(Trace t) {
        return Item.any("a", await(t.leaf("x", 2)))
                + Item.any()
                + Item.numbers(1, await(t.leaf("y", 2)))
                + Item.numbers(1.5)
                + Item.visible("a", await(t.leaf("z", 3)))
                + Item.strings("a", await(t.leaf("s", "b")))
                + Item.strings();
    }

    @Case
    @AsyncFn
    static int ofTheClass(Trace t) {
        Item item = new Item("i");
        return Item.items(item, new Item(await(t.leaf("n", "j")))) + 10 * Item.items();
    }
}
