package further.labelled_break;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Search}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class SearchAsync {
    /** No instances. */
    private SearchAsync() {}

    /**
     * The factory of {@link Search#firstOver}.
     *
     * @param limit the parameter of the method
     * @param rows the parameter of the method
     * @return a future that has not run yet
     */
    static FirstOverFuture firstOver(int limit, int[][] rows) {
        return new FirstOverFuture(limit, rows);
    }

    /**
     * The state machine of {@code firstOver}, Search.java:15.
     *
     * <pre>{@code
     * 15  static int firstOver(int limit, int[][] rows) {
     * 16      int found = -1;
     * 17      rows:
     * 18      for (int[] row : rows) {
     * 19          for (int cell : row) {
     * 20              if (cell < 0) {
     * 21                  continue rows;
     * 22              }
     * 23              if (await(isOver(cell, limit))) {
     * 24                  found = cell;
     * 25                  break rows;
     * 26              }
     * 27          }
     * 28      }
     * 29      return found;
     * 30  }
     *
     *     START          16 to 18
     *       v                      keeps limit, rows
     *     ROWS_LOOP      18, 19 <------------------------------------------------------------------------+
     *       v -------------------------------------------------------------------------------------------|-+
     *     LOOP           19 to 23 <--------------------------------------------------------------------+ | |
     *       v -----------------------------------------------------------------------------------------|-+ |
     *     AWAIT_IS_OVER  23 to 26  waits for isOver(cell, limit) --------------------------------------+   |
     *       v                      keeps limit, found, rowArray, rowIndex, cellArray, cellIndex, cell      |
     *     AFTER_ROWS     29 <------------------------------------------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     */
    static final class FirstOverFuture extends StateMachine<Integer, FirstOverFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for isOver(cell, limit). */ AWAIT_IS_OVER,

            // only passed through: no poll ends here
            /** Lines 18, 19. */ ROWS_LOOP,
            /** Lines 19 to 23. */ LOOP,
            /** Line 29. */ AFTER_ROWS
        }

        /** A parameter. */ private final int limit;
        /** A parameter. */ private int[][] rows;

        /** Read again after an await, in line 29. */ private int found;
        /** Read again after an await, in line 18. */ private int[][] rowArray;
        /** Read again after an await, in line 18. */ private int rowIndex;
        /** Read again after an await, in line 19. */ private int[] cellArray;
        /** Read again after an await, in line 19. */ private int cellIndex;
        /** Read again after an await, in line 23. */ private int cell;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param limit the parameter of the method
         * @param rows the parameter of the method
         */
        private FirstOverFuture(int limit, int[][] rows) {
            super(State.START);
            this.limit = limit;
            this.rows = rows;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            boolean awaitedValue = false;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = (boolean) take(polled);
            }
            for (;;) {
                switch (next) {
                    case START: {
                        // 16
                        found = -1;
                        // 18  for (int[] row : rows) {
                        rowArray = rows;
                        rows = null; // last use
                        rowIndex = 0;
                    } // falls through
                    case ROWS_LOOP: {
                        // 18      int[] row
                        cellArray = null; // not needed any more
                        if (!(rowIndex < rowArray.length)) {
                            next = State.AFTER_ROWS;
                            continue;
                        }
                        int[] row = rowArray[rowIndex++];
                        // 19  for (int cell : row) {
                        cellArray = row;
                        cellIndex = 0;
                    } // falls through
                    case LOOP: {
                        // 19      int cell
                        if (!(cellIndex < cellArray.length)) {
                            next = State.ROWS_LOOP;
                            continue;
                        }
                        cell = cellArray[cellIndex++];
                        // 20
                        if (cell < 0) {
                            next = State.ROWS_LOOP;
                            continue;
                        }
                        // 23  if (await(isOver(cell, limit))) {
                        Future<Boolean> isOver = Search.isOver(cell, limit);
                        Poll<?> polled = isOver.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_IS_OVER, isOver);
                        awaitedValue = (boolean) take(polled);
                    } // ready at once: falls through
                    case AWAIT_IS_OVER: { // isOver is ready
                        if (awaitedValue) {
                            found = cell;
                            next = State.AFTER_ROWS;
                            continue;
                        }
                        next = State.LOOP;
                        continue;
                    }
                    case AFTER_ROWS: {
                        // 29
                        return complete(State.DONE, found);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            rows = null;
            rowArray = null;
            cellArray = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
