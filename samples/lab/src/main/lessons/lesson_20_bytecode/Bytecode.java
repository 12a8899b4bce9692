package lesson_20_bytecode;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;

/** A future in a future: what each keeps while it waits is what it costs. */
final class Bytecode {
    private Bytecode() {}

    @AsyncFn
    static String three(int id) {
        String resp = await(later("data" + id));
        String processed = await(later(resp + "+1"));
        return await(later(processed + "+2")) + id;
    }

    @AsyncFn
    static String outer(int id) {
        String inner = await(three(id));
        return "<" + inner + ">";
    }

    @AsyncFn
    static int large() {
        int[] table = new int[1000];
        table[999] = await(later(7));
        return table[999];
    }

    @AsyncFn
    static int small() {
        int last = await(later(7));
        int[] table = new int[1000];
        table[999] = last;
        return table[999];
    }

    public static void main(String[] args) {
        Async.blockOn(BytecodeAsync.outer(1)); // large() and small() are to be compared
    }
}
