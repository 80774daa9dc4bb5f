package dev.parley.gateway.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** How to reach a PostgreSQL that somebody else runs. */
record OutsideDatabase(String url, String user, String password) {
    private static final String SCHEME = "jdbc:postgresql://";
    private static final int OLDEST_MAJOR = 15;

    /** Takes {@code jdbc:postgresql://…} as it is, and moves user and password out of {@code postgresql://user:password@…}. */
    static OutsideDatabase of(DatabaseProperties settings) {
        var url = settings.url();
        if (url.startsWith(SCHEME)) {
            return new OutsideDatabase(url, settings.user(), settings.password());
        }
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            throw new StartupFailure("PARLEY_DATABASE_URL must begin with jdbc:postgresql:// or postgresql://.");
        }
        try {
            var address = new URI(url);
            var credentials = address.getRawUserInfo() == null ? "" : address.getRawUserInfo();
            var colon = credentials.indexOf(':');
            var user = decoded(colon < 0 ? credentials : credentials.substring(0, colon));
            var password = colon < 0 ? "" : decoded(credentials.substring(colon + 1));
            var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            return new OutsideDatabase(
                    SCHEME
                            + address.getHost()
                            + (address.getPort() < 0 ? "" : ":" + address.getPort())
                            + address.getRawPath()
                            + query,
                    user.isEmpty() ? settings.user() : user,
                    password.isEmpty() ? settings.password() : password);
        } catch (URISyntaxException _) {
            throw new StartupFailure("PARLEY_DATABASE_URL is not an address.");
        }
    }

    /** Makes sure that it answers and is new enough. */
    OutsideDatabase checked() {
        var properties = new Properties();
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        try (var connection = DriverManager.getConnection(url, properties)) {
            var major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR) {
                throw new StartupFailure("the database at " + address() + " is PostgreSQL " + major + "; Parley needs "
                        + OLDEST_MAJOR + " or newer.");
            }
            return this;
        } catch (SQLException e) {
            throw new StartupFailure(
                    "the database at " + address() + " cannot be reached: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"),
                    e);
        }
    }

    /** The address without what may be secret. */
    private String address() {
        var question = url.indexOf('?');
        return url.substring("jdbc:".length(), question < 0 ? url.length() : question);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return address();
    }
}
