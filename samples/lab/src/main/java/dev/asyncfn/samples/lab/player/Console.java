package dev.asyncfn.samples.lab.player;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Takes what the program prints, until it is closed. No more than a page of it: then the rest is left out. */
final class Console implements AutoCloseable {
    private static final int MOST = 4_000;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream() {
        @Override
        public synchronized void write(int b) {
            if (count < MOST) {
                super.write(b);
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, Math.max(0, Math.min(length, MOST - count)));
        }
    };

    Console() {
        PrintStream taken = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(taken);
        System.setErr(taken);
    }

    /** What was printed since this was last asked. */
    String take() {
        synchronized (printed) {
            String text = printed.toString(StandardCharsets.UTF_8);
            boolean cut = printed.size() >= MOST;
            printed.reset();
            return cut ? text + "\n..." : text;
        }
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }
}
