package org.repatria.cases.domain.safeguards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which rights of the person have been observed in a case, with their evidence. */
public record Rights(List<RightObserved> observed) {

    /** LIMIT: 18 rights at a few stages of a few pathways. */
    public static final int OBSERVED_MAX = 200;

    public Rights {
        observed = List.copyOf(observed);
    }

    public static Rights none() {
        return new Rights(List.of());
    }

    public List<RightObserved> of(RightKind kind) {
        return observed.stream().filter(right -> right.kind() == kind).toList();
    }

    Optional<RightObserved> entry(String id) {
        return observed.stream().filter(right -> right.id().equals(id)).findFirst();
    }

    Rights with(RightObserved right) {
        var more = new ArrayList<>(observed);
        more.add(right);
        return new Rights(more);
    }
}
