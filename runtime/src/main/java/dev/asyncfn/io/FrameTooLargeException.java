package dev.asyncfn.io;

import java.io.IOException;

/** A line or frame has more bytes than the codec allows. */
public class FrameTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    private final int maximum;

    /**
     * A frame is too large.
     *
     * @param message describes the frame
     * @param maximum how many bytes are allowed
     */
    public FrameTooLargeException(String message, int maximum) {
        super(message);
        this.maximum = maximum;
    }

    /**
     * The largest frame that is allowed.
     *
     * @return a number of bytes
     */
    public int maximum() {
        return maximum;
    }
}
