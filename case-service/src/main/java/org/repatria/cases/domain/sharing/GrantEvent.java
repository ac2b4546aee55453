package org.repatria.cases.domain.sharing;

import org.repatria.cases.domain.safeguards.Signature;

/** What has happened to who sees a compartment. */
public sealed interface GrantEvent extends SharingEvent {

    /** A superior opened a compartment to an officer. */
    record CompartmentGranted(CompartmentGrant grant) implements GrantEvent {}

    /** An officer opened a compartment alone. */
    record GlassBroken(CompartmentGrant grant) implements GrantEvent {}

    /** A compartment is closed to an officer before its time. */
    record GrantWithdrawn(String grantId, Signature signature) implements GrantEvent {}
}
