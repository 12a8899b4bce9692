package bodies.types;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;

/** A choice between awaits is passed where a captured wildcard is wanted: its receiver, whatever that is, is kept to fit. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class ChosenForCaptures {
    private final List<? super Integer> field = new ArrayList<>(List.of(1));
    private final List<? super Integer>[] array = new List[] {field, new ArrayList<>(List.of(2))};

    ChosenForCaptures(Trace t) {}

    private ChosenForCaptures me() {
        return this;
    }

    private List<? super Integer>[] arrayOf(int length) {
        return List.<List<? super Integer>>of(field).toArray(new List[length]);
    }

    private static <T> Future<T> ready(Trace t, T value) {
        return t.leaf("ready", value);
    }

    @AsyncFn
    private static <T> T same(Trace t, T value) {
        t.log(await(t.leaf("same", "s")));
        return value;
    }

    @Case
    @AsyncFn
    static String toWhatAnAsyncFnGivesBySaidTypes(Trace t) {
        List<? super Integer> list = new ArrayList<>(List.of(1));
        boolean added = ChosenForCaptures.<List<? super Integer>>same(t, list)
                .add(await(t.leaf("b", true)) ? await(t.leaf("c", 5)) : Integer.valueOf(3));
        return added + " " + list;
    }

    @Case
    @AsyncFn
    static String toWhatAnAsyncFnGivesByInferredTypes(Trace t) {
        List<? super Integer> list = new ArrayList<>(List.of(1));
        boolean added = same(t, list).add(await(t.leaf("b", false)) ? await(t.leaf("c", 5)) : Integer.valueOf(3));
        return added + " " + list;
    }

    @Case
    @AsyncFn
    static String aSwitchToWhatAnAsyncFnGives(Trace t) {
        List<? super Integer> list = new ArrayList<>(List.of(1));
        boolean added = await(ChosenForCaptures.<List<? super Integer>>same(t, list))
                .add(
                        switch (await(t.leaf("b", 1))) {
                            case 1 -> await(t.leaf("c", 5));
                            default -> Integer.valueOf(3);
                        });
        return added + " " + list;
    }

    @Case
    @AsyncFn
    static String toAnAwaitedFuture(Trace t) {
        List<? super Integer> list = new ArrayList<>(List.of(1));
        boolean added = await(ChosenForCaptures.<List<? super Integer>>ready(t, list))
                .add(await(t.leaf("b", true)) ? await(t.leaf("c", 5)) : Integer.valueOf(3));
        return added + " " + list;
    }

    @Case
    @AsyncFn
    static String toABlock(Trace t) {
        List<? super Integer> list = new ArrayList<>(List.of(1));
        boolean added = await(async(() -> list)).add(await(t.leaf("b", true)) ? await(t.leaf("c", 5)) : Integer.valueOf(3));
        return added + " " + list;
    }

    @Case
    @AsyncFn
    String toAnElement(Trace t) {
        boolean added = array[1].add(await(t.leaf("b", true)) ? await(t.leaf("c", 5)) : Integer.valueOf(3));
        return added + " " + array[1];
    }

    @Case
    @AsyncFn
    String toAnElementAtAnAwaitedPlace(Trace t) {
        boolean added =
                array[await(t.leaf("i", 1))].add(await(t.leaf("b", true)) ? await(t.leaf("c", 5)) : Integer.valueOf(3));
        return added + " " + array[1];
    }

    @Case
    @AsyncFn
    String toAnElementOfWhatACallGives(Trace t) {
        boolean added = arrayOf(1)[0].add(await(t.leaf("b", false)) ? await(t.leaf("c", 5)) : Integer.valueOf(3));
        return added + " " + field;
    }

    @Case
    @AsyncFn
    String toAField(Trace t) {
        boolean added = field.add(await(t.leaf("b", false)) ? await(t.leaf("c", 5)) : Integer.valueOf(3));
        return added + " " + field;
    }

    @Case
    @AsyncFn
    String toAFieldOfWhatACallGives(Trace t) {
        boolean added = me().field.add(await(t.leaf("b", true)) ? await(t.leaf("c", 5)) : Integer.valueOf(3));
        return added + " " + field;
    }

    @Case
    @AsyncFn
    String toAChoice(Trace t) {
        boolean first = t.v("first", array.length == 2);
        boolean added =
                (first ? array[0] : array[1]).add(await(t.leaf("b", true)) ? await(t.leaf("c", 5)) : Integer.valueOf(3));
        return added + " " + field;
    }

    @Case
    @AsyncFn
    String toAChoiceThatAwaits(Trace t) {
        boolean added = (await(t.leaf("first", false)) ? array[0] : array[1])
                .add(await(t.leaf("b", true)) ? await(t.leaf("c", 5)) : Integer.valueOf(3));
        return added + " " + array[1];
    }

    @Case
    @AsyncFn
    String toASwitch(Trace t) {
        boolean added = (switch (array.length) {
                    case 1 -> array[0];
                    default -> array[1];
                })
                .add(await(t.leaf("b", true)) ? await(t.leaf("c", 5)) : Integer.valueOf(3));
        return added + " " + array[1];
    }

    @Case
    @AsyncFn
    String toAnAssignment(Trace t) {
        boolean added =
                (array[0] = array[1]).add(await(t.leaf("b", true)) ? await(t.leaf("c", 5)) : Integer.valueOf(3));
        return added + " " + array[0];
    }
}
