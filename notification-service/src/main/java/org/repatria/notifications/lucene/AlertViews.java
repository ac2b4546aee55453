package org.repatria.notifications.lucene;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.repatria.messaging.Topics;
import org.repatria.notifications.queries.AlertView;
import org.repatria.notifications.queries.DueDeadlines;
import org.repatria.readmodel.KafkaView;
import org.repatria.readmodel.Order;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.QueryRefusal;
import org.repatria.readmodel.Row;
import org.repatria.readmodel.View;
import org.repatria.readmodel.ViewDefinition;
import org.repatria.readmodel.ViewQuery;
import org.repatria.readmodel.Visibility;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The two views of this service, fed from its own snapshots. */
@Configuration(proxyBeanMethods = false)
class AlertViews {

    static final ViewDefinition DEADLINES = ViewDefinition.of(
                    "deadlines", Topics.snapshots("alert"), "deadline.snapshot.v1")
            .instant("nextAt")
            .rows(AlertViews::deadline);

    @Bean(destroyMethod = "close")
    KafkaView alertView(
            @Value("${repatria.view.dir}") Path directory,
            @Value("${repatria.kafka}") String kafka,
            MeterRegistry meters) {
        return KafkaView.open(AlertView.definition(), directory, Map.of("bootstrap.servers", kafka), meters);
    }

    @Bean(destroyMethod = "close")
    KafkaView deadlineView(
            @Value("${repatria.view.dir}") Path directory,
            @Value("${repatria.kafka}") String kafka,
            MeterRegistry meters) {
        return KafkaView.open(DEADLINES, directory, Map.of("bootstrap.servers", kafka), meters);
    }

    @Bean
    DueDeadlines dueDeadlines(@Qualifier("deadlineView") View view) {
        return (now, limit) -> due(view, now, limit);
    }

    static Mono<List<String>> due(View view, Instant now, int limit) {
        var query = ViewQuery.visibleTo(Visibility.everything())
                .below("nextAt", now.plusNanos(1_000))
                .orderBy(Order.ascending("nextAt"))
                .limit(limit);
        return view.find(query).map(found -> switch (found) {
            case Page page -> page.hits().stream().map(Page.Hit::id).toList();
            case QueryRefusal refusal -> throw new IllegalStateException("due deadlines: " + refusal.detail());
        });
    }

    private static Row deadline(JsonNode snapshot) {
        return Row.of(snapshot).instant("nextAt", snapshot.path("nextAt")).build();
    }
}
