package org.repatria.notifications.web;

import org.repatria.edge.Api;
import org.repatria.messaging.Aggregates;
import org.repatria.notifications.domain.alerts.Alert;
import org.repatria.notifications.domain.alerts.AlertCommand;
import org.repatria.notifications.queries.AlertStream;
import org.repatria.readmodel.View;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves the routes of alerts. */
@Configuration(proxyBeanMethods = false)
class AlertEdge {

    @Bean
    Api alertApi(Aggregates<AlertCommand, Alert> alerts, @Qualifier("alertView") View view, AlertStream stream) {
        return AlertRoutes.of(alerts, view, stream);
    }
}
