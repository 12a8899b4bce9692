package misuse;

import dev.asyncfn.AsyncFn;
import jakarta.persistence.Entity;
import java.lang.annotation.Inherited;
import org.springframework.stereotype.Component;

/** Frameworks subclass these. */
final class FinalOnProxied {
    @Inherited
    @Component
    @interface Service {}

    @Service
    static class ByMetaAnnotation {
        @AsyncFn
        final int load(int id) {
            return id;
        }

        @AsyncFn
        int open(int id) {
            return id;
        }

        @AsyncFn
        static int ofStatic(int id) {
            return id;
        }

        @AsyncFn
        private int ofPrivate(int id) {
            return id;
        }

        @AsyncFn
        @SuppressWarnings("asyncfn:final_on_proxied")
        final int allowed(int id) {
            return id;
        }
    }

    static class Inheriting extends ByMetaAnnotation {
        @AsyncFn
        final int more(int id) {
            return id;
        }
    }

    @Entity
    static class ByAnnotation {
        @AsyncFn
        protected final int load(int id) {
            return id;
        }
    }

    @interface Cyclic {
        Class<?> value() default Cyclic.class;
    }

    @Cyclic
    static class Plain {
        @AsyncFn
        final int load(int id) {
            return id;
        }
    }
}
