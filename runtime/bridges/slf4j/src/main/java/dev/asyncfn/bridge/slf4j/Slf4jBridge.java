package dev.asyncfn.bridge.slf4j;

import dev.asyncfn.executor.TaskContext;
import java.util.Map;
import org.slf4j.MDC;

/**
 * SLF4J's mapped diagnostic context around each poll of a task, so that its log lines have the request's id on whichever thread they are
 * written:
 *
 * <pre>{@code
 * ThreadPool pool = ThreadPool.builder().aroundPoll(Slf4jBridge::mdc).build();
 * }</pre>
 */
public final class Slf4jBridge {
    private Slf4jBridge() {}

    /**
     * The context of a task: it begins with a copy of the calling thread's MDC, and has from poll to poll what the task puts into it. The
     * thread gets back what it had.
     *
     * @return a new context, for one task
     */
    public static TaskContext mdc() {
        return new MdcContext(MDC.getCopyOfContextMap());
    }

    private static final class MdcContext implements TaskContext {
        /** Null where the adapter has none. */
        private Map<String, String> own;

        MdcContext(Map<String, String> own) {
            this.own = own;
        }

        @Override
        public AutoCloseable enter() {
            Map<String, String> before = MDC.getCopyOfContextMap();
            set(own);
            return () -> {
                own = MDC.getCopyOfContextMap();
                set(before);
            };
        }

        private static void set(Map<String, String> map) {
            if (map == null) {
                MDC.clear();
            } else {
                MDC.setContextMap(map);
            }
        }
    }
}
