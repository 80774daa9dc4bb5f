package dev.parley.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What an official account is about. A closed list: the directory's filters and translations depend on it. */
public enum Category {
    @JsonProperty("food")
    FOOD,
    @JsonProperty("shops")
    SHOPS,
    @JsonProperty("travel")
    TRAVEL,
    @JsonProperty("culture")
    CULTURE,
    @JsonProperty("news")
    NEWS,
    @JsonProperty("finance")
    FINANCE,
    @JsonProperty("health")
    HEALTH,
    @JsonProperty("education")
    EDUCATION,
    @JsonProperty("sport")
    SPORT,
    @JsonProperty("public")
    PUBLIC,
    @JsonProperty("other")
    OTHER;

    /** The category as it stands in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
