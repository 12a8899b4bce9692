package dev.asyncfn.vtable;

import dev.asyncfn.AsyncTable;
import dev.asyncfn.Future;

/** The async fns of {@link Repo}. */
public final class RepoAsync {
    /** One for each class of receivers. */
    public static final AsyncTable<Table> TABLES = AsyncTable.of(Repo.class, Table::new);

    private RepoAsync() {}

    /**
     * The factory of {@link Repo#find}.
     *
     * @param self on which it is called
     * @param id as in the method
     * @return a future that has not run yet
     */
    public static Future<String> find(Repo self, long id) {
        return TABLES.of(self).find.future(self, id);
    }

    /** The vtable of a class. */
    public static final class Table {
        private final Find find;

        private Table(AsyncTable.Overrides overrides) {
            find = overrides.nearest(Find.class, (self, id) -> AsyncTable.call(() -> self.find(id)), "find(long)");
        }

        /** Makes the future of {@link Repo#find}. */
        public interface Find {
            /**
             * Makes it.
             *
             * @param self on which it is called
             * @param id as in the method
             * @return a future that has not run yet
             */
            Future<String> future(Repo self, long id);
        }
    }
}
