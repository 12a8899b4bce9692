package lesson_20_bytecode;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import org.openjdk.jol.datamodel.Model64;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.FieldLayout;
import org.openjdk.jol.layouters.HotSpotLayouter;
import org.openjdk.jol.layouters.Layouter;

/** How many bytes an object takes in a 64-bit JVM of JDK 17 with a heap of less than 32 GB, as JOL computes it. */
final class Sizes {
    private static final Layouter JVM = new HotSpotLayouter(new Model64(true, true), 17);

    private Sizes() {}

    static void print(Class<?> type) {
        ClassLayout layout = ClassLayout.parseClass(type, JVM);
        System.out.println(type.getSimpleName() + ": " + layout.instanceSize() + " bytes");
        System.out.println("   0  " + layout.headerSize() + "  (header of the object)");
        for (FieldLayout field : layout.fields()) {
            System.out.printf("  %2d  %2d  %s%n", field.offset(), field.size(), field.name());
        }
    }

    static long of(Object object) {
        return ClassLayout.parseInstance(object, JVM).instanceSize();
    }

    /** The bytes of a future and of those below it that it waits for. */
    static long ofChain(Future<?> future) {
        return future == null ? 0 : of(future) + (future instanceof Traced traced ? ofChain(traced.awaited()) : 0);
    }
}
