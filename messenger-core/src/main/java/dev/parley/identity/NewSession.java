package dev.parley.identity;

/**
 * A session just opened.
 *
 * @param token the secret that proves it, told once; the server keeps only its hash
 */
public record NewSession(Session session, String token) {
    @Override
    public String toString() {
        return "NewSession[" + session + "]"; // never the token
    }
}
