package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.future.AtomicWaker;
import dev.asyncfn.future.Futures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecordingTest {
    /** What an async fn does, in small. */
    private record Fn(Future<?> awaited) implements Future<Object>, Traced {
        @Override
        public Poll<Object> poll(dev.asyncfn.Context cx) throws Exception {
            return awaited.poll(cx).map(value -> value);
        }

        @Override
        public String state() {
            return "AWAIT_DATA";
        }

        @Override
        public StackTraceElement location() {
            return new StackTraceElement("com.example.Users", "getUser", "Users.java", 16);
        }
    }

    /** Of a pool, while it has run one task of each kind; some were spawned before the recording. */
    private static List<RecordedEvent> record(Path folder) throws IOException {
        Path file = folder.resolve("tasks.jfr");
        LocalPool pool = LocalPool.builder().name("recorded").build();
        pool.spawnDetached(new Fn(Futures.yieldNow()));
        pool.tryRunOne(); // and so it is suspended, before the recording
        try (Recording recording = new Recording()) {
            for (String event : List.of("Task", "TaskPoll", "TaskWait")) {
                recording.enable("dev.asyncfn." + event).withThreshold(Duration.ZERO);
            }
            recording.start();
            pool.spawnDetached(new Fn(Futures.andThen(Futures.yieldNow(), done -> Futures.yieldNow())));
            JoinHandle<Object> failing = pool.spawn(Future.failed(new IOException("told")));
            JoinHandle<Object> aborted = pool.spawn(Future.pending());
            pool.runUntilStalled();
            aborted.abort();
            pool.run();
            Async.blockOn(Futures.orElse(failing, failure -> Future.ready(null)));
            recording.stop();
            recording.dump(file);
        }
        pool.close();
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getString("executor").equals("recorded"))
                .toList();
    }

    private static List<String> of(List<RecordedEvent> events, String type, String... fields) {
        List<String> found = new ArrayList<>();
        for (RecordedEvent event : events) {
            if (event.getEventType().getName().equals("dev.asyncfn." + type)) {
                StringBuilder line = new StringBuilder().append(event.getInt("task"));
                for (String field : fields) {
                    line.append(", ").append(event.<Object>getValue(field));
                }
                found.add(line.toString());
            }
        }
        return found;
    }

    @Test
    void tasksPollsAndWaitsAreRecordedWithTheirStates(@TempDir Path folder) throws IOException {
        List<RecordedEvent> events = record(folder);
        String fn = "com.example.Users.getUser";
        assertThat(of(events, "Task", "end", "polls"))
                .contains("2, COMPLETED, 3", "3, FAILED, 1", "4, DROPPED, 1")
                .hasSizeBetween(3, 4);
        assertThat(of(events, "TaskPoll", "future", "state"))
                .contains("2, " + fn + ", com.example.Users.getUser(Users.java:16) AWAIT_DATA", "2, " + fn + ", null");
        assertThat(of(events, "TaskWait", "future", "state", "awaits"))
                .contains("2, " + fn + ", com.example.Users.getUser(Users.java:16) AWAIT_DATA, yieldNow, yielded");
        assertThat(events).allMatch(event -> event.getStackTrace() == null);
    }

    @Test
    void numbersOfExecutorsAreStreamed() throws Exception {
        CompletableFuture<RecordedEvent> seen = new CompletableFuture<>();
        LocalPool pool = LocalPool.builder().name("streamed").build();
        pool.spawnDetached(Futures.yieldNow()); // before the recording
        pool.runUntilStalled();
        FlightRecording recorder = (FlightRecording) dev.asyncfn.executor.Recording.instance();
        assertThat(recorder.hasMetrics()).isFalse();
        try (RecordingStream stream = new RecordingStream()) {
            stream.enable("dev.asyncfn.Executor").withPeriod(Duration.ofMillis(10));
            stream.onEvent("dev.asyncfn.Executor", event -> {
                if (event.getString("executor").equals("streamed") && event.getInt("tasksAlive") == 3) {
                    seen.complete(event);
                }
            });
            stream.startAsync();
            pool.spawnDetached(Future.pending());
            assertThat(recorder.hasMetrics()).isTrue(); // as soon as an executor has noticed the recording
            pool.runUntilStalled();
            pool.spawnDetached(Future.pending());
            pool.spawnDetached(Future.pending());
            RecordedEvent event = seen.get();
            assertThat(event.getInt("threads")).isZero();
            assertThat(event.getLong("tasksSpawned")).isEqualTo(4);
            assertThat(event.getInt("queueDepth")).isEqualTo(2);
            assertThat(event.getLong("polls")).isEqualTo(3);
            assertThat(event.getDuration("busyTime")).isZero();
            assertThat(event.getStackTrace()).isNull();
        }
        assertThat(recorder.hasMetrics()).isFalse(); // the recording has ended
        pool.close();
    }

    /** By a poll, of a task that was there before the recording. */
    @Test
    void pollNoticesARecordingOfNumbers() throws Exception {
        CompletableFuture<Duration> busy = new CompletableFuture<>();
        FlightRecording recorder = (FlightRecording) dev.asyncfn.executor.Recording.instance();
        try (ThreadPool pool = ThreadPool.builder().threads(1).name("noticing").build();
                RecordingStream stream = new RecordingStream()) {
            AtomicWaker waker = new AtomicWaker();
            CountDownLatch suspended = new CountDownLatch(1);
            JoinHandle<String> handle = pool.spawn(cx -> {
                waker.register(cx.waker());
                suspended.countDown();
                return recorder.hasMetrics() ? Poll.ready("noticed") : Poll.pending();
            });
            suspended.await(); // or the wake may come before there is a waker
            stream.enable("dev.asyncfn.Executor").withPeriod(Duration.ofMillis(10));
            stream.onEvent("dev.asyncfn.Executor", event -> {
                if (event.getString("executor").equals("noticing")) {
                    busy.complete(event.getDuration("busyTime"));
                }
            });
            stream.startAsync();
            waker.wake();
            assertThat(Async.blockOn(handle)).isEqualTo("noticed");
            assertThat(busy.get()).isGreaterThanOrEqualTo(Duration.ZERO);
        }
    }

    @Test
    void nothingIsRecordedOrWrappedWithoutARecording() {
        LocalPool pool = new LocalPool();
        JoinHandle<Object> handle = pool.spawn(new Fn(Future.pending()));
        pool.runUntilStalled();
        assertThat(dev.asyncfn.executor.Recording.isOn()).isFalse();
        assertThat(handle).isInstanceOf(Task.class);
        pool.close();
    }

    /** The runtime needs neither module. In a JVM of its own, which takes a second. */
    @Test
    void withoutTheModulesOfTheRecorderAndOfJmxEverythingElseWorks() throws Exception {
        String output = ChildJvm.run(WithoutModules.class, List.of("--limit-modules", "java.base,java.logging"));
        assertThat(output).isEqualTo("42, no recording, no JMX, exit 0");
    }
}
