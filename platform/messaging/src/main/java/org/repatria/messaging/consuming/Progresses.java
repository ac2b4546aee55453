package org.repatria.messaging.consuming;

/**
 * How far each consumer is with each subject. Calls block; they throw {@link org.repatria.messaging.StoreUnavailable} when
 * the store does not answer.
 */
public interface Progresses {

    /** How far a consumer is with a subject; {@link Progress#NONE} when it has seen nothing of it. */
    Progress of(String consumer, String subject);

    /** Moves from one place to another; false, and nothing changed, when somebody else has moved from there before. */
    boolean advance(String consumer, String subject, Progress from, Progress to);
}
