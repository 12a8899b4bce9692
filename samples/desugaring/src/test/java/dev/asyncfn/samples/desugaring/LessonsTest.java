package dev.asyncfn.samples.desugaring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each lesson prints. */
class LessonsTest {
    interface Lesson {
        void run(PrintStream out) throws Exception;
    }

    @Test
    void trivial_prints_the_same_as_generated_by_hand_and_blocking() throws Exception {
        assertThat(output(Trivial::run)).isEqualTo("""
            the generated future is created: nothing has run
            Hello!
            (waiting for the event)
            Got: 21
            it gives 42
            the same by hand
            Hello!
            (waiting for the event)
            Got: 21
            it gives 42
            the method itself blocks
            Hello!
            (waiting for the event)
            Got: 21
            it gives 42
            """);
    }

    @Test
    void get_user_enters_its_states_in_the_order_of_its_body() throws Exception {
        assertThat(output(GetUser::run)).isEqualTo("""
            # linear
            -- poll 1
            start 123
            -- poll 2
            read data123
            -- poll 3
            processed data123+1
            -- poll 4
            done
            -- ready: data123+1+2
            # branch, even
            -- poll 1
            start 2
            -- poll 2
            even: one more step
            -- poll 3
            -- poll 4
            -- ready: data2+1+2
            # branch, odd
            -- poll 1
            start 3
            -- poll 2
            odd: go on at once
            -- poll 3
            -- ready: data3+2
            # loop
            -- poll 1
            start 7
            -- poll 2
            round 0 of data7
            -- poll 3
            round 1 of data7+1
            -- poll 4
            round 2 of data7+1+1
            -- poll 5
            after the loop
            -- poll 6
            -- ready: data7+1+1+1+2
            """);
    }

    @Test
    void game_units_move_one_step_a_tick() throws Exception {
        assertThat(output(GameUnits::run)).isEqualTo("""
            tick 1
              guard reached 5
              scout at 1, guard at 4
            tick 2
              guard reached 4
              guard is done
              scout at 2, guard at 4
            tick 3
              scout reached 2
              scout at 1, guard at 4
            tick 4
              scout at 0, guard at 4
            tick 5
              scout at -1, guard at 4
            tick 6
              scout reached -1
              scout is done
              scout at -1, guard at 4
            """);
    }

    @Test
    void tasks_on_two_channels_wake_each_other_to_the_end() throws Exception {
        List<String> lines = output(Forward::run).lines().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("sent")))
                .containsExactly("sent 1", "sent 2", "sent 3", "sent 4", "sent 5");
        assertThat(lines.stream().filter(line -> line.startsWith("got")))
                .containsExactly("got 1", "got 2", "got 3", "got 4", "got 5");
        assertThat(lines).endsWith("sum 15");
    }

    @Test
    void a_countdown_waits_for_its_timer_between_the_numbers() throws Exception {
        assertThat(output(Timers::run)).isEqualTo("""
            3
            2
            1
            lift-off
            3 ticks
            """);
    }

    @Test
    void tasks_of_the_tiny_executor_take_turns() throws Exception {
        assertThat(output(TinyExecutorLesson::run)).isEqualTo("""
            created: nothing has run
            spawned: nothing has run
            a 1
            b 1
            a 2
            b 2
            a 3
            b done
            a done
            all done
            """);
    }

    @Test
    void a_leaf_uses_wakers_of_every_kind_alike() throws Exception {
        assertThat(output(FiveWakers::run)).isEqualTo("""
            from a Wake
              wakeByRef
              the clone wakes the same task: true
              wake
            from a closure
              woken
              the clone wakes the same task: true
              woken
            from a vtable made by hand
              wakeByRef: 1 shares
              clone: 2 shares
              the clone wakes the same task: true
              wake: 1 shares
              clone: 2 shares
              drop: 1 shares
              drop: 0 shares
            static, without allocation
              the clone wakes the same task: true
              woken: true
            the one that does nothing
              the clone wakes the same task: true
            """);
    }

    @Test
    void the_trace_of_a_nested_call_goes_down_to_the_leaf_and_wakes_the_root() throws Exception {
        assertThat(output(PollTraceLesson::run)).isEqualTo("""
            user 3
              created getUser: START
              poll 1
                getUser: START -> AWAIT_READ_DATA
                  created readData: AWAIT_PENDING_ONCE
                    created PendingOnce
                pending, waits for PendingOnce
              woken by PendingOnce.poll, during the poll
              poll 2, continues from
                getUser: AWAIT_READ_DATA
                  readData: AWAIT_PENDING_ONCE
                    PendingOnce
                    let go of PendingOnce
                  readData: AWAIT_PENDING_ONCE -> DONE
                getUser: AWAIT_READ_DATA -> DONE
                ready user data3
            """);
    }

    @Test
    void the_readme_names_each_program() throws IOException {
        Path sources = Path.of("src/main/java/dev/asyncfn/samples/desugaring");
        String readme = Files.readString(Path.of("README.md"));
        try (Stream<Path> files = Files.list(sources)) {
            assertThat(files.filter(file -> read(file).contains(" main(String[] args)")))
                    .isNotEmpty()
                    .allMatch(file -> readme.contains("](" + file.toString().replace('\\', '/') + ")"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String output(Lesson lesson) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            lesson.run(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
