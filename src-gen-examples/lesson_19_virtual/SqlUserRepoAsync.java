package lesson_19_virtual;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link SqlUserRepo}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class SqlUserRepoAsync {
    /** No instances. */
    private SqlUserRepoAsync() {}

    /**
     * The factory of {@link SqlUserRepo#find}.
     *
     * @param self the object on which the method is called
     * @param id the parameter of the method
     * @return a future that has not run yet
     */
    public static FindFuture find(SqlUserRepo self, long id) {
        return new FindFuture(self, id);
    }

    /**
     * The factory of {@link SqlUserRepo#all}.
     *
     * @param self the object on which the method is called
     * @param ids the parameter of the method
     * @return a future that has not run yet
     */
    public static AllFuture all(SqlUserRepo self, List<Long> ids) {
        return new AllFuture(self, ids);
    }

    /**
     * The state machine of {@code find}, SqlUserRepo.java:14.
     *
     * <pre>{@code
     * 14  public String find(long id) {
     * 15      return await(later("row " + id));
     * 16  }
     *
     *     START        15  keeps id
     *       v
     *     AWAIT_LATER  15  waits for later("row " + id)
     *       v
     *     DONE
     * }</pre>
     */
    public static final class FindFuture
            extends StateMachine<String, FindFuture.State> implements TryFuture<String, RuntimeException> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later("row " + id). */ AWAIT_LATER
        }

        /** The receiver of the call. */ private SqlUserRepo self;

        /** A parameter. */ private final long id;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param self the object on which the method is called
         * @param id the parameter of the method
         */
        private FindFuture(SqlUserRepo self, long id) {
            super(State.START);
            this.self = Objects.requireNonNull(self);
            this.id = id;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<String> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            switch (next) {
                case START: {
                    // 15  return await(later("row " + id));
                    Later<String> later = later("row " + id);
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LATER, later);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_LATER: { // later is ready
                    return complete(State.DONE, (String) awaitedValue);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            self = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code all}, SqlUserRepo.java:20.
     *
     * <pre>{@code
     * 20  public List<String> all(List<Long> ids) throws IOException {
     * 21      return List.of("of super: " + await(UserRepo.super.all(ids)));
     * 22  }
     *
     *     START      21  keeps self, ids
     *       v
     *     AWAIT_ALL  21  waits for UserRepo.super.all(ids)
     *       v
     *     DONE
     * }</pre>
     */
    public static final class AllFuture
            extends StateMachine<List<String>, AllFuture.State> implements TryFuture<List<String>, IOException> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for UserRepo.super.all(ids). */ AWAIT_ALL
        }

        /** The receiver of the call. */ private SqlUserRepo self;

        /** A parameter. */ private List<Long> ids;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param self the object on which the method is called
         * @param ids the parameter of the method
         */
        private AllFuture(SqlUserRepo self, List<Long> ids) {
            super(State.START);
            this.self = Objects.requireNonNull(self);
            this.ids = ids;
        }

        @Override
        @SuppressWarnings({"fallthrough", "unchecked"})
        public Poll<List<String>> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            switch (next) {
                case START: {
                    // 21  return List.of("of super: " + await(UserRepo.super.all(ids)));
                    Future<List<String>> all = new UserRepoAsync.AllFuture(self, ids);
                    ids = null; // last use
                    Poll<?> polled = all.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_ALL, all);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_ALL: { // all is ready
                    return complete(State.DONE, List.of("of super: " + (List<String>) awaitedValue));
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            self = null;
            ids = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * Puts the async fns of {@code SqlUserRepo} into the vtables that have an entry for them. {@code AsyncTable}
     * initializes this class by its name when it composes a table for an instance.
     */
    private static final class Entries {
        static {
            UserRepoAsync.TABLES.put(
                    UserRepoAsync.Table.Find.class,
                    "find(long)",
                    SqlUserRepo.class,
                    (self, id) -> new FindFuture((SqlUserRepo) self, id));
            UserRepoAsync.TABLES.put(
                    UserRepoAsync.Table.All.class,
                    "all(java.util.List)",
                    SqlUserRepo.class,
                    (self, ids) -> new AllFuture((SqlUserRepo) self, ids));
        }

        /** No instances. */
        private Entries() {}
    }
}
