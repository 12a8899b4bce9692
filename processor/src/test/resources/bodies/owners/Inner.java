package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class Inner {
    private int x = 1;
    private static int s = 2;
    private final Trace t;

    Inner(Trace t) {
        this.t = t;
    }

    private int outerOnly(int n) {
        return n + x;
    }

    final class A {
        private int x = 10;

        @AsyncFn
        private int sum(int n) {
            int before = x + Inner.this.x + s;
            x += await(t.leaf("n", n));
            Inner.this.x += await(t.leaf("outer", 100));
            s++;
            return before + x + Inner.this.x + s + outerOnly(await(t.leaf("m", 1)));
        }

        final class B {
            private int x = 1000;

            @AsyncFn
            int deep() {
                x += await(t.leaf("b", 1));
                A.this.x += await(t.leaf("a", 2));
                Inner.this.x += await(t.leaf("outer", 3));
                A a = A.this;
                await(t.tick("t"));
                return x + a.x + Inner.this.x + outerOnly(0) + sum(1);
            }
        }

        @AsyncFn
        int makes() {
            B b = new B();
            await(t.tick("t"));
            B c = this.new B();
            A other = new A();
            Inner in = new Inner(t);
            A far = in.new A();
            other.x = await(t.leaf("x", 5));
            return b.x + c.x + other.x + far.x;
        }
    }

    static final class Nested {
        private final Trace t;
        private int x = 3;

        private Nested(Trace t) {
            this.t = t;
        }

        @AsyncFn
        private Nested next() {
            Nested n = new Nested(t);
            n.x = x + await(t.leaf("one", 1)) + s;
            return n;
        }
    }

    @Case
    @AsyncFn
    int innerClass() {
        return new A().sum(4) + x;
    }

    @Case
    @AsyncFn
    int innerOfInner() {
        A a = new A();
        return a.new B().deep() * 10 + await(a.makes());
    }

    @Case
    @AsyncFn
    static int staticNested(Trace t) {
        return await(new Nested(t).next().next()).x;
    }
}
