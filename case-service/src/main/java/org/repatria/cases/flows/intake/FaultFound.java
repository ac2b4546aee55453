package org.repatria.cases.flows.intake;

/** Ends the reading of a file that cannot be taken. It is caught where the file is inspected, never further out. */
final class FaultFound extends RuntimeException {

    private final transient FileFault fault;

    FaultFound(FileFault.Kind kind, long line, String detail) {
        super(detail, null, false, false);
        this.fault = new FileFault(kind, line, detail);
    }

    FileFault fault() {
        return fault;
    }
}
