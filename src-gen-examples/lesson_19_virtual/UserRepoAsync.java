package lesson_19_virtual;

import dev.asyncfn.AsyncTable;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link UserRepo}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class UserRepoAsync {
    /**
     * The vtables of {@link UserRepo}: a table for each class of receivers, composed at its first call.
     */
    public static final AsyncTable<Table> TABLES = AsyncTable.of(UserRepo.class, Table::new);

    /** No instances. */
    private UserRepoAsync() {}

    /**
     * The factory of {@link UserRepo#find}.
     *
     * <p>The future runs the override of the class of {@code self}: see {@link Table}.
     *
     * @param self the object on which the method is called
     * @param id the parameter of the method
     * @return a future that has not run yet
     */
    public static TryFuture<String, IOException> find(UserRepo self, long id) {
        return AsyncTable.fallible(TABLES.of(self).find.future(self, id));
    }

    /**
     * The factory of {@link UserRepo#all}.
     *
     * <p>The future runs the override of the class of {@code self}: see {@link Table}.
     *
     * @param self the object on which the method is called
     * @param ids the parameter of the method
     * @return a future that has not run yet
     */
    public static TryFuture<List<String>, IOException> all(UserRepo self, List<Long> ids) {
        return AsyncTable.fallible(TABLES.of(self).all.future(self, ids));
    }

    /**
     * A vtable: for each async fn of {@link UserRepo} that can be overridden, the function that creates
     * the future of a class's override. Java's virtual machine finds the method of a call in such a table of
     * the receiver's class; the factories find the future in the same way.
     *
     * <p>An override that is an async fn has an entry, which its own generated class has put into the
     * table. Any other override, such as that of a mock or a lambda, is called directly, in the first poll.
     */
    public static final class Table {
        /**
         * Makes the futures of {@code find}.
         */
        private final Find find;

        /**
         * Makes the futures of {@code all}.
         */
        private final All all;

        /**
         * Composes the table of a class.
         *
         * @param overrides the overrides that the class has
         */
        private Table(AsyncTable.Overrides overrides) {
            find = overrides.nearest(
                    Find.class,
                    (self, id) -> AsyncTable.call(() -> self.find(id)),
                    "find(long)");
            all = overrides.nearest(
                    All.class,
                    (self, ids) -> AsyncTable.call(() -> self.all(ids)),
                    "all(java.util.List)");
        }

        /**
         * The entry of {@code find}.
         */
        @FunctionalInterface
        public interface Find {
            /**
             * Makes the future of the override.
             *
             * @param self the object on which the method is called
             * @param id the parameter of the method
             * @return a future that has not run yet
             */
            Future<String> future(UserRepo self, long id);
        }

        /**
         * The entry of {@code all}.
         */
        @FunctionalInterface
        public interface All {
            /**
             * Makes the future of the override.
             *
             * @param self the object on which the method is called
             * @param ids the parameter of the method
             * @return a future that has not run yet
             */
            Future<List<String>> future(UserRepo self, List<Long> ids);
        }
    }

    /**
     * The state machine of {@code all}, UserRepo.java:16.
     *
     * <pre>{@code
     * 16  default List<String> all(List<Long> ids) throws IOException {
     * 17      List<String> users = new ArrayList<>();
     * 18      for (long id : ids) {
     * 19          users.add(await(find(id)));
     * 20      }
     * 21      return users;
     * 22  }
     *
     *     START       17, 18  keeps self, ids
     *       v
     *     LOOP        18, 19 <---------------------------------------------------+
     *       v -------------------------------------------------------------------|-+
     *     AWAIT_FIND  19      waits for find(id), keeps self, users, idIterator -+ |
     *                                                                              |
     *     AFTER_LOOP  21 <---------------------------------------------------------+
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
            /** Waits for find(id). */ AWAIT_FIND,

            // only passed through: no poll ends here
            /** Lines 18, 19. */ LOOP,
            /** Line 21. */ AFTER_LOOP
        }

        /** The receiver of the call. */ private UserRepo self;

        /** A parameter. */ private List<Long> ids;

        /** Read again after an await, in lines 19, 21. */ private List<String> users;
        /** Read again after an await, in line 18. */ private Iterator<Long> idIterator;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param self the object on which the method is called
         * @param ids the parameter of the method
         */
        public AllFuture(UserRepo self, List<Long> ids) {
            super(State.START);
            this.self = Objects.requireNonNull(self);
            this.ids = ids;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<List<String>> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            for (;;) {
                switch (next) {
                    case START: {
                        // 17
                        users = new ArrayList<>();
                        // 18  for (long id : ids) {
                        idIterator = ids.iterator();
                        ids = null; // last use
                    } // falls through
                    case LOOP: {
                        // 18      long id
                        if (!idIterator.hasNext()) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        long id = idIterator.next();
                        // 19  users.add(await(find(id)));
                        Future<String> find = UserRepoAsync.find(self, id);
                        Poll<?> polled = find.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_FIND, find);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_FIND: { // find is ready
                        users.add((String) awaitedValue);
                        next = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 21
                        return complete(State.DONE, users);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            self = null;
            ids = null;
            users = null;
            idIterator = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * Puts the async fns of {@code UserRepo} into the vtables that have an entry for them. {@code AsyncTable}
     * initializes this class by its name when it composes a table for an instance.
     */
    private static final class Entries {
        static {
            TABLES.put(
                    Table.All.class,
                    "all(java.util.List)",
                    UserRepo.class,
                    (self, ids) -> new AllFuture(self, ids));
        }

        /** No instances. */
        private Entries() {}
    }
}
