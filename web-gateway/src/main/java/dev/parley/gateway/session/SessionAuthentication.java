package dev.parley.gateway.session;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** What Spring Security knows about a request with a session. */
@SuppressWarnings("serial") // never stored: there is no HTTP session
final class SessionAuthentication extends AbstractAuthenticationToken {
    static final String OPERATOR = "OPERATOR";

    private final SignedIn signedIn;

    SessionAuthentication(SignedIn signedIn) {
        super(authorities(signedIn));
        this.signedIn = signedIn;
        setAuthenticated(true);
    }

    @Override
    public SignedIn getPrincipal() {
        return signedIn;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    private static List<GrantedAuthority> authorities(SignedIn signedIn) {
        return signedIn.operator()
                ? AuthorityUtils.createAuthorityList("ROLE_USER", "ROLE_" + OPERATOR)
                : AuthorityUtils.createAuthorityList("ROLE_USER");
    }
}
