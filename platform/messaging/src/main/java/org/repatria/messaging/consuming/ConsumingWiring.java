package org.repatria.messaging.consuming;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * What a service imports to consume. It declares its {@link Consumption}s as beans and has a {@link MongoDatabase} and
 * a {@link Clock}; a {@link ParkedListener} where it tells others about parked keys. It gets {@link Parked}.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:org/repatria/messaging/consuming/repatria-consuming.properties")
public class ConsumingWiring {

    @Bean
    Consumers consumers(
            List<Consumption> consumptions,
            MongoDatabase database,
            Clock clock,
            ObjectProvider<ParkedListener> listener,
            ObjectProvider<MeterRegistry> registry) {
        return Consumers.of(
                consumptions,
                new MongoProgresses(database),
                new MongoParkings(database),
                listener.getIfAvailable(ParkedListener::none),
                registry.getIfAvailable(SimpleMeterRegistry::new),
                clock);
    }

    @Bean
    Parked parked(Consumers consumers) {
        return consumers.parked();
    }

    @Bean
    KafkaRecords kafkaRecords() {
        return new KafkaRecords();
    }

    @Bean
    KafkaContainers kafkaContainers(Consumers consumers, ObjectProvider<MeterRegistry> registry) {
        return new KafkaContainers(consumers, registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    ConsumerLags consumerLags(KafkaContainers containers) {
        return containers::lags;
    }

    @Bean
    KafkaBindings kafkaBindings(
            Consumers consumers, BindingService bindingService, BindingServiceProperties properties) {
        return new KafkaBindings(consumers, bindingService, properties);
    }
}
