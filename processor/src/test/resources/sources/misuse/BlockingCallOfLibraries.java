package misuse;

import dev.asyncfn.AsyncFn;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Stream;

/** Locks, files, databases, the console, sockets. */
final class BlockingCallOfLibraries {
    private final Lock lock = new ReentrantLock();
    private final ReentrantReadWriteLock both = new ReentrantReadWriteLock();

    @AsyncFn
    String load(Path file, PreparedStatement query, StampedLock stamped, ServerSocket server) throws Exception {
        lock.lock();
        both.readLock().lock();
        long stamp = stamped.readLock();
        String text = Files.readString(file);
        Files.write(file, new byte[0]);
        Connection connection = DriverManager.getConnection("jdbc:none");
        ResultSet found = query.executeQuery();
        connection.commit();
        int c = System.in.read();
        server.accept();
        return text + stamp + found + c;
    }

    @AsyncFn
    String walk(Path folder, ResultSet rows) throws Exception {
        rows.next();
        String all = rows.getString(1);
        try (Stream<Path> files = Files.list(folder)) {
            all += files.count();
        }
        return all + Files.walk(folder).count() + Files.lines(folder).count();
    }

    @AsyncFn
    String fine(Path file, PreparedStatement query, StampedLock stamped) throws Exception {
        boolean locked = lock.tryLock();
        long stamp = stamped.tryOptimisticRead();
        query.setInt(1, 2);
        InputStream in = new ByteArrayInputStream(new byte[3]);
        lock.unlock();
        return "" + Files.exists(file) + in.read() + System.in.available() + stamp + locked;
    }
}
