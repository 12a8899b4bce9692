package lesson_06_fields;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Waker;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Five variables, of which some have to survive an await. */
final class Summary {
    private Summary() {}

    @AsyncFn
    static String summary(List<String> lines, String title) {
        int count = lines.size();
        String head = title.strip();
        System.out.println("begins: " + head);
        String first = await(later(lines.get(0)));
        String text = first + " and " + (count - 1) + " more";
        String checked = await(later(text + "."));
        return checked;
    }

    /** The fields that the class of the future declares, by name. */
    private static Map<String, Object> fields(Object future) throws ReflectiveOperationException {
        Map<String, Object> values = new TreeMap<>();
        for (Field field : future.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            values.put(field.getName(), field.get(future));
        }
        return values;
    }

    public static void main(String[] args) throws Exception {
        Context cx = Context.fromWaker(Waker.noop());
        SummaryAsync.SummaryFuture future = SummaryAsync.summary(List.of("one", "two", "three"), " Numbers ");
        System.out.println(future.state() + " " + fields(future));
        while (!future.poll(cx).isReady()) {
            System.out.println(future.state() + " " + fields(future));
        }
        System.out.println(future.state() + " " + fields(future));
    }
}
