package jakarta.persistence;

/** Stands for that of JPA. */
public @interface Entity {}
