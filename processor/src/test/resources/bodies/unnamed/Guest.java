import dev.asyncfn.AsyncFn;

/** Beside {@link NamesakeEntries}; its own async fn has the name of its class. */
class Guest {
    final int n;

    Guest(int n) {
        this.n = n;
    }

    @AsyncFn
    Guest guest(Guest same) {
        return same;
    }

    record Key(int n) {}

    class Card {
        int n() {
            return n;
        }

        @AsyncFn
        Card card(Guest of, Card same) {
            return same;
        }
    }
}
