package bodies.order;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** {@code o.f = rhs}: receiver, right side; then the null check. */
final class FieldAssignment {
    static final class Node {
        int x;
        Node next;

        @Override
        public String toString() {
            return "Node " + x + (next == null ? "" : " > " + next);
        }
    }

    static int counter;

    private FieldAssignment() {}

    private static Node node(Trace t, String name, Node n) {
        t.log(name);
        return n;
    }

    @Case
    @AsyncFn
    static String receiverThenValue(Trace t) {
        Node n = new Node();
        node(t, "receiver", n).x = await(t.leaf("value", 3));
        return n.toString();
    }

    @Case
    @AsyncFn
    static void nullReceiverIsFoundAfterTheValue(Trace t) {
        node(t, "receiver", null).x = await(t.leaf("value", 3));
    }

    @Case
    @AsyncFn
    static void nullLocalReceiverIsFoundAfterTheValue(Trace t) {
        Node n = null;
        n.x = await(t.leaf("value", 3));
    }

    @Case
    @AsyncFn
    static void nullInTheMiddleIsFoundBeforeTheValue(Trace t) {
        Node n = new Node();
        n.next.x = await(t.leaf("value", 3));
    }

    @Case
    @AsyncFn
    static void nullInTheMiddleIsFoundBeforeTheValueOfANestedNull(Trace t) {
        Node n = new Node();
        n.next.next.x = await(t.leaf("value", 3));
    }

    @Case
    @AsyncFn
    static String awaitedReceiverThenAwaitedValue(Trace t) {
        Node n = new Node();
        await(t.leaf("s", n)).x = await(t.leaf("v", 8));
        return n.toString();
    }

    @Case
    @AsyncFn
    static String oldReceiverIsAssignedWhenTheVariableChangesMeanwhile(Trace t) {
        Node n = new Node();
        Node first = n;
        n.next = n = await(t.leaf("second", new Node()));
        n.x = 2;
        return first.toString() + " and " + n;
    }

    @Case
    @AsyncFn
    static String elementOfReassignedArrayIsTheOldTarget(Trace t) {
        Holder h = new Holder();
        Node old = h.arr[0];
        h.arr[h.i].x = await(t.effect("reassigns", () -> {
            h.arr = new Node[] {new Node(), new Node()};
            h.i = 1;
            return 4;
        }));
        return old + " " + h.arr[0] + " " + h.arr[1];
    }

    static final class Holder {
        Node[] arr = {new Node()};
        int i;
    }

    @Case
    @AsyncFn
    static int staticField(Trace t) {
        counter = await(t.leaf("value", 5));
        FieldAssignment.counter = counter + await(t.leaf("more", 6));
        return counter;
    }

    @Case
    @AsyncFn
    static String chainOfAssignments(Trace t) {
        Node a = new Node();
        Node b = new Node();
        int c = node(t, "a", a).x = node(t, "b", b).x = await(t.leaf("value", 6));
        return a + " " + b + " " + c;
    }
}
