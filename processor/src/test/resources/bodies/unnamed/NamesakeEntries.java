import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.Map;

/** Entries of its vtable would have the names of classes of this package, and hide them. */
class NamesakeEntries {
    @AsyncFn
    Guest guest(Trace t, Guest same) {
        return await(t.leaf("guest", same));
    }

    @AsyncFn
    Guest guest(Trace t, Map<String, List<Guest>> all) {
        return await(t.leaf("all", all.get("a").get(0)));
    }

    @AsyncFn
    int guest_(Trace t, Guest other) {
        return await(t.leaf("guest_", other.n + 1));
    }

    @AsyncFn
    <G extends Guest> Guest.Key key(Trace t, G of) {
        return await(t.leaf("key", new Guest.Key(of.n)));
    }

    @AsyncFn
    NamesakeEntries namesakeEntries(Trace t, NamesakeEntries other) {
        return await(t.leaf("self", other));
    }

    @AsyncFn
    Guest.Card card(Trace t, Guest.Card same) {
        return await(t.leaf("card", same));
    }

    @AsyncFn
    Table table(Trace t) {
        return await(t.leaf("table", new Table(1)));
    }

    @AsyncFn
    <V> V generic(Trace t, V value, Table same) {
        return await(t.leaf("generic", value));
    }

    @AsyncFn
    int table_(Trace t) {
        return await(t.leaf("table_", 2));
    }

    @Case
    @AsyncFn
    static String calls(Trace t) {
        return await(ofOne(t, new NamesakeEntries())) + "; " + ofOne(t, new Overriding());
    }

    @AsyncFn
    private static String ofOne(Trace t, NamesakeEntries entries) {
        Guest guest = entries.guest(t, new Guest(2));
        guest = await(entries.guest(t, Map.of("a", List.of(guest))));
        Guest.Card card = guest.new Card();
        NamesakeEntries same = entries.namesakeEntries(t, entries);
        int tables = entries.generic(t, entries.table(t), new Table(3)).seats() + entries.table_(t);
        String own = guest.guest(guest).n + tables + " " + card.card(guest, card).n();
        return own + entries.guest_(t, guest) + " " + same.key(t, guest).n() + entries.card(t, card).n();
    }

    static final class Overriding extends NamesakeEntries {
        @AsyncFn
        @Override
        Guest guest(Trace t, Guest same) {
            return await(t.leaf("own", new Guest(same.n + 5)));
        }

        @AsyncFn
        @Override
        int guest_(Trace t, Guest other) {
            return await(t.leaf("own_", other.n + 7));
        }
    }
}
