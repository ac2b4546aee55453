package org.repatria.cases.domain.strategy;

import java.util.List;
import java.util.Optional;

/** What the rules open and close: the five pathways, and single acts in and beside them. */
public enum Way {
    EXTRADITION(PathwayKind.EXTRADITION),
    REMOVAL(PathwayKind.REMOVAL),
    HOST_PROSECUTION(PathwayKind.HOST_PROSECUTION),
    VOLUNTARY_RETURN(PathwayKind.VOLUNTARY_RETURN),
    ASSET_RECOVERY(PathwayKind.ASSET_RECOVERY),
    EXTRADITION_FOR_SENTENCE,
    THIRD_STATE_REMOVAL,
    /** Contact with the person by the requesting state, to speak of a return. */
    RS_CONTACT,
    RETRIAL_IN_RS,
    NOTICE,
    /** Tracing by open means. */
    TRACING,
    DISCLOSURE_TO_RS,
    MLA_COERCIVE,
    MLA_NON_COERCIVE,
    RESTRAINT,
    NCB_ACTION,
    ENFORCE_FOREIGN_ORDER,
    VALUE_CONFISCATION,
    CIVIL_SUIT,
    RETURN_OF_ASSETS,
    ASSET_SHARING;

    /** The pathways that concern the person; they end with a death, and wait where the person is elsewhere. */
    static final List<Way> OF_THE_PERSON = List.of(EXTRADITION, REMOVAL, HOST_PROSECUTION, VOLUNTARY_RETURN);

    /** The ways by which property is reached; asset recovery stands as the best of them. */
    static final List<Way> TO_PROPERTY =
            List.of(RESTRAINT, NCB_ACTION, ENFORCE_FOREIGN_ORDER, VALUE_CONFISCATION, CIVIL_SUIT);

    private final Optional<PathwayKind> pathway;

    Way() {
        this.pathway = Optional.empty();
    }

    Way(PathwayKind pathway) {
        this.pathway = Optional.of(pathway);
    }

    /** The pathway that it is; empty for a single act. */
    public Optional<PathwayKind> pathway() {
        return pathway;
    }

    public static Way of(PathwayKind kind) {
        return valueOf(kind.name());
    }
}
