package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditEntry;
import dev.parley.audit.AuditLog;
import dev.parley.identity.ChangeProfile.PictureChange;
import dev.parley.identity.LogInOutcome.LoggedIn;
import dev.parley.identity.SignUpOutcome.HandleTaken;
import dev.parley.identity.SignUpOutcome.Invalid;
import dev.parley.identity.SignUpOutcome.SignedUp;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.MediaId;
import dev.parley.kernel.Page;
import dev.parley.kernel.UserId;
import dev.parley.testing.SettableClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.modulith.test.PublishedEvents;

@ApplicationModuleTest(BootstrapMode.DIRECT_DEPENDENCIES)
class IdentityModuleTests {
    private static final String PASSWORD = "correct horse battery";
    private static final AuditActor OLIVIA = new AuditActor(new UUID(0, 7), "Olivia", "operator");

    private final Users users;
    private final Sessions sessions;
    private final AuditLog audit;
    private final MeterRegistry meters;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private String handle = "";

    @Autowired
    IdentityModuleTests(
            Users users,
            Sessions sessions,
            AuditLog audit,
            MeterRegistry meters,
            JdbcClient jdbc,
            SettableClock clock) {
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.meters = meters;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void chooseAHandle() {
        handle = "u" + UUID.randomUUID().toString().substring(0, 13).replace('-', '.');
    }

    @Test
    void makesAUserWithoutKeepingThePassword() {
        var user = signUp(handle);

        assertThat(users.find(user.id())).contains(user);
        assertThat(users.findByHandle(handle.toUpperCase(Locale.ROOT))).contains(user.card());
        assertThat(user.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(jdbc.sql("select password_hash from app_user where handle = ?")
                        .param(handle)
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(PASSWORD);
    }

    @Test
    void givesAHandleToOneOfManyWhoAskAtOnce() throws Exception {
        List<SignUpOutcome> outcomes = atOnce(4, () -> users.signUp(aSignUp(handle)));

        assertThat(outcomes).filteredOn(SignedUp.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(HandleTaken.class::isInstance).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "parley", "sup.port", "o_perator"})
    void keepsSomeHandlesForNobody(String reserved) {
        assertThat(users.signUp(aSignUp(reserved))).isEqualTo(new HandleTaken(reserved));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "al", "Alice", "al ice", "älice", "alice-b", "a\u0000bc", "abcdefghijklmnopqrstuvwxyzabcde"})
    void refusesOtherHandles(String bad) {
        assertThat(refusedFields(aSignUp(bad))).containsExactly("handle");
    }

    @Test
    void namesEveryFieldThatBreaksARule() {
        var command = new SignUp("x", "\u202Eecila", "too short", "not a locale", "Mars/Olympus");

        assertThat(refusedFields(command)).containsExactly("handle", "name", "password", "locale", "timeZone");
    }

    @Test
    void takesPasswordsOfTenToTwoHundredCharacters() {
        assertThat(refusedFields(new SignUp(handle, "Alice", "x".repeat(9), null, null)))
                .containsExactly("password");
        assertThat(refusedFields(new SignUp(handle, "Alice", "x".repeat(201), null, null)))
                .containsExactly("password");
        assertThat(users.signUp(new SignUp(handle, "Alice", "x".repeat(200), null, null)))
                .isInstanceOf(SignedUp.class);
        assertThat(sessions.logIn(new LogIn(handle, "x".repeat(200), null))).isInstanceOf(LoggedIn.class);
    }

    @Test
    void doesTheSameWorkForAnUnknownHandle() {
        signUp(handle);

        var forKnown = computations(() -> sessions.logIn(new LogIn(handle, "wrong password", null)));
        var forUnknown = computations(() -> sessions.logIn(new LogIn("nobody.here", "wrong password", null)));
        var forMalformed = computations(() -> sessions.logIn(new LogIn("no\u0000body", "wrong password", null)));

        assertThat(List.of(forKnown, forUnknown, forMalformed)).containsOnly(1.0);
        assertThat(sessions.logIn(new LogIn("nobody.here", "a password that nobody has", null)))
                .isInstanceOf(LogInOutcome.WrongCredentials.class);
    }

    @Test
    void opensADevicePerLogIn() {
        var user = signUp(handle);

        var phone = logIn("Phone");
        clock.advance(Duration.ofMinutes(5));
        var laptop = logIn("Laptop\u0000");

        assertThat(sessions.authenticate(phone.token())).contains(phone.session());
        assertThat(sessions.list(user.id())).extracting(Device::name).containsExactly("Laptop", "Phone");
        assertThat(laptop.session().user()).isEqualTo(user.id());
        assertThat(jdbc.sql("select count(*) from device where encode(token_hash, 'escape') like '%' || ? || '%'")
                        .param(phone.token())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void forgetsAnEndedSessionAtOnceAndSaysSo(PublishedEvents events) {
        var user = signUp(handle);
        var phone = logIn("Phone");
        var laptop = logIn("Laptop");
        assertThat(sessions.authenticate(phone.token())).isPresent();

        assertThat(sessions.end(user.id(), phone.session().device())).isTrue();

        assertThat(sessions.authenticate(phone.token())).isEmpty();
        assertThat(sessions.authenticate(laptop.token())).isPresent();
        assertThat(sessions.end(user.id(), phone.session().device())).isFalse();
        assertThat(events.ofType(SessionEnded.class))
                .containsExactly(new SessionEnded(user.id(), phone.session().device()));
    }

    @Test
    void endsNobodyElsesSession() {
        var phone = openFor(signUp(handle));

        assertThat(sessions.end(UserId.next(), phone.session().device())).isFalse();

        assertThat(sessions.authenticate(phone.token())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\u0000", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void knowsNoOtherToken(String token) {
        assertThat(sessions.authenticate(token)).isEmpty();
    }

    @Test
    void endsASessionThatWasNotUsedForSixtyDays() {
        var phone = openFor(signUp(handle));

        clock.advance(Duration.ofDays(61));

        assertThat(sessions.authenticate(phone.token())).isEmpty();
    }

    @Test
    void keepsFiftyDevicesAndEndsTheOneUnusedForLongest() {
        var user = signUp(handle);
        var first = openFor(user);
        for (var i = 0; i < 50; i++) {
            clock.advance(Duration.ofSeconds(1));
            openFor(user);
        }

        assertThat(sessions.list(user.id())).hasSize(50);
        assertThat(sessions.authenticate(first.token())).isEmpty();
    }

    @Test
    void suspendingEndsAllSessionsIsRecordedAndCanBeTakenBack(PublishedEvents events) {
        var user = signUp(handle);
        var phone = logIn("Phone");
        assertThat(sessions.authenticate(phone.token())).isPresent();

        var outcome = users.suspend(user.id(), OLIVIA, "sells umbrellas in the rain");

        assertThat(outcome).isInstanceOf(SuspensionOutcome.Done.class);
        assertThat(sessions.authenticate(phone.token())).isEmpty();
        assertThat(sessions.logIn(new LogIn(handle, PASSWORD, null))).isInstanceOf(LogInOutcome.Suspended.class);
        assertThat(sessions.logIn(new LogIn(handle, "wrong password", null)))
                .isInstanceOf(LogInOutcome.WrongCredentials.class);
        assertThat(events.ofType(UserSuspended.class)).containsExactly(new UserSuspended(user.id()));
        assertThat(events.ofType(SessionEnded.class)).hasSize(1);

        users.suspend(user.id(), OLIVIA, "again");
        users.restore(user.id(), OLIVIA, "the rain has stopped");

        assertThat(sessions.logIn(new LogIn(handle, PASSWORD, null))).isInstanceOf(LoggedIn.class);
        assertThat(entriesAbout(user))
                .extracting(AuditEntry::action)
                .containsExactly("user.restored", "user.suspended");
        assertThat(audit.verify(AuditLog.OPERATOR).intact()).isTrue();
    }

    @Test
    void suspendsNobodyWithoutAReason() {
        var user = signUp(handle);

        assertThat(users.suspend(user.id(), OLIVIA, " \u0000 ")).isInstanceOf(SuspensionOutcome.Refused.class);

        assertThat(users.find(user.id())).map(User::state).contains(UserState.ACTIVE);
        assertThat(users.suspend(UserId.next(), OLIVIA, "why")).isInstanceOf(SuspensionOutcome.NoSuchUser.class);
    }

    @Test
    void changesOnlyWhatIsGiven(PublishedEvents events) {
        var user = signUp(handle);
        var picture = MediaId.next();

        users.changeProfile(new ChangeProfile(user.id(), null, new PictureChange.Replace(picture), null, null));
        var named = users.changeProfile(
                new ChangeProfile(user.id(), " Alice Liddell ", new PictureChange.Keep(), "de-CH", null));

        assertThat(named).isInstanceOfSatisfying(ProfileOutcome.Changed.class, changed -> {
            assertThat(changed.user().name()).isEqualTo("Alice Liddell");
            assertThat(changed.user().picture()).isEqualTo(picture);
            assertThat(changed.user().locale()).isEqualTo("de-CH");
            assertThat(changed.user().timeZone()).isEqualTo(user.timeZone());
            assertThat(users.find(user.id()))
                    .map(User::card)
                    .contains(changed.user().card());
        });
        assertThat(events.ofType(ProfileChanged.class)).hasSize(2);
    }

    @Test
    void tellsOfANewTimeZoneButNotOfTheSameAgain(PublishedEvents events) {
        var user = signUp(handle);
        var move = new ChangeProfile(user.id(), null, new PictureChange.Keep(), null, "Asia/Tokyo");

        users.changeProfile(move);
        users.changeProfile(move);

        assertThat(users.timeZones(List.of(user.id()))).containsEntry(user.id(), ZoneId.of("Asia/Tokyo"));
        assertThat(events.ofType(ProfileChanged.class)).containsExactly(new ProfileChanged(user.id()));
    }

    @Test
    void aSessionShowsANewNameAtOnce() {
        var user = signUp(handle);
        var phone = openFor(user);
        assertThat(sessions.authenticate(phone.token())).map(Session::name).contains("Alice");

        users.changeProfile(new ChangeProfile(user.id(), "Alicia", new PictureChange.Remove(), null, null));

        assertThat(sessions.authenticate(phone.token())).map(Session::name).contains("Alicia");
    }

    @Test
    void findsUsersByPartsOfHandleOrNamePageByPage() {
        var prefix = "s" + handle.substring(1, 8) + ".";
        var all = List.of(signUp(prefix + "a"), signUp(prefix + "b"), signUp(prefix + "c"));

        var found = new ArrayList<User>();
        @Nullable String cursor = null;
        do {
            Page<User> page = users.search(prefix.toUpperCase(Locale.ROOT), cursor, 2);
            found.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(found).containsExactlyElementsOf(all);
        assertThat(users.search("100%_\u0000", null, 10).items()).isEmpty();
    }

    @Test
    void countsUsersWhoWereHereToday() {
        clock.set(SettableClock.START.plus(Duration.ofDays(1000)));
        var before = users.counts();
        openFor(signUp(handle));

        var after = users.counts();

        assertThat(after.users()).isEqualTo(before.users() + 1);
        assertThat(after.activeToday()).isEqualTo(before.activeToday() + 1);
        clock.reset();
    }

    private double computations(Runnable action) {
        var counter = meters.counter("parley.identity.password.computations");
        var before = counter.count();
        action.run();
        return counter.count() - before;
    }

    private List<AuditEntry> entriesAbout(User user) {
        return audit.page(AuditLog.OPERATOR, null, 200).items().stream()
                .filter(entry -> entry.subject().id().equals(user.id().toString()))
                .toList();
    }

    private List<String> refusedFields(SignUp command) {
        return users.signUp(command) instanceof Invalid(var errors)
                ? errors.stream().map(FieldRefusal::field).toList()
                : List.of();
    }

    private NewSession logIn(String device) {
        return sessions.logIn(new LogIn(handle, PASSWORD, device)) instanceof LoggedIn(var session)
                ? session
                : fail("not logged in");
    }

    private NewSession openFor(User user) {
        return sessions.open(user.id(), "Phone");
    }

    private User signUp(String as) {
        return users.signUp(aSignUp(as)) instanceof SignedUp(var user) ? user : fail("not signed up: " + as);
    }

    private static SignUp aSignUp(String handle) {
        return new SignUp(handle, "Alice", PASSWORD, "en", "Europe/Berlin");
    }

    private static <T> List<T> atOnce(int times, Callable<T> action) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(Collections.nCopies(times, action))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
