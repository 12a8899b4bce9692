package lesson_19_virtual;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.AsyncFn;
import java.io.IOException;
import java.util.List;

/** Overrides both async fns by async fns. */
final class SqlUserRepo implements UserRepo {
    @AsyncFn
    @Override
    public String find(long id) {
        return await(later("row " + id));
    }

    @AsyncFn
    @Override
    public List<String> all(List<Long> ids) throws IOException {
        return List.of("of super: " + await(UserRepo.super.all(ids)));
    }
}
