package org.repatria.messaging.consuming;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.repatria.messaging.consuming.KafkaRecords.Polled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.ConsumerProperties;
import org.springframework.cloud.stream.binder.HeaderMode;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.messaging.Message;

/**
 * Binds each declared consumer to its topic. So name and topic stand in one place, the declaration. Kafka may be away
 * at the start: the service is up without it, and the binding follows.
 */
final class KafkaBindings implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaBindings.class);

    private final Consumers consumers;
    private final BindingService bindingService;
    private final BindingServiceProperties properties;
    private final AtomicBoolean running = new AtomicBoolean();
    private @Nullable Thread binding;

    KafkaBindings(Consumers consumers, BindingService bindingService, BindingServiceProperties properties) {
        this.consumers = consumers;
        this.bindingService = bindingService;
        this.properties = properties;
    }

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            // A topic that is not there yet is looked for again; half a minute, the default, is long for an alert.
            properties.setBindingRetryInterval((int) ConsumingLimits.BIND_PAUSE.toSeconds());
            binding = Thread.ofPlatform()
                    .daemon()
                    .name("repatria-consuming-binding")
                    .start(this::bindAll);
        }
    }

    @Override
    public void stop() {
        if (!running.compareAndSet(true, false)) {
            return;
        }
        var thread = binding;
        try {
            if (thread != null) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (var consumption : consumers.consumptions()) {
            bindingService.unbindConsumers(consumption.name());
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    private void bindAll() {
        for (var consumption : consumers.consumptions()) {
            bindUntilDone(consumption);
        }
    }

    private void bindUntilDone(Consumption consumption) {
        var channel = new DirectChannel();
        channel.setComponentName(consumption.name());
        channel.subscribe(message -> take(consumption.name(), message));
        properties.getBindings().put(consumption.name(), bindingOf(consumption));
        while (running.get()) {
            try {
                bindingService.bindConsumer(channel, consumption.name());
                LOG.info("{} listens to {}", consumption.name(), consumption.topic());
                return;
            } catch (RuntimeException e) {
                LOG.warn("{} cannot listen to {} yet: {}", consumption.name(), consumption.topic(), e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(ConsumingLimits.BIND_PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            running.set(false);
        }
    }

    private static BindingProperties bindingOf(Consumption consumption) {
        var consumer = new ConsumerProperties();
        consumer.setBatchMode(true);
        consumer.setUseNativeDecoding(true);
        consumer.setHeaderMode(HeaderMode.none);
        var binding = new BindingProperties();
        binding.setDestination(consumption.topic());
        binding.setGroup(consumption.name());
        binding.setConsumer(consumer);
        return binding;
    }

    @SuppressWarnings("unchecked") // KafkaRecords makes every message, and the binder deserialises to bytes by default.
    private void take(String consumer, Message<?> message) {
        var records = (List<ConsumerRecord<byte @Nullable [], byte @Nullable []>>)
                (List<?>) ((Polled) message.getPayload()).records();
        try {
            consumers.take(consumer, records.stream().map(RawRecord::of).toList());
        } catch (NotTaken e) {
            throw new BatchListenerFailedException("from here on again", e.reason(), records.get(e.first()));
        } catch (RuntimeException | Error e) {
            // An Error would stop the container for good; the records are offered again like any others that failed.
            throw new BatchListenerFailedException(
                    "a consumer's defect", new IllegalStateException(e), records.getFirst());
        }
    }
}
