import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import lombok.CustomLog;
import lombok.extern.apachecommons.CommonsLog;
import lombok.extern.flogger.Flogger;
import lombok.extern.jbosslog.JBossLog;
import lombok.extern.log4j.Log4j;
import lombok.extern.log4j.Log4j2;
import lombok.extern.slf4j.Slf4j;
import lombok.extern.slf4j.XSlf4j;

/** A logger of each library, which only Lombok declares. */
final class Loggers {
    @Slf4j
    static final class WithSlf4j {
        @AsyncFn
        static String write(Future<Integer> f) {
            log.info("Slf4j " + await(f));
            WithSlf4j.log.info("!");
            Runnable later = () -> log.info("?");
            later.run();
            String said = org.slf4j.Logger.SAID.toString();
            org.slf4j.Logger.SAID.setLength(0);
            return said + await(f);
        }
    }

    @XSlf4j
    static final class WithXSlf4j {
        @AsyncFn
        static String write(Future<Integer> f) {
            log.info("XSlf4j " + await(f));
            WithXSlf4j.log.info("!");
            Runnable later = () -> log.info("?");
            later.run();
            String said = org.slf4j.ext.XLogger.SAID.toString();
            org.slf4j.ext.XLogger.SAID.setLength(0);
            return said + await(f);
        }
    }

    @CommonsLog
    static final class WithCommonsLog {
        @AsyncFn
        static String write(Future<Integer> f) {
            log.info("CommonsLog " + await(f));
            WithCommonsLog.log.info("!");
            Runnable later = () -> log.info("?");
            later.run();
            String said = org.apache.commons.logging.Log.SAID.toString();
            org.apache.commons.logging.Log.SAID.setLength(0);
            return said + await(f);
        }
    }

    @Log4j
    static final class WithLog4j {
        @AsyncFn
        static String write(Future<Integer> f) {
            log.info("Log4j " + await(f));
            WithLog4j.log.info("!");
            Runnable later = () -> log.info("?");
            later.run();
            String said = org.apache.log4j.Logger.SAID.toString();
            org.apache.log4j.Logger.SAID.setLength(0);
            return said + await(f);
        }
    }

    @Log4j2
    static final class WithLog4j2 {
        @AsyncFn
        static String write(Future<Integer> f) {
            log.info("Log4j2 " + await(f));
            WithLog4j2.log.info("!");
            Runnable later = () -> log.info("?");
            later.run();
            String said = org.apache.logging.log4j.Logger.SAID.toString();
            org.apache.logging.log4j.Logger.SAID.setLength(0);
            return said + await(f);
        }
    }

    @JBossLog
    static final class WithJBossLog {
        @AsyncFn
        static String write(Future<Integer> f) {
            log.info("JBossLog " + await(f));
            WithJBossLog.log.info("!");
            Runnable later = () -> log.info("?");
            later.run();
            String said = org.jboss.logging.Logger.SAID.toString();
            org.jboss.logging.Logger.SAID.setLength(0);
            return said + await(f);
        }
    }

    @Flogger
    static final class WithFlogger {
        @AsyncFn
        static String write(Future<Integer> f) {
            log.info("Flogger " + await(f));
            WithFlogger.log.info("!");
            Runnable later = () -> log.info("?");
            later.run();
            String said = com.google.common.flogger.FluentLogger.SAID.toString();
            com.google.common.flogger.FluentLogger.SAID.setLength(0);
            return said + await(f);
        }
    }

    @CustomLog
    static final class WithCustomLog {
        @AsyncFn
        static String write(Future<Integer> f) {
            log.info("CustomLog " + await(f));
            WithCustomLog.log.info("!");
            Runnable later = () -> log.info("?");
            later.run();
            String said = custom.Log.SAID.toString();
            custom.Log.SAID.setLength(0);
            return said + await(f);
        }
    }

    public static String direct() throws Exception {
        return WithSlf4j.write(Future.ready(2))
                + WithXSlf4j.write(Future.ready(2))
                + WithCommonsLog.write(Future.ready(2))
                + WithLog4j.write(Future.ready(2))
                + WithLog4j2.write(Future.ready(2))
                + WithJBossLog.write(Future.ready(2))
                + WithFlogger.write(Future.ready(2))
                + WithCustomLog.write(Future.ready(2));
    }

    public static String future() throws Exception {
        return Async.blockOn(Loggers_WithSlf4jAsync.write(Future.ready(2)))
                + Async.blockOn(Loggers_WithXSlf4jAsync.write(Future.ready(2)))
                + Async.blockOn(Loggers_WithCommonsLogAsync.write(Future.ready(2)))
                + Async.blockOn(Loggers_WithLog4jAsync.write(Future.ready(2)))
                + Async.blockOn(Loggers_WithLog4j2Async.write(Future.ready(2)))
                + Async.blockOn(Loggers_WithJBossLogAsync.write(Future.ready(2)))
                + Async.blockOn(Loggers_WithFloggerAsync.write(Future.ready(2)))
                + Async.blockOn(Loggers_WithCustomLogAsync.write(Future.ready(2)));
    }
}
