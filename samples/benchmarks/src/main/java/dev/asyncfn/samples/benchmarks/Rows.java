package dev.asyncfn.samples.benchmarks;

import static dev.asyncfn.samples.benchmarks.Row.atMost;
import static dev.asyncfn.samples.benchmarks.Row.flat;

import java.util.List;

/** All rows, in the order of the page. */
final class Rows {
    static final List<Row> ALL = List.of(
            new Row(
                    "Ready3",
                    "three awaits, ready",
                    "ns",
                    List.of("asyncfn", "hand", "kotlin", "stages", "mono"),
                    List.of(atMost(1.05, "hand"), atMost(1.3, "kotlin"))),
            new Row(
                    "Pending3",
                    "three awaits, pending once",
                    "ns",
                    List.of("asyncfn", "hand", "kotlin", "stages", "mono"),
                    List.of(atMost(1.05, "hand"), atMost(1.3, "kotlin"))),
            new Row(
                    "Loop",
                    "an await in a loop, ready",
                    "ns",
                    List.of("asyncfn", "hand", "kotlin", "stages", "mono"),
                    List.of(atMost(1.05, "hand"), atMost(1.3, "kotlin"))),
            new Row(
                    "TryFinally",
                    "try and finally, two awaits pending once",
                    "ns",
                    List.of("asyncfn", "hand", "kotlin", "stages", "mono"),
                    List.of(atMost(1.05, "hand"), atMost(1.3, "kotlin"))),
            new Row(
                    "Exception5",
                    "an exception through five, without a stack trace",
                    "ns",
                    List.of("asyncfn", "hand", "kotlin", "stages", "mono"),
                    List.of(atMost(0.6, "kotlin"))),
            new Row(
                    "TracedException5",
                    "an exception through five, with a stack trace",
                    "ns",
                    List.of("asyncfn", "hand", "kotlin", "stages", "mono"),
                    List.of(atMost(1.5, "stages"))),
            new Row(
                    "Resume",
                    "a resume below suspended calls",
                    "ns",
                    List.of("asyncfn", "hand", "kotlin"),
                    List.of(
                            atMost(1.05, "hand"),
                            flat(1.2, "depth=3", "depth=10", 1),
                            flat(1.2, "depth=3", "depth=100", 1))),
            new Row(
                    "Call",
                    "a call, pending once",
                    "ns",
                    List.of("asyncfn", "hand", "kotlin", "stages", "mono"),
                    List.of(atMost(1.05, "hand"), atMost(1.3, "kotlin"))),
            new Row(
                    "ManyAwaits",
                    "a call of many awaits, ready",
                    "ns",
                    List.of("asyncfn", "kotlin"),
                    List.of(flat(1.5, "awaits=20", "awaits=200", 10), flat(1.5, "awaits=20", "awaits=500", 25))),
            new Row(
                    "Yield",
                    "a yield on one thread",
                    "ns",
                    List.of("asyncfn", "hand", "kotlin", "virtual"),
                    List.of(
                            atMost(1.05, "hand"),
                            atMost(1.0, "kotlin"),
                            atMost(0.1, "virtual", "depth=1", "depth=3", "depth=10"),
                            flat(1.2, "depth=3", "depth=10", 1),
                            flat(1.2, "depth=3", "depth=100", 1))),
            new Row(
                    "YieldPool",
                    "a yield of a hundred tasks on two threads",
                    "ns",
                    List.of("asyncfn", "hand", "kotlin", "virtual"),
                    List.of(atMost(1.05, "hand"), atMost(1.0, "kotlin"))),
            new Row(
                    "PingPong",
                    "there and back over channels, one thread",
                    "ns",
                    List.of("asyncfn", "kotlin", "virtual"),
                    List.of(atMost(1.0, "kotlin"))),
            new Row(
                    "PingPongThreads",
                    "there and back over channels, two threads",
                    "ns",
                    List.of("asyncfn", "kotlin", "virtual", "threads"),
                    List.of(atMost(1.0, "kotlin"))),
            new Row(
                    "Spawn",
                    "spawn and await a task",
                    "ns",
                    List.of("asyncfn", "kotlin", "virtual"),
                    List.of(atMost(1.0, "kotlin"))),
            new Row(
                    "SpawnMillion",
                    "spawn a million tasks, by task",
                    "ns",
                    List.of("asyncfn", "kotlin"),
                    List.of(atMost(1.0, "kotlin"))),
            new Row(
                    "Skynet",
                    "a tree of a million tasks, by task",
                    "ns",
                    List.of("asyncfn", "kotlin"),
                    List.of(atMost(1.0, "kotlin"))),
            new Row(
                    "Join",
                    "a join of futures pending once",
                    "ns",
                    List.of("asyncfn", "kotlin", "stages", "mono"),
                    List.of(atMost(1.0, "kotlin"), atMost(2.0, "stages"), atMost(1.0, "mono"))),
            new Row(
                    "Select",
                    "a select of futures pending once",
                    "ns",
                    List.of("asyncfn", "kotlin", "stages"),
                    List.of(atMost(1.0, "kotlin"))),
            new Row(
                    "MutexLock",
                    "lock and unlock a mutex",
                    "ns",
                    List.of("asyncfn", "kotlin", "threads"),
                    List.of(atMost(1.2, "kotlin", "threads=1"), atMost(1.2, "threads", "threads=1"))),
            new Row(
                    "SemaphoreAcquire",
                    "acquire and release a semaphore",
                    "ns",
                    List.of("asyncfn", "kotlin", "threads"),
                    List.of(atMost(1.2, "kotlin", "threads=1"), atMost(1.2, "threads", "threads=1"))),
            new Row(
                    "Channel",
                    "a value through a channel for 64",
                    "ns",
                    List.of("asyncfn", "kotlin", "threads"),
                    List.of(atMost(1.2, "kotlin", "threads=1"))),
            new Row(
                    "Memory",
                    "a suspended task",
                    "bytes",
                    List.of("asyncfn", "hand", "kotlin", "stages", "virtual"),
                    List.of(atMost(1.10, "hand"))),
            new Row(
                    "Sleepers",
                    "a sleeping task among a million",
                    "CPU ns, bytes",
                    List.of("asyncfn", "kotlin", "stages", "virtual"),
                    List.of(atMost(1.0, "kotlin"))),
            new Row(
                    "Echo",
                    "a request of an echo server",
                    "server CPU ns",
                    List.of("asyncfn", "nio", "netty", "virtual"),
                    List.of(atMost(1.2, "netty"))),
            new Row(
                    "Compile",
                    "compile so many methods",
                    "CPU ms",
                    List.of("asyncfn", "generated", "plain"),
                    List.of()),
            new Row(
                    "ClassSize",
                    "class files of 720 awaits",
                    "bytes",
                    List.of("asyncfn", "kotlin"),
                    List.of(atMost(1.5, "kotlin"))));

    private Rows() {}

    static Row of(String id) {
        return ALL.stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no row " + id));
    }
}
