package dev.parley.account;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface TeamMemberRepository extends JpaRepository<TeamMemberEntity, TeamMemberEntity.Key> {
    @Query("select m from TeamMemberEntity m where m.key.accountId = :account order by m.since, m.key.userId")
    List<TeamMemberEntity> ofAccount(UUID account);

    @Query("select m from TeamMemberEntity m where m.key.userId = :user order by m.since, m.key.accountId")
    List<TeamMemberEntity> ofUser(UUID user);
}
