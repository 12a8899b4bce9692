package misuse;

import dev.asyncfn.AsyncFn;

/** Another processor writes a class of the facade's name, and not before this one is to be written. */
final class FacadeAlreadyWritten {
    @AsyncFn
    int load(int id) {
        return id;
    }
}
