package dev.asyncfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Which method's future a table leads to: the one that the virtual machine selects for a call. Each {@code get} returns the name of its
 * class; the future of an async one says {@code async} in front of it.
 */
class AsyncTableTest {
    /** Stands for what the processor generates: the functional interface of {@code get}, and a table with its entry. */
    interface Get {
        Future<String> future(Object self);
    }

    private static String selected(AsyncTable<Get> tables, Object receiver) throws Exception {
        Poll<String> poll = tables.of(receiver).future(receiver).poll(Context.fromWaker(Waker.noop()));
        return ((Poll.Ready<String>) poll).value();
    }

    static AsyncTable<Get> tables(Class<?> type, Function<Object, String> call, String signature) {
        return AsyncTable.of(
                type,
                overrides -> overrides.nearest(Get.class, self -> AsyncTable.call(() -> call.apply(self)), signature));
    }

    /** Makes {@code get} of a class an async fn. */
    private static void async(AsyncTable<Get> tables, Class<?> implementor, String signature) {
        async(tables, implementor, signature, signature);
    }

    private static void async(AsyncTable<Get> tables, Class<?> implementor, String overridden, String signature) {
        Get entry = self -> Future.ready("async " + implementor.getSimpleName());
        tables.put(Get.class, overridden, implementor, entry, signature);
    }

    @Nested
    class Superclasses {
        static class Top {
            String get() {
                return "Top";
            }
        }

        static class Middle extends Top {
            @Override
            String get() {
                return "Middle";
            }
        }

        static class Bottom extends Middle {}

        static class Hidden {
            public String get() {
                return "Hidden";
            }
        }

        private final AsyncTable<Get> tables = tables(Top.class, self -> ((Top) self).get(), "get()");

        @Test
        void anInheritedMethodIsThatOfTheNearestClassAbove() throws Exception {
            async(tables, Top.class, "get()");
            async(tables, Middle.class, "get()");
            assertThat(selected(tables, new Bottom())).isEqualTo("async Middle");
            assertThat(selected(tables, new Top())).isEqualTo("async Top");
        }

        @Test
        void aNearerOverrideThatIsNoAsyncFnIsCalled() throws Exception {
            async(tables, Top.class, "get()");
            assertThat(selected(tables, new Bottom())).isEqualTo("Middle");
        }

        @Test
        void anAsyncFnBelowAMethodThatIsNoneIsNearer() throws Exception {
            async(tables, Bottom.class, "get()");
            assertThat(selected(tables, new Bottom())).isEqualTo("async Bottom");
        }

        @Test
        void aBridgeThatOnlyMakesAMethodPublicIsNoOverride() throws Exception {
            AsyncTable<Get> ofHidden = tables(Hidden.class, self -> ((Hidden) self).get(), "get()");
            async(ofHidden, Hidden.class, "get()");
            assertThat(Shown.class.getDeclaredMethod("get").isBridge()).isTrue();
            assertThat(selected(ofHidden, new Shown())).isEqualTo("async Hidden");
        }

        @Test
        void anAnonymousClassIsAClassAsAnyOther() throws Exception {
            async(tables, Top.class, "get()");
            assertThat(selected(tables, new Top() {
                        @Override
                        String get() {
                            return "anonymous";
                        }
                    }))
                    .isEqualTo("anonymous");
            assertThat(selected(tables, new Top() {})).isEqualTo("async Top");
        }

        @Test
        void overloadsAreOtherMethods() throws Exception {
            class Overloading extends Top {
                @SuppressWarnings("unused")
                String get(int i) {
                    return "overload";
                }
            }
            async(tables, Top.class, "get()");
            assertThat(selected(tables, new Overloading())).isEqualTo("async Top");
        }
    }

    /** Is public, so that javac writes bridges for what it inherits. */
    public static class Shown extends Superclasses.Hidden {}

    @Nested
    class OtherVersions {
        @Test
        void anEntryForAnotherOverloadIsNotUsed() throws Exception {
            AsyncTable<Get> tables = tables(Superclasses.Top.class, self -> ((Superclasses.Top) self).get(), "get()");
            async(tables, Superclasses.Top.class, "get(long)");
            assertThat(selected(tables, new Superclasses.Top())).isEqualTo("Top");
        }
    }

    @Nested
    class Interfaces {
        interface Base {
            String get();
        }

        interface WithDefault extends Base {
            @Override
            default String get() {
                return "WithDefault";
            }
        }

        interface Nearer extends WithDefault {
            @Override
            default String get() {
                return "Nearer";
            }
        }

        interface Beside extends WithDefault {}

        static class Diamond implements Beside, Nearer {}

        static class Implementing implements Nearer {
            @Override
            public String get() {
                return "Implementing";
            }
        }

        static class Unrelated {
            public String get() {
                return "Unrelated";
            }
        }

        static class Joining extends Unrelated implements Nearer {}

        private final AsyncTable<Get> tables = tables(Base.class, self -> ((Base) self).get(), "get()");

        @Test
        void theMostSpecificDefaultMethodIsSelected() throws Exception {
            async(tables, WithDefault.class, "get()");
            assertThat(selected(tables, new WithDefault() {})).isEqualTo("async WithDefault");
            assertThat(selected(tables, new Diamond())).isEqualTo("Nearer");
            async(tables, Nearer.class, "get()");
            assertThat(selected(tables, new Beside() {})).isEqualTo("async WithDefault");
        }

        @Test
        void anAsyncDefaultMethodIsNearerThanThoseItOverrides() throws Exception {
            async(tables, Nearer.class, "get()");
            async(tables, WithDefault.class, "get()");
            assertThat(selected(tables, new Diamond())).isEqualTo("async Nearer");
        }

        @Test
        void classesComeBeforeInterfaces() throws Exception {
            async(tables, Nearer.class, "get()");
            assertThat(selected(tables, new Implementing())).isEqualTo("Implementing");
            assertThat(selected(tables, new Joining())).isEqualTo("Unrelated");
        }

        @Test
        void aSuperclassMayHaveItsEntryOnlyForTheClassThatJoinsIt() throws Exception {
            async(tables, Joining.class, "get()");
            assertThat(selected(tables, new Joining())).isEqualTo("async Joining");
        }

        @Test
        void lambdasAndProxiesAreCalled() throws Exception {
            async(tables, WithDefault.class, "get()");
            Base lambda = () -> "lambda";
            assertThat(selected(tables, lambda)).isEqualTo("lambda");
            Object proxy = Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Nearer.class}, (self, method, arguments) -> "proxy");
            assertThat(selected(tables, proxy)).isEqualTo("proxy");
        }
    }

    @Nested
    class TypeArguments {
        abstract static class Generic<T> {
            String get(T key) {
                return "Generic";
            }
        }

        static class OfString extends Generic<String> {
            @Override
            String get(String key) {
                return "OfString";
            }
        }

        static class Below extends OfString {
            @Override
            String get(String key) {
                return "Below";
            }
        }

        static class Overloading extends Generic<Integer> {
            @SuppressWarnings("unused")
            String get(String key) {
                return "overload";
            }
        }

        private final AsyncTable<Get> tables =
                tables(Generic.class, AsyncTableTest::callGeneric, "get(java.lang.Object)");

        @Test
        void anOverrideWithATypeArgumentIsFoundByItsBridge() throws Exception {
            async(tables, Generic.class, "get(java.lang.Object)");
            assertThat(selected(tables, new OfString())).isEqualTo("OfString");
        }

        @Test
        void anOverrideOfAnAsyncOverrideIsFoundThoughItNeedsNoBridge() throws Exception {
            async(tables, OfString.class, "get(java.lang.Object)", "get(java.lang.String)");
            assertThat(selected(tables, new OfString())).isEqualTo("async OfString");
            assertThat(selected(tables, new Below())).isEqualTo("Below");
        }

        @Test
        void theSameSignatureIsNoOverrideWhereTheArgumentIsAnother() throws Exception {
            async(tables, Generic.class, "get(java.lang.Object)");
            async(tables, OfString.class, "get(java.lang.Object)", "get(java.lang.String)");
            assertThat(selected(tables, new Overloading())).isEqualTo("async Generic");
        }
    }

    @SuppressWarnings("unchecked")
    private static String callGeneric(Object self) {
        return ((TypeArguments.Generic<Object>) self).get(null);
    }

    @Nested
    class NoReceiver {
        @Test
        void theFutureFailsAtItsFirstPollAsTheCallDoes() throws Exception {
            AsyncTable<Get> tables = tables(Runnable.class, self -> self.toString(), "run()");
            Future<String> future = tables.of(null).future(null);
            assertThatThrownBy(() -> future.poll(Context.fromWaker(Waker.noop())))
                    .isInstanceOf(NullPointerException.class);
        }
    }

    @Nested
    class CalledMethods {
        private int calls;

        private final Future<String> future = AsyncTable.call(() -> "call " + ++calls);

        @Test
        void runOnceInTheFirstPoll() throws Exception {
            assertThat(calls).isZero();
            assertThat(Async.blockOn(future)).isEqualTo("call 1");
            assertThatIllegalStateException()
                    .isThrownBy(() -> future.poll(Context.fromWaker(Waker.noop())))
                    .withMessage("`async fn` resumed after completion");
            assertThat(calls).isOne();
        }

        @Test
        void doNotRunIfTheFutureIsDroppedBefore() {
            future.drop();
            assertThatIllegalStateException()
                    .isThrownBy(() -> future.poll(Context.fromWaker(Waker.noop())))
                    .withMessage("`async fn` resumed after being dropped");
            assertThat(calls).isZero();
        }

        @Test
        void throwWhatTheMethodThrows() {
            Exception failure = new Exception("failed");
            Future<String> failing = AsyncTable.call(() -> {
                throw failure;
            });
            assertThatThrownBy(() -> failing.poll(Context.fromWaker(Waker.noop())))
                    .isSameAs(failure);
            assertThatIllegalStateException()
                    .isThrownBy(() -> failing.poll(Context.fromWaker(Waker.noop())))
                    .withMessage("`async fn` resumed after panicking");
        }

        static class Fake {
            String read() {
                return Async.await(Future.<String>pending());
            }
        }

        @Test
        void areNamedIfTheyBlockAnExecutor() {
            Fake fake = new Fake();
            Future<String> reading = TableAsync.call(fake);
            Enter entered = Enter.enter("my pool");
            try {
                assertThatIllegalStateException()
                        .isThrownBy(() -> reading.poll(Context.fromWaker(Waker.noop())))
                        .withMessageContainingAll("my pool", Fake.class.getName() + ".read ", "@AsyncFn", "Blocking");
            } finally {
                entered.close();
            }
        }

        @Test
        void areNotBlamedForPollsInside() {
            Future<String> inner = new Future<>() {
                @Override
                public Poll<String> poll(Context cx) {
                    return Poll.ready(Async.blockOn(Future.<String>pending()));
                }
            };
            Future<String> outer =
                    AsyncTable.call(() -> ((Poll.Ready<String>) inner.poll(Context.fromWaker(Waker.noop()))).value());
            Enter entered = Enter.enter("my pool");
            try {
                assertThatIllegalStateException()
                        .isThrownBy(() -> outer.poll(Context.fromWaker(Waker.noop())))
                        .withMessageEndingWith("await the future instead");
            } finally {
                entered.close();
            }
        }
    }

    /** As a generated class calls the method. */
    static final class TableAsync {
        static Future<String> call(CalledMethods.Fake fake) {
            return AsyncTable.call(() -> fake.read());
        }
    }

    @Nested
    class FewerExceptions {
        @Test
        void aFutureThatNamesAnExceptionStaysItself() {
            TryFuture<String, Exception> named = AsyncTable.call(() -> "value");
            assertThat((Future<String>) AsyncTable.fallible(named)).isSameAs(named);
        }

        @Test
        void aFutureThatNamesNoneIsPassedOn() throws Exception {
            int[] drops = {0};
            Future<String> none = new Future<>() {
                @Override
                public Poll<String> poll(Context cx) {
                    return Poll.ready("value");
                }

                @Override
                public void drop() {
                    drops[0]++;
                }
            };
            TryFuture<String, Exception> passedOn = AsyncTable.fallible(none);
            assertThat(Async.blockOn(passedOn)).isEqualTo("value");
            passedOn.drop();
            assertThat(drops).containsExactly(1);
            assertThat(((Traced) passedOn).awaited()).isSameAs(none);
        }
    }
}
