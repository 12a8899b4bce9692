package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RwLockTest {
    private final RwLock<String> lock = new RwLock<>("value");
    private final TaskProbe writer = new TaskProbe();
    private final TaskProbe reader = new TaskProbe();
    private final TaskProbe other = new TaskProbe();

    @Test
    void manyReadAtTheSameTimeAndNobodyWrites() {
        try (RwLock.ReadGuard<String> one = lock.blockingRead();
                RwLock.ReadGuard<String> two = lock.tryRead().orElseThrow()) {
            assertThat(one.get()).isEqualTo(two.get()).isEqualTo("value");
            assertThat(lock.tryWrite()).isEmpty();
        }
        assertThat(lock.tryWrite()).isPresent();
    }

    @Test
    void aWriterIsAlone() {
        try (RwLock.WriteGuard<String> guard = lock.blockingWrite()) {
            assertThat(lock.tryRead()).isEmpty();
            assertThat(lock.tryWrite()).isEmpty();
            guard.set(guard.get() + " written");
        }
        try (RwLock.ReadGuard<String> guard = lock.blockingRead()) {
            assertThat(guard.get()).isEqualTo("value written");
        }
    }

    @Test
    void readersWaitBehindAWriterThatWaits() throws Exception {
        RwLock.ReadGuard<String> reading = lock.blockingRead();
        Future<RwLock.WriteGuard<String>> write = lock.write();
        Future<RwLock.ReadGuard<String>> read = lock.read();
        writer.poll(write);
        assertThat(reader.poll(read)).isSameAs(Poll.pending());
        assertThat(lock.tryRead()).isEmpty();
        reading.close();
        assertThat(writer.wakes()).isOne();
        assertThat(reader.wakes()).isZero();
        Scene.now(write).close();
        assertThat(reader.wakes()).isOne();
        assertThat(reader.poll(read).isReady()).isTrue();
    }

    @Test
    void whenAWaitingWriterIsDroppedTheReadersBehindItAreLetIn() throws Exception {
        RwLock.ReadGuard<String> reading = lock.blockingRead();
        Future<RwLock.WriteGuard<String>> write = lock.write();
        Future<RwLock.ReadGuard<String>> read = lock.read();
        Future<RwLock.ReadGuard<String>> alsoRead = lock.read();
        writer.poll(write);
        reader.poll(read);
        other.poll(alsoRead);
        write.drop();
        assertThat(reader.wakes()).isOne();
        assertThat(other.wakes()).isOne();
        try (reading;
                RwLock.ReadGuard<String> second = Scene.now(read);
                RwLock.ReadGuard<String> third = Scene.now(alsoRead)) {
            assertThat(second.get()).isEqualTo(third.get());
        }
        assertThat(writer.held() + reader.held() + other.held()).isZero();
        assertThat(lock.tryWrite()).isPresent();
    }

    @Test
    void aGrantedWriterThatIsDroppedLetsInTheReadersUpToTheNextWriter() throws Exception {
        RwLock.WriteGuard<String> writing = lock.blockingWrite();
        Future<RwLock.WriteGuard<String>> granted = lock.write();
        Future<RwLock.ReadGuard<String>> read = lock.read();
        Future<RwLock.WriteGuard<String>> next = lock.write();
        writer.poll(granted);
        reader.poll(read);
        other.poll(next);
        writing.close();
        assertThat(writer.wakes()).isOne();
        granted.drop();
        assertThat(reader.wakes()).isOne();
        assertThat(other.wakes()).isZero();
        Scene.now(read).close();
        assertThat(other.wakes()).isOne();
        assertThat(other.poll(next).isReady()).isTrue();
    }

    @Test
    void downgradingLetsReadersInButNoWriter() throws Exception {
        RwLock.WriteGuard<String> writing = lock.blockingWrite();
        Future<RwLock.ReadGuard<String>> read = lock.read();
        Future<RwLock.WriteGuard<String>> write = lock.write();
        reader.poll(read);
        writer.poll(write);
        writing.set("written");
        RwLock.ReadGuard<String> downgraded = writing.downgrade();
        assertThat(reader.wakes()).isOne();
        assertThat(writer.wakes()).isZero();
        assertThat(downgraded.get()).isEqualTo("written");
        writing.close(); // has nothing any more
        Scene.now(read).close();
        assertThat(writer.wakes()).isZero();
        downgraded.close();
        assertThat(writer.wakes()).isOne();
        assertThat(writer.poll(write).isReady()).isTrue();
    }

    @Test
    void closedGuardsAreOfNoUse() {
        RwLock.WriteGuard<String> writing = lock.blockingWrite();
        writing.close();
        writing.close();
        assertThatThrownBy(writing::get).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writing.set("late")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(writing::downgrade)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this RwLock.WriteGuard has been closed");
        RwLock.ReadGuard<String> reading = lock.blockingRead();
        reading.close();
        reading.close();
        assertThatThrownBy(reading::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this RwLock.ReadGuard has been closed");
        assertThat(lock.tryWrite()).isPresent();
    }

    @Test
    void guardsMayBeClosedOnAnotherThread() throws Exception {
        CompletableFuture.runAsync(lock.blockingRead()::close).get();
        CompletableFuture.runAsync(lock.blockingWrite()::close).get();
        assertThat(lock.tryWrite()).isPresent();
    }

    @Test
    void theNumberOfReadersCanBeLimited() throws Exception {
        RwLock<String> two = new RwLock<>("value", 2);
        RwLock.ReadGuard<String> one = two.blockingRead();
        assertThat(two.tryRead()).isPresent();
        assertThat(two.tryRead()).isEmpty();
        Future<RwLock.ReadGuard<String>> third = two.read();
        assertThat(reader.poll(third)).isSameAs(Poll.pending());
        one.close();
        assertThat(reader.poll(third).isReady()).isTrue();
    }

    @Test
    void aLockThatNobodyCanReadIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RwLock<>("value", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RwLock<>("value", RwLock.MAX_READERS + 1));
    }
}
