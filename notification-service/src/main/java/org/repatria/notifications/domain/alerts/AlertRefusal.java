package org.repatria.notifications.domain.alerts;

/** Why an alert may say no. */
public enum AlertRefusal {
    ALERT_NOT_FOUND("There is no such alert."),
    ALERT_FOR_OTHER_ROLES("The alert is addressed to other roles; they, a supervisor or the head act on it."),
    ALERT_ALREADY_RESOLVED("The alert is resolved; it is raised again by its next occasion, not by hand."),
    ALERT_TAKEN_BY_ANOTHER("Another person has acknowledged the alert and works on it.");

    private final String sentence;

    AlertRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
