package org.repatria.cases.domain.strategy;

/** A course of action that a strategy can be made of. */
public enum PathwayKind {
    EXTRADITION("extradition"),
    REMOVAL("removal"),
    HOST_PROSECUTION("hostProsecution"),
    VOLUNTARY_RETURN("voluntaryReturn"),
    ASSET_RECOVERY("assetRecovery");

    private final String token;

    PathwayKind(String token) {
        this.token = token;
    }

    /** How happenings of its lifecycle begin. */
    public String token() {
        return token;
    }
}
