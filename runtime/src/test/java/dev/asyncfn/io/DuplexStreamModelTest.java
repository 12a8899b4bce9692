package dev.asyncfn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Both ends of a connection in memory against a sequential model, step by step, for many sequences of steps. */
class DuplexStreamModelTest {
    private static final int SEQUENCES = Integer.getInteger("model.schedules", 1_000);
    private static final int STEPS = 80;

    @Test
    void duplexStreamsDoWhatTheModelDoes() throws Exception {
        for (int seed = 0; seed < SEQUENCES; seed++) {
            new Sequence(new Random(seed)).run();
        }
    }

    /** One direction: what has been written and not yet read, and who has closed what. */
    private static final class Direction {
        final int capacity;
        final Deque<Byte> bytes = new ArrayDeque<>();
        boolean ended;
        boolean writerClosed;
        boolean readerClosed;
        /** Whether a write has found that the reader is closed. */
        boolean broken;

        Direction(int capacity) {
            this.capacity = capacity;
        }
    }

    /** A read or a write that may wait, with the task that polls it. */
    private abstract static class Operation {
        final TaskProbe task = new TaskProbe();
        final Direction direction;
        final ByteBuffer buffer;
        private Future<Integer> future;
        private int wakesBefore;

        Operation(Direction direction, ByteBuffer buffer) {
            this.direction = direction;
            this.buffer = buffer;
        }

        abstract Future<Integer> start();

        /** Whether a poll ends it. */
        abstract boolean endsNow();

        /** The class of what the poll throws; null if nothing. */
        abstract Class<? extends IOException> failure();

        /** Compares what the poll has done with the model, and has the model do it. */
        abstract void ended(int count);

        /** Returns whether it is over. */
        boolean poll() throws Exception {
            if (future == null) {
                future = start();
            }
            if (endsNow() && failure() != null) {
                assertThatThrownBy(() -> task.poll(future)).isExactlyInstanceOf(failure());
                direction.broken |= failure() == IOException.class;
                return true;
            }
            boolean ends = endsNow();
            wakesBefore = task.wakes();
            Poll<Integer> poll = task.poll(future);
            assertThat(poll.isReady()).isEqualTo(ends);
            if (poll instanceof Poll.Ready<Integer> ready) {
                ended(ready.value());
            }
            return ends;
        }

        void drop() {
            if (future != null) {
                future.drop();
            }
        }

        /** Nobody may sleep who could go on. */
        void assertWokenIfItEnds() {
            if (future != null && endsNow()) {
                assertThat(task.wakes()).as("wakes").isGreaterThan(wakesBefore);
            }
        }
    }

    private static final class Reading extends Operation {
        private final DuplexStream end;

        Reading(DuplexStream end, Direction direction, int size) {
            super(direction, ByteBuffer.allocate(size));
            this.end = end;
        }

        @Override
        Future<Integer> start() {
            return end.read(buffer);
        }

        @Override
        boolean endsNow() {
            return direction.readerClosed || direction.ended || !direction.bytes.isEmpty();
        }

        @Override
        Class<? extends IOException> failure() {
            return direction.readerClosed ? ClosedChannelException.class : null;
        }

        @Override
        void ended(int count) {
            int expected = Math.min(buffer.capacity(), direction.bytes.size());
            assertThat(count).isEqualTo(expected == 0 ? -1 : expected);
            assertThat(buffer.position()).isEqualTo(expected);
            for (int i = 0; i < expected; i++) {
                assertThat(buffer.get(i)).isEqualTo(direction.bytes.remove());
            }
        }
    }

    private static final class Writing extends Operation {
        private final DuplexStream end;

        Writing(DuplexStream end, Direction direction, byte[] data) {
            super(direction, ByteBuffer.wrap(data));
            this.end = end;
        }

        @Override
        Future<Integer> start() {
            return end.write(buffer);
        }

        @Override
        boolean endsNow() {
            return failure() != null || direction.bytes.size() < direction.capacity;
        }

        @Override
        Class<? extends IOException> failure() {
            return direction.ended ? ClosedChannelException.class : direction.readerClosed ? IOException.class : null;
        }

        @Override
        void ended(int count) {
            int expected = Math.min(buffer.capacity(), direction.capacity - direction.bytes.size());
            assertThat(count).isEqualTo(expected);
            assertThat(buffer.position()).isEqualTo(expected);
            for (int i = 0; i < expected; i++) {
                direction.bytes.add(buffer.get(i));
            }
        }
    }

    private static final class Sequence {
        private final Random random;
        private final DuplexStream[] ends;
        /** What the end of this index reads. */
        private final Direction[] in;
        /** Two of each end: what reads, what writes. Null if there is none. */
        private final Operation[] pending = new Operation[4];

        Sequence(Random random) {
            this.random = random;
            int capacity = 1 + random.nextInt(6);
            DuplexStream.Ends open = DuplexStream.open(capacity);
            ends = new DuplexStream[] {open.left(), open.right()};
            in = new Direction[] {new Direction(capacity), new Direction(capacity)};
        }

        void run() throws Exception {
            for (int i = 0; i < STEPS; i++) {
                step();
                for (Operation operation : pending) {
                    if (operation != null) {
                        operation.assertWokenIfItEnds();
                    }
                }
            }
            close(0);
            close(1);
            for (int i = 0; i < pending.length; i++) {
                if (pending[i] != null) {
                    assertThat(pending[i].poll()).isTrue();
                    assertThat(pending[i].task.held()).isZero();
                }
            }
        }

        private void step() throws Exception {
            int end = random.nextInt(2);
            int slot = 2 * end + random.nextInt(2);
            switch (random.nextInt(40)) {
                case 0 -> close(end);
                case 1, 2 -> shutdown(end);
                case 3, 4, 5 -> drop(slot);
                default -> poll(end, slot);
            }
        }

        private void poll(int end, int slot) throws Exception {
            if (pending[slot] == null) {
                int size = 1 + random.nextInt(8);
                pending[slot] = slot % 2 == 0
                        ? new Reading(ends[end], in[end], size)
                        : new Writing(ends[end], in[1 - end], Bytes.random(size, random.nextLong()));
            }
            if (pending[slot].poll()) {
                assertThat(pending[slot].task.held()).isZero();
                pending[slot] = null;
            }
        }

        private void drop(int slot) {
            if (pending[slot] != null) {
                pending[slot].drop();
                assertThat(pending[slot].task.held()).isZero();
                pending[slot] = null;
            }
        }

        private void shutdown(int end) throws Exception {
            Direction out = in[1 - end];
            if (out.writerClosed) {
                assertThatThrownBy(() -> new TaskProbe().poll(ends[end].shutdown()))
                        .isInstanceOf(ClosedChannelException.class);
            } else if (out.broken) {
                assertThatThrownBy(() -> new TaskProbe().poll(ends[end].shutdown()))
                        .isExactlyInstanceOf(IOException.class);
            } else {
                assertThat(new TaskProbe().poll(ends[end].shutdown()).isReady()).isTrue();
                out.ended = true;
            }
        }

        private void close(int end) {
            ends[end].close();
            in[end].readerClosed = true;
            in[end].bytes.clear();
            in[1 - end].ended = true;
            in[1 - end].writerClosed = true;
            assertThat(ends[end].isOpen()).isFalse();
        }
    }
}
