package dev.asyncfn.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private final Map<Runnable, String> names = new HashMap<>();
    private final List<List<String>> offered = new ArrayList<>();
    private int choice;
    private final Schedule schedule = new Schedule(
            tasks -> {
                offered.add(List.copyOf(tasks));
                return choice;
            },
            names::get);

    @Test
    void anEmptyScheduleHasNoChoice() {
        assertThat(schedule.next()).isNull();
        assertThat(offered).isEmpty();
    }

    @Test
    void theChooserSeesTheNamesInTheOrderOfTheWakes() {
        Runnable a = add("a");
        Runnable b = add("b");
        Runnable c = add("c");
        choice = 1;
        assertThat(schedule.next()).isSameAs(b);
        schedule.add(b);
        choice = 2;
        assertThat(schedule.next()).isSameAs(b);
        choice = 0;
        assertThat(schedule.next()).isSameAs(a);
        assertThat(schedule.next()).isSameAs(c);
        assertThat(schedule.next()).isNull();
        assertThat(offered)
                .containsExactly(List.of("a", "b", "c"), List.of("a", "c", "b"), List.of("a", "c"), List.of("c"));
    }

    @Test
    void aChoiceThatIsNotOfferedIsRefusedAndTakesNothing() {
        Runnable only = add("only");
        choice = 1;
        assertThatThrownBy(schedule::next).isInstanceOf(IndexOutOfBoundsException.class);
        choice = 0;
        assertThat(schedule.next()).isSameAs(only);
    }

    private Runnable add(String name) {
        Runnable job = new Thread(name); // one that equals no other
        names.put(job, name);
        schedule.add(job);
        return job;
    }
}
