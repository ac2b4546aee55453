package org.repatria.cases.flows.intake;

import java.util.Collection;
import java.util.Map;
import org.repatria.cases.domain.CaseId;
import reactor.core.publisher.Mono;

/** Who was first to say "this person is mine". These small facts decide races between rows, lists and instances. */
public interface IdentityClaims {

    /** Claims each key for its case where nobody holds it yet; answers who holds it now. */
    Mono<Map<String, CaseId>> claim(Map<String, CaseId> wanted);

    /** Passes keys on from a case that is not going to be opened to the one that holds the person. */
    Mono<Void> pass(Collection<String> keys, CaseId from, CaseId to);
}
