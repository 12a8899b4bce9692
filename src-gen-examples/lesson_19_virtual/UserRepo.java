package lesson_19_virtual;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where users are found. */
interface UserRepo {
    @AsyncFn
    String find(long id) throws IOException;

    @AsyncFn
    default List<String> all(List<Long> ids) throws IOException {
        List<String> users = new ArrayList<>();
        for (long id : ids) {
            users.add(await(find(id)));
        }
        return users;
    }
}
