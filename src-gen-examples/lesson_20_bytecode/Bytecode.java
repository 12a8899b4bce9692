package lesson_20_bytecode;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Waker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** What the JVM gets: the jump table of a poll, and the bytes of a future. */
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

    /** The instructions of a class, without their offsets and without what is only a number in the constant pool. */
    private static List<String> instructions(String name) throws IOException, URISyntaxException {
        Path file = Path.of(Bytecode.class.getResource(name + ".class").toURI());
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
        javap.run(out, out, "-c", "-p", file.toString());
        return text.toString().lines().map(String::strip).toList();
    }

    private static void printJumpTable(List<String> instructions) {
        int table = 0;
        while (!instructions.get(table).contains("tableswitch")) {
            table++;
        }
        int end = table;
        while (!instructions.get(end).equals("}")) {
            end++;
        }
        instructions.subList(table - 4, end + 1).forEach(line -> System.out.println("  " + line));
    }

    public static void main(String[] args) throws Exception {
        System.out.println("# the jump table");
        printJumpTable(instructions("BytecodeAsync$ThreeFuture"));

        System.out.println("# the layout");
        Sizes.print(BytecodeAsync.ThreeFuture.class);

        System.out.println("# suspended futures, with what they wait for");
        for (Future<?> future :
                List.of(BytecodeAsync.three(1), BytecodeAsync.outer(1), BytecodeAsync.large(), BytecodeAsync.small())) {
            future.poll(Context.fromWaker(Waker.noop()));
            System.out.println("  " + future.getClass().getSimpleName() + ": " + Sizes.ofChain(future) + " bytes");
        }
        System.out.println("  and the array that LargeFuture keeps: " + Sizes.of(new int[1000]) + " bytes");
    }
}
