package org.repatria.cases.domain.sharing;

import java.time.LocalDate;
import org.repatria.cases.domain.access.NamedOfficer;

/** What may be asked about who sees a compartment. */
public sealed interface GrantCommand extends SharingCommand {

    /** An officer may see a compartment up to a day. */
    record GrantCompartment(
            String grantId, NamedOfficer officer, Compartment compartment, String reasons, LocalDate lastDay)
            implements GrantCommand {}

    /** A grant, or what a broken glass opened, is taken back. */
    record WithdrawGrant(String grantId, String reasons) implements GrantCommand {}

    /** Who acts opens a compartment alone and at once, for a short time, and everybody concerned is told. */
    record BreakGlass(String grantId, Compartment compartment, String reasons) implements GrantCommand {}
}
