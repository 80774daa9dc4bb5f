package dev.parley.account;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface OfficialAccountRepository extends JpaRepository<OfficialAccountEntity, UUID> {
    Optional<OfficialAccountEntity> findByHandle(String handle);

    boolean existsByHandle(String handle);

    /** Locks the row, so that a command decides on what it will change. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from OfficialAccountEntity a where a.id = :id")
    Optional<OfficialAccountEntity> lock(UUID id);
}
