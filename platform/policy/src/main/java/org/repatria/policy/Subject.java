package org.repatria.policy;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked about, as far as it matters to who may. */
public sealed interface Subject {

    /** The marks by which the thing is found in lists; see {@link Policy#sight}. */
    Set<String> marks();

    /**
     * A case or a list between two states.
     *
     * @param assignee the officer who is responsible
     * @param next the officer who shall be, where that is asked
     */
    record Between(String requesting, String requested, Optional<String> assignee, Optional<String> next)
            implements Subject {

        /** Where nobody is, or can be, responsible. */
        public static Between of(String requesting, String requested) {
            return new Between(requesting, requested, Optional.empty(), Optional.empty());
        }

        boolean isAssignedTo(String officer) {
            return assignee.filter(officer::equals).isPresent();
        }

        boolean isTakenBy(String officer) {
            return assignee.isEmpty() && next.filter(officer::equals).isPresent();
        }

        @Override
        public Set<String> marks() {
            var sides = Stream.of(Marks.of(Side.REQUESTING, requesting), Marks.of(Side.REQUESTED, requested));
            var officers = assignee.stream()
                    .flatMap(officer -> Stream.of(
                            Marks.of(Side.REQUESTING, requesting, officer),
                            Marks.of(Side.REQUESTED, requested, officer)));
            return Stream.concat(sides, officers).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** What one state holds: an asset's file. */
    record Held(String state) implements Subject {
        @Override
        public Set<String> marks() {
            return Set.of(Marks.of(Side.HOLDER, state));
        }
    }

    /**
     * A row of reference data.
     *
     * @param states those whose law it is; none where it is that of no single state
     * @param proposedIn the state whose officer proposed to change it
     */
    record Law(Set<String> states, Optional<String> proposedIn) implements Subject {
        public Law {
            states = Set.copyOf(states);
        }

        boolean isCommon() {
            return states.isEmpty();
        }

        @Override
        public Set<String> marks() {
            return isCommon()
                    ? Set.of(Marks.COMMON)
                    : states.stream()
                            .map(state -> Marks.of(Side.HOLDER, state))
                            .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * What is addressed to roles: an alert.
     *
     * @param states those whose matter it is; where it is nobody's, nobody knows of it
     */
    record Addressed(Set<Role> roles, Set<String> states) implements Subject {
        public Addressed {
            roles = Set.copyOf(roles);
            states = Set.copyOf(states);
        }

        /** What is about the programs and no matter of a state. */
        public static Addressed ofOperator(Set<Role> roles) {
            return new Addressed(roles, Set.of(Side.OPERATORS_AUTHORITY));
        }

        boolean isOfOperator() {
            return states.contains(Side.OPERATORS_AUTHORITY);
        }

        @Override
        public Set<String> marks() {
            return states.stream()
                    .flatMap(state -> Stream.concat(
                            Stream.of(Marks.of(Side.HOLDER, state)),
                            roles.stream().map(role -> Marks.of(Side.HOLDER, state, role.name()))))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** The house as a whole, or what is about nobody. */
    record Whole() implements Subject {
        @Override
        public Set<String> marks() {
            return Set.of();
        }
    }
}
