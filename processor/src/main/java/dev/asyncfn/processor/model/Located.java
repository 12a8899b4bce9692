package dev.asyncfn.processor.model;

/** Something of an async fn in the text of its file. */
public interface Located {
    AsyncMethod method();

    /** The file that declares it. */
    SourceFile file();
}
