package org.repatria.cases.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Happened;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.HostOffence;
import org.repatria.cases.domain.facts.LimitationOpinion;
import org.repatria.cases.domain.facts.Offence;
import org.repatria.cases.domain.facts.Penalty;
import org.repatria.cases.domain.facts.Tolling;
import org.repatria.cases.web.DossierBodies.HappenedBody;
import org.repatria.cases.web.DossierBodies.OffenceBody;
import org.repatria.cases.web.DossierBodies.PenaltyBody;
import org.repatria.cases.web.DossierBodies.SideBody;
import org.repatria.edge.FieldError;
import org.repatria.edge.Problem;
import org.repatria.edge.ProblemRaised;

/** Turns what callers wrote into words of the domain, or into a problem that names the field. */
final class Bodies {

    private Bodies() {}

    static Happened happened(HappenedBody body, String at) {
        if (body.day().isPresent() == body.instant().isPresent()) {
            throw invalid(at, "HAPPENED", "must be a day, or an instant with a zone");
        }
        return body.day()
                .map(Happened::on)
                .orElseGet(() -> new Happened.At(body.instant().orElseThrow(), zone(body, at)));
    }

    /** When a body names it, else the day of recording. */
    static Happened happened(Optional<HappenedBody> body, LocalDate today) {
        return body.map(given -> happened(given, "/happened")).orElseGet(() -> Happened.on(today));
    }

    /** A day, or a moment: exactly one of the two. */
    static Happened happened(Optional<LocalDate> on, Optional<HappenedBody> happened) {
        if (on.isPresent() == happened.isPresent()) {
            throw invalid("/on", "HAPPENED", "say either \"on\" or \"happened\"");
        }
        return on.map(Happened::on).orElseGet(() -> happened(happened.orElseThrow(), "/happened"));
    }

    private static ZoneId zone(HappenedBody body, String at) {
        try {
            return ZoneId.of(body.zone()
                    .orElseThrow(() -> invalid(at + "/zone", "ZONE", "an instant needs the zone of its place")));
        } catch (DateTimeException _) {
            throw invalid(at + "/zone", "ZONE", "must be a zone such as \"Europe/Vienna\"");
        }
    }

    static Offence offence(String id, OffenceBody body) {
        return new Offence(
                id,
                body.title(),
                hostOffence(body),
                body.offenceClass(),
                body.committedFrom(),
                body.committedTo(),
                body.maxPenaltyRequesting().map(given -> penalty(given, "/maxPenaltyRequesting")),
                body.maxPenaltyRequested().map(given -> penalty(given, "/maxPenaltyRequested")),
                body.dualCriminal().orElse(Ternary.UNKNOWN),
                body.penaltyOk().orElse(Ternary.UNKNOWN),
                body.filedOn(),
                body.absconded().orElse(Ternary.UNKNOWN),
                body.tollings().stream()
                        .map(given ->
                                new Tolling(side(given.side()), given.rule(), given.from(), given.to(), given.holds()))
                        .toList(),
                body.opinions().stream()
                        .map(given -> new LimitationOpinion(
                                side(given.side()), given.rule(), given.applies(), given.reasons(), given.on()))
                        .toList());
    }

    static boolean isOfHost(OffenceBody body) {
        return body.side().filter(SideBody.REQUESTED::equals).isPresent();
    }

    private static Optional<HostOffence> hostOffence(OffenceBody body) {
        if (isOfHost(body) != body.hostOffence().isPresent()) {
            throw invalid(
                    "/hostOffence",
                    "HOST_OFFENCE",
                    "goes with \"side\": \"REQUESTED\", which says that it is an offence of the host state's own law");
        }
        return body.hostOffence();
    }

    private static Penalty penalty(PenaltyBody body, String at) {
        var life = body.life().orElse(false);
        var death = body.death().orElse(false);
        var given = (body.years().isPresent() ? 1 : 0) + (life ? 1 : 0) + (death ? 1 : 0);
        if (given != 1) {
            throw invalid(at, "PENALTY", "must be years, or life, or death");
        }
        if (death) {
            return new Penalty.Death();
        }
        return life ? new Penalty.ForLife() : new Penalty.Years(body.years().orElseThrow());
    }

    private static Side side(SideBody side) {
        return switch (side) {
            case REQUESTING -> Side.REQUESTING;
            case REQUESTED -> Side.REQUESTED;
        };
    }

    static ProblemRaised invalid(String pointer, String code, String rule) {
        return Problem.invalidBody(List.of(new FieldError(pointer, code, rule))).raised();
    }
}
