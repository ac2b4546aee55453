package org.repatria.cases.domain.lifecycle;

import static org.repatria.cases.domain.lifecycle.Guard.IN_AGREED_STRATEGY;
import static org.repatria.cases.domain.lifecycle.Guard.MONEY_SETTLED;
import static org.repatria.cases.domain.lifecycle.Line.leaving;
import static org.repatria.cases.domain.lifecycle.Line.start;
import static org.repatria.cases.domain.lifecycle.Particular.word;

import java.util.List;
import org.repatria.cases.domain.law.Gate;

/** Recovery of assets as a pathway of the case; each asset has a life of its own elsewhere. */
final class AssetRecoveryTable {

    /** A move that nobody makes in the case: it follows from what is recorded at the assets. */
    private static final String ORDERS = "recording it at the asset; the pathway follows its assets";

    static final Lifecycle ASSET_RECOVERY = Lifecycle.of(
            "assetRecovery",
            "Asset recovery",
            "UNCAC arts 31, 51-57; may run beside any pathway, after death too",
            List.of("COMPLETED", "ABANDONED"),
            List.of(),
            ToldWords.bare()
                    .byName(
                            "TRACING",
                            "RESTRAINED",
                            "FORFEITURE_PENDING",
                            "CONFISCATED",
                            "RETURNED",
                            "COMPLETED",
                            "ABANDONED"),
            start().to("TRACING")
                    .by("CO", "LO", "AM")
                    .guards(IN_AGREED_STRATEGY)
                    .source("UNCAC art. 51"),
            leaving("TRACING")
                    .to("RESTRAINED")
                    .byCourt("order of restraint")
                    .gate(Gate.RESTRAINT)
                    .through(ORDERS)
                    .clocks("CLK-RST-*")
                    .source("UNCAC arts 31(2), 54(2)"),
            leaving("RESTRAINED", "FORFEITURE_PENDING", "CONFISCATED", "RETURNED")
                    .to("TRACING")
                    .by("CO", "LO")
                    .through(ORDERS)
                    .source("lifecycle of the asset, exits and LAPSED"),
            leaving("FORFEITURE_PENDING", "CONFISCATED", "RETURNED")
                    .to("RESTRAINED")
                    .by("CO", "LO")
                    .through(ORDERS)
                    .source("lifecycle of the asset, reversal"),
            leaving("RETURNED")
                    .to("CONFISCATED")
                    .by("CO", "LO")
                    .through(ORDERS)
                    .source("lifecycle of the asset, reversal"),
            leaving("TRACING", "RESTRAINED", "FORFEITURE_PENDING")
                    .to("RETURNED")
                    .by("CO", "LO")
                    .through(ORDERS)
                    .source("lifecycle of the asset"),
            leaving("TRACING", "RESTRAINED")
                    .to("FORFEITURE_PENDING")
                    .by("LO")
                    .through(ORDERS)
                    .clocks("CLK-FORF-*")
                    .source("UNCAC arts 31, 54(1)(b)-(c)"),
            leaving("FORFEITURE_PENDING")
                    .to("CONFISCATED")
                    .byCourt("order of confiscation that is final")
                    .through(ORDERS)
                    .clocks("CLK-CLAIM-*")
                    .source("UNCAC art. 31"),
            leaving("TRACING", "RESTRAINED")
                    .to("CONFISCATED")
                    .byCourt("order that enforces the foreign order")
                    .gate(Gate.ENFORCE_FOREIGN_ORDER)
                    .through(ORDERS)
                    .source("UNCAC arts 54(1)(a), 55; 28 U.S.C. 2467"),
            leaving("CONFISCATED")
                    .to("RETURNED")
                    .by("AM")
                    .approvedBy("SU", "HD")
                    .gate(Gate.RETURN_OF_ASSETS)
                    .through(ORDERS)
                    .source("UNCAC art. 57; GFAR principles 4-10"),
            leaving("RETURNED")
                    .to("COMPLETED")
                    .by("AM", "LO")
                    .guards(MONEY_SETTLED)
                    .source("lifecycle of the asset"),
            leaving("CONFISCATED", "RETURNED")
                    .to("FORFEITURE_PENDING")
                    .byCourt("judgment that sets the order aside")
                    .through(ORDERS)
                    .source("lifecycle of the asset, reversal"),
            leaving("TRACING", "RESTRAINED", "FORFEITURE_PENDING", "CONFISCATED")
                    .to("ABANDONED")
                    .by("LO", "AM")
                    .approvedBy("SU", "HD")
                    .guards(MONEY_SETTLED)
                    .needs(word(
                            "ending",
                            "why it ends",
                            "NOTHING_FOUND",
                            "RELEASED",
                            "LAPSED",
                            "DISSIPATED",
                            "AWARDED_TO_CLAIMANT",
                            "NOT_RECOVERABLE",
                            "WITHDRAWN_ERROR"))
                    .source("lifecycle of the asset, exits; UNCAC art. 55(8)"));

    private AssetRecoveryTable() {}
}
