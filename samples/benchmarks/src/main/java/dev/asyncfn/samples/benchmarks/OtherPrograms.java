package dev.asyncfn.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The part of the processors' time that other programs take, or the host of a virtual machine. A load average would count the measured threads, too.
 *
 * @param all time of all processors at the start, in ticks; negative where the system does not say
 * @param busy the part of it in which they had work
 * @param own the part of this process and of the children that it has waited for
 */
record OtherPrograms(long all, long busy, long own) {
    private static final Path MACHINE = Path.of("/proc/stat");
    private static final Path PROCESS = Path.of("/proc/self/stat");

    /** The columns of the first line of {@code /proc/stat}, see {@code proc_stat(5)}; the later ones are counted among the first. */
    private static final int COLUMNS = 8;

    private static final int IDLE = 3;
    private static final int WAITING = 4;
    /** The place of {@code utime} behind the name of the program in {@code /proc/self/stat}; {@code stime} and those of the children follow. */
    private static final int OWN = 10;

    static OtherPrograms fromNow() {
        if (!Files.isReadable(MACHINE) || !Files.isReadable(PROCESS)) {
            return new OtherPrograms(-1, 0, 0);
        }
        try {
            return of(Files.readString(MACHINE), Files.readString(PROCESS));
        } catch (IOException e) {
            return new OtherPrograms(-1, 0, 0);
        }
    }

    static OtherPrograms of(String machine, String process) {
        long[] times = numbers(machine.lines().findFirst().orElseThrow().substring("cpu".length()), 0, COLUMNS);
        long all = Arrays.stream(times).sum();
        String behindStateAndName =
                process.substring(process.lastIndexOf(')') + ") S".length()); // names may hold spaces
        return new OtherPrograms(
                all,
                all - times[IDLE] - times[WAITING],
                Arrays.stream(numbers(behindStateAndName, OWN, 4)).sum());
    }

    private static long[] numbers(String line, int first, int count) {
        return Arrays.stream(line.strip().split("\\s+"))
                .skip(first)
                .limit(count)
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** From this moment until now; negative if unknown. */
    double share() {
        return shareUntil(fromNow());
    }

    double shareUntil(OtherPrograms end) {
        if (all < 0 || end.all <= all) {
            return -1;
        }
        double others = (end.busy - busy) - (end.own - own);
        return Math.max(0, others / (end.all - all));
    }
}
