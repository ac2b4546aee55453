package org.repatria.assets.domain;

import java.util.List;
import java.util.Optional;

/**
 * What an order is in the words of the law that limits it in time. The triggers of the clock rules have the same words;
 * no kind of order tells which one it is, so whoever records the order says it.
 */
public enum Measure {
    /** Without a hearing, because of an arrest or a charge abroad (18 U.S.C. 981(b)(4)). */
    EX_PARTE_FOREIGN_CHARGE(OrderKind.RESTRAINT),
    /** A temporary restraining order without notice (18 U.S.C. 983(j)(3)). */
    TRO(OrderKind.RESTRAINT),
    /** Before the complaint, after notice and hearing (18 U.S.C. 983(j)(1)(B)). */
    PRE_COMPLAINT(OrderKind.RESTRAINT),
    /** Of property that another state is to forfeit (28 U.S.C. 2467(d)(3)). */
    FOREIGN_FORFEITURE(OrderKind.RESTRAINT),
    /** An account freezing order (POCA 2002 s. 303Z3). */
    ACCOUNT_FREEZING(OrderKind.RESTRAINT),
    /** A freeze for legal assistance (FIAA art. 3). */
    FIAA_MLA(OrderKind.RESTRAINT),
    /** A freeze with a view to confiscation (FIAA art. 4). */
    FIAA_CONFISCATION(OrderKind.RESTRAINT),
    /** An order under the Freezing Assets of Corrupt Foreign Officials Act. */
    FACFOA(OrderKind.RESTRAINT),
    /** A seizure for forfeiture without a court (18 U.S.C. 983(a)(1)). */
    NONJUDICIAL(OrderKind.SEIZURE, Notice.WITHOUT_COURT),
    /** A seizure by a part of the state that was adopted (18 U.S.C. 983(a)(1)(A)(iv)). */
    ADOPTED(OrderKind.SEIZURE, Notice.WITHOUT_COURT),
    /** Cash that was seized before a court looked at it (POCA 2002 s. 295(1)). */
    CASH(OrderKind.SEIZURE),
    /** Cash that a court lets be kept (POCA 2002 s. 295(2)). */
    CASH_ORDER(OrderKind.SEIZURE),
    /** A forfeiture in criminal proceedings, with notice to those who may petition (21 U.S.C. 853(n)). */
    CRIMINAL_FORFEITURE(OrderKind.CONFISCATION, Notice.CRIMINAL);

    /** The law has one word for notice of it and for its publication. */
    private static final String CRIMINAL_NOTICE = "forfeiture.CRIMINAL_NOTICE";

    private final OrderKind kind;
    private final Notice notice;

    Measure(OrderKind kind) {
        this(kind, Notice.NONE);
    }

    Measure(OrderKind kind, Notice notice) {
        this.kind = kind;
        this.notice = notice;
    }

    /** What a rule says of notice and publication. */
    private enum Notice {
        NONE,
        WITHOUT_COURT,
        CRIMINAL
    }

    boolean isOf(OrderKind other) {
        return kind == other;
    }

    /** Whether it forfeits without a court. Whoever has an interest must have notice, and a claim leads to a court. */
    boolean isWithoutCourt() {
        return notice == Notice.WITHOUT_COURT;
    }

    /** What happened when the order was made, in the words of the clock rules. */
    String trigger() {
        return OrderHappenings.word(kind) + "." + name();
    }

    /** What happened when it was last published, in the same words; none where no rule is about it. */
    Optional<String> publication() {
        return switch (notice) {
            case NONE -> Optional.empty();
            case WITHOUT_COURT -> Optional.of("forfeiture.LAST_PUBLISHED");
            case CRIMINAL -> Optional.of(CRIMINAL_NOTICE);
        };
    }

    /** Whether the time for claims begins with the earlier of notice and publication. */
    boolean countsEarlierOfNoticeAndPublication() {
        // 21 U.S.C. 853(n)(2)
        return notice == Notice.CRIMINAL;
    }

    /** What happened when it was served on somebody, in the same words; none where no rule is about it. */
    List<String> notice(boolean onPartyLearntLater) {
        return switch (notice) {
            case NONE -> List.of();
            case WITHOUT_COURT ->
                onPartyLearntLater
                        ? List.of("seizure.NOTICE_SENT", "seizure.PARTY_NOTICE_SENT")
                        : List.of("seizure.NOTICE_SENT");
            case CRIMINAL -> List.of(CRIMINAL_NOTICE);
        };
    }
}
