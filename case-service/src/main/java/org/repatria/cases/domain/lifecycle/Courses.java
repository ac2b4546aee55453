package org.repatria.cases.domain.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All courses of one case, with what waits for a second person.
 *
 * @param proposals the open ones only; the journal keeps the others
 */
public record Courses(List<Course> courses, List<Proposal> proposals) {

    /** LIMIT: courses of one case. A case with more pathways, notices and assurances than this is several cases. */
    public static final int COURSES_MAX = 60;

    /** LIMIT: moves of one course; long before this a course goes in circles. */
    public static final int STEPS_MAX = 120;

    /** LIMIT: proposals that wait at the same time; with more, nobody looks at any. */
    public static final int PROPOSALS_MAX = 20;

    /** LIMIT: later charges of one surrender. */
    public static final int LATER_CHARGES_MAX = 50;

    /** LIMIT: particulars of one move, in number. */
    public static final int PARTICULARS_MAX = 40;

    /** LIMIT: one particular, or the reasons, in characters: a page; what is longer is a document. */
    public static final int TEXT_MAX = 4_000;

    /** LIMIT: documents of one move, in number. */
    public static final int DOCUMENTS_MAX = 40;

    public Courses {
        courses = List.copyOf(courses);
        proposals = List.copyOf(proposals);
    }

    public static Courses none() {
        return new Courses(List.of(), List.of());
    }

    public Optional<Course> course(String id) {
        return courses.stream().filter(course -> course.id().equals(id)).findFirst();
    }

    public Optional<Proposal> proposal(String id) {
        return proposals.stream().filter(proposal -> proposal.id().equals(id)).findFirst();
    }

    /** The courses as the other state is told of them, with the proposals that concern what is told whole. */
    public Courses told() {
        return new Courses(
                courses.stream().map(Course::told).toList(),
                proposals.stream().filter(Proposal::isTold).map(Proposal::told).toList());
    }

    /** When the next proposal expires, for the ticker. */
    public Optional<Instant> nextAt() {
        return proposals.stream().map(Proposal::expiresAt).min(Comparator.naturalOrder());
    }

    Courses and(Course course) {
        var more = new ArrayList<>(courses);
        more.add(course);
        return new Courses(more, proposals);
    }

    Courses with(String courseId, UnaryOperator<Course> change) {
        return new Courses(
                courses.stream()
                        .map(course -> course.id().equals(courseId) ? change.apply(course) : course)
                        .toList(),
                proposals);
    }

    Courses and(Proposal proposal) {
        var more = new ArrayList<>(proposals);
        more.add(proposal);
        return new Courses(courses, more);
    }

    Courses without(Predicate<Proposal> gone) {
        return new Courses(
                courses, proposals.stream().filter(Predicate.not(gone)).toList());
    }
}
