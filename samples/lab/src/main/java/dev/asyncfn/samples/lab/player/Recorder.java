package dev.asyncfn.samples.lab.player;

import dev.asyncfn.samples.lab.Json;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own: executes the program of the reader from its start for each prefix of the reader's choices, and prints what each step
 * did, as JSON. It follows the usual ways further than drops and failures, and ends after so many steps; the reader can ask for more.
 */
public final class Recorder {
    /** Status of a process that ran for too long. */
    public static final int TOO_LONG = 3;

    /** Status of a process that needed too much memory. */
    public static final int NO_MEMORY = 4;

    /** Which part of its time a slow program is recorded for: the reader waits for it. */
    private static final int PATIENCE = 5;

    /** How many steps of the rehearsal are recorded. */
    private static final int REHEARSED = 8;

    /** Choices in a row. */
    private static final int LONGEST = 60;

    /** Where an execution can go on. */
    private record Open(List<Choice> path, int cost, int number) {
        static final Comparator<Open> CHEAPEST =
                Comparator.comparingInt(Open::cost).thenComparingInt(Open::number);
    }

    private final Program program;
    private final int most;
    /** When it comes back with what it has, by {@link System#nanoTime}. */
    private final long until;

    private final Map<String, Object> nodes = new LinkedHashMap<>();
    private final PriorityQueue<Open> open = new PriorityQueue<>(Open.CHEAPEST);
    private int opened;
    private String root;

    private Recorder(Program program, int most, int seconds) {
        this.program = program;
        this.most = most;
        this.until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds) / PATIENCE;
    }

    /**
     * Waits for a program, and records it. From the standard input come, as {@link java.io.DataOutput#writeUTF} writes them: the folder of
     * the classes, the class with {@code main}, the facades joined by commas, and the ids of the choices that come first, joined by commas.
     *
     * @param args the number of steps, and after how many seconds it gives up
     * @throws IOException if the classes cannot be read
     */
    public static void main(String[] args) throws IOException {
        int most = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        DataInputStream in = new DataInputStream(System.in);
        try {
            new Recorder(Program.of(Rehearsal.class), REHEARSED, seconds).record(List.of());
            Path classes = Path.of(in.readUTF());
            String main = in.readUTF();
            List<String> facades = List.of(in.readUTF().split(","));
            String first = in.readUTF();
            watch(seconds);
            Program program = Program.read(classes, main, facades);
            out.print(new Recorder(program, most, seconds)
                    .record(first.isEmpty() ? List.of() : List.of(first.split(","))));
        } catch (EOFException e) {
            Runtime.getRuntime().halt(TOO_LONG); // the lab has ended
        } catch (StartException | SecurityException e) {
            out.print(Json.of(Map.of("error", e.getMessage())));
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(NO_MEMORY);
        }
        out.flush();
        Runtime.getRuntime().halt(0); // whatever threads the program has started
    }

    /** Ends this process in time, and at once when the lab that has started it ends, however that ends. */
    private static void watch(int seconds) {
        daemon(() -> {
            Thread.sleep(seconds * 1000L);
            Runtime.getRuntime().halt(TOO_LONG);
        });
        daemon(() -> {
            System.in.read();
            Runtime.getRuntime().halt(TOO_LONG);
        });
    }

    /** What a thread does. */
    private interface Job {
        void run() throws IOException, InterruptedException;
    }

    private static void daemon(Job job) {
        Thread thread = new Thread(() -> {
            try {
                job.run();
            } catch (IOException | InterruptedException e) {
                Runtime.getRuntime().halt(TOO_LONG);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private String record(List<String> first) throws StartException {
        walk(first);
        while (!open.isEmpty() && nodes.size() < most && System.nanoTime() - until < 0) {
            Open next = open.remove();
            Execution execution = after(next.path);
            try (execution) {
                note(next.path, next.cost, execution);
            }
        }
        Map<String, Object> recording = new LinkedHashMap<>();
        recording.put("root", root);
        recording.put("nodes", nodes);
        return Json.of(recording);
    }

    /** The steps to the place from which the reader wants to see more. */
    private void walk(List<String> first) throws StartException {
        List<Choice> path = new ArrayList<>();
        for (int i = 0; i <= first.size(); i++) {
            Execution execution = after(path);
            try (execution) {
                boolean last = i == first.size();
                Step step = last ? note(path, 0, execution) : execution.step();
                if (!last) {
                    nodes.put(key(path), new Json.Raw(step.json()));
                    String wanted = first.get(i);
                    path.add(step.choices().stream()
                            .filter(choice -> choice.id().equals(wanted))
                            .findFirst()
                            .orElseThrow(() -> new StartException("there is no choice " + wanted)));
                }
            }
        }
    }

    /** A new execution, in which the reader has chosen this. */
    private Execution after(List<Choice> path) throws StartException {
        Execution execution = new Execution(program);
        for (int i = 0; i < path.size(); i++) {
            execution.choose(path.get(i));
        }
        return execution;
    }

    private Step note(List<Choice> path, int cost, Execution execution) {
        Step step = execution.step();
        if (root == null) {
            root = (String) step.tree().get("type");
        }
        nodes.put(key(path), new Json.Raw(step.json()));
        if (path.size() < LONGEST) {
            for (Choice choice : step.choices()) {
                List<Choice> longer = new ArrayList<>(path);
                longer.add(choice);
                open.add(new Open(longer, cost + choice.cost(), opened++));
            }
        }
        return step;
    }

    private static String key(List<Choice> path) {
        return String.join(",", path.stream().map(Choice::id).toList());
    }
}
