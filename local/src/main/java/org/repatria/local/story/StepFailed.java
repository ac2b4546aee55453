package org.repatria.local.story;

/** Why a step did not come out as the story says, and what the reader can do about it. */
final class StepFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String advice;

    StepFailed(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }

    String reason() {
        String message = getMessage();
        return message == null ? "it failed" : message;
    }
}
