package org.repatria.readmodel;

/** Carries a refusal from where a query is read to where it is answered; never leaves this package. */
final class Unusable extends Exception {

    private final transient QueryRefusal refusal;

    Unusable(QueryRefusal.Reason reason, String detail) {
        super(detail, null, false, false);
        this.refusal = new QueryRefusal(reason, detail);
    }

    QueryRefusal refusal() {
        return refusal;
    }
}
