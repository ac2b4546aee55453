package org.repatria.cases.domain.recovery;

/**
 * The ground of recovery with its two faces.
 *
 * @param all by everything that was recorded: for the assets of the host state
 * @param shared by what both states know: for the assets of the requesting state
 */
public record RecoveryGround(Ground all, Ground shared) {

    public static RecoveryGround none() {
        return new RecoveryGround(Ground.none(), Ground.none());
    }

    /** INVARIANT: a change that the requesting state may not know leaves its face as it is, the number too. */
    RecoveryGround after(RecoveryGround before) {
        return new RecoveryGround(all.after(before.all), shared.after(before.shared));
    }

    /** The ground as the requesting state is told of it. */
    public RecoveryGround told() {
        return new RecoveryGround(shared, shared);
    }
}
