package dev.asyncfn.vtable;

import dev.asyncfn.Future;

final class SqlRepoAsync {
    private SqlRepoAsync() {}

    @SuppressWarnings("unused") // initialized by name
    private static final class Entries {
        static {
            RepoAsync.TABLES.put(
                    RepoAsync.Table.Find.class, "find(long)", SqlRepo.class, (self, id) -> Future.ready("async " + id));
        }
    }
}
