package further.forward;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** {@code while let Some(t) = receiver.next().await { sender.send(t).await; }}: an await in a loop's condition. */
final class Forward {
    private Forward() {}

    interface Receiver<T> {
        /** The next element, or null at the end. */
        Future<T> next();
    }

    interface Sender<T> {
        Future<Void> send(T element);
    }

    @AsyncFn
    static <T> void forward(Receiver<? extends T> receiver, Sender<? super T> sender) {
        T t;
        while ((t = await(receiver.next())) != null) {
            await(sender.send(t));
        }
    }

    public static void main(String[] args) {
        Iterator<String> words = List.of("one", "two", "three").iterator();
        List<String> sent = new ArrayList<>();
        Receiver<String> receiver = () -> later(words.hasNext() ? words.next() : null);
        Sender<Object> sender = element -> {
            sent.add("sent " + element);
            return later(null);
        };
        Async.blockOn(ForwardAsync.<String>forward(receiver, sender));
        System.out.println(sent);
    }
}
