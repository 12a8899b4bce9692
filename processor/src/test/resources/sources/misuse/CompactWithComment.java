/** There is no class CompactWithComment here. */

@dev.asyncfn.AsyncFn
static String load(int id) {
    return "class CompactWithComment {}";
}

void main() {}
