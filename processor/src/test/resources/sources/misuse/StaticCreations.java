import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

class StaticCreations {
    @AsyncFn
    static <T> T byAFieldOfAnEnum(Future<T> wanted) {
        class Plain {
            T value;
        }
        enum Only {
            ONE;

            final Plain plain = new Plain();
        }
        Only.ONE.plain.value = await(wanted);
        return Only.ONE.plain.value;
    }

    @AsyncFn
    static <T> int byASubclassInARecord(Future<T> wanted) {
        class Plain {
            final int value = 1;
        }
        record Pair(int a, int b) {
            static class Sub extends Plain {}
        }
        Pair.Sub sub = new Pair.Sub();
        await(wanted);
        return sub.value;
    }

    @AsyncFn
    static <T> int byAnAnonymousClassInAnInterface(Future<T> wanted) {
        class Plain {
            final int value = 1;
        }
        interface Constants {
            Plain PLAIN = new Plain() {};
        }
        await(wanted);
        return Constants.PLAIN.value;
    }

    @AsyncFn
    static <T> int inStaticCodeItself(Future<T> wanted) {
        record Pair(int a, int b) {
            static int sum() {
                class Plain {
                    final int value = 1;
                }
                return new Plain().value;
            }
        }
        await(wanted);
        return Pair.sum();
    }

    @AsyncFn
    static int ofAFnThatIsNotGeneric(Future<String> wanted) {
        class Plain {
            final int value = 1;
        }
        enum Only {
            ONE;

            final Plain plain = new Plain();
        }
        await(wanted);
        return Only.ONE.plain.value;
    }
}
