package dev.asyncfn.vtable;

import dev.asyncfn.Future;

final class SqlRepo_CachedAsync {
    private SqlRepo_CachedAsync() {}

    @SuppressWarnings("unused") // initialized by name
    private static final class Entries {
        static {
            RepoAsync.TABLES.put(
                    RepoAsync.Table.Find.class,
                    "find(long)",
                    SqlRepo.Cached.class,
                    (self, id) -> Future.ready("cached " + id));
        }
    }
}
