package dev.parley.webhook;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsHttpClientBuilder;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;

/**
 * One HTTP call to an endpoint. Redirects are not followed, answers are not read, refused addresses are not connected to even
 * when a name is resolved to one only now, and the whole call ends with its time.
 */
@Component
class EndpointCall implements DisposableBean {
    private static final String AGENT = "Parley-Webhooks/1";

    private final CloseableHttpClient http;
    private final WebhookProperties properties;
    private final Clock clock;

    EndpointCall(InetAddressFilter webhookAddresses, WebhookProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.http = new HttpComponentsHttpClientBuilder()
                .withCustomizer(client -> client.disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .setUserAgent(AGENT))
                .withConnectionManagerCustomizer(connections ->
                        connections.setMaxConnTotal(properties.atOnce()).setMaxConnPerRoute(properties.atOnce()))
                .build(HttpClientSettings.defaults()
                        .withRedirects(HttpRedirects.DONT_FOLLOW)
                        .withTimeouts(properties.connectTimeout(), properties.timeout())
                        .withInetAddressFilter(webhookAddresses));
    }

    /** Tells the endpoint once. Never throws for what the endpoint does. */
    Answer tell(Delivery delivery) {
        var at = clock.instant();
        var messageId = delivery.messageId();
        var post = new HttpPost(delivery.url());
        post.setEntity(new StringEntity(delivery.payload(), ContentType.APPLICATION_JSON));
        post.setHeader("webhook-id", messageId);
        post.setHeader("webhook-timestamp", String.valueOf(at.getEpochSecond()));
        post.setHeader("webhook-signature", Signature.of(delivery.secret(), messageId, at, delivery.payload()));
        var tooLate = new AtomicBoolean();
        var limit = CompletableFuture.runAsync(
                () -> {
                    tooLate.set(true);
                    post.abort();
                },
                CompletableFuture.delayedExecutor(properties.timeout().toMillis(), TimeUnit.MILLISECONDS));
        var begin = System.nanoTime();
        try {
            var response = http.executeOpen(null, post, null);
            var status = response.getCode();
            var taken = Duration.ofNanos(System.nanoTime() - begin);
            // What the endpoint has to say besides does not matter, however long it would go on.
            limit.cancel(false);
            if (response.getEntity() == null || response.getEntity().getContentLength() == 0) {
                response.close();
            } else {
                post.abort();
            }
            return new Answer(status, taken, status / 100 == 2 ? null : "answered " + status);
        } catch (FilteredHostException _) {
            return failed(begin, "the address is not allowed");
        } catch (IOException | RuntimeException e) {
            return failed(
                    begin,
                    tooLate.get()
                            ? "no answer within " + properties.timeout().toSeconds() + " s"
                            : e.getCause() instanceof FilteredHostException ? "the address is not allowed" : reason(e));
        } finally {
            limit.cancel(false);
        }
    }

    @Override
    public void destroy() throws IOException {
        http.close();
    }

    private static Answer failed(long begin, String error) {
        return new Answer(null, Duration.ofNanos(System.nanoTime() - begin), error);
    }

    private static String reason(Exception e) {
        var text = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
        return text.length() <= 300 ? text : text.substring(0, 300);
    }

    /** What came of one call. @param error absent when the endpoint has taken it */
    record Answer(
            @Nullable Integer status,
            Duration duration,
            @Nullable String error) {}
}
