/** A compact source file: its class has no name that can be written. */

@dev.asyncfn.AsyncFn
static int load(int id) {
    return id;
}

void main() {}
