package further.checked_exceptions;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import java.io.FileNotFoundException;
import java.io.IOException;

/** Checked exceptions keep their types through every await, so that an ordinary catch works. */
final class Files {
    private Files() {}

    @AsyncFn
    static String read(String name) throws FileNotFoundException {
        String text = await(later("text of " + name));
        if (name.isEmpty()) {
            throw new FileNotFoundException("a file has a name");
        }
        return text;
    }

    @AsyncFn
    static int length(String name) throws IOException {
        return await(read(name)).length();
    }

    public static void main(String[] args) {
        for (String name : new String[] {"readme", ""}) {
            try {
                System.out.println(Async.blockOn(FilesAsync.length(name)));
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
