package dev.asyncfn.sync;

import java.util.Objects;

/**
 * The two halves of a new channel: the tuple {@code (tx, rx)} in Rust.
 *
 * <pre>{@code
 * var channel = Mpsc.<String>bounded(16);
 * Mpsc.Sender<String> sender = channel.sender();
 * Mpsc.Receiver<String> receiver = channel.receiver();
 * }</pre>
 *
 * @param <S> the type of the sender
 * @param <R> the type of the receiver
 * @param sender the half that sends
 * @param receiver the half that receives
 */
public record Channel<S, R>(S sender, R receiver) {
    /**
     * A pair of halves; the channels make them.
     *
     * @param sender not null
     * @param receiver not null
     */
    public Channel {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(receiver, "receiver");
    }
}
