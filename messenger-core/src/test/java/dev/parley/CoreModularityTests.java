package dev.parley;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class CoreModularityTests {
    @Test
    void roomsUseOnlyTheDoorsOfRoomsTheyMayUse() {
        ApplicationModules.of(ParleyTestApplication.class).verify();
    }
}
