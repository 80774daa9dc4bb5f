package dev.parley.e2e.bench;

import dev.parley.e2e.Api;
import dev.parley.e2e.ParleyServer;
import dev.parley.e2e.bench.ParleySide.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;

/**
 * Makes people, official accounts and follows straight in the database, since a million sign-ups would take hours. The same
 * number makes the same ids. Contacts are made through REST.
 */
final class Seed {
    private static final int AT_ONCE = 4;

    private final ParleyServer server;
    private final long run;
    private final Instant now = Instant.now();
    private int next;

    Seed(ParleyServer server) {
        this.server = server;
        this.run = count("select count(*) from app_user");
    }

    /** An official account that may release. @param owner who may do it */
    record Account(String id, Person owner) {}

    /** People with a device each. */
    List<Person> people(int count) {
        var first = next;
        next += count;
        copyUsers(first, count);
        copy("device (id, user_id, token_hash, name, created_at, last_seen_at)", count, i -> {
            var person = person(first + i);
            return id('d', first + i) + "\t" + person.id() + "\t\\\\x" + hash(person.token()) + "\tbench\t" + now + "\t"
                    + now;
        });
        var people = new ArrayList<Person>(count);
        for (var i = 0; i < count; i++) {
            people.add(person(first + i));
        }
        return people;
    }

    /** Pairs of people who are contacts, with the conversation of each. */
    ParleySide pairs(int count) {
        var people = people(2 * count);
        var conversations = inParallel(count, pair -> () -> befriend(people.get(2 * pair), people.get(2 * pair + 1)));
        return new ParleySide(server, people, conversations);
    }

    /** Official accounts that an operator has verified, with one owner for all. */
    List<Account> accounts(int count) {
        var owner = people(1).getFirst();
        var first = next;
        next += count;
        copy(
                "official_account (id, handle, name, category, description, welcome, state, state_since, created_at, version)",
                count,
                i -> id('a', first + i) + "\tshop." + run + "." + (first + i) + "\tShop " + i
                        + "\tshops\t\t\tverified\t" + now + "\t" + now + "\t0");
        copy(
                "team_member (account_id, user_id, role, since)",
                count,
                i -> id('a', first + i) + "\t" + owner.id() + "\towner\t" + now);
        var accounts = new ArrayList<Account>(count);
        for (var i = 0; i < count; i++) {
            accounts.add(new Account(id('a', first + i).toString(), owner));
        }
        return accounts;
    }

    /** All of them follow the account since yesterday. */
    void follow(List<Person> people, Account account) {
        var first = next;
        next += people.size();
        copyFollows(first, people.size(), account, i -> people.get(i).id());
    }

    /** Nameless people without devices, who follow the account since yesterday. */
    void crowd(int count, Account account) {
        var first = next;
        next += count;
        copyUsers(first, count);
        copyFollows(first, count, account, i -> id('e', first + i).toString());
    }

    /** Push messages that the account has released, one a second, the last one just now. */
    void released(List<Account> accounts, int each) {
        var count = accounts.size() * each;
        var first = next;
        next += count;
        var sequences = count("select nextval('message_sequence')");
        execute("select setval('message_sequence', " + (sequences + count) + ")");
        copy(
                "push_message (account_id, sequence, id, body, audience, audience_size, released_by, released_by_name,"
                        + " released_at, idempotency_key, request_hash)",
                count,
                i -> accounts.get(i % accounts.size()).id() + "\t" + (sequences + 1 + i) + "\t" + id('b', first + i)
                        + "\t{\"type\":\"text\",\"text\":\"" + "Fresh bread, number " + i + ". ".repeat(40)
                        + "\"}\tall\t1\t"
                        + accounts.get(i % accounts.size()).owner().id() + "\tOwner\t"
                        + now.minusSeconds(count - i) + "\tseed-" + i + "\t\\\\x00");
    }

    /** Push messages that an account has released at these times, to so many; their ids in the same order. */
    List<UUID> released(Account account, List<Instant> at, int audience) {
        var first = next;
        next += at.size();
        var sequences = count("select nextval('message_sequence')");
        execute("select setval('message_sequence', " + (sequences + at.size()) + ")");
        copy(
                "push_message (account_id, sequence, id, body, audience, audience_size, released_by, released_by_name,"
                        + " released_at, idempotency_key, request_hash)",
                at.size(),
                i -> account.id() + "\t" + (sequences + 1 + i) + "\t" + id('b', first + i)
                        + "\t{\"type\":\"text\",\"text\":\"Fresh bread, number " + i + "\"}\tall\t" + audience + "\t"
                        + account.owner().id() + "\tOwner\t" + at.get(i) + "\tseed-" + first + "-" + i + "\t\\\\x00");
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < at.size(); i++) {
            ids.add(id('b', first + i));
        }
        return ids;
    }

    /** The only number that a query answers. */
    long count(String query) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    void execute(String statement) {
        try (var connection = connect();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** How many rows all tables hold together. */
    long rows() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            var query = new StringBuilder("select 0");
            try (var tables = statement.executeQuery(
                    "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'public'")) {
                while (tables.next()) {
                    query.append(" + (select count(*) from ")
                            .append(tables.getString(1))
                            .append(')');
                }
            }
            try (var counted = statement.executeQuery(query.toString())) {
                counted.next();
                return counted.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies rows in the text format of COPY. */
    void copy(String table, int count, IntFunction<String> row) {
        try (var connection = connect()) {
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format text)");
            var block = new StringBuilder(1 << 17);
            for (var i = 0; i < count; i++) {
                block.append(row.apply(i)).append('\n');
                if (block.length() > 1 << 16 || i == count - 1) {
                    var bytes = block.toString().getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                    block.setLength(0);
                }
            }
            copy.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException("copying into " + table, e);
        }
    }

    /** An id that no product code makes: its kind, and a number; rising, so that indexes are filled from one end. */
    UUID id(char kind, int number) {
        return new UUID(0x0199_0000_0000_7000L | kind & 0xFFF, 0x8000_0000_0000_0000L | run << 32 | number);
    }

    private Person person(int number) {
        return new Person(id('e', number).toString(), "bench-" + run + "-" + number);
    }

    private void copyUsers(int first, int count) {
        copy(
                "app_user (id, handle, name, locale, time_zone, password_hash, created_at, last_seen_at)",
                count,
                i -> id('e', first + i) + "\tp" + run + "." + (first + i) + "\tPerson " + i + "\ten\tUTC\tnone\t" + now
                        + "\t" + now);
    }

    private void copyFollows(int first, int count, Account account, IntFunction<String> user) {
        var since = now.minusSeconds(86_400);
        together(
                () -> copy(
                        "follow (id, account_id, user_id, follower_id, conversation_id, started_at, source)",
                        count,
                        i -> id('f', first + i) + "\t" + account.id() + "\t" + user.apply(i) + "\t" + id('0', first + i)
                                + "\t" + id('c', first + i) + "\t" + since + "\tlink"),
                () -> {
                    copy(
                            "follower (account_id, user_id, follower_id)",
                            count,
                            i -> account.id() + "\t" + user.apply(i) + "\t" + id('0', first + i));
                    copy("conversation (id, low_party, high_party, created_at)", count, i -> {
                        var userFirst = user.apply(i).compareTo(account.id()) < 0;
                        return id('c', first + i) + "\t" + (userFirst ? user.apply(i) : account.id()) + "\t"
                                + (userFirst ? account.id() : user.apply(i)) + "\t" + since;
                    });
                    copy(
                            "conversation_member (conversation_id, party_id, party_kind, alias_id, alias_kind)",
                            2 * count,
                            i -> id('c', first + i / 2) + "\t"
                                    + (i % 2 == 0
                                            ? user.apply(i / 2) + "\tuser\t" + id('0', first + i / 2) + "\tfollower"
                                            : account.id() + "\taccount\t" + account.id() + "\taccount"));
                });
    }

    private static void together(Runnable one, Runnable other) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = List.of(executor.submit(one), executor.submit(other));
            for (var each : both) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> inParallel(int count, IntFunction<Callable<T>> work) {
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            var tasks = new ArrayList<Callable<T>>();
            for (var i = 0; i < count; i++) {
                tasks.add(work.apply(i));
            }
            var results = new ArrayList<T>();
            for (var future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String befriend(Person one, Person other) {
        var first = Api.bearer(server.address(), one.token());
        var second = Api.bearer(server.address(), other.token());
        var request =
                first.post("/contact-requests", Map.of("user", other.id())).expect(201);
        second.post("/contact-requests/" + request.path("id").asString() + "/accept", Map.of())
                .expect(204);
        return first.get("/conversations").expect(200).at("/items/0/id").asString();
    }

    private Connection connect() throws SQLException {
        try {
            var password = Files.readString(server.dataDirectory().resolve("database.password"))
                    .strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + server.databasePort() + "/parley", "parley", password);
        } catch (IOException e) {
            throw new IllegalStateException("the database of the server cannot be opened", e);
        }
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
