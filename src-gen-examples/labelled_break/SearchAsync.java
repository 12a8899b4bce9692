package labelled_break;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Search}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class SearchAsync {
    private SearchAsync() {}

    static FirstOverFuture firstOver(int limit, int[][] rows) {
        return new FirstOverFuture(limit, rows);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static int firstOver(int limit, int[][] rows) {
     *     int found = -1;
     *     rows:
     *     for (int[] row : rows) {
     *         for (int cell : row) {
     *             if (cell < 0) {
     *                 continue rows;
     *             }
     *             if (await(isOver(cell, limit))) {
     *                 found = cell;
     *                 break rows;
     *             }
     *         }
     *     }
     *     return found;
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state          line  goes on to                awaits                      keeps
     * START          16    ROWS_LOOP                                             limit, rows
     * ROWS_LOOP      18    AFTER_ROWS, LOOP
     * LOOP           19    ROWS_LOOP, AWAIT_IS_OVER
     * AWAIT_IS_OVER  23    LOOP, AFTER_ROWS          await(isOver(cell, limit))  limit, found, rowArray, rowIndex, cellArray, cellIndex, cell
     * AFTER_ROWS     29    DONE
     * }</pre>
     */
    static final class FirstOverFuture implements Future<Integer>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private int limit;
        private int[][] rows;

        /** Locals that live across an await. */
        private int found;
        private int[][] rowArray;
        private int rowIndex;
        private int[] cellArray;
        private int cellIndex;
        private int cell;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            ROWS_LOOP,
            LOOP,
            AWAIT_IS_OVER,
            AFTER_ROWS,
            DONE,
            PANICKED,
            DROPPED
        }

        private FirstOverFuture(int limit, int[][] rows) {
            this.limit = limit;
            this.rows = rows;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            Object output = null;
            if (awaited != null && resumed != State.PANICKED) { // suspended: first poll what we wait for
                if (!(awaited.poll(cx) instanceof Poll.Ready<?> ready)) {
                    state = resumed;
                    return Poll.pending();
                }
                awaited = null;
                output = ready.value();
            }
            for (;;) {
                switch (resumed) {
                    case START: {
                        // Search.java:16  int found = -1;
                        found = -1;
                        // Search.java:18  for (int[] row : rows) {
                        rowArray = rows;
                        rows = null; // last use
                        rowIndex = 0;
                    } // falls through
                    case ROWS_LOOP: {
                        // Search.java:18  for (int[] row : rows) {
                        cellArray = null; // not needed any more
                        if (rowIndex >= rowArray.length) {
                            resumed = State.AFTER_ROWS;
                            continue;
                        }
                        int[] row = rowArray[rowIndex++];
                        // Search.java:19  for (int cell : row) {
                        cellArray = row;
                        cellIndex = 0;
                    } // falls through
                    case LOOP: {
                        // Search.java:19  for (int cell : row) {
                        if (cellIndex >= cellArray.length) {
                            resumed = State.ROWS_LOOP;
                            continue;
                        }
                        cell = cellArray[cellIndex++];
                        if (cell < 0) {
                            resumed = State.ROWS_LOOP;
                            continue;
                        }
                        // Search.java:23  if (await(isOver(cell, limit))) {
                        Future<Boolean> isOver = Search.isOver(cell, limit);
                        if (!(isOver.poll(cx) instanceof Poll.Ready<?> ready)) {
                            return suspend(State.AWAIT_IS_OVER, isOver);
                        }
                        output = ready.value();
                    } // falls through
                    case AWAIT_IS_OVER: {
                        // Search.java:23, ready: if (await(isOver(cell, limit))) {
                        if (!(Boolean) output) {
                            resumed = State.LOOP;
                            continue;
                        }
                        found = cell;
                        resumed = State.AFTER_ROWS;
                        continue;
                    }
                    case AFTER_ROWS: {
                        // Search.java:29  return found;
                        return complete(found);
                    }
                    case DONE:
                        state = State.DONE;
                        throw new IllegalStateException("`async fn` resumed after completion");
                    case DROPPED:
                        state = State.DROPPED;
                        throw new IllegalStateException("`async fn` resumed after being dropped");
                    default:
                        throw new IllegalStateException("`async fn` resumed after panicking");
                }
            }
        }

        private Poll<Integer> suspend(State at, Future<?> child) {
            state = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<Integer> complete(int result) {
            state = State.DONE;
            this.rowArray = null;
            this.cellArray = null;
            return Poll.ready(result);
        }

        @Override
        public void drop() {
            if (state == State.DONE || state == State.PANICKED || state == State.DROPPED) {
                return;
            }
            state = State.DROPPED;
            Future<?> child = awaited;
            awaited = null;
            this.rows = null;
            this.rowArray = null;
            this.cellArray = null;
            if (child != null) {
                child.drop();
            }
        }

        @Override
        public String state() {
            return state.name();
        }

        @Override
        public Future<?> awaited() {
            return awaited;
        }
    }
}
