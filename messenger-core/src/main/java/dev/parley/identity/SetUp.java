package dev.parley.identity;

/** Command: become the first operator, with the code that the server printed at its start. */
public record SetUp(String code, String handle, String name, String password) {
    @Override
    public String toString() {
        return "SetUp[" + handle + "]"; // neither code nor password
    }
}
