/**
 * Streams of bytes, and messages made of them. tokio's {@code io}, and {@code tokio_util::codec}.
 *
 * <p>{@link dev.asyncfn.io.AsyncRead} and {@link dev.asyncfn.io.AsyncWrite} are implemented by the sockets of {@link dev.asyncfn.net}, by TLS
 * connections, and by {@link dev.asyncfn.io.DuplexStream}, which is in memory and makes protocols testable without any socket or thread. On
 * top of them, {@link dev.asyncfn.io.BufReader} and {@link dev.asyncfn.io.BufWriter} save small transfers, and
 * {@link dev.asyncfn.io.FramedReader} and {@link dev.asyncfn.io.FramedWriter} make messages of bytes, such as
 * {@linkplain dev.asyncfn.io.LinesCodec lines}.
 *
 * <pre>{@code
 * try (AsyncTcpStream stream = await(AsyncTcpStream.connect(address))) {
 *     var lines = FramedReader.of(stream, LinesCodec.of(1_000));
 *     var answers = FramedWriter.of(stream, LinesCodec.of(1_000));
 *     for (String line; (line = await(lines.next())) != null; ) {
 *         await(answers.send("you said " + line));
 *     }
 * }
 * }</pre>
 *
 * <p>What becomes of the bytes if a future is dropped before it is ready:
 *
 * <table>
 * <caption>Operations that are given up</caption>
 * <tr><th>operation</th><th>dropped while it waits</th></tr>
 * <tr><td>{@code read}, {@code write}</td><td>nothing was transferred</td></tr>
 * <tr><td>{@code readExactly}, {@code writeAll}</td><td>a part was transferred, which the buffer's position shows: another one continues there</td></tr>
 * <tr><td>{@code readToEnd}</td><td>what was read is lost</td></tr>
 * <tr><td>{@code flush}, {@code shutdown}</td><td>the rest stays in the buffer: another one continues there</td></tr>
 * <tr><td>{@code BufReader.fill}, {@code FramedReader.next}</td><td>nothing is lost: what was read stays in the reader</td></tr>
 * <tr><td>{@code FramedWriter.feed}</td><td>the item was not accepted</td></tr>
 * <tr><td>{@code FramedWriter.send}</td><td>the item was not accepted at all, or stays in the writer as a whole: never a part of a frame</td></tr>
 * <tr><td>{@link dev.asyncfn.io.ByteStreams#copy copy}, {@code copyBidirectional}</td><td>at most 8 KiB in each direction, read and not yet written, are lost</td></tr>
 * </table>
 *
 * <p>An object that reads or writes a stream borrows it, and does not close it. Polled after it has completed, thrown or been dropped, a
 * future of this package throws {@link java.lang.IllegalStateException}. No parameter and no result in this package may be null unless its
 * description says so.
 */
package dev.asyncfn.io;
