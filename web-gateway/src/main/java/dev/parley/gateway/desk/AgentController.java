package dev.parley.gateway.desk;

import dev.parley.account.Role;
import dev.parley.desk.Agent;
import dev.parley.desk.Agents;
import dev.parley.gateway.Items;
import dev.parley.gateway.Parties;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.PartyRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is at the desk. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/desk")
@Tag(name = "Desk", description = "What followers write, for owners and agents.")
class AgentController {
    private final Agents agents;
    private final Parties parties;
    private final DeskAccess access;

    AgentController(Agents agents, Parties parties, DeskAccess access) {
        this.agents = agents;
        this.parties = parties;
        this.access = access;
    }

    /** A team member who may answer. @param open conversations they take care of */
    @Schema(name = "DeskAgent", description = "A team member who may answer.")
    record AgentView(PartyView user, Role role, Agent.Presence presence, long open) {}

    /** Body of a presence. */
    @Schema(name = "DeskPresence")
    record NewPresence(
            @Schema(description = "at the desk, but without new conversations") @Nullable
            Boolean away) {}

    @GetMapping("/agents")
    @Operation(summary = "List who may answer", description = "And whether they are there. Longest in the team first.")
    Items<AgentView> list(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var found = agents.of(access.answering(me, id));
        var views = parties.views(
                found.stream().map(agent -> PartyRef.user(agent.user())).toList());
        return new Items<>(found.stream()
                .map(agent -> new AgentView(
                        Objects.requireNonNull(views.get(PartyRef.user(agent.user()))),
                        agent.role(),
                        agent.presence(),
                        agent.open()))
                .toList());
    }

    @PutMapping("/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say that I am at the desk",
            description = "Holds for two minutes; an open desk says it again and again.")
    void here(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody NewPresence body) {
        agents.here(access.answering(me, id), me.user(), Boolean.TRUE.equals(body.away()));
    }

    @DeleteMapping("/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say that I have left the desk", description = "Repeated: same answer.")
    void left(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        agents.left(access.answering(me, id), me.user());
    }
}
