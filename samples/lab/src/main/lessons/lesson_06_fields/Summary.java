package lesson_06_fields;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import java.util.List;

/** Five variables, of which some have to survive an await: see which of them are fields, and when they hold a value. */
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

    public static void main(String[] args) {
        Async.blockOn(SummaryAsync.summary(List.of("one", "two", "three"), " Numbers "));
    }
}
