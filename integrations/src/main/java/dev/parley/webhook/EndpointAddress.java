package dev.parley.webhook;

import dev.parley.kernel.FieldRefusal;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;

/**
 * The rule for addresses that a company may make this server call. Asked when an endpoint is added, so that its owner learns
 * of it; what is really connected to is filtered again at every try, because names change their addresses.
 */
@Component
class EndpointAddress {
    private static final int LONGEST = 2_000;

    private final InetAddressFilter addresses;

    EndpointAddress(InetAddressFilter webhookAddresses) {
        this.addresses = webhookAddresses;
    }

    /** Why the address is refused, or nothing. */
    Optional<FieldRefusal> refusal(String url) {
        if (url.length() > LONGEST) {
            return refused("length", String.valueOf(url.length()), "1.." + LONGEST, "This address is too long.");
        }
        URI address;
        try {
            address = new URI(url);
        } catch (URISyntaxException _) {
            return refused("url", null, null, "This is not an address.");
        }
        var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        var host = address.getHost();
        if (!(scheme.equals("https") || scheme.equals("http")) || host == null || address.getPort() > 65_535) {
            return refused("url", null, "http, https", "An endpoint is an absolute http or https address.");
        }
        if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return refused("url", null, null, "An endpoint has neither a user name nor a fragment.");
        }
        try {
            var found = InetAddress.getAllByName(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
            if (Arrays.stream(found).noneMatch(addresses::matches)) {
                return refused(
                        "private-address",
                        host,
                        "public addresses",
                        "This address is inside the server's own network; the operator decides which of those may be"
                                + " called.");
            }
        } catch (UnknownHostException _) {
            return refused("unknown-host", host, null, "No computer of this name can be found.");
        }
        return Optional.empty();
    }

    /** The address without what may be secret in it, for the audit log. */
    static String shown(String url) {
        var cut = url.indexOf('?');
        return cut < 0 ? url : url.substring(0, cut) + "?…";
    }

    private static Optional<FieldRefusal> refused(
            String rule,
            @org.jspecify.annotations.Nullable String value,
            @org.jspecify.annotations.Nullable String limit,
            String detail) {
        return Optional.of(new FieldRefusal("url", rule, value, limit, detail));
    }
}
